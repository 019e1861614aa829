"""Customer journey maps as plain YAML in git: validate, lint, draw."""

__version__ = "0.1.0"
