"""A smooth curve through points that never swings past them (Fritsch and Carlson 1980, with harmonic slopes)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

SAMPLES = 16
"""Straight pieces that stand for one piece of the curve where an area needs corners."""


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


def sampled(controls: Sequence[Point]) -> list[Point]:
    """The curve as a chain of short straight pieces."""
    chain = [
        _at(controls[start : start + 4], step / SAMPLES)
        for start in range(0, len(controls) - 1, 3)
        for step in range(SAMPLES)
    ]
    return [*chain, controls[-1]]


def _at(controls: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * control[axis] for weight, control in zip(weights, controls, strict=True)) for axis in (0, 1))
    return x, y
