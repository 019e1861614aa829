"""Fixes a map's text automatically: only the characters that are wrong change, everything else stays."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cjm.core.errors import CjmError
from cjm.core.finding import Edit, Finding, Severity
from cjm.core.text import Text
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import SourceText


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


def fix(documents: Iterable[Document], findings: Iterable[Finding]) -> list[FixedMap]:
    """The maps that change when the edits of findings are made; other maps are left out.

    Where two edits overlap the first one counts; the next run makes the rest.

    Raises:
        CjmError: a result would have an error that the map did not have (a bug, better reported than written).
    """
    edits: dict[str, set[Edit]] = defaultdict(set)
    for finding in findings:
        if finding.edit:
            edits[finding.file].add(finding.edit)
    return [_fixed(document, edits[name]) for document in documents if (name := document.source.name) in edits]


def _fixed(document: Document, edits: Iterable[Edit]) -> FixedMap:
    source = document.source
    text, reached, count = source.text, len(source.text) + 1, 0
    for edit in sorted(edits, key=lambda edit: (edit.span, edit.text), reverse=True):
        span = edit.span
        start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
        if end <= reached:
            text, reached, count = text[:start] + edit.text + text[end:], start, count + 1
    if _errors_in(read_document(source.name, text.encode())) > _errors_in(document):
        raise CjmError(
            Text(
                en=f"a fix would break {source.name}, so nothing was written",
                ru=f"исправление испортило бы {source.name}, поэтому ничего не записано",
            ),
            hint=Text(en="please report this map", ru="сообщите, пожалуйста, об этой карте"),
        )
    return FixedMap(source=source, text=text, count=count)


def _errors_in(document: Document) -> int:
    return sum(finding.severity is Severity.ERROR for finding in document.findings)
