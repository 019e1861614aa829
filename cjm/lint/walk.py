"""Everything in a journey, one thing after another."""

from collections.abc import Iterator

from cjm.core.fields import parts_of
from cjm.core.items import Entity


def entities(entity: Entity) -> Iterator[Entity]:
    """An entity and all that it holds, in the order of the model's fields."""
    waiting = [entity]
    while waiting:
        part = waiting.pop()
        yield part
        for info in reversed(parts_of(type(part))):
            if value := getattr(part, info.name):
                waiting += reversed(value) if info.is_list else [value]
