"""`cjm explain`: the manual page of one kind of finding."""

import sys
import textwrap
from collections.abc import Iterator

import click
from rich.text import Text as Styled

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import Messages
from cjm.cli.terminal import ColourMode, terminal_width, wants_colour
from cjm.core.finding import RuleInfo
from cjm.core.rule_doc import RuleDoc
from cjm.core.text import Language
from cjm.formats.terminal_text import printed
from cjm.lint.catalogue import NAMES, rule_named

_WIDEST = 88
_TAB = "⇥ "
"""A tab as it is printed on its key; a terminal would show spaces."""


def _codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    words = (word for code, name in sorted(NAMES.items()) for word in (code, name))
    return [word for word in words if word.startswith(incomplete)]


@command
@click.argument("code", metavar="CODE", shell_complete=_codes, help="A code or a name.")
@options.LANG
@options.COLOR
@click.pass_obj
def run(messages: Messages, code: str, color: ColourMode) -> ExitCode:
    """Explain a finding, with a bad and a good map.

    \b
    Examples:
      cjm explain CJM304
      cjm explain stage-without-kpi --lang ru
    """
    lines = _page(rule_named(code), messages.language, min(terminal_width(), _WIDEST))
    sys.stdout.write(printed(lines, colour=wants_colour(color)))
    return ExitCode.OK


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
