"""Mend in a map's text what needs no person: only the characters that are wrong change, everything else stays."""

import difflib
from collections.abc import Iterable

from cjm.core.errors import CjmError
from cjm.core.finding import Finding, Severity
from cjm.core.text import Text
from cjm.mapfile.document import read_document
from cjm.mapfile.source import Source


def fixed(source: Source, findings: Iterable[Finding]) -> tuple[str, int]:
    """The text with the edits of findings applied, and how many there were.

    Where two edits overlap the first one counts; the next run mends the rest.

    Raises:
        CjmError: the result would have an error that the text had not (a bug, and better said than written).
    """
    text, reached, count = source.text, len(source.text) + 1, 0
    edits = {finding.edit for finding in findings if finding.edit}
    for edit in sorted(edits, key=lambda edit: (edit.span, edit.text), reverse=True):
        span = edit.span
        start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
        if end <= reached:
            text, reached, count = text[:start] + edit.text + text[end:], start, count + 1
    _check(source, text)
    return text, count


def difference(source: Source, text: str) -> str:
    """What a fix changes, as a unified diff."""
    old, new = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, fromfile=source.name, tofile=f"{source.name} (fixed)"))


def _check(source: Source, text: str) -> None:
    before, after = (read_document(source.name, each.encode()) for each in (source.text, text))
    if len(_errors(after.findings)) > len(_errors(before.findings)):
        raise CjmError(
            Text(
                en=f"a fix would break {source.name}, so nothing was written",
                ru=f"исправление испортило бы {source.name}, поэтому ничего не записано",
            ),
            hint=Text(en="please report this map", ru="сообщите, пожалуйста, об этой карте"),
        )


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]
