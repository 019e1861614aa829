"""Graphviz's HTML-like labels as trees of elements, so that no text of an author is ever pasted into markup."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias
from xml.etree.ElementTree import Element, SubElement, tostring

import graphviz

from cjm.core.safe_text import is_visible, quoted
from cjm.drawing.metrics import wrapped
from cjm.drawing.palette import BODY, INK
from cjm.drawing.sheet import LONGEST_TOOLTIP
from cjm.system.fonts import Style

Align: TypeAlias = Literal["LEFT", "RIGHT", "CENTER"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How words look; `size` in points."""

    size: float = BODY
    colour: str = INK
    style: Style = "Regular"


_PLAIN = Ink()
_LONGEST_LINK = 2000
"""Letters, as of a tooltip. Graphviz reads no attribute above 16 KiB, and escaped a letter takes up to six bytes."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
"""What Graphviz would take for a letter by its name or number, even for one that no XML may have."""
_TAGS: dict[Style, str] = {"Bold": "B"}
_TIGHT = {"BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"}


def table(rows: Iterable[Element], **attributes: object) -> Element:
    """A table without borders or gaps, unless attributes say otherwise."""
    element = Element("TABLE", _TIGHT | _written(attributes))
    element.extend(rows)
    return element


def row(cells: Iterable[Element]) -> Element:
    """A row of a table."""
    element = Element("TR")
    element.extend(cells)
    return element


def rule() -> Element:
    """A thin line between two rows."""
    return Element("HR")


def cell(*content: Element, **attributes: object) -> Element:
    """A cell; attributes that are None are left out."""
    element = Element("TD", _written(attributes))
    element.extend(content)
    return element


def linked(tooltip: str, url: str | None) -> dict[str, str]:
    """The attributes of a cell with a tooltip and a link; a link longer than browsers take is left out."""
    link = _ENTITY.sub("&amp;", url) if url and len(url) <= _LONGEST_LINK else None
    attributes = {"HREF": link, "TARGET": "_blank" if link else None, "TITLE": quoted(tooltip, LONGEST_TOOLTIP)}
    return {key: _inert(value) for key, value in attributes.items() if value}


def plain(lines: Iterable[str]) -> str:
    r"""A label without markup: no escapes such as `\N`, no entities such as `&lt;`, and no HTML in `<…>`."""
    literal: str = graphviz.nohtml("\\n".join(_literal(_visible(line)) for line in lines))
    return literal


def tooltip(text: str) -> str:
    """A node's tooltip; Graphviz resolves the escapes of those twice."""
    literal: str = graphviz.nohtml(_inert(_literal(quoted(text, LONGEST_TOOLTIP))))
    return literal


def _literal(text: str) -> str:
    return _inert(text).replace("&", "&amp;")


def words(text: str, available: float, ink: Ink = _PLAIN, *, align: Align = "LEFT") -> Element:
    """A text broken into lines that fit the given width in points."""
    font = Element("FONT", {"POINT-SIZE": f"{ink.size:g}", "COLOR": ink.colour})
    holder = SubElement(font, _TAGS[ink.style]) if ink.style in _TAGS else font
    for line in wrapped(text, available, ink.size, ink.style):
        _add_line(holder, _inert(_visible(line)), align)
    return font


def struck(element: Element) -> Element:
    """The same words struck out."""
    through = Element("S")
    through.append(element)
    return through


def label(content: Element) -> str:
    """The label as the `graphviz` package wants it; Graphviz cannot read `<TD />`."""
    return f"<{tostring(content, encoding='unicode', short_empty_elements=False)}>"


def _add_line(holder: Element, line: str, align: Align) -> None:
    if len(holder):
        holder[-1].tail = line
    else:
        holder.text = line
    SubElement(holder, "BR", {"ALIGN": align})


def _visible(line: str) -> str:
    """Graphviz cannot measure a line in which nothing is to be seen."""
    return line if is_visible(line) else "\u00a0"


def _inert(text: str) -> str:
    r"""Inside of HTML-like labels too, Graphviz would replace escapes such as `\N` by the node's name."""
    return text.replace("\\", "\\\\")


def _written(attributes: dict[str, object]) -> dict[str, str]:
    return {key.upper(): str(value) for key, value in attributes.items() if value is not None}
