# Commits what is new below content/ and pushes it on top of what others pushed meanwhile; three tries. Where they
# changed the same pages, what is new is given up, and content/ left as it is on the remote: fetch it again.
# push.sh [MESSAGE]
set -eu

remote="https://x-access-token:$TOKEN@${GITHUB_SERVER_URL#https://}/$GITHUB_REPOSITORY"
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"

commit() {
  git add content
  git diff --cached --quiet || git commit --quiet "$@"
}

commit --message "${1:-Add the lists fetched on $(date --utc +%F)}"
for attempt in 1 2 3; do
  if git push --quiet "$remote" "HEAD:$GITHUB_REF"; then exit 0; fi
  if git pull --quiet --rebase "$remote" "$GITHUB_REF"; then
    # The list of addresses has the lines of both sides now. What else is wrong, the check that follows tells.
    .venv/bin/dailypapers check --repair || true
    commit --amend --no-edit
  elif git rebase --abort; then
    git reset --quiet --hard FETCH_HEAD
    exit 1
  fi
done
exit 1
