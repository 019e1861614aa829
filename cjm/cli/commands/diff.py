"""`cjm diff`: what changed in the journey."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli import options
from cjm.cli.reviewing import Reviewer
from cjm.formats.changes._report import ChangeReport
from cjm.formats.registry import change_formats, change_renderer
from cjm.system.files import STREAM, write_bytes
from cjm.workspace.pairs import arguments_of, pairs
from cjm.workspace.settings import SettingsSource

_SAME, _DIFFERENT, _BROKEN = 0, 1, 2
_TERMINAL = "terminal"
_ENDINGS = {".md": "markdown", ".txt": _TERMINAL}


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | REV[..REV]] [-- PATHS]...",
            help="Two files, folders or REV:path; or revisions. Default: the last commit against the files here.",
        ),
    ] = None,
    base: Annotated[
        str | None, typer.Option("--base", metavar="REV", help="Compare with where REV and HEAD parted.")
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Compare what is staged, not the files here.")] = False,
    change_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"How to tell: {', '.join(change_formats())}. Default: by the ending of the output, else terminal.",
            autocompletion=change_formats,
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="One line a map.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where a map differs.")] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
    today: options.Today = None,
) -> int:
    """Say what changed in the journey, in its own words.

    \b
    Examples:
      cjm diff                              since the last commit
      cjm diff main..checkout               between two revisions
      cjm diff --base main -- maps          what this branch changed below maps/
      cjm diff HEAD~3:shop.cjm.yaml shop.cjm.yaml
      cjm diff old.cjm.yaml new.cjm.yaml --format svg -o changes.svg
    """
    name = "stat" if stat else _format(change_format, output)
    reviewer = Reviewer(day=options.day(today), settings=SettingsSource(config=config, isolated=isolated))
    asked = arguments_of(words or [], sys.argv[1:], base=base, staged=staged)
    report = ChangeReport(
        maps=[reviewer.review(pair.old, pair.new, is_renamed=pair.is_renamed) for pair in pairs(asked)],
        language=options.language_of(lang),
        colour=options.wants_colour(color) and output in (None, STREAM),
        width=options.terminal_width() if sys.stdout.isatty() and output in (None, STREAM) else None,
    )
    told = change_renderer(name)(report)
    write_bytes(output or STREAM, told.encode(errors="replace") if isinstance(told, str) else told)
    return _exit_code(report) if exit_code or _is_broken(report) else _SAME


def _format(asked: str | None, output: str | None) -> str:
    if asked:
        return options.known_format(asked, change_formats())
    ending = Path(output or "").suffix.lower()
    named = _ENDINGS.get(ending, ending.removeprefix("."))
    return named if named in change_formats() else _TERMINAL


def _is_broken(report: ChangeReport) -> bool:
    return any(found.status == "broken" for found in report.maps)


def _exit_code(report: ChangeReport) -> int:
    if _is_broken(report):
        return _BROKEN
    return _DIFFERENT if any(found.status != "unchanged" for found in report.maps) else _SAME
