"""Reads YAML text: plain data, a span for every key and value, and findings about the YAML.

libyaml's events are read one by one instead of composing a tree: that gives an alias its own span, and nothing
is built, nor looked at, beyond the limits below. libyaml composes recursively in C, which ends the process some
24,000 levels deep, and takes seconds for 100,000 opening brackets; its event parser stops where we stop.
"""

import re
from dataclasses import dataclass, replace
from typing import NoReturn

from yaml import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    Mark,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cjm.core.address import step
from cjm.core.finding import Finding
from cjm.core.path import Path
from cjm.core.span import Span
from cjm.mapfile import yaml_findings
from cjm.mapfile.events import Event, Events
from cjm.mapfile.scalars import Scalar, resolved
from cjm.mapfile.source import LARGEST, SourceText
from cjm.mapfile.syntax import syntax_finding
from cjm.mapfile.tree import Data, Tree, span_between
from cjm.mapfile.yaml_error import YamlError

__all__ = ["DEEPEST", "MOST_NODES", "Data", "Tree", "read_tree"]

DEEPEST = 100
"""Levels of lists and mappings in one another."""
MOST_NODES = 50_000
"""Keys and values, those that aliases repeat included."""
LONGEST_ADDRESSES = 8 * LARGEST
"""Letters of the addresses of all values together, of which each repeats the keys and the names above the value."""

_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "seq", "map")}
_TEXT_TAG = "tag:yaml.org,2002:str"
_ITEM = re.compile(r"\s*(?P<item>- .*\S)\s*")
_COMMENT_WITHOUT_SPACE = re.compile(r"[ \t]+(#[^\s#!].*)")
_COMMENT_AT_ONCE = re.compile(r"(#.*\S)")
_COMMENT_IN_DOUBT = re.compile(r"""#(?<=[ \t]#)(?=[^\s#!])|#(?<=["'\]}]#)""")
_ANCHOR = re.compile(r"(?:!\S*\s+)?&([^\s,[\]{}]+)")


def read_tree(source: SourceText) -> tuple[Tree, list[Finding]]:
    """Read one YAML document.

    Returns:
        What could be read, and findings; where one of them is of YAML's syntax or of a limit, the data is None.
    """
    reader = _TreeReader(source)
    try:
        reader.read()
    except MarkedYAMLError as error:
        wrong = _wrong(YamlError(error, source, reader.around))  # other findings on its line are consequences
        reader.findings = [*(found for found in reader.findings if found.span.line != wrong.span.line), wrong]
        reader.tree.data = None
    except _RefusedError as refusal:
        reader.findings.append(refusal.finding)
        reader.tree.data = None
    return reader.tree, reader.findings


def _wrong(error: YamlError) -> Finding:
    if not error.is_too_deep:
        return syntax_finding(error)
    (line, column), finding = error.at, yaml_findings.too_deep(DEEPEST)
    span = Span(line + 1, column + 1, line + 1, column + 2)
    return replace(finding, file=error.source.name, span=span)


