"""Measures texts in our font, and breaks them into lines; Graphviz itself never wraps.

Widths are summed in the font's whole units, so that the sum is the same everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from fontTools.ttLib import TTFont

from cjm.system.fonts import STYLES, Style, font_file

_INVISIBLE = frozenset(["\u200b", "\u200c", "\u200d", "\u2060", *map(chr, range(0xFE00, 0xFE10))])
"""Joiners and variation selectors: no font has a width for them."""
_LONGEST_LINE = 2_000
"""Letters. Graphviz reads at most 16 KiB between two tags, and escaped a letter takes up to six bytes."""
_SQUARE = ((0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
"""Chinese, Japanese and Korean letters: as wide as high."""
_UNKNOWN: dict[Style, tuple[float, float, float]] = {"Regular": (1.15, 1.25, 2.0), "Bold": (1.45, 1.45, 2.0)}
"""Of letters that the font lacks, in ems: square ones, others, and those beyond U+FFFF. Each is the wider of other
fonts' letters and of the box with the letter's code, which takes most at small sizes and in bold."""


@dataclass(frozen=True, slots=True)
class _Face:
    """The advance width of each letter, in units of which `em` make the font's size."""

    em: int
    advances: "_Advances"

    def units(self, text: str) -> int:
        return sum(map(self.advances.__getitem__, text))


class _Advances(dict[str, int]):
    """The letters that a font has; those that it lacks are guessed, and not kept."""

    def __init__(self, known: Iterable[tuple[str, int]], em: int, style: Style) -> None:
        super().__init__(known)
        self._em = em
        self._style = style

    def __missing__(self, letter: str) -> int:
        code = ord(letter)
        square, other, beyond = _UNKNOWN[self._style]
        if letter in _INVISIBLE:
            return 0
        if code > 0xFFFF:
            return round(self._em * beyond)
        return round(self._em * (square if any(first <= code <= last for first, last in _SQUARE) else other))


@cache
def _face(style: Style) -> _Face:
    with TTFont(font_file(style), lazy=True) as font:
        metrics = font["hmtx"].metrics
        em = font["head"].unitsPerEm
        advances = ((chr(code), metrics[glyph][0]) for code, glyph in font.getBestCmap().items())
        return _Face(em, _Advances(advances, em, style))


def width(text: str, size: float, style: Style = "Regular") -> float:
    """The width of a line in points, without kerning."""
    face = _face(style)
    return size * face.units(text) / face.em


def lacking(text: str) -> str:
    """The letters of a text that the font does not have, each once, in order."""
    known = _face(STYLES[0]).advances
    return "".join(letter for letter in dict.fromkeys(text) if letter not in known and letter not in _INVISIBLE)


def wrapped(text: str, available: float, size: float, style: Style = "Regular") -> list[str]:
    """Break a text into lines that fit; a word longer than a line is broken inside.

    Args:
        text: without line breaks of its own.
        available: points a line may take.
        size: the font's, in points.
        style: the font's.
    """
    face = _face(style)
    limit = available * face.em / size
    space = face.advances[" "]
    lines: list[list[str]] = []
    used = letters = 0
    for word in filter(None, text.split(" ")):
        room = limit - used - space if lines else limit
        for number, (piece, units) in enumerate(_pieces(word, room, limit, face)):
            if number == 0 and lines and units <= room and letters + len(piece) < _LONGEST_LINE:
                lines[-1].append(piece)
                used += space + units
                letters += 1 + len(piece)
            else:
                lines.append([piece])
                used, letters = units, len(piece)
    return [" ".join(line) for line in lines] or [""]


def _pieces(word: str, room: float, limit: float, face: _Face) -> Iterator[tuple[str, int]]:
    """A word cut into pieces that fit, and the width of each; a mark without a width of its own stays with its letter.

    A word that needs more than a line begins in the room that the line before has left, if that is half of it.
    """
    units = face.units(word)
    if units <= limit and len(word) <= _LONGEST_LINE:
        yield word, units
        return
    fitting = room if room >= limit / 2 and units > limit else limit
    start = used = 0
    for at, letter in enumerate(word):
        advance = face.advances[letter]
        if (used + advance > fitting and at > start and advance) or at - start == _LONGEST_LINE:
            yield word[start:at], used
            start, used, fitting = at, 0, limit
        used += advance
    yield word[start:], used
