"""Spans: where something is in a file's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """From the first character to just after the last; lines and columns count characters from one."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The very beginning of a file: for what concerns the file as a whole."""
