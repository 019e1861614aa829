"""The merged text: ours with what theirs has changed, each line as its author wrote it."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from cjm.compare.merge.frame import Three, framed, in_brackets, is_same_text, joined, merged_comments, taken
from cjm.compare.merge.hunk import Conflict, Hunk, WiderConflictError, trimmed
from cjm.compare.merge.identity import BASE, OURS, SIDES, THEIRS, Identities, NodeList, free_names
from cjm.compare.merge.indent import shifted
from cjm.compare.merge.layout import Block, Entry, Flow, Leaf, UnsureError
from cjm.compare.merge.order import competing_inserts, merged_order
from cjm.compare.node import Node
from cjm.core.path import Path

_Holder: TypeAlias = Block | Flow
_SOURCES = ("sources",)
_SHORT = frozenset({"emotion", "persona"})
"""Keys whose mapping may be written as the one value that it must have."""
_SIGNS_OF_BRACKETS = frozenset(",[]{}")


class _Values(NamedTuple):
    """A list or mapping on the three sides, as far as it is there."""

    base: _Holder | None
    ours: _Holder | None
    theirs: _Holder | None

    @property
    def is_list(self) -> bool:
        return any(value.is_list for value in self if value)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a list or mapping holds: the entries by name, the order of the merge, and what cannot both be had.

    A name is the identity of a thing, what an item of an author's own list says, or a key. `lane` is there where the
    entries are things.
    """

    lane: NodeList | None
    is_list: bool
    entries: Sequence[dict[Hashable, Entry]]
    order: list[Hashable]
    competing_inserts: set[Hashable]

    def groups(self) -> Iterator[list[Hashable]]:
        """The names in order, rivals that are neighbours in one group."""
        group: list[Hashable] = []
        for name in self.order:
            if group and name not in self.competing_inserts:
                yield group
                group = []
            if name in self.competing_inserts:
                group.append(name)
            else:
                yield [name]
        if group:
            yield group


