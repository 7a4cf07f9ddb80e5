# Prints what CHANGELOG.md says of a release, by its tag. Fails where the tag is not of the program's version, or
# nothing is said: notes.sh v0.2.0
set -eu

version=${1#v}
grep -qxF "version = \"$version\"" pyproject.toml || { echo "$1 is not of the version in pyproject.toml" >&2; exit 1; }
notes=$(awk -v head="## [$version] - " 'index($0, head) == 1 { on = 1; next } /^## / { on = 0 } on' CHANGELOG.md)
[ -n "$notes" ] || { echo "CHANGELOG.md says nothing of $version" >&2; exit 1; }
printf '%s\n' "$notes"
