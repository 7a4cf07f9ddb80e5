# Installs the program into .venv: this folder's own where it is the program's, else the release that is pinned.
set -eu

if [ -f Makefile ]; then
  make setup
else
  python -m venv .venv
  .venv/bin/pip install --quiet --require-hashes --requirement requirements.txt
fi
