"""Findings as people read them: the place, the sentence, the line with a caret, what to do."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Styled

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.span import Span
from cjm.formats.findings._report import Report
from cjm.formats.terminal_text import printed_lines

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDEST = 100
"""Cells of a line that are shown; a longer line is cut around the finding."""


def render(report: Report) -> str:
    """A paragraph a finding."""
    return printed_lines(_all_lines(report), colour=report.colour)


def _all_lines(report: Report) -> Iterator[Styled]:
    for number, finding in enumerate(report.findings):
        if number:
            yield Styled()
        yield from _lines(finding, report)


def _lines(finding: Finding, report: Report) -> Iterator[Styled]:
    say, colour = report.language, _COLOURS[finding.severity]
    place = f"{one_line(finding.file)}:{finding.span.line}:{finding.span.column}"
    severity = Styled(f" {finding.severity.word} ", style=f"bold {colour}")
    yield Styled(place, style="bold") + severity + Styled(f"{finding.rule.code} {finding.rule.name}", style="dim")
    yield Styled(f"  {one_line(finding.message.localized(say))}")
    yield from _snippet(finding.span, finding, report, colour)
    for related in finding.related:
        yield Styled(f"  {one_line(related.message.localized(say))}:", style="dim")
        yield from _snippet(related.span, finding, report, "blue")
    if finding.hint:
        yield Styled("  → ", style="green") + Styled(one_line(finding.hint.localized(say)))


def _snippet(span: Span, finding: Finding, report: Report, colour: str) -> Iterator[Styled]:
    lines = report.sources[finding.file].lines
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before, marked, after = line[: span.column - 1], line[span.column - 1 : end - 1], line[end - 1 :]
    before, marked, after = _cut(_shown(before), _shown(marked), _shown(after))
    number = f"{span.line:>5} "
    yield Styled(f"{number}│ ", style="dim") + Styled(before + marked + after)
    caret = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    yield Styled(" " * len(number) + "│ ", style="dim") + Styled(caret, style=colour)


def _shown(text: str) -> str:
    return escape_controls(text).replace("\t", " ")


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Shorten a long line at its ends, then the marked text itself."""
    room = _WIDEST - cell_len(marked)
    if cell_len(before + after) <= room:
        return before, marked, after
    side = max(10, room // 2)
    before = before if cell_len(before) <= side else "…" + _last(before, side)
    marked = marked if cell_len(marked) <= _WIDEST else _first(marked, _WIDEST) + "…"
    return before, marked, after if cell_len(after) <= side else _first(after, side) + "…"


def _first(text: str, cells: int) -> str:
    return set_cell_size(text, cells).rstrip(" ")


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]
