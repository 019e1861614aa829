"""Lays out the arrows of the flow: those that skip stages above them, those that go back below, without overlaps.

Shorter ones are nearer to the stages, and several at one stage are side by side in the order in which they cross
least.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.drawing import palette
from cjm.drawing.curve import Point
from cjm.drawing.metrics import width, wrapped
from cjm.drawing.sheet import ColumnTransition

Side: TypeAlias = Literal[1, -1]
"""Above the stages or below them; y grows upwards."""

ARROW = 10
_FIRST = 22
"""From a stage to the nearest track, in points."""
_LINE = 12
_AIR = 10
_CORNER = 10
_NARROWEST = 110
"""The least width of a name in points before it breaks, however near the ends of its transition are."""


@dataclass(frozen=True, slots=True)
class Box:
    """The box of a stage."""

    x: float
    top: float
    bottom: float
    width: float


@dataclass(frozen=True, slots=True)
class Route:
    """A transition as it is drawn: `curve` are control points of Béziers up to the arrow, whose tip is `tip`."""

    transition: ColumnTransition
    curve: list[Point]
    tip: Point
    lines: list[str]
    label: Point

    @property
    def corners(self) -> list[Point]:
        """The points between which all of it is."""
        half = max((width(line, palette.SMALL) for line in self.lines), default=0) / 2
        x, y = self.label
        return [*self.curve, (x - half, 2 * y - self.curve[6][1]), (x + half, y)]


@dataclass(frozen=True, slots=True)
class _Span:
    """A transition between two points of the stages' edge."""

    transition: ColumnTransition
    start: float
    end: float
    lines: list[str]

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def height(self) -> int:
        return _LINE * max(1, len(self.lines))

    @property
    def reach(self) -> float:
        named = max((width(line, palette.SMALL) for line in self.lines), default=0)
        return max(abs(self.end - self.start), named) + _AIR

    def meets(self, other: "_Span") -> bool:
        return abs(self.middle - other.middle) < (self.reach + other.reach) / 2


def is_ahead(transition: ColumnTransition) -> bool:
    """Whether a transition leads to a later stage."""
    return transition.destination > transition.origin


def routes(boxes: Sequence[Box], transitions: Sequence[ColumnTransition]) -> Iterator[Route]:
    """The routes of transitions between stages that are side by side."""
    yield from _beside(boxes, [transition for transition in transitions if is_ahead(transition)], 1)
    yield from _beside(boxes, [transition for transition in transitions if not is_ahead(transition)], -1)


def _beside(boxes: Sequence[Box], transitions: Sequence[ColumnTransition], side: Side) -> Iterator[Route]:
    """The routes on one side, each as near to its stages as shorter ones allow; heights count outwards."""
    placed: list[tuple[_Span, float]] = []
    for span in sorted(_spans(boxes, transitions), key=lambda span: abs(span.end - span.start)):
        passed = boxes[
            min(span.transition.origin, span.transition.destination) : max(
                span.transition.origin, span.transition.destination
            )
            + 1
        ]
        nearest = max(side * _edge(box, side) for box in passed) + _FIRST
        taken = [height + other.height + _AIR for other, height in placed if span.meets(other)]
        placed.append((span, max([nearest, *taken])))
    for span, height in placed:
        yield _route(boxes, span, side * height, side)


def _edge(box: Box, side: Side) -> float:
    return box.top if side == 1 else box.bottom


def _spans(boxes: Sequence[Box], transitions: Sequence[ColumnTransition]) -> Iterator[_Span]:
    """Each transition with its two ends, spread over the edges of the stages."""
    ends_at: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for number, transition in enumerate(transitions):
        ends_at[transition.origin].append((number, True))
        ends_at[transition.destination].append((number, False))
    places: dict[tuple[int, bool], float] = {}
    for column, ends in ends_at.items():
        box = boxes[column]
        ends.sort(key=lambda end, here=column: _order(transitions[end[0]], here))  # type: ignore[misc]
        for position, place in enumerate(ends, start=1):
            places[place] = box.x + box.width * (position / (len(ends) + 1) - 0.5)
    for number, transition in enumerate(transitions):
        start, end = places[number, True], places[number, False]
        lines = (
            wrapped(transition.name, max(abs(end - start) - _AIR, _NARROWEST), palette.SMALL) if transition.name else []
        )
        yield _Span(transition, start, end, lines)


def _order(transition: ColumnTransition, here: int) -> tuple[bool, int]:
    """Transitions to the left first, the nearest outermost, so that none crosses another."""
    other = transition.origin + transition.destination - here
    return other > here, -other


def _route(boxes: Sequence[Box], span: _Span, height: float, side: Side) -> Route:
    origin, destination = boxes[span.transition.origin], boxes[span.transition.destination]
    begin, end = _edge(origin, side), _edge(destination, side)
    corner = min(_CORNER, abs(span.end - span.start) / 2)
    along = corner if span.end > span.start else -corner
    back = side * corner
    curve = [
        (span.start, begin),
        *_straight((span.start, begin), (span.start, height - back)),
        (span.start, height), (span.start, height), (span.start + along, height),
        *_straight((span.start + along, height), (span.end - along, height)),
        (span.end, height), (span.end, height), (span.end, height - back),
        *_straight((span.end, height - back), (span.end, end + side * ARROW)),
    ]  # fmt: skip
    return Route(
        span.transition, curve, (span.end, end), span.lines, (span.middle, height + side * (span.height / 2 + 1))
    )


def _straight(start: Point, end: Point) -> list[Point]:
    return [start, end, end]
