"""What a view makes and a format writes."""

from dataclasses import dataclass

from cjm.outside.graphviz import Engine
from cjm.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph in the DOT language, how it is laid out, and what it shows, in words."""

    dot: str
    engine: Engine
    title: str
    description: str


def described(sheet: Sheet) -> str:
    """What a drawing shows, for those who do not see it."""
    stages = " → ".join(heading.name for heading in sheet.headings)
    return ". ".join(part for part in (sheet.summary, *sheet.facts, stages) if part)
