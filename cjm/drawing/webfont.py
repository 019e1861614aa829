"""Makes a web font of the letters that a drawing needs, for machines without our font."""

from base64 import b64encode
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from cjm.system.fonts import Style, font_file

_FACES: dict[Style, str] = {
    "Regular": "font-weight:400",
    "Bold": "font-weight:700",
}


def font_face(family: str, style: Style, letters: str) -> str:
    """A CSS rule with a subset of our font in it.

    Args:
        family: the name of the font in the drawing.
        style: which of its styles.
        letters: all that are to be shown in it.
    """
    data = b64encode(_subset(style, letters)).decode()
    return f'@font-face{{font-family:"{family}";{_FACES[style]};src:url(data:font/woff;base64,{data}) format("woff")}}'


def _subset(style: Style, letters: str) -> bytes:
    options = Options(layout_features=["kern", "mark", "mkmk", "ccmp"], hinting=False, name_IDs=[], notdef_outline=True)
    written = BytesIO()
    with TTFont(font_file(style), lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(written)
    return written.getvalue()
