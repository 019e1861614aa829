"""Changes as one line per map and a summary line."""

from dataclasses import replace

from cjm.compare.review import MapReview
from cjm.core.safe_text import one_line
from cjm.formats.changes._report import ChangeReport, status_line, summary
from cjm.formats.format import Format

FORMAT = Format()


def render(report: ChangeReport) -> str:
    """Plain text."""
    lines = [_line(review, report) for review in report.maps]
    return "".join(f"{line}\n" for line in [*lines, summary(report)])


def _line(review: MapReview, report: ChangeReport) -> str:
    parts = [status_line(review, report.language)]
    if review.comparison and review.status != "unchanged":
        parts.append(summary(replace(report, maps=[review])))
    return f"{one_line(review.name)} | {'; '.join(filter(None, parts))}"
