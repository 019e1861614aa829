"""A map as a page to print."""

import re

from cjm.drawing.views import drawn
from cjm.formats.map._options import MapOptions
from cjm.model import Journey
from cjm.outside.graphviz import draw
from cjm.sheet import sheet_of

_CREATED = re.compile(rb"/CreationDate \(D:\d{14}")
_ALWAYS = b"/CreationDate (D:20000101000000"


def render(journey: Journey, options: MapOptions) -> bytes:
    """A PDF of one page; the day of its making is left constant (of the same length, so no offset moves)."""
    drawing = drawn(sheet_of(journey, options.language), options.view, system_fonts=options.system_fonts)
    return _CREATED.sub(_ALWAYS, draw(drawing.dot, drawing.engine, "pdf", system_fonts=options.system_fonts))
