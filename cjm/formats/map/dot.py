"""A map as a graph in the DOT language, for other programs to draw."""

from cjm.core.model import Journey
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".dot",), spelling="xml")


def render(journey: Journey, options: MapOptions) -> bytes:
    """DOT in UTF-8; a poster contains its positions and needs the engine ``nop2``."""
    from cjm.drawing.sheet_builder import sheet_of
    from cjm.drawing.views import drawn

    sheet = sheet_of(journey, options.language, lanes=options.lanes)
    return drawn(sheet, options.view, system_fonts=options.system_fonts).dot.encode()
