"""The options of the formats of a map; each format uses those that concern it."""

from dataclasses import dataclass

from cjm.core.text import Language
from cjm.drawing.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOptions:
    """What formats are asked for.

    `language` None: the map's own; `width` in display cells; `descriptions`: whether a table shows them;
    `system_fonts`: see `cjm.system.graphviz.draw`.
    """

    language: Language | None = None
    view: View = View.POSTER
    width: int = 80
    descriptions: bool = False
    colour: bool = False
    system_fonts: bool = False
