"""The properties of the terminal, or of whatever standard output leads to."""

import os
import sys
from typing import Literal, TypeAlias

WIDEST = 1000
"""Display cells that a line takes at most, whatever the terminal reports."""

ColourMode: TypeAlias = Literal["auto", "always", "never"]


def wants_colour(mode: ColourMode) -> bool:
    """Whether to send colours to standard output (see no-color.org and force-color.org)."""
    if mode != "auto":
        return mode == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Display cells of a line: the terminal's, or COLUMNS', else 80."""
    import shutil  # noqa: PLC0415 (checking maps asks for no width)

    return min(shutil.get_terminal_size().columns, WIDEST)
