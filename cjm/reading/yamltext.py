"""YAML text -> plain data, a span for every key and value, and what is wrong with the YAML.

libyaml's events are read one by one instead of composing a tree: that gives an alias its own place, and nothing
is built, nor looked at, beyond the limits below. libyaml composes recursively in C, which ends the process some
24,000 levels deep, and takes seconds for 100,000 opening brackets; its event parser stops where we stop.
"""

import re
from dataclasses import dataclass, field, replace
from typing import NoReturn, TypeAlias, cast

from yaml import (
    AliasEvent,
    CBaseLoader,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    Mark,
    MarkedYAMLError,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cjm.finding import Finding, Kind
from cjm.kinds import reading
from cjm.path import Path
from cjm.reading import flaws
from cjm.reading.scalars import Scalar, resolved
from cjm.reading.source import Source
from cjm.reading.syntax import syntax_finding
from cjm.span import START, Span

Data: TypeAlias = "dict[str, Data] | list[Data] | Scalar"

DEEPEST = 100
"""Levels of lists and mappings in one another."""
MOST_NODES = 200_000
"""Keys and values, those that aliases repeat included."""

_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "seq", "map")}
_TEXT_TAGS = {"!", "tag:yaml.org,2002:str"}
_COMMENT_WITHOUT_BLANK = re.compile(r"[ \t]+(#[^\s#!].*)")
# libyaml follows YAML 1.1, where these end a line; in YAML 1.2 they are text, so they pass it in disguise.
_BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
_DISGUISES = "\U0010fff0\U0010fff1\U0010fff2"
_DISGUISE = str.maketrans(_BREAKS_OF_YAML_1_1, _DISGUISES)
_UNMASK = str.maketrans(_DISGUISES, _BREAKS_OF_YAML_1_1)


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

    def text(self, path: Path) -> str | None:
        """The characters of a plain scalar that means more than text."""
        return self.plain.get(self.original(path))

    def original(self, path: Path) -> Path:
        """The path with the aliases on its way followed to what they repeat."""
        for length in range(len(path), 0, -1):
            if target := self.aliases.get(path[:length]):
                return self.original(target + path[length:])
        return path

    def anchored(self, path: Path) -> Span | None:
        """Where the thing at a path was anchored, if an alias leads to it."""
        original = self.original(path)
        return None if original == path else self.locate(original)

    def _name(self, path: Path) -> Span | None:
        value = self._value(path)
        if isinstance(value, dict):
            first = next((key for key in ("name", "title", *value) if (*path, key) in self.keys), None)
            if first is None:
                return self.keys.get(path)
            return self.keys[(*path, first)] if isinstance(value[first], (dict, list)) else self._filled((*path, first))
        return self.keys.get(path) if value is None or isinstance(value, list) else None

    def _filled(self, path: Path) -> Span:
        return self.keys[path] if self._value(path) is None else self.values[path]

    def _value(self, path: Path) -> Data:
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
        reader.findings.append(syntax_finding(error, source))
        reader.tree.data = None
    except _RefusedError as refusal:
        reader.findings.append(refusal.finding)
        reader.tree.data = None
    return reader.tree, reader.findings


