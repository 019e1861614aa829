"""Writes the merged text by the plan of the merge, each line as its author wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from cjm.compare.merge.entry_text import block_entry, copied, in_brackets, inline_entry, is_same_text, merged_comments
from cjm.compare.merge.hunk import Conflict, Hunk, WiderConflictError, trimmed
from cjm.compare.merge.indent import shifted
from cjm.compare.merge.layout import Block, Entry, Flow, Leaf, UnsureError
from cjm.compare.merge.order import merged_order
from cjm.compare.merge.plan import PlannedEntry, Shape
from cjm.compare.merge.three import OURS, THEIRS, Resolution, Three, by_key
from cjm.core.path import Path

_Holder: TypeAlias = Block | Flow
_SOURCES = ("sources",)
_SHORT = frozenset({"emotion", "persona"})
"""Keys whose mapping may be written as the one value that it must have."""
_SIGNS_OF_BRACKETS = frozenset(",[]{}")


class Writer:
    """Writes a planned merge with the layouts of the three maps."""

    def __init__(self, layouts: Three[Block], moved: Three[list[Path]]) -> None:
        self._layouts = layouts
        self._entries = layouts.map(_entries_by_path)
        self._around_moved = [{path[:length] for path in paths or () for length in range(len(path))} for paths in moved]
        """Where on each side something is that holds what has moved."""

    def hunks(self, plan: PlannedEntry) -> list[Hunk]:
        """The merged text.

        Args:
            plan: what becomes of the whole map.

        Raises:
            UnsureError: the conflict cannot be shown.
        """
        try:
            return self._block(plan, Three(*self._layouts), 0)
        except WiderConflictError as error:
            raise UnsureError from error

    def _block(self, planned: PlannedEntry, values: Three[_Holder], column: int) -> list[Hunk]:
        """The lines of a list or mapping; none where nothing is left in it."""
        hunks = [hunk for group in self._groups(planned, values) for hunk in self._group(group, column)]
        tail = merged_comments(values.map(lambda value: _tail(value, column)))
        return [*hunks, tail] if hunks else []

    def _flow(self, planned: PlannedEntry, values: Three[_Holder], host: Flow) -> str:
        """The text of a list or mapping in brackets."""
        texts: list[tuple[Entry | None, str]] = []
        of_host = frozenset(host.entries)
        for group in self._groups(planned, values):
            for hunk in self._group(group, None):
                if not isinstance(hunk, str):
                    raise WiderConflictError
                there = self._three(group[0]).there
                texts.append((next((entry for entry in there if entry in of_host), None), hunk))
        return in_brackets(host, texts)

    def _groups(self, planned: PlannedEntry, values: Three[_Holder]) -> Iterator[list[PlannedEntry]]:
        """The entries in the order in which they are written, competing ones that are neighbours in one group."""
        entries = planned.entries if planned.shape is Shape.LIST else self._in_order(planned, values)
        for is_competing, group in groupby(entries, lambda entry: entry.resolution is Resolution.COMPETING):
            together = list(group)
            yield from [together] if is_competing else ([entry] for entry in together)

    def _in_order(self, planned: PlannedEntry, values: Three[_Holder]) -> Sequence[PlannedEntry]:
        """Entries whose order means nothing, in an order that is near to that of both sides."""
        entries = [*planned.entries, *(_meaningless(values, planned) if planned.shape is Shape.MAPPING else ())]
        by_path = {(side, path): entry for entry in entries for side, path in enumerate(entry.paths)}
        base, ours, theirs = (
            [entry for each in (value.entries if value else ()) if (entry := by_path.get((side, each.path)))]
            for side, value in enumerate(values)
        )
        return merged_order(base, ours, theirs) or list(dict.fromkeys([*ours, *theirs]))

    def _three(self, planned: PlannedEntry) -> Three[Entry]:
        """An entry on the three sides, wherever it is there."""
        pairs = zip(self._entries, planned.paths, strict=True)
        return Three(*(entries.get(path) if entries and path is not None else None for entries, path in pairs))

    def _group(self, group: list[PlannedEntry], column: int | None) -> list[Hunk]:
        threes = [self._three(planned) for planned in group]
        if group[0].resolution in (Resolution.COMPETING, Resolution.CONFLICT):
            return _conflict(threes, column)
        return self._entry(group[0], threes[0], column)

    def _entry(self, planned: PlannedEntry, three: Three[Entry], column: int | None) -> list[Hunk]:
        """What becomes of one entry."""
        if not three.there:
            return []
        kept = three.only if three.base else None
        if kept is None or planned.resolution is Resolution.MIXED or planned.resolution.chosen(three) is kept:
            return self._merged(planned, three, column)
        if kept.has_comment and not is_same_text(three.base, kept):
            return _conflict([three], column)
        return []

    def _merged(self, planned: PlannedEntry, three: Three[Entry], column: int | None) -> list[Hunk]:
        """An entry with what both sides have made of it."""
        whole = None if self._is_moved_inside(three) else _whole(three)
        if whole:
            return [copied(whole, column)]
        try:
            return self._mixed(planned, self._with_names(three), column)
        except WiderConflictError:
            return _conflict([three], column)

    def _is_moved_inside(self, three: Three[Entry]) -> bool:
        """Whether the entry holds what is somewhere else on another side."""
        return any(entry.path in around for entry, around in zip(three, self._around_moved, strict=True) if entry)

    def _with_names(self, three: Three[Entry]) -> Three[Entry]:
        """The three, where one side has a mapping, as mappings each: a bare text is the name of its item."""
        if all(isinstance(entry.value, Leaf) for entry in three.there):
            return three
        return three.map_sides(self._with_name)

    def _with_name(self, side: int, entry: Entry) -> Entry:
        named = (self._entries[side] or {}).get((*entry.path, _short_key(entry.path)))
        if named is None or not isinstance(entry.value, Leaf):
            return entry
        return replace(entry, value=Flow(is_list=False, entries=(named,), text=""))

    def _mixed(self, planned: PlannedEntry, three: Three[Entry], column: int | None) -> list[Hunk]:
        holders = [entry.value for entry in three.there if isinstance(entry.value, (Block, Flow))]
        is_list = any(holder.is_list for holder in holders)
        values: Three[_Holder] = three.map(lambda entry: _holder(entry, is_list=is_list))
        if planned.shape is Shape.VALUE or len(values.there) < len(three.there):
            return _chosen(planned.resolution, three, column)
        return self._held(planned, three, values, column)

    def _held(
        self, planned: PlannedEntry, three: Three[Entry], values: Three[_Holder], column: int | None
    ) -> list[Hunk]:
        """A list or mapping, written the way that one of the sides writes it."""
        host = _host(three)
        if isinstance(host.value, Flow):
            return inline_entry(three, host, column, self._flow(planned, values, host.value))
        if column is None or host.column is None or not isinstance(host.value, Block):
            raise WiderConflictError
        body = self._block(planned, values, column + host.value.column - host.column)
        if not body and any(entry.has_comment and not is_same_text(three.base, entry) for entry in three.there):
            raise WiderConflictError
        return block_entry(three, host, column, body) if body else []


def _meaningless(values: Three[_Holder], planned: PlannedEntry) -> Iterator[PlannedEntry]:
    """The keys that are not in the plan because they mean nothing: the format's version, and empty values."""
    known = {path[-1] for entry in planned.entries for path in entry.paths if path}
    by_step = values.map(lambda value: {entry.path[-1]: entry.path for entry in value.entries})
    for step, paths in by_key(by_step).items():
        if step not in known:
            yield PlannedEntry(paths, Resolution.of(paths.map(bool)))


