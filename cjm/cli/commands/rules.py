"""`cjm rules`: every rule there is."""

import sys
from typing import Annotated

import typer

from cjm.cli import options
from cjm.formats import catalogue
from cjm.formats.catalogue._listing import Listing
from cjm.formats.registry import catalogue_formats, text_renderer
from cjm.lint.catalogue import all_rules


def run(
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"How to list them: {', '.join(catalogue_formats())}.",
            autocompletion=catalogue_formats,
        ),
    ] = "table",
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> int:
    """List every kind of finding.

    \b
    Examples:
      cjm rules
      cjm rules --lang ru
      cjm rules --format markdown > rules.md
    """
    listing = Listing(
        rules=all_rules(),
        language=options.language_of(lang),
        colour=options.wants_colour(color),
        width=options.terminal_width(),
    )
    name = options.known_format(output_format, catalogue_formats())
    sys.stdout.write(text_renderer(catalogue, name)(listing))
    return 0