class _RefusedError(Exception):
    """Reading on would exceed a limit, or misread what the author wrote."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(slots=True)
class _Anchor:
    """What an alias repeats; where that is a key, there is no path to it."""

    path: Path | None = None
    size: int = 1
    letters: int = 0
    height: int = 0
    value: Data = None
    is_open: bool = False


class _TreeReader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.tree = Tree()
        self.findings: list[Finding] = []
        self.around: CollectionStartEvent | None = None
        """The innermost list or mapping that was open when libyaml stopped."""
        self._events = Events(source.text)
        self._next, self._are_exact = self._events.next, self._events.are_exact
        self._keys, self._values = self.tree.keys.marks, self.tree.values.marks
        self._anchors: dict[str, _Anchor] = {}
        self._size = 0
        self._letters = 0
        self._addresses = 0
        self._deepest = 0
        self._closed: Mark
        """Where the list or mapping that was read last ends."""
        self._in_doubt = _lines_in_doubt(source)

    def read(self) -> None:
        self._next()  # the stream's start
        if isinstance(self._next(), StreamEndEvent):
            self.findings.append(yaml_findings.empty(self.source.name))
            return
        self.tree.data = self._node(self._next(), (), 0)
        if self.tree.data is None:
            self.findings.append(yaml_findings.empty(self.source.name))
        self._next()  # the document's end
        if isinstance(event := self._next(), DocumentStartEvent):
            self._found(yaml_findings.several_documents(), event)

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        self._size += 1  # here and at keys without a call, because a map has more of these than of anything else
        if self._size > MOST_NODES:
            self._refuse(yaml_findings.too_many_nodes(MOST_NODES), event)
        self._values[path] = (event.start_mark, event.end_mark)
        if isinstance(event, AliasEvent):
            return self._alias(event, path, depth)
        if event.anchor:
            return self._anchored(event, path, depth)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        return self._collection(event, path, depth)

    def _collection(self, event: Event, path: Path, depth: int) -> Data:
        if event.tag:
            self._check_tag(event)
        self._descend(event, depth + 1)
        read = self._mapping if isinstance(event, MappingStartEvent) else self._sequence
        try:
            return read(event, path, depth + 1)
        except MarkedYAMLError:
            self.around = self.around or event
            raise

    def _anchored(self, event: Event, path: Path, depth: int) -> Data:
        self._check_anchor(event)
        size, letters, around = self._size - 1, self._letters, self._deepest
        anchor = self._anchors[event.anchor] = _Anchor(path, is_open=True)
        self._deepest = depth
        is_single = isinstance(event, ScalarEvent)
        anchor.value = self._scalar(event, path) if is_single else self._collection(event, path, depth)
        anchor.size, anchor.height = self._size - size, self._deepest - depth
        end = event.end_mark if is_single else self._closed
        anchor.letters = self._letters - letters + end.index - event.start_mark.index
        anchor.is_open = False
        self._deepest = max(around, self._deepest)
        return anchor.value

    def _sequence(self, start: CollectionStartEvent, path: Path, depth: int) -> list[Data]:
        items: list[Data] = []
        before: Event = start
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth))
            if start.flow_style:
                self._check_comma(before, event)
                before = event
        self._close(start, event, path)
        if not start.flow_style:
            self._values[path] = (self._values[path][0], self._values[(*path, len(items) - 1)][1])
        return items

    def _check_comma(self, before: Event, event: Event) -> None:
        """Of two items in brackets, the second may be the rest of a sentence with a comma."""
        if not (isinstance(before, ScalarEvent) and isinstance(event, ScalarEvent)):
            return
        is_plain = before.implicit[0] and event.implicit[0]
        if is_plain and before.value[:1].isupper() and " " in before.value and _is_small(event.value):
            self._found(yaml_findings.split_by_comma(before.value, event.value), event)

    def _close(self, start: CollectionStartEvent, end: Event, path: Path) -> None:
        self._closed = end.end_mark
        if start.flow_style:
            self._check_comment(end, is_plain=False)
            self._values[path] = (self._values[path][0], end.end_mark)

    def _mapping(self, start: CollectionStartEvent, path: Path, depth: int) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        merges, around = False, self._size
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            if key is None:
                self._skip(self._next())
            elif key in mapping:
                self._found(yaml_findings.duplicate_key(key, self.tree.keys[(*path, key)]), event)
                self._skip(self._next())
            else:
                inner = (*path, key)
                self._keys[inner] = (event.start_mark, event.end_mark)
                before = self._size
                mapping[key] = self._node(self._next(), inner, depth)
                self._addresses += len(key) * (self._size - before)
                merges = merges or (key == "<<" and event.implicit[0])
        self._close(start, event, path)
        if merges:
            self._merge(mapping, path)
        if path and isinstance(path[-1], int):
            self._addresses += len(step(path[-1], mapping)) * (self._size - around)
        if self._addresses > LONGEST_ADDRESSES:
            self._refuse(yaml_findings.too_long_addresses(LONGEST_ADDRESSES), start)
        return mapping

    def _key(self, event: Event) -> str | None:
        self._size += 1
        if self._size > MOST_NODES:
            self._refuse(yaml_findings.too_many_nodes(MOST_NODES), event)
        if not isinstance(event, ScalarEvent):
            self._found(yaml_findings.key_not_text(""), event)
            self._skip(event)
            return None
        key: str = event.value if self._are_exact else self._events.text(event)
        if event.anchor:
            self._check_anchor(event)
            self._anchors[event.anchor] = _Anchor(value=key, letters=len(key))
        if event.tag:
            self._check_tag(event)
        if event.implicit[0] and not isinstance(resolved(key), str):
            is_decimal = self._is_after_digit(event) and key.isdecimal()
            self._found(yaml_findings.decimal_comma(key) if is_decimal else yaml_findings.key_not_text(key), event)
            return None
        return key

    def _is_after_digit(self, event: Event) -> bool:
        """Whether a digit and a comma are right before it."""
        mark = event.start_mark
        before: str = self.source.lines[mark.line][max(0, mark.column - 2) : mark.column]
        return before[:1].isdecimal() and before[1:] == ","

    def _scalar(self, event: Event, path: Path) -> Scalar:
        text: str = event.value if self._are_exact else self._events.text(event)
        tag = event.tag
        if tag and tag not in _CORE_TAGS:  # the tag stays beside the text, so that it is not reported as empty as well
            return text if self._check_tag(event) else f"{self._events.shown(tag)} {text}"
        is_plain = bool(tag) or event.implicit[0]
        if self._in_doubt:
            self._check_comment(event, is_plain=is_plain)
        if not is_plain:
            return text
        if event.start_mark.line != event.end_mark.line:
            self._check_lines(event)
        value = resolved(text)
        if not isinstance(value, str):
            self.tree.plain[path] = text
        return value

    def _alias(self, event: AliasEvent, path: Path, depth: int) -> Data:
        name = str(event.anchor)
        anchor = self._anchors.get(name)
        if anchor is None or anchor.is_open:
            self._found(yaml_findings.unknown_alias(name, is_there=anchor is not None), event)
            return f"*{name}"
        self._count(event, anchor.size)
        self._letters += anchor.letters
        if self._letters > LARGEST:
            self._refuse(yaml_findings.too_much_text(LARGEST), event)
        self._descend(event, depth + anchor.height)
        if anchor.path is not None:
            self.tree.aliases[path] = anchor.path
        return anchor.value

    def _merge(self, mapping: dict[str, Data], path: Path) -> None:
        """Apply a merge key (YAML 1.1, "Merge Key Language-Independent Type"): own keys win, then earlier ones."""
        at = (*path, "<<")
        sources = _to_merge(mapping["<<"], at)
        if sources:
            del mapping["<<"]
        for origin, source in sources:
            for key in [key for key in source if key not in mapping and key != "<<"]:
                mapping[key] = source[key]
                self._values[(*path, key)] = self._values[origin]
                self.tree.aliases[(*path, key)] = (*origin, key)

    def _skip(self, event: Event) -> None:
        opened = [event] if isinstance(event, CollectionStartEvent) else []
        try:
            while opened:
                event = self._next()
                self._count(event, 1)
                if isinstance(event, CollectionStartEvent):
                    opened.append(event)
                elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                    opened.pop()
        except MarkedYAMLError:
            self.around = opened[-1]
            raise

    def _count(self, event: Event, nodes: int) -> None:
        self._size += nodes
        if self._size > MOST_NODES:
            self._refuse(yaml_findings.too_many_nodes(MOST_NODES), event)

    def _descend(self, event: Event, depth: int) -> None:
        if depth > DEEPEST:
            self._refuse(yaml_findings.too_deep(DEEPEST), event)
        self._deepest = max(depth, self._deepest)

    def _check_tag(self, event: Event) -> bool:
        is_known = event.tag in _CORE_TAGS or event.tag == _TEXT_TAG
        if not is_known:
            self._found(yaml_findings.unknown_tag(self._events.shown(event.tag)), event)
        return is_known

    def _check_anchor(self, event: Event) -> None:
        """Where YAML 1.2 goes on with a name, libyaml may end it, and take the rest for the text."""
        start = event.start_mark
        name = _ANCHOR.match(self.source.lines[start.line], start.column)
        if name and name[1] != event.anchor:
            self._refuse(yaml_findings.anchor_cut(name[1], event.anchor), event)

    def _check_comment(self, event: Event, *, is_plain: bool) -> None:
        end = event.end_mark
        if end.line not in self._in_doubt:
            return
        pattern = _COMMENT_WITHOUT_SPACE if is_plain else _COMMENT_AT_ONCE
        if comment := pattern.match(self.source.lines[end.line], end.column):
            span = Span(end.line + 1, comment.start(1) + 1, end.line + 1, comment.end(1) + 1)
            self.findings.append(replace(yaml_findings.cut_by_comment(comment[1]), file=self.source.name, span=span))

    def _check_lines(self, event: Event) -> None:
        """A plain text may go on in deeper lines, and a misplaced item does so without a word."""
        for line in range(event.start_mark.line + 1, event.end_mark.line + 1):
            item = _ITEM.match(self.source.lines[line])
            if item:
                self._count(event, 1)  # as the item that it was to be
                span = Span(line + 1, item.start("item") + 1, line + 1, item.end("item") + 1)
                self.findings.append(replace(yaml_findings.list_in_text(), file=self.source.name, span=span))

    def _found(self, finding: Finding, event: Event) -> None:
        span = span_between(event.start_mark, event.end_mark)
        self.findings.append(replace(finding, file=self.source.name, span=span))

    def _refuse(self, finding: Finding, event: Event) -> NoReturn:
        span = span_between(event.start_mark, event.end_mark)
        raise _RefusedError(replace(finding, file=self.source.name, span=span))


def _to_merge(merged: Data, at: Path) -> list[tuple[Path, dict[str, Data]]]:
    """The mappings that a merge key names, each with its path; none where it names anything else."""
    items: list[tuple[Path, Data]] = [(at, merged)]
    if isinstance(merged, list):
        items = [((*at, number), item) for number, item in enumerate(merged)]
    sources = [(path, item) for path, item in items if isinstance(item, dict)]
    return sources if len(sources) == len(items) else []


def _lines_in_doubt(source: SourceText) -> set[int]:
    """The lines, from zero, with a number sign that may cut a text."""
    if not _COMMENT_IN_DOUBT.search(source.text):
        return set()
    return {number for number, line in enumerate(source.lines) if _COMMENT_IN_DOUBT.search(line)}


def _is_small(text: str) -> bool:
    """Whether a text begins with a small letter, other than a name such as iPhone does."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return first[:1].isalpha() and first.islower()
