"""The options of the formats of a map; each format uses those that concern it."""

from dataclasses import dataclass, field

from cjm.core.lane_choice import LaneChoice
from cjm.core.text import Language
from cjm.drawing.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOptions:
    """What formats are asked for.

    `language` None: the map's own; `width` in display cells; `descriptions`: whether a table shows them; `lanes`: which
    and under which names; `system_fonts`: see `cjm.system.graphviz.draw`.
    """

    language: Language | None = None
    view: View = View.POSTER
    width: int = 80
    descriptions: bool = False
    lanes: LaneChoice = field(default_factory=LaneChoice)
    colour: bool = False
    system_fonts: bool = False
