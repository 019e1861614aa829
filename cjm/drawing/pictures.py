"""Draws a sheet as a PNG or a PDF."""

import re
from math import sqrt

from cjm.core.errors import DrawingError
from cjm.core.text import Text
from cjm.core.vocabulary import grouped
from cjm.drawing.drawing import Drawing
from cjm.drawing.sheet import Sheet
from cjm.drawing.view import View
from cjm.drawing.views import drawn
from cjm.system.graphviz import draw

DPI = 144
"""Two pixels per CSS pixel would be 192: one and a half are sharp enough, and the file stays small."""
LEAST_DPI = 48
"""Of a drawing that would be too large otherwise: small type is six pixels high, and can just be read."""
MOST_PIXELS = 100_000_000
"""Of a PNG; each takes four bytes while it is drawn."""
LONGEST_ROW = 32_767
"""Of a PNG, in pixels, and so its highest column."""
LONGEST_SIDE = 14_400
"""Of a page of PDF, in points (ISO 32000-1, Annex C)."""

_SVG = Text(en="write an SVG, or split the map into several", ru="запишите SVG или разделите карту на несколько")

_CREATED = re.compile(rb"/CreationDate \(D:\d{14}")
_ALWAYS = b"/CreationDate (D:20000101000000"


def png(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A PNG.

    Raises:
        DrawingError: it would have more pixels than a PNG may have.
    """
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    return draw(drawing.dot, drawing.engine, "png", dpi=_resolution(drawing), system_fonts=system_fonts)


def pdf(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A PDF of one page; its date is constant (of the same length, so no offset moves).

    Raises:
        DrawingError: the page would be too large.
    """
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    _check_page(drawing)
    return _CREATED.sub(_ALWAYS, draw(drawing.dot, drawing.engine, "pdf", system_fonts=system_fonts))


def _check_page(drawing: Drawing) -> None:
    """Refuse a drawing that is larger than a page of PDF may be."""
    if max(drawing.width, drawing.height) > LONGEST_SIDE:
        size = _size(drawing.width, drawing.height)
        raise DrawingError(
            Text(
                en=f"the page would have {size.en} points, and PDF has at most {LONGEST_SIDE:,} a side",
                ru=f"страница была бы размером {size.ru} пунктов, а в PDF сторона не больше {grouped(LONGEST_SIDE)}",
            ),
            hint=_SVG,
        )


def _resolution(drawing: Drawing) -> int:
    """The pixels per inch at which a drawing fits into a PNG; one that would be illegible is refused."""
    width, height = drawing.width / 72, drawing.height / 72
    dpi = min(DPI, int(LONGEST_ROW / max(width, height)), int(sqrt(MOST_PIXELS / width / height)))
    if dpi < LEAST_DPI:
        size = _size(width * LEAST_DPI, height * LEAST_DPI)
        raise DrawingError(
            Text(
                en=f"a legible picture would have {size.en} pixels, and a PNG has at most {LONGEST_ROW:,} a side and "
                f"{MOST_PIXELS:,} in all",
                ru=f"чтобы её прочесть, картинке нужно {size.ru} пикселей, а в PNG их не больше {grouped(LONGEST_ROW)} "
                f"по стороне и {grouped(MOST_PIXELS)} всего",
            ),
            hint=_SVG,
        )
    return dpi


def _size(width: float, height: float) -> Text:
    across, up = round(width), round(height)
    return Text(en=f"{across:,} × {up:,}", ru=f"{grouped(across)} × {grouped(up)}")
