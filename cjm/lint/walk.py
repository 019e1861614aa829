"""Everything in a journey, one thing after another."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args

from cjm.core.model import Entity


def entities(entity: Entity) -> Iterator[Entity]:
    """An entity and all that it holds, in the order of the model's fields."""
    waiting: list[Any] = [entity]
    while waiting:
        part = waiting.pop()
        yield part
        kind: Any = type(part)
        for name in reversed(_parts(kind)):
            value = getattr(part, name)
            if isinstance(value, tuple):
                waiting += reversed(value)
            elif value is not None:
                waiting.append(value)


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if _holds_entities(item.type))


def _holds_entities(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Entity):
        return True
    return any(_holds_entities(part) for part in get_args(hint))
