"""The rules: one file each, its name the rule's, its docstring the rule's page."""
