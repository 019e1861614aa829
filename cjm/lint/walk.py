"""Everything in a journey, one thing after another."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args

from cjm.model import Entity


def entities(entity: Entity) -> Iterator[Entity]:
    """An entity and all that it holds, in the order of the model's fields."""
    yield entity
    kind: Any = type(entity)
    for name in _parts(kind):
        value = getattr(entity, name)
        for part in value if isinstance(value, tuple) else (value,):
            if part is not None:
                yield from entities(part)


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if _holds_entities(item.type))


def _holds_entities(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Entity):
        return True
    return any(_holds_entities(part) for part in get_args(hint))
