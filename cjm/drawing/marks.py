"""What changed, on a poster: a sign on a dark badge, a frame, and in small type how it was; all else stays calm.

Each fate has a sign of its own, and what is gone a dashed frame and struck words, so that nothing is lost without
colour.
"""

from xml.etree.ElementTree import Element

from cjm.drawing import palette
from cjm.drawing.label import Ink, cell, row, table, words
from cjm.sheet import Mark

BADGE = 18
"""Width of the badge, in points."""
_BORDER = 1
_PADDING = 4
_SLACK = 4


def inner_width(width: float) -> float:
    """What a frame of a width leaves for the card in it."""
    return width - BADGE - 2 * _BORDER


def head_badge(mark: Mark) -> Element:
    """The badge of a stage, on its dark head."""
    sign = words(
        mark.sign, BADGE, Ink(size=palette.HEAD, colour=palette.MARKS[mark.fate], style="Bold"), align="CENTER"
    )
    return cell(sign, width=BADGE, bgcolor="white")


def marked(mark: Mark, body: Element, width: float) -> Element:
    """A card in a frame.

    Args:
        mark: what happened to it.
        body: the card itself, of the inner width.
        width: of the whole, in points.
    """
    colour = palette.MARKS[mark.fate]
    sign = words(mark.sign, BADGE, Ink(colour="white", style="Bold"), align="CENTER")
    badge = cell(sign, width=BADGE, valign="TOP", cellpadding=_PADDING, bgcolor=colour, rowspan=1 + len(mark.notes))
    rows = [row([badge, cell(body, align="LEFT")])]
    for note in mark.notes:
        said = words(note, width - BADGE - 2 * _PADDING - _SLACK, Ink(size=palette.SMALL, colour=colour))
        rows.append(row([cell(said, align="LEFT", balign="LEFT", cellpadding=_PADDING)]))
    style = "dashed" if mark.fate in ("removed", "left") else None
    return table(rows, border=_BORDER, color=colour, style=style)


def calmed(element: Element) -> Element:
    """The same in greys: words, rails and borders, but not the ground they stand on."""
    for part in element.iter():
        if part.tag == "FONT":
            part.set("COLOR", palette.MUTED)
        elif part.tag in ("TABLE", "TD"):
            _pale(part)
    return element


def _pale(part: Element) -> None:
    if "COLOR" in part.attrib:
        part.set("COLOR", palette.FAINT)
    if part.get("BGCOLOR", palette.CARD) != palette.CARD:
        part.set("BGCOLOR", palette.FAINT)
