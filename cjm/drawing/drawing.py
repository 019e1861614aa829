"""The drawing that a view makes and a format writes."""

from dataclasses import dataclass

from cjm.drawing.sheet import Sheet
from cjm.system.graphviz import Engine

PAD = 0.3
"""Around a drawing, in inches."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph in the DOT language, how it is laid out, its size in points with `PAD`, and what it shows, in words."""

    dot: str
    engine: Engine
    width: float
    height: float
    title: str
    description: str


def described(sheet: Sheet) -> str:
    """What a drawing shows, for those who do not see it."""
    stages = " → ".join(heading.name for heading in sheet.headings)
    return ". ".join(part for part in (sheet.summary, *sheet.facts, stages) if part)
