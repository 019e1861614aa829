"""The names of the views of a map, importable without the code that draws."""

from enum import StrEnum


class View(StrEnum):
    """The values of `--view`."""

    POSTER = "poster"
    FLOW = "flow"
