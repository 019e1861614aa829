"""Ways to show a map, findings, changes and the rules: one file a format, pure: a value in, text or bytes out."""
