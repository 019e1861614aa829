"""Findings as Markdown, for the summary of a CI run or a comment on a pull request."""

from collections.abc import Iterator

from cjm.core.finding import Finding
from cjm.core.text import Text, plural
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import FINDINGS, Report, by_file, summary
from cjm.formats.format import Format
from cjm.formats.markdown_text import LONGEST, as_markdown

FORMAT = Format(endings=(".md",))

_HEAD = Text(en="| Place | Severity | Rule | Finding |", ru="| Место | Серьёзность | Правило | Замечание |")
_RULE = "| --- | --- | --- | --- |"
_MORE = Text(en="… and {n} more {findings}", ru="… и ещё {n} {findings}")


def render(report: Report) -> str:
    """The summary in one line, then a table a file with findings, until the limit is reached."""
    parts, length, left = [f"**cjm** · {as_markdown(summary(report))}\n"], 0, len(report.findings)
    for row in _rows(report):
        length += len(row)
        if length > LONGEST:
            break
        parts.append(row)
        left -= 1
    return "".join(parts) + (_more(left, report) if left else "")


def _rows(report: Report) -> Iterator[str]:
    """A row a finding, the first of a file with the head of its table."""
    for file, findings in by_file(report).items():
        head = f"\n### {as_markdown(path_of(file, report))}\n\n{_HEAD.localized(report.language)}\n{_RULE}\n"
        for number, finding in enumerate(findings):
            yield ("" if number else head) + _row(finding, report)


def _row(finding: Finding, report: Report) -> str:
    language, rule = report.language, finding.rule
    advice = "<br>→ ".join(as_markdown(text.localized(language)) for text in (finding.message, finding.hint) if text)
    place = f"{finding.span.line}:{finding.span.column}"
    return f"| {place} | {finding.severity.word} | {rule.code} {rule.name} | {advice} |\n"


def _more(count: int, report: Report) -> str:
    findings = plural(count, report.language, FINDINGS)
    return "\n" + _MORE.localized(report.language).format(n=count, findings=findings) + "\n"
