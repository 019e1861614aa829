"""Changes for a terminal: one line each, beside the stage they belong to, and a line that sums up."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from cjm.compare.change import Action, Change, Level
from cjm.compare.review import MapReview
from cjm.core.safe_text import one_line
from cjm.formats.changes._report import SIGNS, ChangeReport, grouped, heading, side_of, status_line, summary
from cjm.formats.format import Format
from cjm.formats.terminal_text import printed

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


def render(report: ChangeReport) -> str:
    """Plain text, or with the colours of a terminal; several maps are told apart by their names."""
    return printed(_lines(report), colour=report.colour, width=report.width)


def _lines(report: ChangeReport) -> Iterator[Styled]:
    for review in report.maps:
        status = status_line(review, report.language)
        if len(report.maps) > 1 or status or report.with_names:
            told = Styled(f" · {status}" if status else "", style="dim")
            yield Styled.assemble((one_line(review.name), "bold"), told)
        yield from _of_map(review, report)
    yield Styled(summary(report), style="bold")


def _of_map(review: MapReview, report: ChangeReport) -> Iterator[Styled]:
    if review.status == "broken":
        for finding in review.introduced:
            side = side_of(finding, review).localized(report.language)
            place = f"  {side} {finding.span.line}:{finding.span.column}: "
            yield Styled.assemble(place, (one_line(finding.message.localized(report.language)), "red"))
    groups = [(heading(group, report), changes) for group, changes in grouped(review.changes)]
    room = min(max((cell_len(name) for name, _ in groups), default=0), _WIDEST_HEADING)
    for name, changes in groups:
        for number, change in enumerate(changes):
            yield from _line("" if number else name, room, change, report)


def _line(name: str, room: int, change: Change, report: ChangeReport) -> Iterator[Styled]:
    """A change; where a width is given, what goes on stands below its beginning."""
    cut = name if cell_len(name) <= room else set_cell_size(name, room - 1) + "…"
    style, is_breaking = _STYLES[change.action], change.level is Level.BREAKING
    sign = SIGNS[change.action] + (_BREAKING if is_breaking else " ")
    head = Styled.assemble((set_cell_size(cut, room) + "  ", "bold"), (sign, style), " ")
    message = Styled(
        one_line(change.message.localized(report.language)), style="dim" if change.level is Level.COSMETIC else ""
    )
    indent = Styled(" " * head.cell_len)
    if report.width is None:
        yield Styled.assemble(head, message)
        return
    for number, line in enumerate(message.wrap(Console(), max(20, report.width - head.cell_len))):
        line.rstrip()
        yield Styled.assemble(indent if number else head, line)
