"""Drawing operations for a graph's `_background` (Graphviz, "xdot" output format, version 1.7)."""

from collections.abc import Sequence

from cjm.drawing.curve import Point
from cjm.outside.fonts import FAMILY


class Background:
    """Shapes and texts beneath the nodes, in points, y upwards; the first drawn lies lowest."""

    def __init__(self) -> None:
        self._operations: list[str] = []

    def __str__(self) -> str:
        return " ".join(self._operations)

    def area(self, corners: Sequence[Point], colour: str) -> None:
        """A filled polygon."""
        self._colour("C", colour)
        self._colour("c", colour)
        self._points("P", corners)

    def line(self, points: Sequence[Point], colour: str, *, style: str = "solid", width: float = 1) -> None:
        """A chain of straight lines."""
        self._stroke("L", points, colour, style, width)

    def bezier(self, controls: Sequence[Point], colour: str, *, width: float) -> None:
        """A chain of cubic Béziers."""
        self._stroke("B", controls, colour, "solid", width)

    def text(self, end: Point, words: str, size: float, colour: str) -> None:
        """A text that ends at a point of its base line."""
        self._colour("c", colour)
        self._operations.append(f"F {size} {len(FAMILY)} -{FAMILY}")
        count = len(words.encode())
        self._operations.append(f"T {end[0]:.1f} {end[1]:.1f} 1 0 {count} -{words}")

    def _stroke(self, kind: str, points: Sequence[Point], colour: str, style: str, width: float) -> None:
        self._style(style)
        self._style(f"setlinewidth({width:g})")
        self._colour("c", colour)
        self._points(kind, points)
        self._style("solid")
        self._style("setlinewidth(1)")

    def _style(self, style: str) -> None:
        self._operations.append(f"S {len(style)} -{style}")

    def _colour(self, kind: str, colour: str) -> None:
        self._operations.append(f"{kind} {len(colour)} -{colour}")

    def _points(self, kind: str, points: Sequence[Point]) -> None:
        listed = " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self._operations.append(f"{kind} {len(points)} {listed}")
