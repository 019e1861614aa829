"""YAML text -> plain data, a span for every key and value, and what is wrong with the YAML.

libyaml's events are read one by one instead of composing a tree: that gives an alias its own place, and nothing
is built, nor looked at, beyond the limits below. libyaml composes recursively in C, which ends the process some
24,000 levels deep, and takes seconds for 100,000 opening brackets; its event parser stops where we stop.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, NoReturn, TypeAlias

from yaml import (
    AliasEvent,
    CBaseLoader,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cjm.core.finding import Finding
from cjm.core.path import Path
from cjm.core.span import START, Span
from cjm.mapfile import yaml_findings as flaws
from cjm.mapfile.scalars import Scalar, resolved
from cjm.mapfile.source import Source
from cjm.mapfile.syntax import syntax_finding
from cjm.mapfile.yaml_error import Complaint

Data: TypeAlias = "dict[str, Data] | list[Data] | Scalar"
_Event: TypeAlias = Any
"""An event of libyaml. Its published types say that any attribute may be None, marks included; here none is."""

DEEPEST = 100
"""Levels of lists and mappings in one another."""
MOST_NODES = 200_000
"""Keys and values, those that aliases repeat included."""

_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "seq", "map")}
_TEXT_TAG = "tag:yaml.org,2002:str"
_ITEM = re.compile(r"\s*(?P<item>- .*\S)\s*")
_COMMENT_WITHOUT_BLANK = re.compile(r"[ \t]+(#[^\s#!].*)")
_BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
_PRIVATE_USE = range(0x100000, 0x10FFFE)


@dataclass(slots=True)
class Tree:
    """A document's data, and where each of its parts stands in the text.

    `plain` holds the characters of plain scalars that mean more than text (``2026``, ``true``), for where text is
    meant; `aliases` leads from where an alias is used to what it repeats.
    """

    data: Data = None
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    plain: dict[Path, str] = field(default_factory=dict)
    aliases: dict[Path, Path] = field(default_factory=dict)

    def locate(self, path: Path) -> Span:
        """Where something stands, or, if it is missing, the name of the nearest thing that should have it."""
        while path not in self.values and path:
            path = path[:-1]
        return self._name(path) or self.values.get(path, START)

    def locate_key(self, path: Path) -> Span:
        """Where a key stands; where something has no key, the thing itself."""
        return self.keys.get(path) or self.locate(path)

    def scalar_spans(self) -> Iterator[Span]:
        """Where the texts and other single values stand."""
        return (span for path, span in self.values.items() if not isinstance(self.value(path), (dict, list)))

    def text(self, path: Path) -> str | None:
        """The characters of a plain scalar that means more than text."""
        return self.plain.get(self.original(path))

    def original(self, path: Path) -> Path:
        """The path with the aliases on its way followed to what they repeat."""
        for length in range(len(path), 0, -1):
            if target := self.aliases.get(path[:length]):
                return self.original(target + path[length:])
        return path

    def names(self, path: Path) -> str:
        """The way to something by ids and names where it passes through lists: ``stages/search/kpis/Sign-ups``."""
        steps = (self._named(path[: length + 1]) for length in range(len(path)))
        return "/".join(steps)

    def _named(self, path: Path) -> str:
        value = self.value(path)
        if isinstance(path[-1], str):
            return path[-1]
        if isinstance(value, dict):
            way = f"{value['from']} → {value['to']}" if "from" in value and "to" in value else None
            value = value.get("id") or way or value.get("name")
        return str(path[-1] if isinstance(value, (dict, list)) or value is None else value)

    def anchored(self, path: Path) -> Span | None:
        """Where the thing at a path was anchored, if an alias leads to it."""
        original = self.original(path)
        return None if original == path else self.locate(original)

    def _name(self, path: Path) -> Span | None:
        value = self.value(path)
        if isinstance(value, dict):
            here = [key for key in value if (*path, key) in self.keys]
            for name in ("name", "title"):
                if name in here and not isinstance(value[name], (dict, list)):
                    return self._filled((*path, name))
            return self.keys[(*path, here[0])] if here else self.keys.get(path)
        return self.keys.get(path) if value is None or isinstance(value, list) else None

    def _filled(self, path: Path) -> Span:
        return self.keys[path] if self.value(path) is None else self.values[path]

    def value(self, path: Path) -> Data:
        """What stands at a path; None where nothing does."""
        value = self.data
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def read_tree(source: Source) -> tuple[Tree, list[Finding]]:
    """Read one YAML document.

    Returns:
        What could be read, and findings; where one of them is of YAML's syntax or of a limit, the data is None.
    """
    reader = _Reader(source)
    try:
        reader.read()
    except MarkedYAMLError as error:
        wrong = _wrong(Complaint(error, source, reader.around))  # what else was found on its line comes of it
        reader.findings = [*(found for found in reader.findings if found.span.line != wrong.span.line), wrong]
        reader.tree.data = None
    except _RefusedError as refusal:
        reader.findings.append(refusal.finding)
        reader.tree.data = None
    return reader.tree, reader.findings


def _wrong(complaint: Complaint) -> Finding:
    if not complaint.is_too_deep:
        return syntax_finding(complaint)
    (line, column), flaw = complaint.at, flaws.too_deep(DEEPEST)
    span = Span(line + 1, column + 1, line + 1, column + 2)
    return replace(flaw, file=complaint.source.name, span=span)


class _Disguise:
    """libyaml follows YAML 1.1, where NEL, LS and PS end a line; in 1.2 they are text, so they pass it as other signs.

    The signs are three of the private use area that the text itself does not hold.
    """

    def __init__(self, text: str) -> None:
        there = set(text)
        breaks = _BREAKS_OF_YAML_1_1 if there & set(_BREAKS_OF_YAML_1_1) else ""
        free = "".join(islice((sign for code in _PRIVATE_USE if (sign := chr(code)) not in there), len(breaks)))
        self._there, self._back = str.maketrans(breaks, free), str.maketrans(free, breaks)

    def put_on(self, text: str) -> str:
        return text.translate(self._there) if self._there else text

    def taken_off(self, text: str) -> str:
        return text.translate(self._back) if self._back else text


class _RefusedError(Exception):
    """Reading on would break a limit."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(slots=True)
