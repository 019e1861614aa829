"""Changes as a scalable drawing: the poster of the new map with all that changed marked, and both emotion curves."""

from cjm.drawing.view import View
from cjm.formats.changes._report import ChangeReport
from cjm.formats.format import Format

FORMAT = Format(endings=(".svg",), spelling="xml")


def render(report: ChangeReport) -> bytes:
    """An SVG in UTF-8.

    Raises:
        UsageError: there are several maps, or a side is broken.
    """
    from cjm.drawing.svg import svg
    from cjm.formats.changes._marked_sheet import marked_sheet

    return svg(marked_sheet(report), View.POSTER)
