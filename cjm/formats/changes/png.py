"""Changes as a picture: the poster of the new map with all that changed marked, and both emotion curves."""

from cjm.drawing.view import View
from cjm.formats.changes._report import ChangeReport
from cjm.formats.format import Format

FORMAT = Format(endings=(".png",), is_binary=True)


def render(report: ChangeReport) -> bytes:
    """A PNG.

    Raises:
        UsageError: there are several maps, or a side is broken.
    """
    from cjm.drawing.pictures import png
    from cjm.formats.changes._marked_sheet import marked_sheet

    return png(marked_sheet(report), View.POSTER)
