"""A map as a picture."""

from cjm.drawing.views import View, drawn
from cjm.formats.map._options import MapOptions
from cjm.model import Journey
from cjm.outside.graphviz import draw
from cjm.sheet import Sheet, sheet_of

DPI = 144
"""Two pixels a CSS pixel would be 192: half as much again reads well on sharp screens and stays light."""


def render(journey: Journey, options: MapOptions) -> bytes:
    """A PNG."""
    return picture(sheet_of(journey, options.language), options.view, system_fonts=options.system_fonts)


def picture(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A sheet as a PNG."""
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    return draw(drawing.dot, drawing.engine, "png", dpi=DPI, system_fonts=system_fonts)
