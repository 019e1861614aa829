"""Changes for a terminal: one line each, beside the stage they belong to, and a summary line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, set_cell_size

from cjm.compare.change import Action, Change, Level
from cjm.compare.review import MapReview
from cjm.core.safe_text import one_line
from cjm.formats.changes._report import SIGNS, ChangeReport, grouped, heading, side_of, status_line, summary
from cjm.formats.format import Format
from cjm.formats.terminal_text import Line, printed, printed_lines

if TYPE_CHECKING:
    from rich.text import Text as Styled

FORMAT = Format(endings=(".txt",))

_WIDEST_HEADING = 28
_STYLES: dict[Action, str] = {
    "added": "green",
    "removed": "red",
    "changed": "yellow",
    "renamed": "yellow",
    "moved": "cyan",
    "solved": "bold green",
}
_BREAKING = "!"
_NARROWEST = 20
"""Cells that a message has at least, however narrow the terminal."""

_Row: TypeAlias = tuple[Line, Line]
"""The heading at the left, and the message; further lines of the message are below its first."""


def render(report: ChangeReport) -> str:
    """Plain text, or with the colours of a terminal; several maps are shown with their names."""
    if report.width is None:
        return printed_lines(((*head, *message) for head, message in _rows(report)), colour=report.colour)
    width = report.width
    lines = (line for head, message in _rows(report) for line in _wrapped(head, message, width))
    return printed(lines, colour=report.colour, width=width)


def _wrapped(head: Line, message: Line, width: int) -> Iterator["Styled"]:
    """A row in lines of a width, but for a row without a head, which the printer breaks."""
    from rich.console import Console
    from rich.text import Text as Styled

    start, rest = Styled.assemble(*head), Styled.assemble(*message)
    if not head:
        yield rest
        return
    indent = Styled(" " * start.cell_len)
    for number, line in enumerate(rest.wrap(Console(), max(_NARROWEST, width - start.cell_len))):
        line.rstrip()
        yield Styled.assemble(indent if number else start, line)


def _rows(report: ChangeReport) -> Iterator[_Row]:
    for review in report.maps:
        status = status_line(review, report.language)
        if len(report.maps) > 1 or status or report.with_names:
            yield (), ((one_line(review.name), "bold"), (f" · {status}" if status else "", "dim"))
        yield from _of_map(review, report)
    yield (), ((summary(report), "bold"),)


def _of_map(review: MapReview, report: ChangeReport) -> Iterator[_Row]:
    if review.status == "broken":
        for finding in review.introduced:
            side = side_of(finding, review).localized(report.language)
            place = f"  {side} {finding.span.line}:{finding.span.column}: "
            yield (), ((place, ""), (one_line(finding.message.localized(report.language)), "red"))
    groups = [(heading(group, report), changes) for group, changes in grouped(review.changes)]
    room = min(max((cell_len(name) for name, _ in groups), default=0), _WIDEST_HEADING)
    for name, changes in groups:
        for number, change in enumerate(changes):
            yield _row("" if number else name, room, change, report)


def _row(name: str, room: int, change: Change, report: ChangeReport) -> _Row:
    cut = name if cell_len(name) <= room else set_cell_size(name, room - 1) + "…"
    style, is_breaking = _STYLES[change.action], change.level is Level.BREAKING
    sign = SIGNS[change.action] + (_BREAKING if is_breaking else " ")
    message = one_line(change.message.localized(report.language))
    head = (set_cell_size(cut, room) + "  ", "bold"), (sign, style), (" ", "")
    return head, ((message, "dim" if change.level is Level.COSMETIC else ""),)
