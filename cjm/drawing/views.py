"""Draws a sheet in one of the views."""

from cjm.drawing.drawing import Drawing
from cjm.drawing.flow import flow
from cjm.drawing.poster import poster
from cjm.drawing.sheet import Sheet
from cjm.drawing.view import View


def drawn(sheet: Sheet, view: View, *, system_fonts: bool = False) -> Drawing:
    """Draw a sheet.

    Raises:
        DrawingError: Graphviz is not installed, or failed.
    """
    draw = flow if view is View.FLOW else poster
    return draw(sheet, system_fonts=system_fonts)
