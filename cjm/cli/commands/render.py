"""`cjm render`: a map as a table in the terminal, or as a drawing in a file."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli import options
from cjm.core.errors import UsageError
from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Language, Text
from cjm.drawing.metrics import lacking
from cjm.drawing.sheet import written
from cjm.drawing.views import View
from cjm.formats.findings._report import Report, summary
from cjm.formats.findings.full import render as report_in_full
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import map_formats, map_renderer
from cjm.lint.check import check
from cjm.lint.codes import REFERENCES
from cjm.lint.config import LintConfig
from cjm.mapfile.document import Document
from cjm.system.files import STREAM, refuse_to_overwrite, write_bytes

TERMINAL = "terminal"
"""The format where neither a file nor a format is named."""

_UNSOUND = 1
_MOST_SHOWN = 5
_BINARY = ("pdf", "png")
_NOTHING_DRAWN = Text(en="nothing drawn", ru="ничего не нарисовано")
_WHERE_SHOWN = Text(
    en="an SVG shows them, and so does --system-fonts where this machine has them",
    ru="их покажет SVG, а с --system-fonts — и этот формат, если они есть в шрифтах машины",
)


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
    """Draw a map: terminal, SVG, PNG, PDF or DOT; or write it as JSON.

    \b
    Examples:
      cjm render shop.cjm.yaml
      cjm render shop.cjm.yaml -o shop.svg
      cjm render shop.cjm.yaml -o flow.png --view flow --lang ru
    """
    name = _format(output, output_format)
    if name in _BINARY and output in (None, STREAM) and sys.stdout.isatty():
        raise _not_for_terminals(name)
    refuse_to_overwrite([output or STREAM], [map_path])
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
    if name in _BINARY and not system_fonts:
        _mention_lacking(document, options.language_of(lang))
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
    raise UsageError(
        Text(en=f"the ending of '{output}' names no format", ru=f"по окончанию «{output}» не понять формат"),
        hint=Text(
            en=f"end it with one of {endings}, or say --format",
            ru=f"подойдут окончания {endings}; или задайте --format",
        ),
    )


def _not_for_terminals(name: str) -> UsageError:
    return UsageError(
        Text(en=f"{name.upper()} is not for reading in a terminal", ru=f"{name.upper()} в терминале не прочитать"),
        hint=Text(en=f"write it into a file: -o map.{name}", ru=f"запишите его в файл: -o map.{name}"),
    )


def _is_sound(document: Document, lang: options.Speech | None, color: options.Colour) -> bool:
    """Whether the map conforms; if not, say what is wrong on standard error, for a drawing of it would lie."""
    result = check([(document, LintConfig())], REFERENCES, options.day(None))
    errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    report = Report(
        findings=errors[:_MOST_SHOWN],
        sources={document.source.name: document.source},
        language=options.language_of(lang),
        colour=options.wants_colour(color) and sys.stderr.isatty(),
    )
    if report.findings:
        typer.echo(report_in_full(report), err=True)
        if len(errors) > _MOST_SHOWN:
            typer.echo(f"{_more(len(errors) - _MOST_SHOWN, document).localized(report.language)}\n", err=True)
        whole = summary(replace(report, findings=errors))
        typer.echo(f"{whole}; {_NOTHING_DRAWN.localized(report.language)}", err=True)
    return not report.findings


def _more(count: int, document: Document) -> Text:
    name = quoted(document.source.name)
    return Text(en=f"{count} more, see `cjm lint {name}`", ru=f"ещё {count}: их покажет `cjm lint {name}`")


def _mention_lacking(document: Document, language: Language) -> None:
    letters = lacking(written(document.source.text))
    if letters:
        some = " ".join(letters[:10])
        said = Text(en=f"the font has no {some}: drawn as boxes", ru=f"в шрифте нет {some}: нарисованы квадраты")
        typer.echo(f"cjm: {said.localized(language)}", err=True)
        typer.echo(f"  → {_WHERE_SHOWN.localized(language)}", err=True)
