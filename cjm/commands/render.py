"""`cjm render`: a map as a table in the terminal, or as a drawing in a file."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cjm.commands import _options as options
from cjm.document import Document
from cjm.drawing.metrics import lacking
from cjm.drawing.views import View
from cjm.errors import UsageError
from cjm.formats.findings._report import Report, summary
from cjm.formats.findings.full import render as report_in_full
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import map_formats, map_renderer
from cjm.lint.run import check, reference_rules
from cjm.outside.files import STREAM, write_bytes
from cjm.sheet import written

TERMINAL = "terminal"
"""The format where neither a file nor a format is named."""

_UNSOUND = 1


def run(
    map_path: Annotated[str, typer.Argument(metavar="MAP", help="The map; - is standard input.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"{', '.join(map_formats())}. Default: by the ending of FILE; without one, {TERMINAL}.",
            autocompletion=map_formats,
        ),
    ] = None,
    view: Annotated[View, typer.Option("--view", help="What the drawing shows.")] = View.POSTER,
    lang: Annotated[
        options.Speech | None,
        typer.Option("--lang", help="Language of lanes and messages. Default: the map's own, and the locale's."),
    ] = None,
    color: options.ColourOption = options.Colour.AUTO,
    stdin_filename: options.StdinName = "<stdin>",
    width: Annotated[
        int | None,
        typer.Option("--width", metavar="CELLS", min=20, help="Cells of the table. Default: the terminal's, else 80."),
    ] = None,
    system_fonts: Annotated[
        bool,
        typer.Option("--system-fonts", help="Take letters that our font lacks from this machine's fonts."),
    ] = False,
) -> int:
    """Draw a map: terminal, SVG, PNG, PDF or DOT.

    \b
    Examples:
      cjm render shop.cjm.yaml
      cjm render shop.cjm.yaml -o shop.svg
      cjm render shop.cjm.yaml -o flow.png --view flow --lang ru
    """
    name = _format(output, output_format)
    document = options.read_map(map_path, stdin_filename)
    if not _is_sound(document, lang or _preferred(), color):
        return _UNSOUND
    asked = MapOptions(
        language=lang.value if lang else None,
        view=view,
        width=min(width or options.terminal_width(), options.WIDEST),
        colour=options.wants_colour(color) and output in (None, STREAM),
        system_fonts=system_fonts,
    )
    drawn = map_renderer(name)(document.journey, asked)
    if name in ("png", "pdf") and not system_fonts:
        _mention_lacking(document)
    write_bytes(output or STREAM, drawn.encode() if isinstance(drawn, str) else drawn)
    return 0


def _preferred() -> options.Speech | None:
    """The language for messages that the environment asks for; a map has a language of its own."""
    asked = os.environ.get("CJM_LANG")
    return next((speech for speech in options.Speech if speech.value == asked), None)


def _format(output: str | None, asked: str | None) -> str:
    if asked:
        return options.known_format(asked, map_formats())
    if output in (None, STREAM):
        return TERMINAL
    ending = Path(output or "").suffix.lower()
    if ending.removeprefix(".") in map_formats():
        return ending.removeprefix(".")
    endings = ", ".join(f".{name}" for name in map_formats() if name != TERMINAL)
    raise UsageError(f"the ending of '{output}' names no format", hint=f"end it with one of {endings}, or say --format")


def _is_sound(document: Document, lang: options.Speech | None, color: options.Colour) -> bool:
    """Whether the map conforms; if not, say what is wrong on standard error, for a drawing of it would lie."""
    findings = check(document, reference_rules(), options.day(None))
    report = Report(
        findings=[finding for finding in findings if finding.severity.word == "error"],
        sources={document.source.name: document.source},
        language=options.language_of(lang),
        colour=options.wants_colour(color) and sys.stderr.isatty(),
    )
    if report.findings:
        typer.echo(report_in_full(report), err=True)
        typer.echo(f"{summary(report)}; nothing drawn", err=True)
    return not report.findings


def _mention_lacking(document: Document) -> None:
    letters = lacking(written(document.source.text))
    if letters:
        typer.echo(f"cjm: the font has no {' '.join(letters[:10])}: drawn as boxes", err=True)
        typer.echo("  → an SVG shows them, and so does --system-fonts where this machine has them", err=True)
