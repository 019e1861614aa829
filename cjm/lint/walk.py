"""Everything in a journey, one thing after another."""

from collections.abc import Iterator
from dataclasses import fields

from cjm.model import Entity


def entities(entity: Entity) -> Iterator[Entity]:
    """An entity and all that it holds, in the order of the model's fields."""
    yield entity
    for item in fields(entity):
        value = getattr(entity, item.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Entity):
                yield from entities(part)
