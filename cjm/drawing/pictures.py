"""Draws a sheet as a PNG or a PDF."""

import re

from cjm.drawing.sheet import Sheet
from cjm.drawing.view import View
from cjm.drawing.views import drawn
from cjm.system.graphviz import draw

DPI = 144
"""Two pixels per CSS pixel would be 192: one and a half are sharp enough, and the file stays small."""

_CREATED = re.compile(rb"/CreationDate \(D:\d{14}")
_ALWAYS = b"/CreationDate (D:20000101000000"


def png(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A PNG."""
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    return draw(drawing.dot, drawing.engine, "png", dpi=DPI, system_fonts=system_fonts)


def pdf(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A PDF of one page; its date is constant (of the same length, so no offset moves)."""
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    return _CREATED.sub(_ALWAYS, draw(drawing.dot, drawing.engine, "pdf", system_fonts=system_fonts))