def _holder(entry: Entry, *, is_list: bool) -> _Holder | None:
    return entry.value if not isinstance(entry.value, Leaf) and entry.value.is_list == is_list else None


def _entries_by_path(block: Block) -> dict[Path, Entry]:
    entries = {entry.path: entry for top in block.entries for entry in top.walk()}
    short = (_named(entry) for entry in entries.values() if isinstance(entry.value, Leaf) and _may_be_short(entry.path))
    return entries | {named.path: named for named in short}


def _may_be_short(path: Path) -> bool:
    """Whether a value may be written as its name alone, or an emotion as its score."""
    is_own = any(isinstance(step, str) and step.startswith("x-") for step in path)
    return not is_own and (isinstance(path[-1], int) or path[-1] in _SHORT or path[:-1] == _SOURCES)


def _short_key(path: Path) -> str:
    return "score" if path[-1] == "emotion" else "name"


def _named(entry: Entry) -> Entry:
    """The name, or the score, that a bare text means."""
    key = _short_key(entry.path)
    text = entry.value.text if isinstance(entry.value, Leaf) else ""
    return Entry(path=(*entry.path, key), column=None, mark=f"{key}:", gap=" ", value=entry.value, raw=f"{key}: {text}")


def _tail(value: _Holder, column: int) -> str | None:
    return shifted(value.tail, column - value.column) if isinstance(value, Block) else None


def _whole(three: Three[Entry]) -> Entry | None:
    """The entry that is the merged one as it is."""
    base, ours, theirs = three
    if three.only:
        return None if base else three.only
    if is_same_text(ours, theirs) or is_same_text(base, theirs):
        return ours
    return theirs if is_same_text(base, ours) else None


def _conflict(threes: Sequence[Three[Entry]], column: int | None) -> list[Hunk]:
    """Both sides whole, without the lines that they share.

    Raises:
        WiderConflictError: brackets have no place for both.
    """
    if column is None:
        raise WiderConflictError
    ours, theirs = (
        "".join(copied(entry, column) for three in threes if (entry := three[side])) for side in (OURS, THEIRS)
    )
    return trimmed(Conflict(ours, theirs))


def _host(three: Three[Entry]) -> Entry:
    """The side whose style the merged entry has: lines rather than brackets, else ours."""
    written = [entry for entry in three.there if not isinstance(entry.value, Flow) or entry.value.text]
    return min(written, key=lambda entry: (isinstance(entry.value, Flow), entry.column is None))


def _chosen(resolution: Resolution, three: Three[Entry], column: int | None) -> list[Hunk]:
    """A value that only one side has changed.

    Raises:
        WiderConflictError: both have, or the value cannot be written where it must.
    """
    chosen = three.only or (_written_again(three) if resolution is Resolution.SAME else resolution.chosen(three))
    if chosen is None:
        raise WiderConflictError
    if isinstance(chosen.value, Block):
        return [copied(chosen, column)]
    text = chosen.value.text
    is_plain = isinstance(chosen.value, Leaf) and text[:1] not in "\"'"
    if column is None and is_plain and _SIGNS_OF_BRACKETS.intersection(text):
        raise WiderConflictError
    return inline_entry(three, chosen, column, text)


def _written_again(three: Three[Entry]) -> Entry | None:
    """Of two entries that mean the same, theirs where only they have written it in another way."""
    base, ours, theirs = three
    return theirs if base and ours and ours.raw.strip() == base.raw.strip() else ours