class _RefusedError(Exception):
    """Reading on would break a limit."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(slots=True)
class _Anchor:
    path: Path
    size: int
    value: Data
    is_open: bool = True


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree()
        self.findings: list[Finding] = []
        self._parser = CBaseLoader(source.text.translate(_DISGUISE))
        self._anchors: dict[str, _Anchor] = {}
        self._size = 0

    def read(self) -> None:
        self._next()  # the stream's start
        event = self._next()
        if isinstance(event, StreamEndEvent):
            self._found(flaws.empty(), event)
            return
        self.tree.data = self._node(self._next(), (), 0)
        if self.tree.data is None:
            self._found(flaws.empty(), event)
        self._next()  # the document's end
        self._check_end(self._next())

    def _next(self) -> Event:
        return cast(Event, self._parser.get_event())

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        self._count(event, 1)
        if isinstance(event, AliasEvent):
            return self._alias(event, path)
        self.tree.values[path] = _span(event)
        anchor = self._anchor(event, path)
        value = self._content(event, path, depth)
        if anchor:
            anchor.value, anchor.size, anchor.is_open = value, self._size - anchor.size, False
        return value

    def _content(self, event: Event, path: Path, depth: int) -> Data:
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        self._check_tag(event)
        if depth == DEEPEST:
            self._refuse(reading.TOO_DEEP, event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path, depth + 1)
        return self._sequence(event, path, depth + 1)

    def _sequence(self, start: Event, path: Path, depth: int) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth))
        self.tree.values[path] = _through(start, event)
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._skip(self._next())
            elif key in mapping:
                self._found(flaws.duplicate_key(key, self.tree.keys[(*path, key)]), event)
                self._skip(self._next())
            else:
                self.tree.keys[(*path, key)] = _span(event)
                mapping[key] = self._node(self._next(), (*path, key), depth)
        self._merge(mapping, path)
        return mapping

    def _key(self, event: Event, path: Path) -> str | None:
        self._count(event, 1)
        if not isinstance(event, ScalarEvent):
            self._found(flaws.key_not_text(""), event)
            self._skip(event)
            return None
        self._anchor_key(event, path)
        if event.implicit[0] and not isinstance(resolved(event.value), str):
            self._found(flaws.key_not_text(event.value), event)
            return None
        return event.value.translate(_UNMASK)

    def _anchor_key(self, event: ScalarEvent, path: Path) -> None:
        if event.anchor:
            self._anchors[event.anchor] = _Anchor((*path, event.value), 1, event.value, is_open=False)

    def _scalar(self, event: ScalarEvent, path: Path) -> Scalar:
        text = event.value.translate(_UNMASK)
        self._check_tag(event)
        if not event.implicit[0] and event.tag not in _CORE_TAGS:
            return text
        self._check_comment(event)
        value = resolved(text)
        if not isinstance(value, str):
            self.tree.plain[path] = text
        return value

    def _anchor(self, event: Event, path: Path) -> _Anchor | None:
        if not isinstance(event, NodeEvent) or not event.anchor:
            return None
        anchor = _Anchor(path, self._size - 1, None)
        self._anchors[event.anchor] = anchor
        return anchor

    def _alias(self, event: AliasEvent, path: Path) -> Data:
        self.tree.values[path] = _span(event)
        name = str(event.anchor)
        anchor = self._anchors.get(name)
        if anchor is None or anchor.is_open:
            self._found(flaws.unknown_alias(name, is_there=anchor is not None), event)
            return f"*{name}"
        self._count(event, anchor.size)
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
                if key not in mapping:
                    mapping[key] = value
                    self.tree.values[(*path, key)] = self.tree.values[origin]
                    self.tree.aliases[(*path, key)] = (*origin, key)

    def _skip(self, event: Event) -> None:
        depth = int(isinstance(event, CollectionStartEvent))
        while depth:
            event = self._next()
            self._count(event, 1)
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, (MappingEndEvent, SequenceEndEvent))

    def _count(self, event: Event, nodes: int) -> None:
        self._size += nodes
        if self._size > MOST_NODES:
            self._refuse(reading.TOO_MANY_NODES, event)

    def _check_tag(self, event: Event) -> None:
        tag = event.tag if isinstance(event, (ScalarEvent, CollectionStartEvent)) else None
        if tag and tag not in _CORE_TAGS and tag not in _TEXT_TAGS:
            self._found(flaws.unknown_tag(tag), event)

    def _check_comment(self, event: ScalarEvent) -> None:
        end = _span(event)
        if not event.value or end.end_line > len(self.source.lines):
            return
        comment = _COMMENT_WITHOUT_BLANK.match(self.source.lines[end.end_line - 1], end.end_column - 1)
        if comment:
            span = Span(end.end_line, comment.start(1) + 1, end.end_line, comment.end(1) + 1)
            self.findings.append(replace(flaws.cut_by_comment(comment[1]), file=self.source.name, span=span))

    def _check_end(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self._found(flaws.several_documents(), event)

    def _found(self, flaw: Finding, event: Event) -> None:
        self.findings.append(replace(flaw, file=self.source.name, span=_span(event)))

    def _refuse(self, kind: Kind, event: Event) -> NoReturn:
        raise _RefusedError(replace(flaws.over_limit(kind), file=self.source.name, span=_span(event)))


def _span(event: Event) -> Span:
    return _through(event, event)


def _through(first: Event, last: Event) -> Span:
    start, end = cast(Mark, first.start_mark), cast(Mark, last.end_mark)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
