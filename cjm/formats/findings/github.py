"""Findings as workflow commands of GitHub Actions, which shows them at their lines.

GitHub takes ten of each kind from a step. The escapes are those that its runner undoes.
"""

import re

from cjm.core.finding import Finding, Severity
from cjm.core.text import Text, plural
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import FINDINGS, SEVERITIES, Report, advice
from cjm.formats.format import Format

FORMAT = Format(spelling=None)

_COMMAND_ELSEWHERE = re.compile(r"##(?=\[|vso\[|teamcity\[)")
"""What begins a command in the middle of a line, to this server or another that runs the same step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10
_MORE = Text(
    en="{n} more {findings} not shown: GitHub takes {most} of each kind",
    ru="не показано ещё {n} {findings}: GitHub принимает не больше {most} каждого вида",
)


def render(report: Report) -> str:
    """One command per finding, the worst first; the last one counts how many are left out."""
    too_many = any(report.count(severity) > _MOST for severity in SEVERITIES)
    room = dict.fromkeys(SEVERITIES, _MOST) | {Severity.INFO: _MOST - too_many}
    shown = [finding for severity in SEVERITIES for finding in _first(room[severity], severity, report)]
    commands = [_annotation(finding, report) for finding in shown]
    if too_many:
        commands.append(_command("notice", {"title": "cjm"}, _more(len(report.findings) - len(shown), report)))
    return "".join(commands)


def _first(most: int, severity: Severity, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is severity][:most]


def _more(count: int, report: Report) -> str:
    findings = plural(count, report.language, FINDINGS)
    return _MORE.localized(report.language).format(n=count, findings=findings, most=_MOST)


def _annotation(finding: Finding, report: Report) -> str:
    title = f"{finding.rule.code} {finding.rule.name}"
    properties = {"file": path_of(finding.file, report), **_place(finding), "title": title}
    return _command(_COMMANDS[finding.severity], properties, advice(finding, report.language))


def _place(finding: Finding) -> dict[str, str]:
    """Lines and columns; the runner takes no columns where the lines differ."""
    span = finding.span
    lines = {"line": str(span.line), "endLine": str(span.end_line)}
    columns = {"col": str(span.column), "endColumn": str(span.end_column)}
    return lines | columns if span.line == span.end_line else lines


def _command(name: str, properties: dict[str, str], data: str) -> str:
    parts = ",".join(f"{key}={_as_property(value)}" for key, value in properties.items())
    return f"::{name} {parts}::{_as_data(data)}\n"


def _as_data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _COMMAND_ELSEWHERE.sub("#%23", escaped)


def _as_property(text: str) -> str:
    return _as_data(text).replace(":", "%3A").replace(",", "%2C")
