"""Resolves references: an id comes before a name, and of equal ones the first counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from cjm.core.fields import all_fields
from cjm.core.model import Journey

REFERRED_TO = frozenset(info.refers_to for info in all_fields(Journey) if info.refers_to)
"""The keys of the lists whose things others refer to."""


class Referable(Protocol):
    """Anything that can be referred to by its id or its name."""

    @property
    def id(self) -> str | None: ...

    @property
    def name(self) -> str: ...


def by_reference(things: Sequence[Referable], *, by_name: bool = True) -> Mapping[str, Sequence[int]]:
    """For each id and name, the positions of the things that have it, first the one to which a reference resolves.

    Args:
        things: those to which a reference may resolve.
        by_name: their names refer to them too.

    >>> from cjm.core.model import Stage
    >>> dict(by_reference([Stage(name="pay"), Stage(name="Checkout", id="pay")]))
    {'pay': [1, 0], 'Checkout': [1]}
    """
    positions = defaultdict(list)
    for position, thing in enumerate(things):
        if thing.id is not None:
            positions[thing.id].append(position)
    for position, thing in enumerate(things if by_name else ()):
        if thing.name != thing.id:
            positions[thing.name].append(position)
    return positions