class TextMerger:
    """Merges the layouts of three maps whose things are matched."""

    def __init__(self, identities: Identities, base: Block | None, ours: Block, theirs: Block) -> None:
        self._identities = identities
        self._tops = _Values(base, ours, theirs)
        self._entry_at = [_entries_of(block) for block in self._tops]
        self._moved = [identities.moved_paths(side) for side in SIDES]

    def hunks(self) -> list[Hunk]:
        """The merged text.

        Raises:
            UnsureError: there is no way to show what is in conflict.
        """
        try:
            return self._block(self._tops, 0)
        except WiderConflictError as error:
            raise UnsureError from error

    def _block(self, values: _Values, column: int) -> list[Hunk]:
        """The lines of a list or mapping; none where nothing is left in it."""
        held = self._held(values)
        hunks = [hunk for names in held.groups() for hunk in self._group(held, names, column)]
        tail = merged_comments([_tail(value, column) for value in values])
        return [*hunks, tail] if hunks else []

    def _flow(self, values: _Values, host: Flow) -> str:
        """The text of a list or mapping in brackets."""
        held = self._held(values)
        texts: list[tuple[Entry | None, str]] = []
        for names in held.groups():
            for hunk in self._group(held, names, None):
                if not isinstance(hunk, str):
                    raise WiderConflictError
                three = self._three(held, names[0])
                texts.append((next((entry for entry in three.there if entry in host.entries), None), hunk))
        return in_brackets(host, texts)

    def _held(self, values: _Values) -> _Held:
        lane = next((lane for side in SIDES if (lane := self._lane(side, values[side]))), None)
        names = [self._names(side, values[side], lane) for side in SIDES]
        here = [[name for name in side if lane in self._homes(name, lane)] for side in names]
        gone = [name for name in names[BASE] if not self._is_known(name, names)]
        base, ours, theirs = here
        order = merged_order(base, ours, theirs)
        is_ordered = values.is_list and (lane is None or lane.is_ordered)
        if order is None and is_ordered:
            raise WiderConflictError
        return _Held(
            lane=lane,
            is_list=values.is_list,
            entries=[_by_name(side, value) for side, value in zip(names, values, strict=True)],
            order=list(dict.fromkeys([*ours, *theirs])) if order is None else order,
            competing_inserts=competing_inserts(names[BASE], ours, theirs, gone=gone) if is_ordered else set(),
        )

    def _lane(self, side: int, value: _Holder | None) -> NodeList | None:
        """The list of things that a value is; None where it is a mapping or an author's own list."""
        if value is None or _is_own(value.path) or not (value.is_list or value.path == _SOURCES):
            return None
        return NodeList(self._identities.at[side][value.path[:-1]], str(value.path[-1]))

    def _names(self, side: int, value: _Holder | None, lane: NodeList | None) -> list[Hashable]:
        entries = value.entries if value else ()
        if lane:
            return [self._identities.at[side][entry.path] for entry in entries]
        if value and value.is_list:
            return [*free_names([entry.meaning for entry in entries])]
        return [entry.path[-1] for entry in entries]

    def _homes(self, name: Hashable, lane: NodeList | None) -> tuple[NodeList | None, ...]:
        return self._identities.homes(name) if isinstance(name, Node) else (lane,)

    def _is_known(self, name: Hashable, names: Sequence[list[Hashable]]) -> bool:
        """Whether ours or theirs has it, be it elsewhere."""
        if isinstance(name, Node):
            return any(name in self._identities.here[side] for side in (OURS, THEIRS))
        return name in names[OURS] or name in names[THEIRS]

    def _three(self, held: _Held, name: Hashable) -> Three:
        """An entry on the three sides; a thing is found wherever it stands."""
        if not isinstance(name, Node):
            return Three(*(entries.get(name) for entries in held.entries))
        nodes = [self._identities.here[side].get(name) for side in SIDES]
        return Three(*(self._entry_at[side].get(node.at) if node else None for side, node in enumerate(nodes)))

    def _group(self, held: _Held, names: list[Hashable], column: int | None) -> list[Hunk]:
        threes = [self._three(held, name) for name in names]
        return (
            _conflict(threes, column)
            if names[0] in held.competing_inserts
            else self._entry(held, names[0], threes[0], column)
        )

    def _entry(self, held: _Held, name: Hashable, three: Three, column: int | None) -> list[Hunk]:
        """What becomes of one entry."""
        homes = self._homes(name, held.lane)
        if len(homes) > 1:
            is_ours = homes[0] == held.lane
            return _conflict([three._replace(theirs=None) if is_ours else three._replace(ours=None)], column)
        if three.base and three.only:
            return self._half_removed(name, three.base, three.only, three, column)
        is_item = bool(held.is_list or held.lane)
        if is_item and three.base is None and not three.agrees:
            return _conflict([three], column)
        return self._merged(three, column)

    def _half_removed(self, name: Hashable, base: Entry, kept: Entry, three: Three, column: int | None) -> list[Hunk]:
        """What becomes of an entry that one side has removed."""
        has_moved = isinstance(name, Node) and self._identities.has_moved(name)
        if _is_untouched(base, kept) and not has_moved:
            return []
        if _holds_items(kept) and isinstance(kept.path[-1], str):
            return self._merged(three, column)
        return _conflict([three], column)

    def _merged(self, three: Three, column: int | None) -> list[Hunk]:
        """An entry with what both sides have made of it."""
        whole = None if self._is_moved_inside(three) else _whole(three)
        if whole:
            return [taken(whole, column)]
        try:
            return self._mixed(_with_names(three), column)
        except WiderConflictError:
            return _conflict([three], column)

    def _is_moved_inside(self, three: Three) -> bool:
        """Whether the entry holds what stands elsewhere on another side."""
        return any(
            path != entry.path and path[: len(entry.path)] == entry.path
            for entry, paths in zip(three, self._moved, strict=True)
            if entry
            for path in paths
        )

    def _mixed(self, three: Three, column: int | None) -> list[Hunk]:
        values = [entry.value if entry else None for entry in three]
        holders = [value for value in values[1:] if isinstance(value, (Block, Flow))]
        if len(holders) < len(three.there) or len({holder.is_list for holder in holders}) > 1:
            return _chosen(three, column)
        is_list = holders[0].is_list
        alike = [value if isinstance(value, (Block, Flow)) and value.is_list == is_list else None for value in values]
        return self._held_by(_host(three), three, _Values(*alike), column)

    def _held_by(self, host: Entry, three: Three, values: _Values, column: int | None) -> list[Hunk]:
        """A list or mapping, written the way that one of the sides writes it."""
        if isinstance(host.value, Flow):
            return framed(three, host, column, self._flow(values, host.value))
        if column is None or host.column is None or not isinstance(host.value, Block):
            raise WiderConflictError
        body = self._block(values, column + host.value.column - host.column)
        if not body and any(entry.has_comment and not is_same_text(three.base, entry) for entry in three.there):
            raise WiderConflictError
        return joined(three, host, column, body) if body else []


