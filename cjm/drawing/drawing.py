"""What a view makes and a format writes."""

from dataclasses import dataclass

from cjm.outside.graphviz import Engine


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph in the DOT language, how it is laid out, and what it shows, in words."""

    dot: str
    engine: Engine
    title: str
    description: str
