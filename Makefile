PYTHON ?= python3
BIN = .venv/bin

.PHONY: check format test accept

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

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@
