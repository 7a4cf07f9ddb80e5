# Says in the job's summary what a pull request adds, changes and rejects; fails where a listing cannot be read.
set -eu

git worktree add ../base "origin/$GITHUB_BASE_REF"
{
  echo "### What the new listings bring"
  echo '```'
  git diff -z --name-only --diff-filter=AMR "origin/$GITHUB_BASE_REF...HEAD" -- content/listings |
    xargs --null --no-run-if-empty .venv/bin/python -m generator --project ../base add --dry-run 2>&1 || failed=1
  echo '```'
  echo "### Files of the archive"
  echo '```'
  git diff --stat "origin/$GITHUB_BASE_REF...HEAD" -- content
  echo '```'
} >> "$GITHUB_STEP_SUMMARY"
test -z "${failed:-}"
