# Every task of this repository. `make` alone lists them.
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
# Tests run on two cores; a file of tests stays with one worker, which has a database of its own.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile
# What else is given to pytest: make test ARGS="tests/unit -k dialect".
ARGS ?=
# 1 runs the tests on a PostgreSQL server of this machine, or on that of LEADPORT_TEST_DATABASE_URL.
EXTERNAL ?=

.DEFAULT_GOAL := help
.PHONY: help venv up test test-all test-external check lint types layers docs docs-check bench pins format

help: ## List the tasks
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-22s%s\n", $$1, $$2}'

# Installing twice costs nothing: install.py compares its stamps first.
venv: ## Install Leadport with the developers' tools into .venv
	@test -n "$(PYTHON)" || { echo "Leadport needs Python 3.11 or newer with its venv module." >&2; exit 1; }
	@$(PYTHON) -I src/leadport/config/install.py --dev

up: ## Run Leadport
	@./leadport up

# With an address in LEADPORT_TEST_DATABASE_URL there is a server already.
ON_SERVER = $(if $(LEADPORT_TEST_DATABASE_URL),,$(BIN)/python tests/support/external_server.py)

test: venv ## Run the tests but the slow ones; EXTERNAL=1 does so on another PostgreSQL server
	$(if $(EXTERNAL),$(ON_SERVER)) $(PYTEST) $(ARGS)

test-all: venv ## Run every test
	$(PYTEST) -m "slow or not slow" $(ARGS)

test-external: venv ## Run the tests on a PostgreSQL server of this machine, started for them alone
	$(ON_SERVER) $(PYTEST) $(ARGS)

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports --no-logo

docs: venv ## Make the pages of the documentation that are generated from the code
	@if [ -f docs/build.py ]; then $(BIN)/python docs/build.py; fi

docs-check: venv
	@if [ -f docs/build.py ]; then $(BIN)/python docs/build.py --check; fi

check: venv ## Do exactly what CI does: format, lint, types, layers, documentation, tests
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory layers
	@$(MAKE) --no-print-directory docs-check
	@$(MAKE) --no-print-directory test

format: venv ## Format the code and repair what can be repaired
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: venv ## Measure the importer beside its floors
	@if [ -f bench/__main__.py ]; then $(BIN)/python -m bench $(ARGS); fi

COMPILE = CUSTOM_COMPILE_COMMAND="make pins" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--resolver=backtracking --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
# PIP_CONFIG_FILE and PIP_FIND_LINKS are cleared so that no package of this machine's own gets its hash into the pins.
pins: export PIP_CONFIG_FILE := /dev/null
pins: export PIP_FIND_LINKS :=
pins: ## Compile requirements.txt and requirements-dev.txt from pyproject.toml; UPGRADE=--upgrade takes newer versions
	@$(PYTHON) -I src/leadport/config/install.py --dev
	$(COMPILE) $(UPGRADE) --output-file requirements.txt pyproject.toml
	$(COMPILE) $(UPGRADE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
