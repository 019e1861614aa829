"""Reports the errors of a map that must be valid to be drawn."""

import sys
from dataclasses import replace
from datetime import date

from cjm.cli.terminal import ColourMode, wants_colour
from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Language, Text
from cjm.formats.findings._report import Report, summary
from cjm.lint.check import check
from cjm.lint.codes import REFERENCES
from cjm.lint.config import LintConfig
from cjm.mapfile.document import Document

_MOST_SHOWN = 5
_NOTHING_DRAWN = Text(en="nothing drawn", ru="ничего не нарисовано")


def report_errors(document: Document, language: Language, color: ColourMode) -> bool:
    """Report the errors of a map on standard error; returns whether there are any."""
    findings = check([(document, LintConfig())], REFERENCES, date.max).findings
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if not errors:
        return False
    from cjm.formats.findings.full import render  # noqa: PLC0415 (most maps are sound)

    report = Report(
        findings=errors[:_MOST_SHOWN],
        sources={document.source.name: document.source},
        language=language,
        colour=wants_colour(color) and sys.stderr.isatty(),
    )
    lines = [f"{render(report)}\n"]
    if len(errors) > _MOST_SHOWN:
        lines.append(f"{_more(len(errors) - _MOST_SHOWN, document).localized(language)}\n\n")
    lines.append(f"{summary(replace(report, findings=errors))}; {_NOTHING_DRAWN.localized(language)}\n")
    sys.stderr.writelines(lines)
    return True


def _more(count: int, document: Document) -> Text:
    name = quoted(document.source.name)
    return Text(en=f"{count} more, see `cjm lint {name}`", ru=f"ещё {count}: их покажет `cjm lint {name}`")
