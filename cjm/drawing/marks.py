"""Marks changes on a poster: a sign on a dark badge, a frame, and in small type how it was; all else is grey.

Each status has a sign of its own, and what is gone has a dashed frame and struck words, so that nothing is lost
without colour.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from cjm.drawing import palette
from cjm.drawing.label import Ink, cell, row, table, words
from cjm.drawing.sheet import Mark

BADGE = 20
"""Width of the badge, in points."""
_HEAD_BADGE = 24
"""Height of a stage's badge."""
_BORDER = 1
_GAP = 3
"""Between a frame and the card in it."""
_SLACK = 4


def inner_width(width: float) -> float:
    """What a frame of a width leaves for the card in it."""
    return width - BADGE - 4 * _BORDER - 2 * _GAP


def head_badge(mark: Mark) -> Element:
    """The badge of a stage, on its dark head."""
    look = Ink(size=palette.HEAD, colour=palette.MARKS[mark.status], style="Bold")
    square: dict[str, object] = {"width": BADGE, "height": _HEAD_BADGE}
    sign = cell(words(mark.sign, BADGE, look, align="CENTER"), **square)
    return cell(table([row([sign])], fixedsize="TRUE", bgcolor="white", **square), width=BADGE)


def marked(mark: Mark, body: Element, width: float) -> Element:
    """A card in a frame, with how it was below.

    Args:
        mark: what happened to it.
        body: the card itself, of the inner width.
        width: of the whole, in points.
    """
    colour = palette.MARKS[mark.status]
    sign = words(mark.sign, BADGE, Ink(size=palette.HEAD, colour="white", style="Bold"), align="CENTER")
    look: dict[str, object] = {"valign": "TOP", "cellpadding": 1, "bgcolor": colour}
    badge = cell(sign, width=BADGE, rowspan=2 if mark.notes else 1, **look)
    rows = [row([badge, cell(body, align="LEFT", cellpadding=_GAP)])]
    if mark.notes:
        rows.append(row([_notes(mark.notes, inner_width(width) - _SLACK, Ink(size=palette.SMALL, colour=colour))]))
    style = "dashed" if mark.status in ("removed", "left") else None
    return _undashed(table(rows, border=_BORDER, color=colour, style=style))


def _undashed(frame: Element) -> Element:
    """Graphviz draws the rules of the outermost table in the style of the last border, hence one that is invisible."""
    return table([row([cell(frame)])], border=_BORDER, color="transparent")


def _notes(notes: Iterable[str], room: float, ink: Ink) -> Element:
    return cell(*(words(note, room, ink) for note in notes), align="LEFT", balign="LEFT", cellpadding=_GAP + 1)


def greyed(element: Element) -> Element:
    """The same in greys: words, rails and borders, but not their background."""
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