class _Anchor:
    path: Path
    size: int
    height: int = 0
    value: Data = None
    is_open: bool = True


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree()
        self.findings: list[Finding] = []
        self.around: CollectionStartEvent | None = None
        """The innermost list or mapping that was open when libyaml stopped."""
        self._disguise = _Disguise(source.text)
        self._next: Callable[[], _Event] = CBaseLoader(self._disguise.put_on(source.text)).get_event
        self._anchors: dict[str, _Anchor] = {}
        self._size = 0
        self._deepest = 0
        self._with_comment = {number for number, line in enumerate(source.lines) if " #" in line or "\t#" in line}

    def read(self) -> None:
        self._next()  # the stream's start
        if isinstance(self._next(), StreamEndEvent):
            self.findings.append(flaws.empty(self.source.name))
            return
        self.tree.data = self._node(self._next(), (), 0)
        if self.tree.data is None:
            self.findings.append(flaws.empty(self.source.name))
        self._next()  # the document's end
        self._check_end(self._next())

    def _node(self, event: _Event, path: Path, depth: int) -> Data:
        self._count(event, 1)
        if isinstance(event, AliasEvent):
            return self._alias(event, path, depth)
        self.tree.values[path] = _span(event)
        if event.anchor:
            return self._anchored(event, path, depth)
        return self._content(event, path, depth)

    def _anchored(self, event: NodeEvent, path: Path, depth: int) -> Data:
        anchor = self._anchors[str(event.anchor)] = _Anchor(path, self._size - 1)
        around, self._deepest = self._deepest, depth
        anchor.value = self._content(event, path, depth)
        anchor.size, anchor.height, anchor.is_open = self._size - anchor.size, self._deepest - depth, False
        self._deepest = max(around, self._deepest)
        return anchor.value

    def _content(self, event: _Event, path: Path, depth: int) -> Data:
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        self._check_tag(event)
        self._descend(event, depth + 1)
        read = self._mapping if isinstance(event, MappingStartEvent) else self._sequence
        try:
            return read(event, path, depth + 1)
        except MarkedYAMLError:
            self.around = self.around or event
            raise

    def _sequence(self, start: CollectionStartEvent, path: Path, depth: int) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth))
        self._extend(path, _span(event) if start.flow_style else self.tree.values[(*path, len(items) - 1)])
        return items

    def _extend(self, path: Path, last: Span) -> None:
        first = self.tree.values[path]
        self.tree.values[path] = Span(first.line, first.column, last.end_line, last.end_column)

    def _mapping(self, start: CollectionStartEvent, path: Path, depth: int) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._skip(self._next())
            elif key in mapping:
                self._found(flaws.duplicate_key(key, self.tree.keys[(*path, key)]), event)
                self._skip(self._next())
            else:
                inner = (*path, key)
                self.tree.keys[inner] = _span(event)
                mapping[key] = self._node(self._next(), inner, depth)
        if start.flow_style:
            self._extend(path, _span(event))
        self._merge(mapping, path)
        return mapping

    def _key(self, event: _Event, path: Path) -> str | None:
        self._count(event, 1)
        if not isinstance(event, ScalarEvent):
            self._found(flaws.key_not_text(""), event)
            self._skip(event)
            return None
        self._anchor_key(event, path)
        self._check_tag(event)
        if event.implicit[0] and not isinstance(resolved(event.value), str):
            self._found(flaws.key_not_text(event.value), event)
            return None
        return self._disguise.taken_off(event.value)

    def _anchor_key(self, event: ScalarEvent, path: Path) -> None:
        if event.anchor:
            self._anchors[event.anchor] = _Anchor((*path, event.value), 1, value=event.value, is_open=False)

    def _scalar(self, event: ScalarEvent, path: Path) -> Scalar:
        text = self._disguise.taken_off(event.value)
        if not self._check_tag(event):
            return f"{event.tag} {text}"  # as it stands there, so that nothing calls it empty besides
        if not event.implicit[0] and event.tag not in _CORE_TAGS:
            return text
        self._check_comment(event)
        self._check_lines(event)
        value = resolved(text)
        if not isinstance(value, str):
            self.tree.plain[path] = text
        return value

    def _alias(self, event: AliasEvent, path: Path, depth: int) -> Data:
        self.tree.values[path] = _span(event)
        name = str(event.anchor)
        anchor = self._anchors.get(name)
        if anchor is None or anchor.is_open:
            self._found(flaws.unknown_alias(name, is_there=anchor is not None), event)
            return f"*{name}"
        self._count(event, anchor.size)
        self._descend(event, depth + anchor.height)
        self.tree.aliases[path] = anchor.path
        return anchor.value

    def _merge(self, mapping: dict[str, Data], path: Path) -> None:
        """Apply a merge key (YAML 1.1, "Merge Key Language-Independent Type"): own keys win, then earlier ones."""
        merged = mapping.get("<<")
        sources = merged if isinstance(merged, list) else [merged]
        if not merged or not all(isinstance(source, dict) for source in sources):
            return
        del mapping["<<"]
        at = (*path, "<<")
        for number, source in enumerate(sources):
            origin = (*at, number) if isinstance(merged, list) else at
            for key, value in source.items() if isinstance(source, dict) else ():
                if key not in mapping and key != "<<":
                    mapping[key] = value
                    self.tree.values[(*path, key)] = self.tree.values[origin]
                    self.tree.aliases[(*path, key)] = (*origin, key)

    def _skip(self, event: _Event) -> None:
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

    def _count(self, event: _Event, nodes: int) -> None:
        self._size += nodes
        if self._size > MOST_NODES:
            self._refuse(flaws.too_many_nodes(MOST_NODES), event)

    def _descend(self, event: _Event, depth: int) -> None:
        if depth > DEEPEST:
            self._refuse(flaws.too_deep(DEEPEST), event)
        self._deepest = max(depth, self._deepest)

    def _check_tag(self, event: _Event) -> bool:
        tag = event.tag
        is_known = not tag or tag in _CORE_TAGS or tag == _TEXT_TAG
        if not is_known:
            self._found(flaws.unknown_tag(str(tag)), event)
        return is_known

    def _check_comment(self, event: _Event) -> None:
        end = event.end_mark
        if end.line not in self._with_comment:
            return
        comment = _COMMENT_WITHOUT_BLANK.match(self.source.lines[end.line], end.column)
        if comment:
            span = Span(end.line + 1, comment.start(1) + 1, end.line + 1, comment.end(1) + 1)
            self.findings.append(replace(flaws.cut_by_comment(comment[1]), file=self.source.name, span=span))

    def _check_lines(self, event: _Event) -> None:
        """A plain text may go on in deeper lines, and a misplaced item does so without a word."""
        for line in range(event.start_mark.line + 1, event.end_mark.line + 1):
            item = _ITEM.match(self.source.lines[line])
            if item:
                span = Span(line + 1, item.start("item") + 1, line + 1, item.end("item") + 1)
                self.findings.append(replace(flaws.list_in_text(), file=self.source.name, span=span))

    def _check_end(self, event: _Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self._found(flaws.several_documents(), event)

    def _found(self, flaw: Finding, event: _Event) -> None:
        self.findings.append(replace(flaw, file=self.source.name, span=_span(event)))

    def _refuse(self, flaw: Finding, event: _Event) -> NoReturn:
        raise _RefusedError(replace(flaw, file=self.source.name, span=_span(event)))


def _span(event: _Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
