"""Drawing operations for a graph's `_background` (Graphviz, "xdot" output format, version 1.7).

They are on lines that DOT joins inside a quoted string: Graphviz reads at most 16 KiB up to each joint, so any
number of lines is possible, but no long one.
"""

from collections.abc import Sequence

from cjm.drawing.curve import Point
from cjm.system.fonts import FAMILY

_A_LINE = 12
"""Points on one line."""


class Background:
    """Shapes and texts beneath the nodes, in points, y upwards; the first drawn is lowest."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def __str__(self) -> str:
        return " \\\n".join(self._lines)

    def area(self, corners: Sequence[Point], colour: str) -> None:
        """A filled polygon."""
        self._colour("C", colour)
        self._colour("c", colour)
        self._points("P", corners)

    def smooth_area(self, controls: Sequence[Point], colour: str) -> None:
        """A filled shape between cubic Béziers."""
        self._colour("C", colour)
        self._colour("c", colour)
        self._points("b", controls)

    def line(self, points: Sequence[Point], colour: str, *, style: str = "solid", width: float = 1) -> None:
        """A chain of straight lines."""
        self._stroke("L", points, colour, style, width)

    def bezier(self, controls: Sequence[Point], colour: str, *, width: float, style: str = "solid") -> None:
        """A chain of cubic Béziers."""
        self._stroke("B", controls, colour, style, width)

    def text(self, end: Point, words: str, size: float, colour: str) -> None:
        """A text that ends at a point of its base line."""
        self._colour("c", colour)
        self._lines.append(f"F {size} {len(FAMILY)} -{FAMILY}")
        count = len(words.encode())
        self._lines.append(f"T {end[0]:.1f} {end[1]:.1f} 1 0 {count} -{words}")

    def _stroke(self, kind: str, points: Sequence[Point], colour: str, style: str, width: float) -> None:
        self._style(style)
        self._style(f"setlinewidth({width:g})")
        self._colour("c", colour)
        self._points(kind, points)
        self._style("solid")
        self._style("setlinewidth(1)")

    def _style(self, style: str) -> None:
        self._lines.append(f"S {len(style)} -{style}")

    def _colour(self, kind: str, colour: str) -> None:
        self._lines.append(f"{kind} {len(colour)} -{colour}")

    def _points(self, kind: str, points: Sequence[Point]) -> None:
        self._lines.append(f"{kind} {len(points)}")
        listed = [f"{_number(x)} {_number(y)}" for x, y in points]
        self._lines += [" ".join(listed[at : at + _A_LINE]) for at in range(0, len(listed), _A_LINE)]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
