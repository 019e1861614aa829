"""A map as a page to print."""

from cjm.core.model import Journey
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".pdf",), is_binary=True)


def render(journey: Journey, options: MapOptions) -> bytes:
    """A PDF of one page."""
    from cjm.drawing.pictures import pdf
    from cjm.drawing.sheet_builder import sheet_of

    return pdf(
        sheet_of(journey, options.language, lanes=options.lanes), options.view, system_fonts=options.system_fonts
    )
