"""Findings as JSON, for programs. ``version`` grows when a key goes or changes its meaning, not when one comes."""

from typing import Any

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import as_json
from cjm.core.span import Span
from cjm.formats.findings._report import Report
from cjm.formats.format import Format

FORMAT = Format(endings=(".json",), spelling="json")

VERSION = 1


def render(report: Report) -> str:
    """One object: ``version``, ``summary`` (counts) and ``findings``."""
    counts = {severity.word: report.count(severity) for severity in reversed(Severity)}
    findings = [_finding(finding, report) for finding in report.findings]
    whole = {"version": VERSION, "summary": {"maps": len(report.sources), **counts}, "findings": findings}
    return as_json(whole)


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    language = report.language
    return {
        "file": finding.file,
        **place_of(finding.span),
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.word,
        "message": finding.message.localized(language),
        "hint": finding.hint.localized(language) if finding.hint else None,
        "path": list(finding.path),
        "related": [
            {"message": related.message.localized(language), **place_of(related.span)} for related in finding.related
        ],
    }


def place_of(span: Span) -> dict[str, int]:
    """A span, in the keys that all our JSON formats use."""
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
