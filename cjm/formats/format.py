"""What the file of a format declares about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files in a format are named, and whether they are binary.

    `endings` are those of files that are in this format by default.
    """

    endings: tuple[str, ...] = ()
    is_binary: bool = False
