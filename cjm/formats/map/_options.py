"""What the formats of a map may be asked for; each takes what concerns it."""

from dataclasses import dataclass, field

from cjm.core.text import Language
from cjm.drawing.view import View
from cjm.mapfile.yaml_tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOptions:
    """`language` None: the map's own; `width` in display cells; `system_fonts`: see `cjm.system.graphviz.draw`.

    `tree` is the data that the journey was read from, where a format that tells all finds the author's own keys.
    """

    language: Language | None = None
    view: View = View.POSTER
    width: int = 80
    colour: bool = False
    system_fonts: bool = False
    tree: Tree = field(default_factory=Tree)
