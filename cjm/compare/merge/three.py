"""The three sides of a merge, base, ours and theirs, and which version wins."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Generic, NamedTuple, TypeVar

K = TypeVar("K")
T = TypeVar("T")
U = TypeVar("U")

SIDES = BASE, OURS, THEIRS = range(3)


class Three(NamedTuple, Generic[T]):
    """Something on the three sides; None where a side does not have it."""

    base: T | None
    ours: T | None
    theirs: T | None

    @property
    def there(self) -> list[T]:
        """What ours and theirs have of it."""
        return [side for side in self[OURS:] if side is not None]

    @property
    def only(self) -> T | None:
        """What one of ours and theirs has and the other has not; None where both have it, or neither."""
        return self.there[0] if len(self.there) == 1 else None

    def map(self, function: Callable[[T], U | None]) -> "Three[U]":
        """The same function of each side that has it."""
        return Three(*(None if side is None else function(side) for side in self))

    def map_sides(self, function: Callable[[int, T], U | None]) -> "Three[U]":
        """The same of a function that also takes the number of the side."""
        return Three(*(None if it is None else function(side, it) for side, it in zip(SIDES, self, strict=True)))


def by_key(sides: Three[dict[K, T]]) -> dict[K, Three[T]]:
    """The values below each key that one of the sides has."""
    keys = dict.fromkeys(key for side in sides for key in side or ())
    return {key: Three(*(side.get(key) if side else None for side in sides)) for key in keys}


class Resolution(Enum):
    """Whose version of an entry the merged map has; the version may be that the entry is gone."""

    SAME = auto()
    OURS = auto()
    THEIRS = auto()
    MIXED = auto()
    """Both have changed it; what becomes of it is decided entry by entry."""
    CONFLICT = auto()
    COMPETING = auto()
    """A conflict with its neighbours: each side has put something else into one place."""

    @classmethod
    def of(cls, three: Three[Any]) -> "Resolution":
        """How three values are resolved: by who has changed it."""
        base, ours, theirs = three
        if ours == theirs:
            return cls.SAME
        if base in (ours, theirs):
            return cls.THEIRS if base == ours else cls.OURS
        return cls.MIXED

    def chosen(self, three: Three[Any]) -> Any:
        """The version that wins; of two that mean the same, the one that differs from the base; None in a conflict."""
        base, ours, theirs = three
        if self is Resolution.SAME:
            return theirs if ours is None or ours == base else ours
        return {Resolution.OURS: ours, Resolution.THEIRS: theirs}.get(self)
