"""A smooth curve through points that never overshoots them (Fritsch and Carlson 1980, with harmonic slopes)."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

_HALVINGS = 40
"""Of a piece, until its crossing is known more exactly than any output shows."""


def bezier(points: Sequence[Point]) -> list[Point]:
    """Control points of cubic Béziers through points that go from left to right: 3n - 2 for n points."""
    slopes = _slopes(points)
    controls = [points[0]]
    for (start, slope), (end, next_slope) in pairwise(zip(points, slopes, strict=True)):
        third = (end[0] - start[0]) / 3
        controls += [(start[0] + third, start[1] + slope * third), (end[0] - third, end[1] - next_slope * third), end]
    return controls


def _slopes(points: Sequence[Point]) -> list[float]:
    rises = [(right[1] - left[1]) / (right[0] - left[0]) for left, right in pairwise(points)]
    inner = [0.0 if before * after <= 0 else 2 * before * after / (before + after) for before, after in pairwise(rises)]
    return [rises[0], *inner, rises[-1]] if rises else [0.0]


def areas(controls: Sequence[Point], level: float) -> Iterator[tuple[bool, list[Point]]]:
    """What lies between a curve and a level: whether above it, and the control points of the outline."""
    pieces = [part for start in range(0, len(controls) - 1, 3) for part in _cut(controls[start : start + 4], level)]
    for is_above, run in groupby(pieces, key=lambda piece: piece[0][1] + piece[3][1] > 2 * level):
        outline = list(run)
        if any(point[1] != level for piece in outline for point in piece):
            yield is_above, _closed(outline, level)


def _cut(piece: Sequence[Point], level: float) -> list[Sequence[Point]]:
    """A piece, which only rises or only falls, in two where it crosses the level."""
    if (piece[0][1] - level) * (piece[3][1] - level) >= 0:
        return [piece]
    early, late = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (early + late) / 2
        has_crossed = (_halves(piece, middle)[0][3][1] - level) * (piece[0][1] - level) < 0
        early, late = (early, middle) if has_crossed else (middle, late)
    before, after = _halves(piece, late)
    crossing = (before[3][0], level)
    return [[*before[:3], crossing], [crossing, *after[1:]]]


def _halves(piece: Sequence[Point], t: float) -> tuple[list[Point], list[Point]]:
    """De Casteljau: the piece up to `t`, and from there on."""
    before, after, points = [piece[0]], [piece[-1]], list(piece)
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
        before.append(points[0])
        after.insert(0, points[-1])
    return before, after


def _closed(pieces: Sequence[Sequence[Point]], level: float) -> list[Point]:
    """The outline of an area as one chain of Béziers: up from the level, along the curve, down again."""
    first, last = pieces[0][0], pieces[-1][-1]
    along = [point for piece in pieces for point in piece[1:]]
    return [(first[0], level), (first[0], level), first, first, *along, last, (last[0], level), (last[0], level)]
