"""Compares two maps: the changes from one to the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cjm.compare import wording
from cjm.compare.change import Change, ChangeGroup, Level, Place
from cjm.compare.match import Matches, match
from cjm.compare.meaning import Meaning, meaning_of
from cjm.compare.node import Node, json_of_entry, node_of
from cjm.compare.order import Rank, interleaved, longest_increasing
from cjm.core.fields import fields_of
from cjm.core.model import Stage
from cjm.core.references import REFERRED_TO
from cjm.mapfile.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two maps as trees of things, which thing is which, and what changed, in the order of the new map."""

    old: Node
    new: Node
    matches: Matches
    changes: tuple[Change, ...]


def compare(old: Document, new: Document) -> Comparison:
    """Compare two maps that conform to the schema."""
    before, now = node_of(old.journey), node_of(new.journey)
    matches = match(before, now)
    comparer = _Comparer(old, new, matches)
    return Comparison(old=before, new=now, matches=matches, changes=tuple(comparer.changes(before, now)))


class _Comparer:
    def __init__(self, old: Document, new: Document, matches: Matches) -> None:
        self._old, self._new, self._matches = old, new, matches

    def changes(self, old: Node, new: Node) -> Iterator[Change]:
        """What changed of a pair: itself, then what it holds."""
        yield from self._fields(old, new)
        for info in fields_of(new.kind) if new.info.holds_entities else ():
            yield from self._lane(old.parts.get(info.key, ()), new.parts.get(info.key, ()))

    def _lane(self, olds: tuple[Node, ...], news: tuple[Node, ...]) -> Iterator[Change]:
        """The changes of one list: what is there in its new order, what is gone where it was."""
        position = {old: number for number, old in enumerate(olds)}
        stayed = self._stayed(position, news)
        gone = [number for old, number in position.items() if not self._matches.new_of(old)]
        partners = [self._matches.old_of(new) for new in news]
        for lost, here in interleaved(gone, [position.get(old) if old else None for old in partners]):
            if lost is not None:
                yield self._removed(olds[lost])
            elif here is not None:
                yield from self._there(partners[here], news[here], in_place=news[here] in stayed)

    def _there(self, old: Node | None, new: Node, *, in_place: bool) -> Iterator[Change]:
        """What happened to a thing of the new map."""
        return self._pair(old, new, in_place=in_place) if old else self._added(new)

    def _stayed(self, position: dict[Node, int], news: tuple[Node, ...]) -> set[Node]:
        """The new things that did not move within their list."""
        pairs = [(old, new) for new in news if (old := self._matches.old_of(new)) in position and old]
        if news and news[0].info.order == "none":
            return {new for _, new in pairs}
        places = [position[old] for old, _ in pairs]
        return {pairs[number][1] for number in longest_increasing(places, lambda number: _rank(*pairs[number]))}

    def _pair(self, old: Node, new: Node, *, in_place: bool) -> Iterator[Change]:
        if old.key != new.key or (old.parent and self._matches.new_of(old.parent)) is not new.parent:
            yield self._moved(old, new)
        elif not in_place:
            yield self._reordered(old, new)
        if old.name != new.name and new.info.is_named:
            yield self._renamed(old, new)
        yield from self.changes(old, new)

    def _added(self, new: Node) -> Iterator[Change]:
        """A new thing, and what came into it from elsewhere."""
        change = self._change(Meaning("added", f"{new.noun.word}-added", wording.added(new)), None, new)
        yield replace(change, after=json_of_entry(new))
        yield from self._moved_into(new)

    def _moved_into(self, new: Node) -> Iterator[Change]:
        for parts in new.parts.values():
            for part in parts:
                old = self._matches.old_of(part)
                yield from self._pair(old, part, in_place=True) if old else self._moved_into(part)

    def _removed(self, old: Node) -> Change:
        level = Level.BREAKING if old.key in REFERRED_TO else Level.NOTABLE
        meaning = Meaning("removed", f"{old.noun.word}-removed", wording.removed(old))
        change = self._change(meaning, old, None, level=level)
        return replace(change, before=json_of_entry(old))

    def _moved(self, old: Node, new: Node) -> Change:
        level = Level.BREAKING if new.key in REFERRED_TO else Level.NOTABLE
        meaning = Meaning("moved", f"{new.noun.word}-moved", wording.moved(old, new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=old.address, after=new.address)

    def _reordered(self, old: Node, new: Node) -> Change:
        before, now = _number(old), _number(new)
        level = Level.NOTABLE if new.info.order == "journey" else Level.COSMETIC
        meaning = Meaning("moved", f"{new.noun.word}-reordered", wording.reordered(new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=before, after=now)

    def _renamed(self, old: Node, new: Node) -> Change:
        level = Level.COSMETIC if _letters(old.name) == _letters(new.name) else Level.NOTABLE
        if new.key in REFERRED_TO and not new.info.mapping_key and not (new.id and new.id == old.id):
            level = Level.BREAKING
        meaning = Meaning("renamed", f"{new.noun.word}-renamed", wording.renamed(old, new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=old.name, after=new.name)

    def _fields(self, old: Node, new: Node) -> Iterator[Change]:
        for field in [*new.fields, *(field for field in old.fields if field not in new.fields)]:
            is_name = field == "name" and new.info.is_named
            if not is_name and old.fields.get(field) != new.fields.get(field) and not self._follows(old, new, field):
                yield self._field(old, new, field)

    def _follows(self, old: Node, new: Node, field: str) -> bool:
        """Whether references only follow what they refer to, which has another name or id now, or is not there."""
        before, now = old.references(field), new.references(field)
        return (
            bool(before)
            and len(before) == len(now)
            and all(any(self._is_same(one, other) for other in now) for one in before)
        )

    def _is_same(self, old: tuple[str, Node | None], new: tuple[str, Node | None]) -> bool:
        """Whether two references are to the same thing."""
        (word, before), (now_word, now) = old, new
        if before is not None and now is not None:
            return self._matches.new_of(before) is now
        found, other = (before, now_word) if before else (now, word)
        return other in (found.id, found.name) if found else word == now_word

    def _field(self, old: Node, new: Node, field: str) -> Change:
        change = self._change(meaning_of(old, new, field), old, new, field=field, level=_level(old, new, field))
        return replace(change, before=old.fields.get(field), after=new.fields.get(field))

    def _change(
        self,
        meaning: Meaning,
        old: Node | None,
        new: Node | None,
        *,
        field: str = "",
        level: Level = Level.NOTABLE,
    ) -> Change:
        node = new or old
        if node is None:
            raise ValueError(meaning.kind)  # a change is always of something
        return Change(
            kind=meaning.kind,
            action=meaning.action,
            level=level,
            message=meaning.message,
            group=self._group(old, new),
            key=node.key,
            field=field,
            address=node.address,
            old=_place(self._old, old, field),
            new=_place(self._new, new, field),
        )

    def _group(self, old: Node | None, new: Node | None) -> ChangeGroup:
        now = new.within(Stage) if new else None
        before = old.within(Stage) if old else None
        if new is None and before:
            now = self._matches.new_of(before)
        if now:
            before = self._matches.old_of(now)
        named = now or before
        return ChangeGroup(
            name=named.name if named else "",
            old=_number(before) if before else None,
            new=_number(now) if now else None,
        )


def _place(document: Document, node: Node | None, field: str) -> Place | None:
    if node is None:
        return None
    path = (*node.at, field) if field and (*node.at, field) in document.tree.values else node.at
    return Place(path=path, span=document.tree.locate(path))


def _level(old: Node, new: Node, field: str) -> Level:
    info = new.info_of(field)
    if info is None:
        return Level.NOTABLE
    before, now = old.fields.get(field), new.fields.get(field)
    if info.is_id and before is not None:
        return Level.BREAKING
    is_respelt = info.content == "prose" and bool(before and now) and _letters(str(before)) == _letters(str(now))
    return Level.COSMETIC if info.is_cosmetic or is_respelt else Level.NOTABLE


def _number(node: Node) -> int:
    """The position in its list, from one."""
    return int(node.at[-1]) + 1


def _rank(old: Node, new: Node) -> Rank:
    """What decides between moves, the same in both directions; facts decide between equal names."""
    facts = [list(node.facts()) for node in (old, new)]
    names = sorted(f"{node.name} {node.id or ''} {known}" for node, known in zip((old, new), facts, strict=True))
    return sum(map(len, facts)), " ".join(names)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
