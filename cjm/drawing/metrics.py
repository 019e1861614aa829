"""How wide a text is in our font, and where its lines break; Graphviz itself never wraps."""

from functools import cache
from unicodedata import combining, east_asian_width

from fontTools.ttLib import TTFont

from cjm.outside.fonts import STYLES, Style, font_file

_UNKNOWN_WIDTHS = {"W": 1.0, "F": 1.0}
_UNKNOWN_WIDTH = 0.6
"""Of a letter that the font lacks, in ems: most fallback fonts are narrower."""


@cache
def _widths(style: Style) -> dict[int, float]:
    """The advance width of each letter that the font has, in ems."""
    with TTFont(font_file(style), lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}


@cache
def _advance(letter: str, style: Style) -> float:
    known = _widths(style).get(ord(letter))
    if known is not None:
        return known
    return 0.0 if combining(letter) else _UNKNOWN_WIDTHS.get(east_asian_width(letter), _UNKNOWN_WIDTH)


def width(text: str, size: float, style: Style = "Regular") -> float:
    """The width of a line in points, kerning left aside."""
    return size * sum(_advance(letter, style) for letter in text)


def lacking(text: str) -> str:
    """The letters of a text that the font does not have, each once, in order."""
    widths = _widths(STYLES[0])
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in widths))


def wrapped(text: str, available: float, size: float, style: Style = "Regular") -> list[str]:
    """Break a text into lines that fit; a word longer than a line is broken inside.

    Args:
        text: without line breaks of its own.
        available: points a line may take.
        size: the font's, in points.
        style: the font's.
    """
    lines = [""]
    for word in _pieces(text, available, size, style):
        longer = f"{lines[-1]} {word}".strip(" ")
        if width(longer, size, style) <= available or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(text: str, available: float, size: float, style: Style) -> list[str]:
    pieces: list[str] = []
    for word in text.split(" "):
        rest = word
        while width(rest, size, style) > available and len(rest) > 1:
            fitting = _fitting(rest, available, size, style)
            pieces.append(rest[:fitting])
            rest = rest[fitting:]
        pieces.append(rest)
    return pieces


def _fitting(word: str, available: float, size: float, style: Style) -> int:
    """How many letters of a word fit, one at least; a letter keeps the marks that combine with it."""
    used, count = 0.0, 0
    for count, letter in enumerate(word):
        used += size * _advance(letter, style)
        if used > available and count and not combining(letter):
            return count
    return count + 1
