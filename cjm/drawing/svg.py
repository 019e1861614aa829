"""Draws a sheet as an SVG that looks the same in every browser.

Graphviz draws; this adds a title and a description for those who do not see it, tooltips where browsers expect
them, ids that do not clash when two drawings share a page, and the letters it needs as a font. If a page forbids
that font, `textLength` keeps each line at the width it was laid out with.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring

from cjm.drawing.drawing import Drawing
from cjm.drawing.metrics import lacking, width
from cjm.drawing.sheet import Sheet
from cjm.drawing.view import View
from cjm.drawing.views import drawn
from cjm.drawing.webfont import font_face
from cjm.system.fonts import FAMILY, STYLES, Style
from cjm.system.graphviz import draw

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_FALLBACKS = f"'{FAMILY}','Source Sans 3','Segoe UI',Roboto,Arial,sans-serif"

register_namespace("", _SVG.strip("{}"))
register_namespace("xlink", _XLINK.strip("{}"))


def svg(sheet: Sheet, view: View, *, system_fonts: bool = False) -> bytes:
    """A sheet as an SVG in UTF-8."""
    root = _element(sheet, view, system_fonts=system_fonts)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def inline(sheet: Sheet, view: View) -> Element:
    """A sheet as an element of a page in HTML, where names have no namespace."""
    root = _element(sheet, view)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        for name in list(element.keys()):
            element.set(name.replace(_XLINK, "xlink:"), element.attrib.pop(name))
    return root


def _element(sheet: Sheet, view: View, *, system_fonts: bool = False) -> Element:
    drawing = drawn(sheet, view, system_fonts=system_fonts)
    bare = draw(drawing.dot, drawing.engine, "svg", system_fonts=system_fonts)
    return _completed(bare, drawing, sheet.language)


def _completed(bare: bytes, drawing: Drawing, language: str) -> Element:
    root = fromstring(bare)  # noqa: S314 (Graphviz wrote it)
    prefix = f"cjm-{sha256(drawing.dot.encode()).hexdigest()[:8]}"
    for parent in list(root.iter()):
        _plain_titles(parent)
    for number, element in enumerate(list(root.iter())):
        _own_id(element, f"{prefix}-{number}")
        _tooltip(element)
    style = _fonts(root, prefix)
    _introduce(root, drawing, prefix, language)
    root.insert(2, style)
    return root


def _plain_titles(parent: Element) -> None:
    """Graphviz titles each node with its name in the graph, which browsers show on hover."""
    for child in [child for child in parent if child.tag == f"{_SVG}title"]:
        parent.remove(child)


def _own_id(element: Element, own: str) -> None:
    """Graphviz goes on counting from one drawing to the next, so its ids depend on what was drawn before."""
    if "id" in element.attrib:
        element.set("id", own)


def _tooltip(element: Element) -> None:
    if element.tag != f"{_SVG}a":
        return
    tooltip = element.attrib.pop(f"{_XLINK}title", "")
    if tooltip:
        title = Element(f"{_SVG}title")
        title.text = tooltip
        element.insert(0, title)
    if f"{_XLINK}href" in element.attrib:
        element.set("rel", "noopener")
    else:
        element.tag = f"{_SVG}g"


def _fonts(root: Element, prefix: str) -> Element:
    """Fix each line's width, and collect the letters of each style."""
    letters: dict[Style, set[str]] = defaultdict(set)
    for element in root.iter(f"{_SVG}text"):
        text, style = element.text or "", _style(element)
        letters[style].update(text)
        if not lacking(text):
            element.set("textLength", f"{width(text, float(element.get('font-size', '0')), style):.2f}")
            element.set("lengthAdjust", "spacingAndGlyphs")
        element.attrib.pop("font-family", None)
    root.set("font-family", f"'{prefix}',{_FALLBACKS}")
    style_element = Element(f"{_SVG}style")
    faces = (font_face(prefix, style, _known(letters[style])) for style in STYLES if style in letters)
    style_element.text = "".join(faces)
    return style_element


def _style(element: Element) -> Style:
    return "Bold" if element.get("font-weight") == "bold" else "Regular"


def _known(letters: set[str]) -> str:
    return "".join(sorted(letters.difference(lacking("".join(letters)))))


def _introduce(root: Element, drawing: Drawing, prefix: str, language: str) -> None:
    root.set("role", "img")
    root.set("lang", language)
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-description")
    for position, element in enumerate(_words(drawing, prefix)):
        root.insert(position, element)


def _words(drawing: Drawing, prefix: str) -> Iterator[Element]:
    for tag, name, text in (("title", "title", drawing.title), ("desc", "description", drawing.description)):
        element = Element(f"{_SVG}{tag}", {"id": f"{prefix}-{name}"})
        element.text = text
        yield element
