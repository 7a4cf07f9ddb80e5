# Fetches the lists that are due, or all from $SINCE on, and pushes what came: of a backfill after each month, so
# that a run which is cut short has kept whole months. Fails at the end where a list could not be had.
set -eu

# fetch_and_push [OPTION...]: where a page was changed meanwhile, all is fetched again on top of that change.
fetch_and_push() {
  for attempt in 1 2 3; do
    answered=0
    .venv/bin/dailypapers fetch "$@" || answered=$?
    if bash .github/push.sh; then
      [ "$answered" = 0 ] || missed=$answered
      return
    fi
  done
  exit 1
}

missed=0
if [ -z "${SINCE:-}" ]; then
  fetch_and_push
else
  first=$(date --utc --date="$SINCE" +%F)
  today=$(date --utc +%F)
  while
    last=$(date --utc --date="${first%-*}-01 + 1 month - 1 day" +%F)
    if [[ $last > $today ]]; then last=$today; fi
    fetch_and_push --since "$first" --until "$last"
    [[ $last < $today ]]
  do
    first=$(date --utc --date="$last + 1 day" +%F)
  done
fi
exit "$missed"
