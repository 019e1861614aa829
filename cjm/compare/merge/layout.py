"""A map's text as a tree of entries; joined, they are the text, character by character.

Each key with its value, and each item of a list, is an entry. In block style an entry has whole lines, with the
comment lines above it; in flow style (``{a: 1}``, ``[a, b]``) it has the characters between two commas.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from cjm.core.path import Path
from cjm.core.span import Span
from cjm.mapfile.document import Document

_COLON = re.compile(r"[ \t]*:")
_SPACES = re.compile(r"\s*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#.*)?\n")
_OPENING = "[{"
_WITH_COMMENTS = "[{&!|>"
"""What a value begins with that may have comments in it."""


class UnsureError(Exception):
    """The text is written in a way that only a person should touch."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A single value, or what is better left whole."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Entries in lines of their own; `is_compact` where the first one begins after the hyphen of an item."""

    is_list: bool
    column: int
    entries: tuple["Entry", ...]
    tail: str
    is_compact: bool


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Entries in brackets; `tail` is what is between the last one and the closing bracket."""

    is_list: bool
    entries: tuple["Entry", ...]
    text: str
    tail: str = ""


Value: TypeAlias = "Leaf | Block | Flow"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Entry:
    """A key with its value, or an item.

    `lead` is above it (in flow style before it), `mark` is ``goal:`` or ``-``, `gap` what is between mark and value,
    `closer` what follows the value. `raw` is all of it; in flow style without `lead` and `closer`. `column` is how
    far a block entry is indented, None in flow style.
    """

    path: Path
    column: int | None
    lead: str = ""
    mark: str = ""
    gap: str = ""
    value: Value
    closer: str = ""
    raw: str

    @property
    def has_comment(self) -> bool:
        """Whether there is a comment anywhere in it, or may be one in a list or mapping that is left whole."""
        if isinstance(self.value, Leaf):
            inside = "#" in self.value.text and self.value.text[0] in _WITH_COMMENTS
        else:
            inside = "#" in self.value.tail or any(entry.has_comment for entry in self.value.entries)
        return inside or "#" in self.lead + self.gap + self.closer

    def walk(self) -> Iterator["Entry"]:
        """The entry and those in it."""
        yield self
        for entry in self.value.entries if not isinstance(self.value, Leaf) else ():
            yield from entry.walk()


def layout_of(document: Document) -> Block:
    """The layout of a sound map that has no aliases and whose text ends with a line break.

    Raises:
        UnsureError: it is written in an unusual way.
    """
    reader = _LayoutReader(document)
    if not isinstance(document.tree.data, dict) or document.tree.aliases or reader.starts_with((), "{&!"):
        raise UnsureError
    return reader.block((), 0, len(document.source.lines) - 1)


