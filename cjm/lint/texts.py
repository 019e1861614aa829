"""What an author wrote in a journey, text by text."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args

from cjm.core.model import Entity, OwnLane
from cjm.core.path import Path

_NO_TEXTS = (
    "at", "id", "key", "url", "source", "touchpoint", "origin", "destination",
    "language", "review_every", "target", "baseline", "actual",
)  # fmt: skip
"""Fields that hold names of other things, figures and codes."""


def texts(parts: Iterable[Entity]) -> Iterator[tuple[Path, str]]:
    """Every text of parts of a journey, and where it stands; references, figures and codes are none."""
    for part in parts:
        kind: Any = type(part)
        for name in _text_fields(kind):
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*part.at, name), value
            elif value:
                yield from _several(part, name, value)


def _several(part: Entity, name: str, values: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    path = part.at if isinstance(part, OwnLane) else (*part.at, name)
    for number, text in enumerate(values):
        yield (*path, number), text


@cache
def _text_fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name not in _NO_TEXTS and _holds_text(item.type))


def _holds_text(hint: Any) -> bool:
    return hint is str or any(_holds_text(part) for part in get_args(hint))
