"""Findings, one per line: ``path:line:column: severity code message``."""

from cjm.core.finding import Finding
from cjm.core.safe_text import one_line
from cjm.formats.findings._report import Report
from cjm.formats.format import Format

FORMAT = Format()


def render(report: Report) -> str:
    """One line per finding."""
    return "".join(f"{_line(finding, report)}\n" for finding in report.findings)


def _line(finding: Finding, report: Report) -> str:
    span, message = finding.span, one_line(finding.message.localized(report.language))
    place = f"{one_line(finding.file)}:{span.line}:{span.column}"
    return f"{place}: {finding.severity.word} {finding.rule.code} {message}"
