"""The change: its action, level, place and message."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, TypeAlias

from cjm.core.items import Json
from cjm.core.path import Path
from cjm.core.span import Span
from cjm.core.text import Text

Action: TypeAlias = Literal["added", "removed", "changed", "renamed", "moved", "solved"]
"""What was done to a thing; `solved`: a problem is solved, or a KPI has reached its target."""


class Level(IntEnum):
    """How much a change matters; a larger number matters more."""

    COSMETIC = 1
    NOTABLE = 2
    BREAKING = 3
    """What refers to the thing, from this map or elsewhere, may no longer find it."""

    @property
    def word(self) -> str:
        """The name as commands and formats write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is in one of the two maps."""

    path: Path
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """The stage that a change belongs to, by its number from one in the old and in the new map; or the map itself."""

    name: str = ""
    old: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference in the map's own terms.

    `kind` is its code, such as `touchpoint-moved`. `key` is the key that holds the thing, `field` the field that
    changed, empty for the whole thing. `address` names the thing without numbers. `before` and `after` are
    values of a field, or whole things; `old` and `new` are missing where there is nothing.
    """

    kind: str
    action: Action
    level: Level
    message: Text
    group: ChangeGroup
    key: str
    field: str = ""
    address: str
    before: Json = None
    after: Json = None
    old: Place | None = None
    new: Place | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same change wherever its lines have moved to: sixteen hexadecimal digits."""
        from hashlib import sha256  # noqa: PLC0415 (only for programs that read changes)

        parts = repr((self.kind, self.address, self.field, self.before, self.after))
        return sha256(parts.encode("utf-8", errors="backslashreplace")).hexdigest()[:16]
