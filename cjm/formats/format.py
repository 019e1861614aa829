"""What the file of a format declares about it."""

from dataclasses import dataclass

from cjm.core.safe_text import Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files in a format are named, and whether they are binary.

    `endings` are those of files that are in this format by default. `spelling` is how a character can be
    written by its number there; None is for the format that is made of commands to a CI server.
    """

    endings: tuple[str, ...] = ()
    is_binary: bool = False
    spelling: Spelling | None = "text"
