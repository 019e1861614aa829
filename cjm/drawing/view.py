"""The names of the ways to look at a map as a picture, for who asks for one without drawing it."""

from enum import StrEnum


class View(StrEnum):
    """What `--view` knows."""

    POSTER = "poster"
    FLOW = "flow"
