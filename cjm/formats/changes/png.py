"""Changes as a picture: the poster of the new map with all that changed marked, and both emotion curves."""

from cjm.drawing.pictures import png
from cjm.drawing.views import View
from cjm.formats.changes._marked_sheet import marked_sheet
from cjm.formats.changes._report import ChangeReport


def render(report: ChangeReport) -> bytes:
    """A PNG.

    Raises:
        UsageError: there are several maps, or a side is broken.
    """
    return png(marked_sheet(report), View.POSTER)
