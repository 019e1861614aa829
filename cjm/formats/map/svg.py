"""A map as a scalable drawing, for a page or a document."""

from cjm.core.model import Journey
from cjm.drawing import svg
from cjm.drawing.sheet_builder import sheet_of
from cjm.formats.map._options import MapOptions


def render(journey: Journey, options: MapOptions) -> bytes:
    """An SVG in UTF-8."""
    return svg.svg(sheet_of(journey, options.language), options.view, system_fonts=options.system_fonts)
