# Two commands on a fresh machine: make demo, make test. Nothing is needed but Python 3.11 or later, pip and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements.lock
SIDE_BY_SIDE := --numprocesses 2 --dist loadfile

.PHONY: demo test test-all lint types docs speed quality lock clean

demo: $(VENV)/.installed  ## Install, read the stories in examples/, show a record, ask a desk
	$(BIN)/dateline read examples/harbour-raid.txt --to terminal
	$(BIN)/dateline read examples --to jsonl -o $(VENV)/examples.jsonl
	$(BIN)/dateline read examples --to html -o $(VENV)/examples.html
	$(BIN)/dateline ingest examples --desk $(VENV)/examples.db
	$(BIN)/dateline search killed OR flood --to terminal --desk $(VENV)/examples.db
	$(BIN)/dateline incidents --disagreeing killed --to terminal --desk $(VENV)/examples.db
	@echo "All stories of examples/ as JSON lines: $(VENV)/examples.jsonl, as a page for the browser: $(VENV)/examples.html,"
	@echo "as a desk: $(VENV)/examples.db. All news in the browser: $(BIN)/dateline serve --desk $(VENV)/examples.db"

test: lint types  ## Style, types and the fast tests, on two cores at once
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

test-all: lint types  ## ... and the slow tests
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "slow or not slow"

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tests
	$(BIN)/mypy

docs: $(VENV)/.tests  ## Writes the generated pages anew
	$(BIN)/python docs/generate.py

speed: $(VENV)/.tests  ## Reading against the bare parse of the same articles
	$(BIN)/python benchmarks/speed.py

quality: $(VENV)/.tests  ## Every development set against the shared scorer
	$(BIN)/python benchmarks/quality.py

lock: $(VENV)/.tests  ## Pins what is installed now
	{ echo "# What make demo and make test install; written by: make lock"; \
		$(BIN)/pip freeze --exclude-editable --exclude setuptools; } > $(LOCK)

$(VENV)/.installed: pyproject.toml hatch_build.py $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or later; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(LOCK) --editable .
	touch $@

$(VENV)/.tests: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $(LOCK)
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -f src/dateline/annotation/gazetteer/gazetteer.sqlite
