"""Fixes a map's text automatically: only the characters that are wrong change, everything else stays."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cjm.core.finding import Edit, Finding
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import SourceText

_MOST_ROUNDS = 10
"""As deep as keys are in one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedMap:
    """A map that fixes change: how it was, its new text, and how many fixes that took."""

    source: SourceText
    text: str
    count: int

    @property
    def difference(self) -> str:
        """What changes, as a unified diff."""
        old, new = self.source.text.splitlines(keepends=True), self.text.splitlines(keepends=True)
        return "".join(difflib.unified_diff(old, new, self.source.name, f"{self.source.name} (fixed)"))


class Fixes(NamedTuple):
    """The maps that fixes change, and the names of those that they would break, which stay as they are."""

    fixed: list[FixedMap]
    refused: list[str]


def fix(documents: Iterable[Document], findings: Iterable[Finding]) -> Fixes:
    """Make the edits of findings; maps without any are left out.

    Where two edits overlap the first one counts; the next run makes the rest.
    """
    edits: dict[str, set[Edit]] = defaultdict(set)
    for finding in findings:
        if finding.edit:
            edits[finding.file].add(finding.edit)
    fixes = Fixes([], [])
    for document in documents:
        name = document.source.name
        if name not in edits:
            continue
        fixed = _again(document, _fixed(document, edits[name]))
        if _is_broken(document, fixed):
            fixes.refused.append(name)
        else:
            fixes.fixed.append(fixed)
    return fixes


def _again(document: Document, fixed: FixedMap) -> FixedMap:
    """Fix what only comes to light when something else is right: keys inside of a key, values inside of those."""
    for _ in range(_MOST_ROUNDS):
        now = read_document(fixed.source.name, fixed.text.encode())
        edits = {finding.edit for finding in now.findings if finding.edit}
        if not edits:
            break
        more = _fixed(now, edits)
        fixed = FixedMap(source=document.source, text=more.text, count=fixed.count + more.count)
    return fixed


def _fixed(document: Document, edits: Iterable[Edit]) -> FixedMap:
    source = document.source
    text, reached, count = source.text, len(source.text) + 1, 0
    for edit in sorted(edits, key=lambda edit: (edit.span, edit.text), reverse=True):
        span = edit.span
        start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
        if end <= reached:
            text, reached, count = text[:start] + edit.text + text[end:], start, count + 1
    return FixedMap(source=source, text=text, count=count)


def _is_broken(document: Document, fixed: FixedMap) -> bool:
    """Whether there is more that is no YAML, or no map any more; a right key may bring errors to light below it."""
    now = read_document(fixed.source.name, fixed.text.encode())
    return _errors_of_reading(now) > _errors_of_reading(document) or (document.is_sound and not now.is_sound)


def _errors_of_reading(document: Document) -> int:
    return sum(finding.rule.code.startswith("CJM0") for finding in document.findings)
