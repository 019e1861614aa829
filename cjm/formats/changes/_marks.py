"""Finds where in a picture each change shows: at a card, at the head of a stage, or on a line of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeGuard

from cjm.compare import wording
from cjm.compare.change import Action, Change, Level, Place
from cjm.compare.compare import Comparison
from cjm.compare.node import Node
from cjm.core.model import Stage
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import QUOTED
from cjm.drawing.sheet import Card, ChangeStatus, EmotionPoint, Mark, Markable, Sheet, written
from cjm.formats.changes._report import NOW, SIGNS, THEN, ChangeReport

_LONGEST = 160
"""Characters of an earlier text that a card shows."""
_AFTER, _FIRST = Text(en="right after", ru="сразу после"), Text(en="first", ru="в начале")
_STATUSES: dict[Action, ChangeStatus] = {
    "added": "changed",
    "removed": "changed",
    "changed": "changed",
    "renamed": "changed",
    "moved": "moved",
    "solved": "solved",
}
"""The status of a card by the change inside it."""
_WEIGHTIEST_FIRST: tuple[ChangeStatus, ...] = ("solved", "moved", "changed")

_Texts: TypeAlias = Mapping[Path, Counter[str]]


def _mark(status: ChangeStatus, *notes: str) -> Mark:
    return Mark(status=status, sign=SIGNS["moved" if status == "left" else status], notes=notes)


ADDED, REMOVED = _mark("added"), _mark("removed")


class Marks:
    """What became of every card and every stage of two sheets."""

    def __init__(self, comparison: Comparison, old: Sheet, new: Sheet, report: ChangeReport) -> None:
        self._matches, self._report = comparison.matches, report
        self._olds = {node.at: node for node in comparison.old.walk()}
        self._news = {node.at: node for node in comparison.new.walk()}
        self._shown, were_shown = dict.fromkeys(_places(new)), list(_places(old))
        self._stayed = dict.fromkeys(now for path in were_shown if (now := self.became(path)) in self._shown)
        self._gone = dict.fromkeys(path for path in were_shown if self.became(path) not in self._shown)
        self._texts = _own_texts(old), _own_texts(new)
        self._about: defaultdict[Path, list[Change]] = defaultdict(list)
        self._map_level: list[Change] = []
        for change in comparison.changes:
            self._find_place(change)

    def became(self, path: Path) -> Path | None:
        """Where in the new map is what was at a path of the old one."""
        if path in self._olds:
            node = self._matches.new_of(self._olds[path])
            return node.at if node else None
        holder = self.became(path[:-1])
        return None if holder is None else (*holder, path[-1])

    def of_new(self, part: Markable, *, is_known: bool) -> Mark | None:
        """The mark of what is in the new map; none if it is as it was.

        Args:
            part: a card or the head of a stage.
            is_known: it has a partner in the same list of the old map.
        """
        if not is_known and part.at not in self._stayed:
            return ADDED
        changes = self._about.get(part.at, ())
        statuses = [_STATUSES[change.action] for change in changes]
        notes = (self._note(change, part.at) for change in changes)
        return _mark(min(statuses, key=_WEIGHTIEST_FIRST.index), *notes) if statuses else None

    def of_old(self, part: Markable) -> Mark:
        """The mark of what was at a place where it is no longer."""
        moves = self._moves(part)
        if not moves:
            return REMOVED
        return _mark("left", *map(self._whereto, moves))

    def has_left(self, part: Markable) -> bool:
        """Whether something of the old map is elsewhere now, in the same list or in another."""
        return any(change.level > Level.COSMETIC for change in self._moves(part))

    def map_level(self) -> Iterator[str]:
        """What changed in the map as a whole."""
        return (written(self._text(change.message)) for change in self._map_level)

    def _text(self, text: Text) -> str:
        return text.localized(self._report.language)

    def _moves(self, part: Markable) -> list[Change]:
        now = self.became(part.at)
        return [change for change in self._about.get(now, ()) if change.action == "moved"] if now else []

    def _find_place(self, change: Change) -> None:
        before, now = _full(change.old, change.field), _full(change.new, change.field)
        if self._shows_by_itself(before, now):
            return
        path = self._nearest(now) if now is not None else self._nearest_to_gone(before or ())
        if path:
            self._about[path].append(change)
        else:
            self._map_level.append(change)
        node = self._node(change)
        if change.kind == "problem-solved" and node.parent and node.parent.at in self._shown:
            self._about[node.parent.at].append(change)

    def _shows_by_itself(self, before: Path | None, now: Path | None) -> bool:
        """Whether a card is there that was not, or is gone: what is inside of it needs no mark."""
        is_new = now in self._shown and now not in self._stayed
        was, texts = self._texts[0].get(before or ()), self._texts[1].get(now or ())
        return is_new or before in self._gone or was != texts

    def _nearest(self, path: Path) -> Path:
        """The innermost card or stage around a path; the map as a whole is neither."""
        return next((path[:length] for length in range(len(path), 0, -1) if path[:length] in self._shown), ())

    def _nearest_to_gone(self, path: Path) -> Path:
        """The innermost card or stage that is still there, around a thing that is not."""
        transitions = (self.became(path[:length]) for length in range(len(path), 0, -1))
        return next((transition for transition in transitions if transition in self._shown and transition), ())

    def _node(self, change: Change) -> Node:
        """What a change is about, as it is now, or was."""
        nodes, place = (self._news, change.new) if change.new else (self._olds, change.old)
        path = place.path if place else ()
        return next(nodes[path[:length]] for length in range(len(path), -1, -1) if path[:length] in nodes)

    def _note(self, change: Change, at: Path) -> str:
        node = self._node(change)
        old = self._matches.old_of(node)
        if old and change.action == "moved":
            return self._place(THEN, old, node)
        if change.action == "renamed" or _is_card(node, change.field):
            earlier = QUOTED.localized(self._report.language).format(quoted(change.before, _LONGEST))
            return written(f"{self._text(THEN)}: {earlier}")
        is_solved = change.kind == "problem-solved"
        if is_solved and node.parent and node.at != at:
            return self._beside(node.parent, change.message)
        return self._beside(node, wording.changed(old, node, change.field) if is_solved and old else change.message)

    def _beside(self, node: Node, message: Text) -> str:
        return written(self._text(wording.beside(node, message)))

    def _whereto(self, change: Change) -> str:
        node = self._node(change)
        return self._place(NOW, node, self._matches.old_of(node) or node)

    def _place(self, when: Text, node: Node, other: Node) -> str:
        """Where a thing is or was: after what in the same list, or else what holds it."""
        is_in_one_list = node.parent and other.parent and self._are_one(node.parent, other.parent)
        if is_in_one_list and node.key == other.key:
            where = _position_in_list(node)
        else:
            where = self._without_stage(wording.where(node, with_lane=node.key != other.key), node, other)
        return written(self._text(when + untranslated(": ") + where))

    def _without_stage(self, where: Text, node: Node, other: Node) -> Text:
        """Where something is within the stage, if it did not leave it."""
        stages = node.within(Stage), other.within(Stage)
        if not stages[0] or not stages[1] or not self._are_one(stages[0], stages[1]):
            return where
        stage = wording.subject(stages[0]) + untranslated(" · ")
        return Text(en=where.en.removeprefix(stage.en), ru=where.ru.removeprefix(stage.ru))

    def _are_one(self, node: Node, other: Node) -> bool:
        return other in (self._matches.new_of(node), self._matches.old_of(node))


def _is_card(node: Node, field: str) -> bool:
    """Whether a field is a card of its own."""
    info = node.info_of(field)
    return info is not None and info.lane is not None


def _position_in_list(node: Node) -> Text:
    """The position of a thing in its list."""
    return _AFTER + wording.in_quotes(node.previous.name) if node.previous else _FIRST


def _full(place: Place | None, field: str) -> Path | None:
    """Where a field is, or would be if the map had it."""
    if place is None:
        return None
    return place.path if not field or place.path[-1:] == (field,) else (*place.path, field)


def _places(sheet: Sheet) -> Iterator[Path]:
    """The paths of stages and cards that can be marked; a touchpoint's emotion is marked at its card."""
    yield from (heading.at for heading in sheet.headings)
    for lane in sheet.lanes:
        cards = (card for cell in lane.cells for card in cell)
        yield from (card.at for card in cards if not is_point(card) and not is_own(card))


def _own_texts(sheet: Sheet) -> _Texts:
    """The texts of the author's own lanes."""
    texts: defaultdict[Path, Counter[str]] = defaultdict(Counter)
    for lane in sheet.lanes:
        for card in (card for cell in lane.cells for card in cell if is_own(card)):
            texts[card.at][card.text] += 1
    return texts


def is_point(card: Card) -> TypeGuard[EmotionPoint]:
    """Whether it is a touchpoint's emotion rather than something with a place of its own on the sheet."""
    return isinstance(card, EmotionPoint) and bool(card.label)


def is_own(card: Card) -> bool:
    """Whether it is in a lane of the author's own, which is one value: its cards are known by their texts."""
    return str(card.at[-1]).startswith("x-")
