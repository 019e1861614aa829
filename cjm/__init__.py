"""Customer journey maps as plain YAML in git: validate, lint, draw."""
