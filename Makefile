# The two commands of the README, and what CI calls. Everything is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# A file of tests stays in one process, which makes its fixtures once. In their own order, the heavy files do not come last.
SPREAD := -n auto --dist loadfile --no-loadscope-reorder

.PHONY: run install install-dev test test-slow check format soak evals clean

run: $(VENV)/installed
	@$(BIN)/python ui.py $(ARGS)

install: $(VENV)/installed

$(VENV)/bin/python:
	@echo "Python-omgeving maken in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Pakketten installeren (eenmalig, ongeveer een minuut) ..."
	@$(BIN)/python -m pip install --progress-bar on --quiet --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q assistant knowledge
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Pakketten voor de tests installeren ..."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

install-dev: $(VENV)/installed-dev

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest $(SPREAD)

test-slow: $(VENV)/installed-dev
	@$(BIN)/python -m pytest $(SPREAD) -m slow

check: $(VENV)/installed-dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/installed-dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

soak: $(VENV)/installed-dev
	@$(BIN)/python -m pytest -m soak

evals: $(VENV)/installed-dev
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evals run --gate $(ARGS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
