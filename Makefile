# Every chore of the project. A fresh machine needs Python 3.11 or newer, git and make; the rest is set up on first use.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXAMPLES := src/riwaya/examples
# Arguments for pytest: make test ARGS='-k quotes -x'
ARGS ?=
# Annotated reports: make accuracy GOLD=tests/gold ARGS=--errors
GOLD ?= $(or $(RIWAYA_SHARED),../shared)/dev
# One test process a core; a browser or a benchmark may want fewer: make test JOBS=1
JOBS ?= auto

export VENV
# The tests, the demo and the docs say the same in every locale and on every terminal.
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help setup demo workbench frontend test check bench bench-archive bench-workbench bench-pairs bench-places accuracy unseen format outputs docs messages wheel lock clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## make .venv with the locked packages and this project

$(READY): requirements.lock pyproject.toml scripts/bootstrap
	@scripts/bootstrap $(VENV)
	@touch $@

demo: $(READY)  ## read the example report and show its dossier
	@$(BIN)/riwaya read $(EXAMPLES)/desert.txt

workbench: $(READY) frontend  ## open the workbench on an archive of the worked example
	@RIWAYA=$(BIN)/riwaya scripts/example-archive serve --open

frontend: $(READY)
	@scripts/frontend

test: $(READY) frontend  ## run the tests
	@scripts/browser
	@scripts/postgres
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS)

check: $(READY)  ## format, lint, strict types, import contracts, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site

bench: $(READY)  ## measure the speed of reading
	@$(BIN)/python bench/bench_read.py $(ARGS)

# Ends with 77 where it cannot measure: a skip, which says why.
bench-archive: $(READY)  ## measure an archive: taking in, relating, size, copies, questions, PostgreSQL, kills (RIWAYA_SHARED)
	@$(BIN)/python bench/bench_archive.py $(ARGS) && \
	  $(BIN)/python bench/archive_copies.py build/bench/archive.db && \
	  $(BIN)/python bench/archive_search.py build/bench/archive.db && \
	  $(BIN)/python bench/archive_questions.py build/bench/archive.db && \
	  $(BIN)/python bench/archive_postgres.py build/bench/archive.db && \
	  $(BIN)/python bench/archive_kills.py || [ $$? -eq 77 ]

bench-workbench: $(READY)  ## measure how long pages take, on the archive that bench-archive made
	@$(BIN)/python bench/bench_workbench.py build/bench/archive.db $(ARGS)

bench-pairs: $(READY)  ## measure the judging of claim pairs, and each group's share (RIWAYA_SHARED)
	@$(BIN)/python bench/bench_pairs.py || [ $$? -eq 77 ]

bench-places: $(READY)  ## measure how places in tweets are located (RIWAYA_SHARED)
	@$(BIN)/python scripts/places.py

accuracy: $(READY)  ## measure the reader on annotated reports (GOLD: their folder)
	@$(BIN)/riwaya evaluate --format markdown $(GOLD) $(ARGS)

unseen: $(READY)  ## measure the reader on reports that nobody tunes to (RIWAYA_SHARED)
	@$(BIN)/python scripts/unseen.py || [ $$? -eq 77 ]

format: $(READY)  ## write the code as the formatter would
	$(BIN)/ruff check --fix --select I,UP .
	$(BIN)/ruff format .

outputs: $(READY)  ## run the commands that README and docs show, and write what they print
	@$(BIN)/python scripts/outputs.py

docs: $(READY)  ## serve the documentation while writing it
	$(BIN)/mkdocs serve

messages: $(READY)  ## bring the catalogues up to date with the messages in the code
	@$(BIN)/python scripts/messages.py

wheel: $(READY) frontend  ## build the wheel into dist/
	@$(BIN)/hatchling build --target wheel

lock: $(READY)  ## write requirements.lock anew from pyproject.toml
	@scripts/lock

clean:  ## remove what was built; the environment stays (rm -r .venv for that)
	rm -rf build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
