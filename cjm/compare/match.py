"""Which thing of the old map is which thing of the new one.

By id, then by name in the same place, then by id or name elsewhere (it was moved), then by likeness (it was renamed);
what is left was added or removed. Everything is decided without regard to which map is the older, so that the way
back is the same way.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import product

from cjm.compare.node import SINGLE, Thing
from cjm.core.model import Transition

_LIKE_ENOUGH = 0.6
_COMMON_FACTS = 2
"""So many facts must two things share before their facts speak for a rename."""
_MOST_PAIRS = 2500
"""Where one list has more candidates than this nothing is compared by likeness: the work would have no bound."""


class Matches:
    """Pairs of things; each thing has one partner at most."""

    def __init__(self, old: Thing, new: Thing) -> None:
        self._new: dict[Thing, Thing] = {old: new}
        self._old: dict[Thing, Thing] = {new: old}

    def pair(self, old: Thing, new: Thing) -> None:
        """Say that two things are one."""
        self._new[old], self._old[new] = new, old

    def new_of(self, old: Thing) -> Thing | None:
        """What became of a thing of the old map."""
        return self._new.get(old)

    def old_of(self, new: Thing) -> Thing | None:
        """What a thing of the new map was."""
        return self._old.get(new)

    def of_both(self, olds: Iterable[Thing]) -> list[tuple[Thing, Thing]]:
        """Those of some old things that are in the new map too, with their partners."""
        return [(old, new) for old in olds if (new := self._new.get(old))]

    def pair_by(self, olds: Iterable[Thing], news: Iterable[Thing], key: Callable[[Thing], Hashable]) -> None:
        """Pair what has no partner and one key; of several alike, the first with the first. None is no key."""
        waiting: defaultdict[Hashable, list[Thing]] = defaultdict(list)
        for old in olds:
            if old not in self._new and key(old) is not None:
                waiting[key(old)].append(old)
        for new in news:
            if new not in self._old and waiting.get(key(new)):
                self.pair(waiting[key(new)].pop(0), new)


def match(old: Thing, new: Thing) -> Matches:
    """Find the pairs of two maps, from the top of the maps down."""
    matches = Matches(old, new)
    olds, news = [old], [new]
    while olds and news:
        parents = matches.of_both(olds)
        olds, news = _parts_of(olds), _parts_of(news)
        for lanes in _lanes(parents):
            _pair_here(matches, *lanes)
        for key in (_key_and_id, _kind_and_id, _key_and_name, _kind_and_name):
            matches.pair_by(olds, news, key)
        for lanes in _lanes(parents):
            _pair_alike(matches, *lanes)
    _pair_transitions(matches, old, new)
    return matches


def _parts_of(things: list[Thing]) -> list[Thing]:
    return [part for thing in things for parts in thing.parts.values() for part in parts]


def _lanes(parents: list[tuple[Thing, Thing]]) -> Iterator[tuple[tuple[Thing, ...], tuple[Thing, ...]]]:
    """The lists that stand below one key on both sides."""
    for old, new in parents:
        for key, olds in old.parts.items():
            if key in new.parts and key != "transitions":
                yield olds, new.parts[key]


def _pair_here(matches: Matches, olds: tuple[Thing, ...], news: tuple[Thing, ...]) -> None:
    if olds[0].key in SINGLE:
        matches.pair(olds[0], news[0])
    for key in (_source_key, _id, _name):
        matches.pair_by(olds, news, key)


def _pair_alike(matches: Matches, olds: tuple[Thing, ...], news: tuple[Thing, ...]) -> None:
    """Pair what is most alike first."""
    left = [old for old in olds if not matches.new_of(old)], [new for new in news if not matches.old_of(new)]
    if len(left[0]) * len(left[1]) > _MOST_PAIRS:
        return
    scored = ((_likeness(old, new), -_position(old) - _position(new), old, new) for old, new in product(*left))
    for score, _, old, new in sorted(scored, key=lambda one: one[:2], reverse=True):
        if score >= _LIKE_ENOUGH and not matches.new_of(old) and not matches.old_of(new):
            matches.pair(old, new)


def _position(thing: Thing) -> int:
    return thing.at[-1] if isinstance(thing.at[-1], int) else 0


def _likeness(one: Thing, other: Thing) -> float:
    """From 0 to 1, the same in both directions: how like the names are, or the facts, whichever is more."""
    mine, others = Counter(one.facts()), Counter(other.facts())
    common = (mine & others).total()
    facts = 2 * common / (mine.total() + others.total()) if common >= _COMMON_FACTS else 0.0
    return max(facts, _likeness_of_names(*sorted((one.name.casefold(), other.name.casefold()))))


def _likeness_of_names(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _LIKE_ENOUGH else 0.0


def _pair_transitions(matches: Matches, old: Thing, new: Thing) -> None:
    """Pair ways by where they lead from and to, then by their name and one end."""
    olds, news = old.parts.get("transitions", ()), new.parts.get("transitions", ())
    ends = {way: _ends(way, matches) for way in (*olds, *news)}
    matches.pair_by(olds, news, lambda way: (ends[way], way.name))
    matches.pair_by(olds, news, lambda way: ends[way])
    matches.pair_by(olds, news, lambda way: (ends[way][0], way.name))
    matches.pair_by(olds, news, lambda way: (ends[way][1], way.name))


def _ends(way: Thing, matches: Matches) -> tuple[Hashable, Hashable]:
    """Where a transition leads from and to: a stage as the new map has it, else the words of the map."""
    return _end(way, "from", matches), _end(way, "to", matches)


def _end(way: Thing, field: str, matches: Matches) -> Hashable:
    stage = way.referred(field)
    return (stage and matches.new_of(stage)) or stage or str(way.fields[field])


def _id(thing: Thing) -> Hashable:
    return thing.id


def _name(thing: Thing) -> Hashable:
    return thing.name or None


def _source_key(thing: Thing) -> Hashable:
    return str(thing.fields["key"]) if "key" in thing.fields else None


def _key_and_id(thing: Thing) -> Hashable:
    return (thing.kind, thing.key, thing.id) if thing.id else None


def _kind_and_id(thing: Thing) -> Hashable:
    return (thing.kind, thing.id) if thing.id else None


def _key_and_name(thing: Thing) -> Hashable:
    return (thing.kind, thing.key, thing.name) if _may_move(thing) else None


def _kind_and_name(thing: Thing) -> Hashable:
    return (thing.kind, thing.name) if _may_move(thing) else None


def _may_move(thing: Thing) -> bool:
    return bool(thing.name) and thing.key not in SINGLE and thing.kind != Transition.__name__
