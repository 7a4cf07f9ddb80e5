# Everything is installed into .venv, at the versions and hashes that the requirements files pin.
# Each stamp is written when its step is done, so that a run that was cut short is taken up again by the next.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --quiet --disable-pip-version-check
LOCK := $(PY) -m uv --quiet pip compile --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --custom-compile-command "make lock"
NPM := $(PY) -m tests.node npm --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := help
.PHONY: help site setup fetch check serve test lock dist bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.project ## Add what lies in content/listings/ and build the site
	@echo "==> Building the site"
	@$(PY) -m generator build

setup: $(VENV)/.project ## Install what the site needs, and nothing more

fetch: $(VENV)/.project ## Fetch the lists that mkdocs.yml names (ARGS="--since 2026-01-01" for a backfill)
	@$(PY) -m generator fetch $(ARGS)

check: $(VENV)/.project ## Report what does not hold in the archive and the built site
	@$(PY) -m generator check

serve: $(VENV)/.project ## Show the site, and reload it when something changes
	@$(PY) -m generator serve

test: $(VENV)/.project $(VENV)/.dev $(VENV)/.packages ## Check style and types, and run the tests (ONLY=search for those of one stage)
	@$(PY) -m tests.chromium --install
	@$(PY) -m tests.validator --install
	@$(PY) -m tests $(ONLY)

lock: $(VENV)/.dev ## Renew the pinned requirements
	@echo "==> Resolving requirements.txt"
	@$(LOCK) pyproject.toml --group build --output-file requirements.txt
	@cp requirements.txt generator/doors/template/
	@echo "==> Resolving requirements-dev.txt"
	@$(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@echo "==> Resolving requirements-bench.txt"
	@$(LOCK) --group bench --constraint requirements-dev.txt --output-file requirements-bench.txt
	@echo "==> Resolving package-lock.json"
	@$(NPM) update --package-lock-only

# The same commit gives the same bytes: files have its time, and nothing of an earlier build is left.
dist: $(VENV)/.project ## Build the wheel of this release, and its hash, into dist/
	@rm -rf build dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(PIP) wheel --no-index --no-deps --no-build-isolation --wheel-dir dist .
	@rm -rf build
	@cd dist && sha256sum *.whl | tee SHA256SUMS

bench: $(VENV)/.project $(VENV)/.bench ## Measure speed and size
	@$(PY) -m bench

clean: ## Remove everything that make made
	rm -rf $(VENV) node_modules build dist site .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache dailypapers.egg-info

$(VENV)/.requirements: requirements.txt $(PY)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is: $$($(PYTHON) --version 2>&1)" >&2; \
		echo "Install one, or name it: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "==> Creating $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "==> Installing what the site needs ($$(grep -c '==' $<) packages)"
	@$(PIP) install --require-hashes --requirement $<
	@touch $@

# Without this rule, a Python that was since removed would leave its virtual environment broken for ever.
$(PY): ;

$(VENV)/.project: pyproject.toml $(VENV)/.requirements
	@echo "==> Installing the project"
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.dev
	@echo "==> Installing what the benchmarks need"
	@$(PIP) install --require-hashes --requirement $<
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.requirements | $(VENV)/.project
	@echo "==> Installing what the tests need ($$(grep -c '==' $<) packages)"
	@$(PIP) install --require-hashes --requirement $<
	@touch $@

$(VENV)/.packages: package-lock.json $(VENV)/.dev
	@echo "==> Installing what checks the scripts"
	@$(NPM) ci
	@touch $@
