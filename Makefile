PYTHON ?= python3
BIN = .venv/bin

.PHONY: check check-newest check-lowest lock format test coverage accept architecture format-docs bench imports

# What CI runs: install what is needed, then every check there is.
check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

# The suite with the newest and with the lowest versions that pyproject.toml allows; PYTHON chooses the Python.
check-newest check-lowest: check-%: .venv/ready
	$(BIN)/uv venv --quiet --clear --seed --python $(PYTHON) build/$*
	$(BIN)/uv pip install --quiet --python build/$* --resolution $(RESOLUTION_$*) --editable ".[dev]"
	build/$*/bin/pytest

RESOLUTION_newest = highest
RESOLUTION_lowest = lowest-direct

# Write lock.txt again: the versions that `make check` installs.
lock: .venv/ready
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --python-version 3.11 --extra dev \
	  --custom-compile-command "make lock" --output-file lock.txt pyproject.toml

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: .venv/ready
	$(BIN)/pytest

# Which lines and branches the tests run; apart from `check`, because measuring takes as long again as testing.
coverage: .venv/ready
	$(BIN)/pytest --cov --cov-report=term

# Rewrite the expected outputs of the tests; read the difference before you commit it.
accept: .venv/ready
	$(BIN)/pytest --accept

# Draw the picture of docs/architecture.md from what the packages import.
architecture: .venv/ready
	$(BIN)/python docs/draw_architecture.py

# Write docs/format.md and docs/format.ru.md from the schema, the model and a trial drawing.
format-docs: .venv/ready
	$(BIN)/python docs/write_format.py

# What checking costs: 200 maps, then one. bench/README.md compares it with other tools.
bench: .venv/ready
	$(BIN)/python bench/make_maps.py build/bench
	@for command in validate lint; do for maps in "build/bench/*.yaml" build/bench/map-0002.cjm.yaml; do \
	  echo "cjm $$command $$maps: $$(bench/median.sh $(BIN)/cjm $$command $$maps) s"; done; done

# What a command loads, and how long each module takes in microseconds: itself, and with all it loads; the worst last.
imports: .venv/ready
	@$(BIN)/python -X importtime -m cjm $(COMMAND) 2>&1 >/dev/null | grep '^import time:' | sort -t '|' -k 2n | tail -40

COMMAND ?= validate examples/ecommerce-short.cjm.yaml

.venv/ready: lock.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
