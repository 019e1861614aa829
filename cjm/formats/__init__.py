"""Formats of maps, findings, changes and rules: one file per format, pure: a value in, text or bytes out."""
