"""Reviews of changed maps: the changes of each, and the findings that were introduced or fixed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from cjm.compare.change import Change
from cjm.compare.compare import Comparison, compare
from cjm.compare.node import Node
from cjm.core.finding import Finding, Severity, in_order
from cjm.core.path import Path
from cjm.mapfile.document import Document

MapStatus: TypeAlias = Literal["added", "removed", "renamed", "changed", "unchanged", "broken"]
"""What happened to a map; broken: a side does not conform to the schema, so that nothing can be compared."""

_Identity: TypeAlias = tuple[str, object, tuple[str, ...]]
"""The code of a finding, the thing it is about, and the keys from there."""


@dataclass(frozen=True, kw_only=True)
class MapReview:
    """One map before and after; a missing side is None.

    `comparison` is missing unless both sides are there and conform. `introduced` and `fixed` are findings of the new
    and of the old side; of a broken map, `introduced` lists what is wrong with either.
    """

    name: str
    old_name: str | None
    new_name: str | None
    status: MapStatus
    old: Document | None = None
    new: Document | None = None
    comparison: Comparison | None = None
    introduced: Sequence[Finding] = ()
    fixed: Sequence[Finding] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes inside of the map."""
        return self.comparison.changes if self.comparison else ()

    @cached_property
    def wrong_before(self) -> frozenset[int]:
        """The identities of what reading has found in the old side; in the new one there may be equal findings."""
        return frozenset(map(id, self.old.findings if self.old else ()))


Check: TypeAlias = Callable[[Document], Sequence[Finding]]
"""The findings of one map, without those that its comments suppress."""


def review(old: Document | None, new: Document | None, check: Check, *, is_renamed: bool = False) -> MapReview:
    """Compare two sides of a map, of which one may be missing.

    Args:
        old: the map as it was.
        new: the map as it is.
        check: gives the findings of each side.
        is_renamed: the file has another name now; two files given by name are not one file renamed.
    """
    sides = [side for side in (old, new) if side]
    bare = MapReview(
        name=sides[-1].source.name,
        old_name=_name(old),
        new_name=_name(new),
        status="broken",
        old=old,
        new=new,
        introduced=[finding for side in sides for finding in _errors(side)],
    )
    if bare.introduced:
        return bare
    if old and new:
        return _compared(bare, compare(old, new), check(old), check(new), is_renamed=is_renamed)
    return replace(bare, status="added", introduced=check(new)) if new else replace(bare, status="removed")


def _name(side: Document | None) -> str | None:
    return side.source.name if side else None


def _errors(side: Document) -> Iterator[Finding]:
    return (finding for finding in in_order(side.findings) if finding.severity is Severity.ERROR)


def _compared(
    bare: MapReview, comparison: Comparison, before: Sequence[Finding], after: Sequence[Finding], *, is_renamed: bool
) -> MapReview:
    identities = _FindingIdentities(comparison)
    known, left = Counter(map(identities.of_old, before)), Counter(map(identities.of_new, after))
    status: MapStatus = "renamed" if is_renamed else "changed" if comparison.changes else "unchanged"
    return replace(
        bare,
        status=status,
        comparison=comparison,
        introduced=[finding for finding in after if _is_new(known, identities.of_new(finding))],
        fixed=[finding for finding in before if _is_new(left, identities.of_old(finding))],
    )


def _is_new(counts: Counter[_Identity], identity: _Identity) -> bool:
    """Whether the other side has no such finding left; otherwise one is used up."""
    counts[identity] -= 1
    return counts[identity] < 0


class _FindingIdentities:
    """Recognises a finding after the thing it is about was renamed or moved."""

    def __init__(self, comparison: Comparison) -> None:
        self._matches = comparison.matches
        self._old = {node.at: node for node in comparison.old.walk()}
        self._new = {node.at: node for node in comparison.new.walk()}

    def of_old(self, finding: Finding) -> _Identity:
        node, keys = _nearest(self._old, finding.path)
        return finding.rule.code, self._matches.new_of(node) or node, keys

    def of_new(self, finding: Finding) -> _Identity:
        return finding.rule.code, *_nearest(self._new, finding.path)


def _nearest(nodes: dict[Path, Node], path: Path) -> tuple[Node, tuple[str, ...]]:
    """The innermost node on a path, and the keys after it."""
    length = next(length for length in range(len(path), -1, -1) if path[:length] in nodes)
    return nodes[path[:length]], tuple(step for step in path[length:] if isinstance(step, str))
