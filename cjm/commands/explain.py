"""`cjm explain`: the manual page of one kind of finding."""

import sys
import textwrap
from typing import Annotated

import typer
from rich.text import Text as Styled

from cjm.catalogue import all_kinds, kind_named
from cjm.commands import _options as options
from cjm.finding import Kind
from cjm.formats.terminal_text import printed
from cjm.text import Language, Text

_BAD = Text(en="Bad", ru="Плохо")
_GOOD = Text(en="Good", ru="Хорошо")
_WIDEST = 88
_TAB = "⇥ "
"""A tab as it is printed on its key; a terminal would show blanks."""


def _codes() -> list[str]:
    return [word for kind in all_kinds() for word in (kind.code, kind.name)]


def run(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A code or a name.", autocompletion=_codes)],
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> int:
    """Explain a finding, with a bad and a good map.

    \b
    Examples:
      cjm explain CJM304
      cjm explain stage-without-kpi --lang ru
    """
    lines = _page(kind_named(code), options.language_of(lang), min(options.terminal_width(), _WIDEST))
    sys.stdout.write(printed(lines, colour=options.wants_colour(color)))
    return 0


def _page(kind: Kind, language: Language, width: int) -> list[Styled]:
    page = kind.page
    return [
        Styled(f"{kind.code} {kind.name} ({kind.severity.word})", style="bold"),
        Styled(),
        Styled(textwrap.fill(page.sentence.said(language), width)),
        Styled(),
        Styled(textwrap.fill(page.why.said(language), width)),
        Styled(f"\n{_BAD.said(language)}:", style="red"),
        Styled(textwrap.indent(page.bad.replace("\t", _TAB), "    ").rstrip("\n")),
        Styled(f"\n{_GOOD.said(language)}:", style="green"),
        Styled(textwrap.indent(page.good, "    ").rstrip("\n")),
    ]
