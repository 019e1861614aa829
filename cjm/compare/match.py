"""Matches the things of the old map with those of the new one.

By id, then by name in the same place, then by id or name elsewhere (it was moved), then by likeness (it was renamed);
what is left was added or removed. Everything is decided without regard to which map is older, so that the
reverse comparison gives the reverse changes.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product

from cjm.compare.node import Node
from cjm.core.model import Transition

_LIKE_ENOUGH = 0.6
_COMMON_FACTS = 2
"""The number of facts that two things must share before their facts suggest a rename."""
_MOST_PAIRS = 2500
"""A list with more candidate pairs than this is not compared by likeness: the work would have no limit."""
_MOST_PAIRS_OF_ALL = 10 * _MOST_PAIRS
"""Nor are lists that have more than this together."""
_LONGEST_NAME = 200
"""Letters of a name that are compared: the work grows with their square."""


class Matches:
    """Pairs of things; each thing has one partner at most."""

    def __init__(self, old: Node, new: Node) -> None:
        self._new: dict[Node, Node] = {old: new}
        self._old: dict[Node, Node] = {new: old}

    def pair(self, old: Node, new: Node) -> None:
        """Record that two things are the same."""
        self._new[old], self._old[new] = new, old

    def new_of(self, old: Node) -> Node | None:
        """What became of a thing of the old map."""
        return self._new.get(old)

    def old_of(self, new: Node) -> Node | None:
        """What a thing of the new map was."""
        return self._old.get(new)

    def of_both(self, olds: Iterable[Node]) -> list[tuple[Node, Node]]:
        """Those of some old things that are in the new map too, with their partners."""
        return [(old, new) for old in olds if (new := self._new.get(old))]

    def without_partner(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Those of some old or new things that have no partner."""
        return (node for node in nodes if node not in self._new and node not in self._old)

    def pair_by(self, olds: Iterable[Node], news: Iterable[Node], key: Callable[[Node], Hashable]) -> None:
        """Pair things without a partner by key; of several equal keys, the first with the first. None is no key."""
        waiting: defaultdict[Hashable, deque[Node]] = defaultdict(deque)
        for old in olds:
            if old not in self._new and key(old) is not None:
                waiting[key(old)].append(old)
        for new in news:
            if new not in self._old and waiting.get(key(new)):
                self.pair(waiting[key(new)].popleft(), new)


def match(old: Node, new: Node) -> Matches:
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
        _pair_alike(matches, _lanes(parents))
    _pair_transitions(matches, old, new)
    return matches


def _parts_of(nodes: list[Node]) -> list[Node]:
    return [part for node in nodes for parts in node.parts.values() for part in parts]


def _lanes(parents: list[tuple[Node, Node]]) -> Iterator[tuple[tuple[Node, ...], tuple[Node, ...]]]:
    """The lists that are under the same key on both sides."""
    for old, new in parents:
        for key, olds in old.parts.items():
            if key in new.parts and key != "transitions":
                yield olds, new.parts[key]


def _pair_here(matches: Matches, olds: tuple[Node, ...], news: tuple[Node, ...]) -> None:
    if not olds[0].info.is_list:
        matches.pair(olds[0], news[0])
    for key in (_id, _name):
        matches.pair_by(olds, news, key)


def _pair_alike(matches: Matches, lanes: Iterable[tuple[tuple[Node, ...], tuple[Node, ...]]]) -> None:
    """Pair what is most alike first, in each of some lists."""
    left = [[[*matches.without_partner(nodes)] for nodes in lane] for lane in lanes]
    few = [(olds, news) for olds, news in left if len(olds) * len(news) <= _MOST_PAIRS]
    if sum(len(olds) * len(news) for olds, news in few) <= _MOST_PAIRS_OF_ALL:
        for olds, news in few:
            _pair_most_alike(matches, olds, news)


def _pair_most_alike(matches: Matches, olds: list[Node], news: list[Node]) -> None:
    facts = {node: Counter(node.facts()) for node in (*olds, *news)} if olds and news else {}
    pairs = product(olds, news)
    scored = ((_likeness(old, new, facts), -_position(old) - _position(new), old, new) for old, new in pairs)
    alike = [one for one in scored if one[0] >= _LIKE_ENOUGH]
    for _, _, old, new in sorted(alike, key=lambda one: one[:2], reverse=True):
        if not matches.new_of(old) and not matches.old_of(new):
            matches.pair(old, new)


def _position(node: Node) -> int:
    return node.at[-1] if isinstance(node.at[-1], int) else 0


def _likeness(one: Node, other: Node, known: Mapping[Node, Counter[tuple[str, ...]]]) -> float:
    """From 0 to 1, the same in both directions: the likeness of the names or of the facts, whichever is greater."""
    mine, others = known[one], known[other]
    common = (mine & others).total()
    facts = 2 * common / (mine.total() + others.total()) if common >= _COMMON_FACTS else 0.0
    return max(facts, _likeness_of_names(*sorted(node.name[:_LONGEST_NAME].casefold() for node in (one, other))))


def _likeness_of_names(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _LIKE_ENOUGH else 0.0


def _pair_transitions(matches: Matches, old: Node, new: Node) -> None:
    """Pair transitions by both ends, then by their name and one end."""
    olds, news = old.parts.get("transitions", ()), new.parts.get("transitions", ())
    ends = {transition: _ends(transition, matches) for transition in (*olds, *news)}
    matches.pair_by(olds, news, lambda transition: (ends[transition], transition.name))
    matches.pair_by(olds, news, lambda transition: ends[transition])
    matches.pair_by(olds, news, lambda transition: (ends[transition][0], transition.name))
    matches.pair_by(olds, news, lambda transition: (ends[transition][1], transition.name))


def _ends(transition: Node, matches: Matches) -> tuple[Hashable, Hashable]:
    """Where a transition leads from and to: a stage as the new map has it, else the words of the map."""
    return _end(transition, "from", matches), _end(transition, "to", matches)


def _end(transition: Node, field: str, matches: Matches) -> Hashable:
    stage = transition.referred(field)
    return (stage and matches.new_of(stage)) or stage or str(transition.fields.get(field, ""))


def _id(node: Node) -> Hashable:
    return node.id


def _name(node: Node) -> Hashable:
    return node.name or None


def _key_and_id(node: Node) -> Hashable:
    return (node.kind, node.key, node.id) if node.id else None


def _kind_and_id(node: Node) -> Hashable:
    return (node.kind, node.id) if node.id else None


def _key_and_name(node: Node) -> Hashable:
    return (node.kind, node.key, node.name) if _may_move(node) else None


def _kind_and_name(node: Node) -> Hashable:
    return (node.kind, node.name) if _may_move(node) else None


def _may_move(node: Node) -> bool:
    return bool(node.name) and node.info.is_list and node.kind is not Transition
