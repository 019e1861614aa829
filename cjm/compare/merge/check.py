"""Checks that a merged text has the planned meaning, and all that either side has written."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cjm.compare.node import as_json, node_of
from cjm.core.items import Json
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.yaml_tree import Data

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_BEFORE_TEXT = re.compile(r"(?:[&!]\S*(?:\s+(?:#.*)?)*)*(?:[|>].*)?")
"""What a value begins with before its text: an anchor, a tag, the first line of a block text, and comments."""


def means(result: Document, expected: dict[str, Json]) -> bool:
    """Whether a map equals the one in JSON; references are compared as the merged map resolves them."""
    text = json.dumps(expected, ensure_ascii=False)  # YAML does not know the pairs of codes that JSON makes of an emoji
    return result.is_sound and _meaning(result) == _meaning(read_document("", text.encode()))


def _meaning(document: Document) -> dict[str, Json]:
    return as_json(node_of(document.journey))


def holds_comments(result: Sequence[Document], base: Document, ours: Document, theirs: Document) -> bool:
    """Whether every comment is there that a side has added, or that both have kept."""
    there = _most(_comments(document) for document in result)
    was, mine, others = (_comments(document) for document in (base, ours, theirs))
    return all(there[comment] >= _expected(was[comment], mine[comment], others[comment]) for comment in mine | others)


def _expected(base: int, ours: int, theirs: int) -> int:
    """How often a comment must be there."""
    if base in (ours, theirs):
        return theirs if base == ours else ours
    return min(ours, theirs) if max(ours, theirs) < base else max(ours, theirs)


def holds_texts(result: Sequence[Document], base: Document, ours: Document, theirs: Document) -> bool:
    """Whether every text is there that a side has and the base had not."""
    there = _most(Counter(_texts(document.tree.data)) for document in result)
    was = Counter(_texts(base.tree.data))
    sides = (Counter(_texts(document.tree.data)) for document in (ours, theirs))
    return all(there[text] for side in sides for text in side if not was[text])


def _most(counters: Iterable[Counter[str]]) -> Counter[str]:
    most: Counter[str] = Counter()
    for counter in counters:
        most |= counter
    return most


def _comments(document: Document) -> Counter[str]:
    """The comments of a text: all that begins with a number sign and is not in the text of a value."""
    source = document.source
    outside: list[str] = []
    reached = 0
    for span in sorted(document.tree.scalar_spans()):
        start = source.offset(span.line, span.column)
        found = _BEFORE_TEXT.match(source.text, start)
        begin = found.end() if found else start
        outside.append(source.text[reached:begin])
        reached = max(begin, source.offset(span.end_line, span.end_column))
    outside.append(source.text[reached:])
    return Counter(comment[0].strip() for part in outside for comment in _COMMENT.finditer(part))


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _texts(value)
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    else:
        yield str(data)
