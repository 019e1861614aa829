"""A map as a picture."""

from cjm.core.model import Journey
from cjm.drawing.pictures import png
from cjm.drawing.sheet_builder import sheet_of
from cjm.formats.map._options import MapOptions


def render(journey: Journey, options: MapOptions) -> bytes:
    """A PNG."""
    return png(sheet_of(journey, options.language), options.view, system_fonts=options.system_fonts)
