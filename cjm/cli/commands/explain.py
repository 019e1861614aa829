"""`cjm explain`: the manual page of one kind of finding."""

import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text as Styled

from cjm.cli import options
from cjm.core.finding import RuleInfo
from cjm.core.rule_doc import RuleDoc
from cjm.core.text import Language
from cjm.formats.terminal_text import printed
from cjm.lint.catalogue import NAMES, rule_named

_WIDEST = 88
_TAB = "⇥ "
"""A tab as it is printed on its key; a terminal would show blanks."""


def _codes() -> list[str]:
    return [word for code, name in sorted(NAMES.items()) for word in (code, name)]


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
    lines = _page(rule_named(code), options.language_of(lang), min(options.terminal_width(), _WIDEST))
    sys.stdout.write(printed(lines, colour=options.wants_colour(color)))
    return 0


def _page(rule: RuleInfo, language: Language, width: int) -> list[Styled]:
    page = rule.doc
    return [
        Styled(f"{rule.code} {rule.name} ({rule.severity.word})", style="bold"),
        Styled(),
        Styled(textwrap.fill(page.sentence.localized(language), width)),
        Styled(),
        Styled(textwrap.fill(page.why.localized(language), width)),
        *_examples(page, language),
    ]


def _examples(page: RuleDoc, language: Language) -> Iterator[Styled]:
    for (heading, yaml), colour in zip(page.examples, ("red", "green"), strict=True):
        yield Styled(f"\n{heading.localized(language)}:", style=colour)
        yield Styled(textwrap.indent(yaml.replace("\t", _TAB), "    ").rstrip("\n"))
