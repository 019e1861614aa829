"""Builds one sheet of two maps: the new one, with what is gone where it was, and a mark at all that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cjm.compare.order import interleaved
from cjm.core.errors import UsageError
from cjm.core.fields import lanes_of
from cjm.core.model import Stage
from cjm.core.path import Path
from cjm.core.safe_text import one_line
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import signed
from cjm.drawing.sheet import (
    AnyCard,
    Card,
    Cell,
    Earlier,
    EmotionPoint,
    Heading,
    Lane,
    Mark,
    Markable,
    ProblemCard,
    Sheet,
    SolutionCard,
    on_curve,
    written,
)
from cjm.drawing.sheet_builder import sheet_of
from cjm.formats.changes._marks import Marks, is_own, is_point
from cjm.formats.changes._report import ACTIONS, NOW, SIGNS, THE_MAP, THEN, TITLE, ChangeReport, status_line, summary

_Part = TypeVar("_Part", AnyCard, Heading)

_ONE_MAP = Text(en="a picture shows the changes of one map", ru="на рисунке помещаются изменения только одной карты")
_NAME_IT = Text(en="name the map, or use --format terminal", ru="назовите карту или укажите --format terminal")
_NOT_SOUND = Text(en="a map with errors cannot be drawn", ru="карту с ошибками нельзя нарисовать")
_SEE_ERRORS = Text(en="use --format terminal to see them", ru="укажите --format terminal, чтобы их увидеть")
_WAS_HERE = Text(en="dashed and struck through: was here before", ru="пунктир и зачёркивание: было здесь раньше")
_AS_BEFORE = Text(en="grey: as before", ru="серое: без изменений")


def marked_sheet(report: ChangeReport) -> Sheet:
    """The sheet of a report of one map; of an added or removed map only the summary says so.

    Raises:
        UsageError: there are several maps, or a side is broken, so that there is no single picture.
    """
    if len(report.maps) != 1:
        raise UsageError(_ONE_MAP, hint=_NAME_IT)
    review = report.maps[0]
    if review.status == "broken":
        raise UsageError(untranslated(f"{one_line(review.name)}: ") + _NOT_SOUND, hint=_SEE_ERRORS)
    old, new = (sheet_of(side.journey, report.language) if side else None for side in (review.old, review.new))
    sheet = old or new
    if old and new and review.comparison:
        sheet = _SheetMerger(old, new, Marks(review.comparison, old, new, report), report).sheet()
    if sheet is None:
        raise ValueError(review.name)  # a map has one side at least
    return replace(sheet, summary=_summary(report))


def _summary(report: ChangeReport) -> str:
    """What happened to the map, and how many changes of each sort there are in it."""
    review = report.maps[0]
    parts = [TITLE.localized(report.language), status_line(review, report.language)]
    if review.changes:
        parts.append(summary(replace(report, maps=[replace(review, status="changed")])))
    return written(" · ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class _Pair:
    """One thing by its place in an old and in a new list; it is in one of them at least."""

    old: int | None
    new: int | None


class _SheetMerger:
    def __init__(self, old: Sheet, new: Sheet, marks: Marks, report: ChangeReport) -> None:
        self._old, self._new, self._marks, self._report = old, new, marks, report
        self._columns = list(self._pairs(old.headings, new.headings, with_left=False))
        problems = (card for number in range(len(new.headings)) for card in _cell(new, "problems", number))
        self._labels = {card.at: card.label for card in problems if isinstance(card, ProblemCard)}
        self._old_spots: dict[Path, float] = {}
        self._new_spots: dict[Path, float] = {}
        for column in self._columns:
            self._find_spots(column)

    def sheet(self) -> Sheet:
        """The new sheet with all that is gone and all marks."""
        headings = tuple(self._merged(self._old.headings, self._new.headings, self._columns))
        lanes = tuple(self._lanes())
        shown = [*headings, *(card for lane in lanes for cell in lane.cells for card in cell)]
        earlier = Earlier(
            curve=tuple(self._runs()),
            then=self._text(THEN),
            now=self._text(NOW),
            map_level=self._map_level(),
            legend=" · ".join(self._legend([part.mark for part in shown if part.mark])),
        )
        return replace(self._with_ways(), headings=headings, lanes=lanes, earlier=earlier)

    def _pairs(self, olds: Sequence[Markable], news: Sequence[Markable], *, with_left: bool = True) -> Iterator[_Pair]:
        """What is there, in its new order, and what is gone, where it was; what has left, where it was too."""
        partners = self._partners(olds, news)
        left = {place for place, old in enumerate(olds) if self._marks.has_left(old)}
        gone = set(range(len(olds))).difference(partners) | (left if with_left else set())
        anchors = [None if place in left else place for place in partners]
        for lost, here in interleaved(sorted(gone), anchors):
            yield _Pair(lost, None) if here is None else _Pair(partners[here], here)

    def _partners(self, olds: Sequence[Markable], news: Sequence[Markable]) -> list[int | None]:
        """For each new thing the place of the old one that it was."""
        waiting: defaultdict[object, list[int]] = defaultdict(list)
        for place, old in enumerate(olds):
            waiting[_identity(old, self._marks.became(old.at))].append(place)
        found = (waiting[_identity(new, new.at)] for new in news)
        return [places.pop(0) if places else None for places in found]

    def _merged(self, olds: Sequence[_Part], news: Sequence[_Part], pairs: Iterable[_Pair]) -> Iterator[_Part]:
        """Old and new things as one list, each with its mark."""
        for pair in pairs:
            if pair.new is not None:
                yield replace(news[pair.new], mark=self._marks.of_new(news[pair.new], is_known=pair.old is not None))
            elif pair.old is not None:
                yield replace(olds[pair.old], mark=self._marks.of_old(olds[pair.old]))

    def _lanes(self) -> Iterator[Lane]:
        """The lanes of both maps, in their usual order."""
        lanes = {lane.key: lane for lane in (*self._new.lanes, *self._old.lanes)}
        for key in dict.fromkeys([*(info.key for info in lanes_of(Stage)), *lanes]):
            if key in lanes:
                yield replace(lanes[key], cells=tuple(self._merged_cell(column, key) for column in self._columns))

    def _merged_cell(self, column: _Pair, key: str) -> Cell:
        old, new = _cell(self._old, key, column.old), _cell(self._new, key, column.new)
        points = tuple(replace(card, position=self._new_spots[card.at[:-1]]) for card in new if is_point(card))
        olds, news = [card for card in old if not is_point(card)], [card for card in new if not is_point(card)]
        cards = (self._labelled(card) for card in self._merged(olds, news, self._pairs(olds, news)))
        return (*points, *(self._with_old_emotion(card, olds) for card in cards))

    def _labelled(self, card: AnyCard) -> AnyCard:
        """What is gone has no label of the new map, but for the solutions of problems that are still there."""
        if not card.is_gone or not isinstance(card, (ProblemCard, SolutionCard)):
            return card
        problem = self._marks.became(card.at[:-2]) if isinstance(card, SolutionCard) else None
        return replace(card, label=self._labels.get(problem or (), ""))

    def _with_old_emotion(self, card: AnyCard, olds: Iterable[AnyCard]) -> AnyCard:
        """The emotion of a whole stage shows in one line how it was: there is little room below the curve."""
        then = next((old for old in olds if isinstance(old, EmotionPoint)), None)
        if not isinstance(card, EmotionPoint) or not card.mark or card.mark.status != "changed" or not then:
            return card
        return replace(card, mark=replace(card.mark, notes=(f"{self._text(THEN)}: {signed(then.score)} {then.text}",)))

    def _find_spots(self, column: _Pair) -> None:
        """Where on the curve each step is: beside the others of its stage, gone or there."""
        olds, news = _course(self._old, column.old), _course(self._new, column.new)
        pairs = list(self._pairs(olds, news))
        for number, pair in enumerate(pairs):
            spot = (number + 0.5) / len(pairs)
            if pair.new is not None:
                self._new_spots[news[pair.new].at] = spot
            if pair.old is not None and (pair.new is None or not self._marks.has_left(olds[pair.old])):
                self._old_spots[olds[pair.old].at] = spot

    def _runs(self) -> Iterator[tuple[tuple[int, EmotionPoint], ...]]:
        """The old curve, broken where the emotion is unknown and where stages were in another order."""
        run: list[tuple[int, EmotionPoint]] = []
        last = -1
        for number, column in enumerate(self._columns):
            if column.old is None:
                continue
            points = [(number, self._at_its_spot(point)) for point in on_curve(_cell(self._old, "emotion", column.old))]
            if run and (column.old != last + 1 or not points):
                yield tuple(run)
                run = []
            run += points
            last = column.old
        if run:
            yield tuple(run)

    def _at_its_spot(self, emotion: EmotionPoint) -> EmotionPoint:
        return replace(emotion, position=self._old_spots[emotion.at[:-1]]) if is_point(emotion) else emotion

    def _with_ways(self) -> Sheet:
        """The new sheet with its transitions and exits between the columns of both maps."""
        places = {column.new: number for number, column in enumerate(self._columns)}
        transitions = (
            replace(way, origin=places[way.origin], destination=places[way.destination])
            for way in self._new.transitions
        )
        exits = (replace(way, origin=places[way.origin]) for way in self._new.exits)
        return replace(self._new, transitions=tuple(transitions), exits=tuple(exits))

    def _map_level(self) -> str:
        changes = " · ".join(self._marks.map_level())
        return f"{self._text(THE_MAP)}: {changes}" if changes else ""

    def _legend(self, marks: Sequence[Mark]) -> Iterator[str]:
        """What the signs mean, those that occur."""
        words = {SIGNS[action]: text for action, text in ACTIONS.items() if action != "renamed"}
        yield from (f"{sign} {self._text(text)}" for sign, text in words.items() if any(m.sign == sign for m in marks))
        if any(mark.status in ("removed", "left") for mark in marks):
            yield self._text(_WAS_HERE)
        yield self._text(_AS_BEFORE)

    def _text(self, text: Text) -> str:
        return text.localized(self._report.language)


def _cell(sheet: Sheet, key: str, column: int | None) -> Cell:
    lane = sheet.lane(key)
    return lane.cells[column] if lane and column is not None else ()


def _course(sheet: Sheet, column: int | None) -> Sequence[Markable]:
    return () if column is None else sheet.headings[column].course


def _identity(part: Markable, at: Path | None) -> object:
    """By what a thing is known in both maps; cards of an own lane by their texts."""
    return (at, part.text) if isinstance(part, Card) and is_own(part) else at
