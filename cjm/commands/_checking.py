"""What `validate` and `lint` have in common: find maps, read them, report what was found."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import typer

from cjm.commands._options import Colour, FailOn, Speech, known_format, language_of, read_map, wants_colour
from cjm.errors import FileError
from cjm.finding import Finding, Severity, in_order
from cjm.formats.findings._report import Report, summary
from cjm.formats.registry import finding_formats, finding_renderer
from cjm.lint.rule import Rule
from cjm.lint.run import check
from cjm.outside.files import SUFFIXES, find_maps
from cjm.reading.source import Source

_FOUND, _CLEAN = 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asked for."""

    paths: list[str]
    output_format: str
    fail_on: FailOn
    lang: Speech | None
    color: Colour
    stdin_name: str
    allow_empty: bool
    quiet: bool


def check_maps(request: Request, rules: Iterable[Rule], today: date) -> int:
    """Check maps by rules and print a report.

    Returns:
        The exit code: 1 where a finding is at least as bad as asked for.

    Raises:
        CjmError: a path cannot be read, or there is no map at all.
    """
    output_format = known_format(request.output_format, finding_formats())
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    chosen = tuple(rules)
    for path in _paths(request):
        document = read_map(path, request.stdin_name)
        sources[document.source.name] = document.source
        findings += check(document, chosen, today)
    report = Report(
        findings=in_order(findings),
        sources=sources,
        language=language_of(request.lang),
        colour=wants_colour(request.color),
    )
    sys.stdout.write(finding_renderer(output_format)(report))
    if not request.quiet:
        sys.stdout.flush()
        typer.echo(summary(report), err=True)
    return _exit_code(report, request.fail_on)


def _paths(request: Request) -> list[str]:
    found = find_maps(request.paths or ["."])
    if not found and not request.allow_empty:
        where = ", ".join(request.paths) or "this folder"
        endings = " or ".join(f"*{suffix}" for suffix in SUFFIXES)
        raise FileError(f"no map found below {where}", hint=f"a map's name ends like {endings}; or name the file")
    return found


def _exit_code(report: Report, fail_on: FailOn) -> int:
    if fail_on is FailOn.NEVER:
        return _CLEAN
    limit = Severity[fail_on.name]
    return _FOUND if any(finding.severity >= limit for finding in report.findings) else _CLEAN
