"""Findings for GitLab's merge requests: a "code quality" report, which is JSON of the Code Climate kind."""

from typing import Any

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import as_json
from cjm.formats.findings._fingerprint import fingerprinted
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import Report, advice
from cjm.formats.format import Format

FORMAT = Format(spelling="json")

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """An array with one object per finding; an empty one means no findings."""
    issues = [_issue(finding, fingerprint, report) for finding, fingerprint in fingerprinted(report)]
    return as_json(issues)


def _issue(finding: Finding, fingerprint: str, report: Report) -> dict[str, Any]:
    lines = {"begin": finding.span.line, "end": finding.span.end_line}
    return {
        "description": advice(finding, report.language),
        "check_name": finding.rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path_of(finding.file, report), "lines": lines},
    }
