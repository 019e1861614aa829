PYTHON ?= python3
BIN = .venv/bin

.PHONY: check format test accept bench

# What CI runs: install what is needed, then every check there is.
check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --cov --cov-report=term

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: .venv/ready
	$(BIN)/pytest

# Rewrite the expected outputs of the tests; read the difference before you commit it.
accept: .venv/ready
	$(BIN)/pytest --accept

# What checking costs: 200 maps, then one. bench/README.md compares it with other tools.
bench: .venv/ready
	$(BIN)/python bench/make_maps.py build/bench
	@for command in validate lint; do for maps in "build/bench/*.yaml" build/bench/map-0002.cjm.yaml; do \
	  echo "cjm $$command $$maps: $$(bench/median.sh $(BIN)/cjm $$command $$maps) s"; done; done

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@
