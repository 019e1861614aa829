"""Two maps -> the changes between them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cjm.compare import wording
from cjm.compare.change import Change, Group, Level, Place
from cjm.compare.match import Matches, match
from cjm.compare.meaning import Meaning, meaning_of
from cjm.compare.node import SINGLE, UNORDERED, Node, json_of_entry, node_of
from cjm.compare.nouns import NOUNS
from cjm.compare.order import Rank, interleaved, longest_increasing
from cjm.core.model import Stage
from cjm.mapfile.document import Document

_STAGE = Stage.__name__
_REFERRED_TO = frozenset({"stages", "touchpoints", "sources"})
"""Keys below which things stand that others refer to."""
_REFERRED_BY_NAME = frozenset({"stages", "touchpoints"})
_WITHOUT_NAME = frozenset({"", "emotion", "transitions"})
"""Keys of things that are not known by a name of their own."""
_KEYS_OF_ORDER = frozenset({"stages", "touchpoints"})
"""Where another order is another journey, not another list."""
_COSMETIC_FIELDS = frozenset({"id", "url", "review_every", "language"})
_PROSE = frozenset({"title", "scenario", "about", "segment", "quote", "goal", "customer_goal", "name"})
"""Fields that say the same with other capitals and another punctuation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two maps as trees of things, which thing is which, and what changed, in the order of the new map."""

    old: Node
    new: Node
    matches: Matches
    changes: tuple[Change, ...]


def compare(old: Document, new: Document) -> Comparison:
    """Say what changed from one map to another; both conform to the schema."""
    before, now = node_of(old.journey, old.tree), node_of(new.journey, new.tree)
    matches = match(before, now)
    comparer = _Comparer(old, new, matches)
    return Comparison(old=before, new=now, matches=matches, changes=tuple(comparer.changes(before, now)))


class _Comparer:
    def __init__(self, old: Document, new: Document, matches: Matches) -> None:
        self._old, self._new, self._matches = old, new, matches

    def changes(self, old: Node, new: Node) -> Iterator[Change]:
        """What changed of a pair: itself, then what it holds."""
        yield from self._fields(old, new)
        for key in [key for key in NOUNS if key in old.parts or key in new.parts]:
            yield from self._lane(old.parts.get(key, ()), new.parts.get(key, ()))

    def _lane(self, olds: tuple[Node, ...], news: tuple[Node, ...]) -> Iterator[Change]:
        """The changes of one list: what is there in its new order, what is gone where it stood."""
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
        if news and news[0].key in UNORDERED:
            return {new for _, new in pairs}
        places = [position[old] for old, _ in pairs]
        return {pairs[number][1] for number in longest_increasing(places, lambda number: _rank(*pairs[number]))}

    def _pair(self, old: Node, new: Node, *, in_place: bool) -> Iterator[Change]:
        if old.key != new.key or (old.parent and self._matches.new_of(old.parent)) is not new.parent:
            yield self._moved(old, new)
        elif not in_place:
            yield self._reordered(old, new)
        if old.name != new.name and new.key not in _WITHOUT_NAME:
            yield self._renamed(old, new)
        yield from self.changes(old, new)

    def _added(self, new: Node) -> Iterator[Change]:
        """A new thing, and what came into it from elsewhere."""
        change = self._change(Meaning("added", f"{_word(new)}-added", wording.added(new)), None, new)
        yield replace(change, after=json_of_entry(new))
        yield from self._moved_into(new)

    def _moved_into(self, new: Node) -> Iterator[Change]:
        for parts in new.parts.values():
            for part in parts:
                old = self._matches.old_of(part)
                yield from self._pair(old, part, in_place=True) if old else self._moved_into(part)

    def _removed(self, old: Node) -> Change:
        level = Level.BREAKING if old.key in _REFERRED_TO else Level.NOTABLE
        meaning = Meaning("removed", f"{_word(old)}-removed", wording.removed(old))
        change = self._change(meaning, old, None, level=level)
        return replace(change, before=json_of_entry(old))

    def _moved(self, old: Node, new: Node) -> Change:
        level = Level.BREAKING if new.key in _REFERRED_TO else Level.NOTABLE
        meaning = Meaning("moved", f"{_word(new)}-moved", wording.moved(old, new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=_address(old), after=_address(new))

    def _reordered(self, old: Node, new: Node) -> Change:
        before, now = _number(old), _number(new)
        level = Level.NOTABLE if new.key in _KEYS_OF_ORDER else Level.COSMETIC
        meaning = Meaning("moved", f"{_word(new)}-reordered", wording.reordered(new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=before, after=now)

    def _renamed(self, old: Node, new: Node) -> Change:
        level = Level.COSMETIC if _letters(old.name) == _letters(new.name) else Level.NOTABLE
        if new.key in _REFERRED_BY_NAME and not (new.id and new.id == old.id):
            level = Level.BREAKING
        meaning = Meaning("renamed", f"{_word(new)}-renamed", wording.renamed(old, new))
        change = self._change(meaning, old, new, level=level)
        return replace(change, before=old.name, after=new.name)

    def _fields(self, old: Node, new: Node) -> Iterator[Change]:
        for field in [*new.fields, *(field for field in old.fields if field not in new.fields)]:
            is_name = field == "name" and new.key not in _WITHOUT_NAME
            if not is_name and old.fields.get(field) != new.fields.get(field) and not self._follows(old, new, field):
                yield self._field(old, new, field)

    def _follows(self, old: Node, new: Node, field: str) -> bool:
        """Whether a reference only follows what it refers to, which has another name or id now, or is not there."""
        before, now = old.referred(field), new.referred(field)
        if before is not None and now is not None:
            return self._matches.new_of(before) is now
        found, words = (before, new.fields.get(field)) if before else (now, old.fields.get(field))
        return found is not None and words is not None and words in (found.id, found.name)

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
            address=_address(node),
            old=_place(self._old, old, field),
            new=_place(self._new, new, field),
        )

    def _group(self, old: Node | None, new: Node | None) -> Group:
        now = new.within(_STAGE) if new else None
        before = old.within(_STAGE) if old else None
        if new is None and before:
            now = self._matches.new_of(before)
        if now:
            before = self._matches.old_of(now)
        named = now or before
        return Group(
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
    if field in ("id", "key") and field in old.fields:
        return Level.BREAKING
    before, now = old.fields.get(field), new.fields.get(field)
    is_respelt = field in _PROSE and bool(before and now) and _letters(str(before)) == _letters(str(now))
    return Level.COSMETIC if field in _COSMETIC_FIELDS or is_respelt else Level.NOTABLE


def _address(node: Node) -> str:
    """The way to a thing by ids and names: ``stages/search/kpis/Sign-ups``."""
    steps: list[str] = []
    here: Node | None = node
    while here is not None and here.key:
        steps[:0] = [here.key] if here.key in SINGLE else [here.key, _step(here)]
        here = here.parent
    return "/".join(steps)


def _step(node: Node) -> str:
    return str(node.id or node.fields.get("key") or node.name)


def _word(node: Node) -> str:
    return NOUNS[node.key].word


def _number(node: Node) -> int:
    """The place in its list, from one."""
    return int(node.at[-1]) + 1


def _rank(old: Node, new: Node) -> Rank:
    """What decides between moves, the same in both directions; all that things say counts where names are alike."""
    facts = [list(node.facts()) for node in (old, new)]
    names = sorted(f"{node.name} {node.id or ''} {told}" for node, told in zip((old, new), facts, strict=True))
    return sum(map(len, facts)), " ".join(names)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
