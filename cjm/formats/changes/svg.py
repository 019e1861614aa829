"""Changes as a scalable drawing: the poster of the new map with all that changed marked, and both emotion curves."""

from cjm.drawing.svg import svg
from cjm.drawing.views import View
from cjm.formats.changes._marked_sheet import marked_sheet
from cjm.formats.changes._report import ChangeReport


def render(report: ChangeReport) -> bytes:
    """An SVG in UTF-8.

    Raises:
        UsageError: there are several maps, or a side is broken.
    """
    return svg(marked_sheet(report), View.POSTER)
