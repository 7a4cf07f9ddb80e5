# On the first of each month, adds the topics that many papers are about by now, in a commit of its own.
set -eu

if [ "$(date --utc +%d)" = 01 ]; then
  .venv/bin/dailypapers topics
  bash .github/push.sh "Add the topics of $(date --utc +%Y-%m)"
fi
