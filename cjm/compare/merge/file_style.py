"""The style of a file: byte order mark, line breaks, a break at the end."""

from codecs import BOM_UTF8
from typing import NamedTuple

from cjm.compare.merge.layout import UnsureError


class FileStyle(NamedTuple):
    """What is the same for the whole of a file."""

    mark: bytes = b""
    line_break: bytes = b"\n"
    end: bytes = b"\n"

    def restored(self, text: str) -> bytes:
        """The bytes of a text with line feeds that ends with one."""
        return self.mark + (text[:-1].encode().replace(b"\n", self.line_break)) + self.end


def read_style(data: bytes) -> tuple[FileStyle, bytes]:
    """How a file is written, and its text with line feeds and one at its end.

    Raises:
        UnsureError: its line breaks are not all of one kind.
    """
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.removeprefix(mark)
    line_break = b"\r\n" if b"\r\n" in text else b"\n"
    lines = text.replace(b"\r\n", b"\n")
    if b"\r" in lines or (line_break == b"\r\n" and lines.count(b"\n") != text.count(b"\r\n")):
        raise UnsureError
    end = line_break if lines.endswith(b"\n") else b""
    return FileStyle(mark, line_break, end), lines if end else lines + b"\n"


def merged_style(base: FileStyle, ours: FileStyle, theirs: FileStyle) -> FileStyle:
    """Ours, with what only theirs has changed."""
    parts = zip(base, ours, theirs, strict=True)
    mark, line_break, end = (other if was == mine else mine for was, mine, other in parts)
    return FileStyle(mark, line_break, line_break if end else b"")
