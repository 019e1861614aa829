"""Paths: where something is in a map's data."""

from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and zero-based list positions from the top: ``("stages", 2, "emotion")``."""


def dotted(path: Path) -> str:
    """Write a path as people write it.

    >>> dotted(("stages", 2, "emotion"))
    'stages[2].emotion'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
