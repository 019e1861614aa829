"""`cjm render`: a map as a table in the terminal, or as a drawing in a file."""

from dataclasses import replace

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import read_map
from cjm.cli.outputs import outputs_of, protect, write_outputs
from cjm.cli.process import Messages
from cjm.cli.terminal import WIDEST, ColourMode, terminal_width, wants_colour
from cjm.cli.unsound import report_errors
from cjm.cli.usage_errors import AtLeast, Choice
from cjm.core.text import Language, Text
from cjm.drawing.view import View
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import MAP_FORMATS
from cjm.mapfile.document import Document
from cjm.workspace.settings import SettingsSource

_TERMINAL = "terminal"
"""The format where neither a file nor a format is named."""

_WHERE_SHOWN = Text(
    en="an SVG shows them, and so does --system-fonts where this machine has them",
    ru="их покажет SVG, а с --system-fonts — и этот формат, если они есть в шрифтах машины",
)


@command
@click.argument("map_file", metavar="MAP", help="The map; - is standard input.")
@options.formats(MAP_FORMATS, _TERMINAL)
@click.option(
    "--view",
    type=Choice([view.value for view in View]),
    default=View.POSTER.value,
    show_default=True,
    help="What the drawing shows.",
)
@options.LANG_OF_MAP
@options.COLOR
@options.STDIN_NAME
@click.option(
    "--width", metavar="CELLS", type=AtLeast(20), help="Cells of the table. Default: the terminal's, else 80."
)
@click.option("--descriptions", is_flag=True, help="Show descriptions in the table.")
@click.option("--system-fonts", is_flag=True, help="Take letters that our font lacks from this machine's fonts.")
@click.pass_obj
def run(
    messages: Messages,
    *,
    map_file: str,
    formats: tuple[str, ...],
    output: str | None,
    view: str,
    lang: Language | None,
    color: ColourMode,
    stdin_filename: str,
    width: int | None,
    descriptions: bool,
    system_fonts: bool,
) -> ExitCode:
    """Draw a map: terminal, SVG, PNG, PDF or DOT; or write it as JSON.

    \b
    Examples:
      cjm render shop.cjm.yaml
      cjm render shop.cjm.yaml -o shop.svg
      cjm render shop.cjm.yaml -o flow.png --view flow --lang ru
      cjm render shop.cjm.yaml --format svg=shop.svg --format pdf=shop.pdf
    """
    outputs = outputs_of(formats, output, MAP_FORMATS, _TERMINAL, any_ending=False)
    settings = SettingsSource()
    lanes = settings.for_map(map_file).lanes
    read = [map_file, *settings.files]
    protect([each.file for each in outputs], read)
    document = read_map(map_file, stdin_filename)
    if report_errors(document, messages.language, color):
        return ExitCode.FINDINGS
    map_options = MapOptions(
        language=lang,
        view=View(view),
        width=min(width or terminal_width(), WIDEST),
        descriptions=descriptions,
        lanes=lanes,
        system_fonts=system_fonts,
    )
    printed = replace(map_options, colour=wants_colour(color))
    drawn = [each.format.render(document.journey, printed if each.is_printed else map_options) for each in outputs]
    if any(each.format.FORMAT.is_binary for each in outputs) and not system_fonts:
        _report_missing_letters(document, messages)
    write_outputs([each.ready(content) for each, content in zip(outputs, drawn, strict=True)], read)
    return ExitCode.OK


def _report_missing_letters(document: Document, messages: Messages) -> None:
    """Report which letters our font lacks: they are drawn as boxes."""
    from cjm.drawing.metrics import lacking  # noqa: PLC0415 (a table in the terminal has no font)
    from cjm.drawing.sheet import written  # noqa: PLC0415

    letters = lacking(written(document.source.text))
    if letters:
        some = " ".join(letters[:10])
        messages.report(
            Text(
                en=f"cjm: the font has no {some}: drawn as boxes", ru=f"cjm: в шрифте нет {some}: нарисованы квадраты"
            ),
            _WHERE_SHOWN,
        )
