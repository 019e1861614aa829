"""A map's text as it was read, and what can be found wrong with its bytes alone."""

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property

from cjm.core.finding import Finding
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.mapfile import file_rules as rules

LARGEST = 5 * 1024 * 1024
"""Bytes a map may have."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDE_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_SAVE_AS_UTF8 = Text(en="save the file with the encoding UTF-8", ru="сохраните файл в кодировке UTF-8")


@dataclass(frozen=True)
class SourceText:
    """A file's text under the name that messages give it."""

    name: str
    text: str
    mark: str = ""
    """The byte order mark before the text."""
    is_decoded: bool = True
    """Whether the text is the whole of the file."""

    def encoded(self, text: str) -> bytes:
        """The file's bytes with another text; what was not decoded is never written."""
        assert self.is_decoded
        return (self.mark + text).encode()

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their breaks; only YAML 1.2's breaks part lines."""
        return _LINE_BREAK.split(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span of a range of characters."""
        return Span(*self._position(start), *self._position(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column, both from one."""
        return self._starts[line - 1] + column - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def _position(self, offset: int) -> tuple[int, int]:
        before = _LINE_BREAK.split(self.text[:offset])
        return len(before), len(before[-1]) + 1


def read_source(name: str, data: bytes) -> tuple[SourceText, list[Finding]]:
    """Decode a file.

    Args:
        name: what messages call the file.
        data: its bytes; a byte order mark of UTF-8 is passed over.

    Returns:
        The text (empty where it cannot be decoded) and what is wrong with the bytes.
    """
    if len(data) > LARGEST:
        return SourceText(name, "", is_decoded=False), [_too_large(name)]
    source, flaws = decoded(name, data)
    return source, flaws or _control_characters(source)


def decoded(name: str, data: bytes) -> tuple[SourceText, list[Finding]]:
    """The same for a file of any size, with any characters."""
    for mark, encoding in _WIDE_ENCODINGS.items():
        if data.startswith(mark):
            return SourceText(name, "", is_decoded=False), [_encoded(name, encoding)]
    try:
        return SourceText(name, data.decode("utf-8-sig"), "\ufeff" if data.startswith(BOM_UTF8) else ""), []
    except UnicodeDecodeError as error:
        return _undecodable(name, data, error)


def _too_large(name: str) -> Finding:
    return Finding(
        rule=rules.TOO_LARGE,
        file=name,
        message=Text(
            en="the file is larger than 5 MiB, and a map may not be",
            ru="файл больше 5 МиБ, а карте столько не положено",
        ),
        hint=Text(
            en="check that this file is a map, and split it by persona if it is",
            ru="проверьте, карта ли это; если карта, разделите её по персонам",
        ),
    )


def _encoded(name: str, encoding: str) -> Finding:
    return Finding(
        rule=rules.NOT_UTF8,
        file=name,
        message=Text(en=f"the file is saved as {encoding}", ru=f"файл сохранён в кодировке {encoding}"),
        hint=_SAVE_AS_UTF8,
    )


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> tuple[SourceText, list[Finding]]:
    readable = SourceText(name, data.decode("utf-8-sig", errors="replace"), is_decoded=False)
    without_mark = error.object  # the codec counts from after a byte order mark
    offset = len(without_mark[: error.start].decode("utf-8"))
    byte = f"0x{without_mark[error.start]:02X}"
    finding = Finding(
        rule=rules.NOT_UTF8,
        file=name,
        span=readable.span(offset, offset + 1),
        message=Text(en=f"the byte {byte} is not UTF-8", ru=f"байт {byte} — не UTF-8"),
        hint=_SAVE_AS_UTF8,
    )
    return readable, [finding]


def _control_characters(source: SourceText) -> list[Finding]:
    match = _NOT_ALLOWED.search(source.text)
    if match is None:
        return []
    code = f"U+{ord(match[0]):04X}"
    return [
        Finding(
            rule=rules.CONTROL_CHARACTER,
            file=source.name,
            span=source.span(match.start(), match.end()),
            message=Text(en=f"the character {code} is not allowed in YAML", ru=f"символ {code} недопустим в YAML"),
            hint=Text(en="delete it: it is invisible", ru="удалите его: он невидим"),
        )
    ]
