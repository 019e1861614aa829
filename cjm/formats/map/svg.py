"""A map as a scalable drawing, for a page or a document."""

from cjm.core.model import Journey
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".svg",), spelling="xml")


def render(journey: Journey, options: MapOptions) -> bytes:
    """An SVG in UTF-8."""
    from cjm.drawing.sheet_builder import sheet_of
    from cjm.drawing.svg import svg

    return svg(
        sheet_of(journey, options.language, lanes=options.lanes), options.view, system_fonts=options.system_fonts
    )
