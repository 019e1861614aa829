"""A map as a picture."""

from cjm.core.model import Journey
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".png",), is_binary=True)


def render(journey: Journey, options: MapOptions) -> bytes:
    """A PNG."""
    from cjm.drawing.pictures import png
    from cjm.drawing.sheet_builder import sheet_of

    return png(
        sheet_of(journey, options.language, lanes=options.lanes), options.view, system_fonts=options.system_fonts
    )
