# `make run` opens the app, `make test` runs the tests: they need Python 3.11 or later, git and
# make, and put all they install into .venv/. `make clean` starts afresh.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -q -c constraints.txt

NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
# The first of these that runs and is new enough; PYTHON=... names another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
  "$$name" $(NEW_ENOUGH) && { echo "$$name"; break; }; done)

# A third of a test is waiting: half as many workers more than cores leave none of these idle.
WORKERS = $(shell $(BIN)/python -c 'import os; n = os.cpu_count() or 1; print(n + (n + 1) // 2)')

.DELETE_ON_ERROR:
.PHONY: run test lint test-system check prove screenshots promises bench clean

run: $(VENV)/app.stamp
	@$(BIN)/focus $(ARGS)

test: $(VENV)/dev.stamp
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal $(ARGS)

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test-system: $(VENV)/dev.stamp
	@$(BIN)/pytest -m system -n $(WORKERS) --dist worksteal $(ARGS)

check: lint test test-system

prove: $(VENV)/dev.stamp
	@$(BIN)/pytest -m prove $(ARGS)

screenshots: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.screenshots

promises: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.promises

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.bench $(ARGS)

clean:
	rm -rf $(VENV)

# The stamps say that everything pyproject.toml and constraints.txt name is installed.
$(VENV)/app.stamp: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	@echo "Installing focus into $(VENV)/ ..."
	@$(PIP) hatchling editables
	@$(PIP) --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/app.stamp
	@echo "Installing the tools for tests into $(VENV)/ ..."
	@$(PIP) --no-build-isolation -e '.[dev]'
	@touch $@

$(VENV)/pyvenv.cfg:
	@"$(PYTHON)" $(NEW_ENOUGH) || { echo "focus needs Python 3.11 or later: install it, or name it with make PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) can't make virtual environments: install its venv package (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)
