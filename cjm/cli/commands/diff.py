"""`cjm diff`: what changed in the journey."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import click

from cjm.cli import options
from cjm.cli.command import Command, command
from cjm.cli.exit_code import ExitCode
from cjm.cli.outputs import outputs_of, write_outputs
from cjm.cli.process import Messages
from cjm.cli.reviewing import Reviewer
from cjm.cli.terminal import ColourMode, terminal_width, wants_colour
from cjm.compare.review import MapReview
from cjm.formats.changes._report import ChangeReport
from cjm.formats.registry import CHANGE_FORMATS
from cjm.workspace.pairs import arguments_of, pairs
from cjm.workspace.settings import SettingsSource

_SEPARATOR = "--"


class _WithSeparator(Command):
    """Keeps the `--` between revisions and paths among the words; the parser itself would drop the only one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after `diff`."""
        if _SEPARATOR in args:
            args.insert(args.index(_SEPARATOR), _SEPARATOR)
        return super().parse_args(ctx, args)


@partial(command, cls=_WithSeparator)
@click.argument(
    "words",
    nargs=-1,
    metavar="[OLD NEW | REV[..REV]] [-- PATHS]...",
    help="Two files, folders or REV:path; or revisions. Default: the last commit against the files here.",
)
@click.option("--base", metavar="REV", help="Compare with the merge base of REV and HEAD.")
@click.option("--staged", is_flag=True, help="Compare what is staged, not the files here.")
@options.formats(CHANGE_FORMATS, "terminal")
@click.option("--stat", is_flag=True, help="One line per map, as --format stat.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where a map differs.")
@options.CONFIG
@options.ISOLATED
@options.LANG
@options.COLOR
@options.TODAY
@click.pass_obj
def run(
    messages: Messages,
    *,
    words: tuple[str, ...],
    base: str | None,
    staged: bool,
    formats: tuple[str, ...],
    output: str | None,
    stat: bool,
    exit_code: bool,
    config: str | None,
    isolated: bool,
    color: ColourMode,
    today: date,
) -> ExitCode:
    """Show what changed in the journey, in its own words.

    \b
    Examples:
      cjm diff                              since the last commit
      cjm diff main..checkout               between two revisions
      cjm diff --base main -- maps          what this branch changed below maps/
      cjm diff HEAD~3:shop.cjm.yaml shop.cjm.yaml
      cjm diff old.cjm.yaml new.cjm.yaml --format svg -o changes.svg
    """
    outputs = outputs_of([*formats, "stat"] if stat else formats, output, CHANGE_FORMATS, "terminal")
    reviewer = Reviewer(day=today, settings=SettingsSource(config=config, isolated=isolated))
    arguments = arguments_of(words, base=base, staged=staged)
    report = ChangeReport(
        maps=[reviewer.review(pair.old, pair.new, is_renamed=pair.is_renamed) for pair in pairs(arguments)],
        language=messages.language,
    )
    printed = replace(
        report,
        colour=wants_colour(color),
        width=terminal_width() if sys.stdout.isatty() else None,
    )
    contents = [each.ready(each.format.render(printed if each.is_printed else report)) for each in outputs]
    write_outputs(contents, [*words, *_files(report.maps), *reviewer.settings.files])
    return _exit_code(report.maps, is_requested=exit_code)


def _files(maps: Sequence[MapReview]) -> Iterator[str]:
    """What was read, by the names of the maps; one that is not a file's does no harm."""
    return (side.source.name for found in maps for side in (found.old, found.new) if side)


def _exit_code(maps: Sequence[MapReview], *, is_requested: bool) -> ExitCode:
    if any(found.status == "broken" for found in maps):
        return ExitCode.ERROR
    differs = any(found.status != "unchanged" for found in maps)
    return ExitCode.FINDINGS if differs and is_requested else ExitCode.OK