class _LayoutReader:
    def __init__(self, document: Document) -> None:
        self._tree = document.tree
        self._source = document.source
        self._text = document.source.text
        self._lines = document.source.lines
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def block(self, path: Path, first: int, end: int, *, is_compact: bool = False) -> Block:
        """The entries of a list or mapping in the lines from `first` up to `end`."""
        children = self._children(path)
        starts = [self._start(child) for child in children]
        column = starts[0][1]
        limits = [*(line for line, _ in starts[1:]), end]
        cuts = [self._cut(child, column, limit) for child, limit in zip(children, limits, strict=True)]
        if any(indent != column or self._lines[line][:indent].strip() for line, indent in starts[is_compact:]):
            raise UnsureError
        entries = [
            self._entry(child, column, (begin, line, cut))
            for child, begin, (line, _), cut in zip(children, [first, *cuts], starts, cuts, strict=False)
        ]
        return Block(
            is_list=isinstance(self._tree.value(path), list),
            column=column,
            entries=tuple(entries),
            tail=self._between(cuts[-1], end),
            is_compact=is_compact,
        )

    def _children(self, path: Path) -> list[Path]:
        value = self._tree.value(path)
        steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        return [(*path, step) for step in steps]

    def _between(self, first: int, end: int) -> str:
        """The text of the lines from one up to another."""
        return self._text[self._starts[first] : self._starts[end]] if first < end else ""

    def _start(self, child: Path) -> tuple[int, int]:
        """Line and column, from zero, of a key or of the hyphen of an item."""
        if isinstance(child[-1], str):
            return self._tree.keys[child].line - 1, self._tree.keys[child].column - 1
        around = self._tree.values[child[:-1]]
        if child[-1] == 0:
            return around.line - 1, around.column - 1
        return self._line_of_hyphen(self._tree.values[child], around.column - 1), around.column - 1

    def _line_of_hyphen(self, span: Span, column: int) -> int:
        for line in range(span.line - 1, -1, -1):
            if not self._lines[line][:column].strip() and self._lines[line][column : column + 1] == "-":
                return line
        raise UnsureError

    def _cut(self, child: Path, column: int, limit: int) -> int:
        """The line after a child and after the comments right below it that are indented deeper than it is."""
        line = self._last_line(child) + 1
        while line < limit and _indent_of_comment(self._lines[line]) > column:
            line += 1
        return line

    def _last_line(self, path: Path) -> int:
        if self._is_block(path):
            return self._last_line(self._children(path)[-1])
        return bisect_right(self._starts, self._bounds(path)[1]) - 1

    def _is_block(self, path: Path) -> bool:
        value = self._tree.value(path)
        return isinstance(value, (dict, list)) and not self.starts_with(path, _OPENING)

    def starts_with(self, path: Path, signs: str) -> bool:
        """Whether a value starts with one of some signs."""
        return self._text[self._offset(path)] in signs

    def _offset(self, path: Path) -> int:
        span = self._tree.values[path]
        return self._source.offset(span.line, span.column)

    def _bounds(self, path: Path) -> tuple[int, int]:
        """Where a value that is not in block style begins and ends; a block scalar ends with its last letter."""
        span, start = self._tree.values[path], self._offset(path)
        end = self._source.offset(span.end_line, span.end_column)
        return start, start + len(self._text[start:end].rstrip())

    def _entry(self, path: Path, column: int, lines: tuple[int, int, int]) -> Entry:
        begin, line, cut = lines
        start, end = self._starts[line] + column, self._starts[cut]
        mark = self._mark(path, start)
        value, gap, closer = self._value(path, start + len(mark), (line, cut))
        lead = self._between(begin, line)
        return Entry(
            path=path,
            column=column,
            lead=lead,
            mark=mark,
            gap=gap,
            value=value,
            closer=closer,
            raw=lead + " " * column + self._text[start:end],
        )

    def _mark(self, path: Path, start: int) -> str:
        if isinstance(path[-1], int):
            if self._text[start] != "-":
                raise UnsureError
            return "-"
        return self._text[start : self._colon(path)]

    def _colon(self, path: Path) -> int:
        """The offset after the colon of a key."""
        key = self._tree.keys[path]
        colon = _COLON.match(self._text, self._source.offset(key.end_line, key.end_column))
        if colon is None:
            raise UnsureError
        return colon.end()

    def _value(self, path: Path, start: int, lines: tuple[int, int]) -> tuple[Value, str, str]:
        """A value with what comes before and after it."""
        line, cut = lines
        if not self._is_block(path):
            begin, end = self._bounds(path)
            return self._inline(path, begin, end), self._text[start:begin], self._text[end : self._starts[cut]]
        first = self._start(self._children(path)[0])
        offset = self._starts[first[0]] + first[1]
        if self._offset(path) != offset:  # an anchor or a tag
            raise UnsureError
        if first[0] == line:
            return self.block(path, line, cut, is_compact=True), self._text[start:offset], ""
        rest = _REST_OF_LINE.match(self._text, start)
        if rest is None:
            raise UnsureError
        return self.block(path, line + 1, cut), rest[0], ""

    def _inline(self, path: Path, begin: int, end: int) -> Value:
        """A value in flow style, or whole where there is more to it than entries and commas."""
        text = self._text[begin:end]
        if not isinstance(self._tree.value(path), (dict, list)):
            return Leaf(text)
        try:
            return self._flow(path, begin, end)
        except UnsureError:
            return Leaf(text)

    def _flow(self, path: Path, begin: int, end: int) -> Flow:
        position, entries = begin + 1, []
        for child in self._children(path):
            lead = self._spaces(position)
            entry = self._flow_entry(child, position + len(lead))
            position += len(lead) + len(entry.raw)
            closer = self._spaces(position)
            position += len(closer)
            has_comma = self._text[position] == ","
            if not has_comma and position != end - 1:
                raise UnsureError
            entries.append(replace(entry, lead=lead, closer=closer))
            position += has_comma
        start = position - 1 if entries and self._text[position - 1] == "," else position
        tail = self._text[start : end - 1]
        if tail.strip(", \t\n"):
            raise UnsureError
        return Flow(isinstance(self._tree.value(path), list), tuple(entries), self._text[begin:end], tail)

    def _flow_entry(self, path: Path, start: int) -> Entry:
        begin, end = self._bounds(path)
        is_item = isinstance(path[-1], int)
        mark = "" if is_item else self._text[start : self._colon(path)]
        gap = self._text[start + len(mark) : begin]
        if self._is_block(path) or begin < start + len(mark) or gap.strip() or (is_item and gap):
            raise UnsureError
        raw, inner = self._text[start:end], self._inline(path, begin, end)
        return Entry(path=path, column=None, mark=mark, gap=gap, value=inner, raw=raw)

    def _spaces(self, position: int) -> str:
        found = _SPACES.match(self._text, position)
        return found[0] if found else ""


def _indent_of_comment(line: str) -> int:
    """How far a line that is only a comment is indented; -1 for any other."""
    text = line.lstrip(" ")
    return len(line) - len(text) if text.startswith("#") else -1
