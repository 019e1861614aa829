"""Findings as people read them: the place, the sentence, the line with a caret, what to do."""

from collections.abc import Iterator

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.span import Span
from cjm.formats.findings._report import Report
from cjm.formats.format import Format
from cjm.formats.terminal_text import Line, printed_lines

FORMAT = Format(endings=(".txt",))

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDEST = 100
"""Cells of a line that are shown; a longer line is cut around the finding."""
_NEAR = 10 * _WIDEST
"""Letters on each side of a finding's beginning that are looked at: more than are shown, however narrow they are."""


def render(report: Report) -> str:
    """One paragraph per finding."""
    return printed_lines(_all_lines(report), colour=report.colour)


def _all_lines(report: Report) -> Iterator[Line]:
    for number, finding in enumerate(report.findings):
        if number:
            yield ()
        yield from _lines(finding, report)


def _lines(finding: Finding, report: Report) -> Iterator[Line]:
    language, colour = report.language, _COLOURS[finding.severity]
    place = f"{one_line(finding.file)}:{finding.span.line}:{finding.span.column}"
    severity = f" {finding.severity.word} "
    yield (place, "bold"), (severity, f"bold {colour}"), (f"{finding.rule.code} {finding.rule.name}", "bold dim")
    yield ((f"  {one_line(finding.message.localized(language))}", ""),)
    yield from _snippet(finding.span, finding, report, colour)
    for related in finding.related:
        yield ((f"  {one_line(related.message.localized(language))}:", "dim"),)
        yield from _snippet(related.span, finding, report, "blue")
    if finding.hint:
        yield ("  → ", "green"), (one_line(finding.hint.localized(language)), "")


def _snippet(span: Span, finding: Finding, report: Report, colour: str) -> Iterator[Line]:
    lines = report.sources[finding.file].lines
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    if not line or line.isspace():
        return
    start, end = span.column - 1, span.end_column - 1 if span.end_line == span.line else len(line)
    before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
    marked = line[start : min(end, start + _NEAR)]
    before, marked, after = _cut(_shown(before), _shown(marked), _shown(after))
    number = f"{span.line:>5} "
    yield (f"{number}│ ", "dim"), (before + marked + after, "")
    caret = " " * _cells(before) + "^" * max(1, _cells(marked))
    yield (" " * len(number) + "│ ", "dim"), (caret, colour)


def _shown(text: str) -> str:
    return escape_controls(text).replace("\t", " ")


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Shorten a long line at its ends, then the marked text itself."""
    room = _WIDEST - _cells(marked)
    if _cells(before + after) <= room:
        return before, marked, after
    side = max(10, room // 2)
    before = before if _cells(before) <= side else "…" + _last(before, side)
    marked = marked if _cells(marked) <= _WIDEST else _first(marked, _WIDEST) + "…"
    return before, marked, after if _cells(after) <= side else _first(after, side) + "…"


def _cells(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 (only where there is a finding to show)

    return cell_len(text)


def _first(text: str, cells: int) -> str:
    from rich.cells import set_cell_size  # noqa: PLC0415 (only for a line that is too long)

    return set_cell_size(text, cells).rstrip(" ")


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]
