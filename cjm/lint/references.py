"""What a reference by id or name means."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cjm.core.model import Stage, Touchpoint


def by_reference(things: Sequence[Stage | Touchpoint]) -> Mapping[str, Sequence[int]]:
    """For each id and name, the positions of the things that have it; an id is the stronger, so it stands first.

    >>> dict(by_reference([Stage(name="pay"), Stage(name="Checkout", id="pay")]))
    {'pay': [1, 0], 'Checkout': [1]}
    """
    positions = defaultdict(list)
    for position, thing in enumerate(things):
        if thing.id is not None:
            positions[thing.id].append(position)
    for position, thing in enumerate(things):
        if thing.name != thing.id:
            positions[thing.name].append(position)
    return positions