def _entries_of(block: _Holder | None) -> dict[Path, Entry]:
    return {entry.path: entry for top in (block.entries if block else ()) for entry in top.walk()}


def _by_name(names: list[Hashable], value: _Holder | None) -> dict[Hashable, Entry]:
    return dict(zip(names, value.entries, strict=True)) if value else {}


def _tail(value: _Holder | None, column: int) -> str | None:
    return shifted(value.tail, column - value.column) if isinstance(value, Block) else None


def _holds_items(entry: Entry) -> bool:
    return entry.path == _SOURCES or (not isinstance(entry.value, Leaf) and entry.value.is_list)


def _is_untouched(base: Entry, kept: Entry) -> bool:
    return is_same_text(base, kept) or (base.meaning == kept.meaning and not kept.has_comment)


def _whole(three: Three) -> Entry | None:
    """The entry that is the merged one as it stands."""
    base, ours, theirs = three
    if three.only:
        return None if base else three.only
    if is_same_text(ours, theirs) or is_same_text(base, theirs):
        return ours
    return theirs if is_same_text(base, ours) else None


def _conflict(threes: Sequence[Three], column: int | None) -> list[Hunk]:
    """Both sides whole, without the lines that they share.

    Raises:
        ClashError: brackets have no place for both.
    """
    if column is None:
        raise WiderConflictError
    ours, theirs = (
        "".join(taken(entry, column) for three in threes if (entry := three[side])) for side in (OURS, THEIRS)
    )
    return trimmed(Conflict(ours, theirs))


def _with_names(three: Three) -> Three:
    """The three, where one side has a mapping, as mappings each: a bare text is the name of its item."""
    long = [entry.value for entry in three.there if not isinstance(entry.value, Leaf)]
    if not long or any(value.is_list for value in long) or not _may_be_short(three.there[0].path):
        return three
    return Three(*(_with_name(entry) if entry and isinstance(entry.value, Leaf) else entry for entry in three))


def _is_own(path: Path) -> bool:
    """Whether something is the author's own, of whatever shape."""
    return any(isinstance(step, str) and step.startswith("x-") for step in path)


def _may_be_short(path: Path) -> bool:
    return not _is_own(path) and (isinstance(path[-1], int) or path[-1] in _SHORT or path[:-1] == _SOURCES)


def _with_name(entry: Entry) -> Entry:
    key = "score" if entry.path[-1] == "emotion" else "name"
    text = entry.value.text if isinstance(entry.value, Leaf) else ""
    named = Entry(
        path=(*entry.path, key),
        column=None,
        mark=f"{key}:",
        gap=" ",
        value=entry.value,
        raw=f"{key}: {text}",
        meaning=entry.meaning,
    )
    return replace(entry, value=Flow(entry.path, False, (named,), ""))  # noqa: FBT003 (no list)


def _host(three: Three) -> Entry:
    """The side whose way of writing the merged entry has: lines rather than brackets, else ours."""
    written = [entry for entry in three.there if not isinstance(entry.value, Flow) or entry.value.text]
    return min(written, key=lambda entry: (isinstance(entry.value, Flow), entry.column is None))


def _chosen(three: Three, column: int | None) -> list[Hunk]:
    """A value that only one side has changed.

    Raises:
        ClashError: both have, or the value cannot stand where it must.
    """
    chosen = _choice(three)
    if isinstance(chosen.value, Block):
        return [taken(chosen, column)]
    text = chosen.value.text
    is_plain = isinstance(chosen.value, Leaf) and text[:1] not in "\"'"
    if column is None and is_plain and _SIGNS_OF_BRACKETS.intersection(text):
        raise WiderConflictError
    return framed(three, chosen, column, text)


def _choice(three: Three) -> Entry:
    base, ours, theirs = three
    if ours is None or theirs is None:
        return three.there[0]
    was = base.meaning if base else None
    if ours.meaning == theirs.meaning:
        is_mine_old = base and ours.raw.strip() == base.raw.strip()
        return theirs if is_mine_old else ours
    if was not in (ours.meaning, theirs.meaning):
        raise WiderConflictError
    return theirs if was == ours.meaning else ours
