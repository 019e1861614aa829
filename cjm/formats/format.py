"""What the file of a format declares of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files in a format are called, and whether people can read them.

    `endings` are those of files that are in this format where nobody names one.
    """

    endings: tuple[str, ...] = ()
    is_binary: bool = False
