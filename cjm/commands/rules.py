"""`cjm rules`: every kind of finding there is."""

import sys

from rich.table import Table
from rich.text import Text as Styled

from cjm.catalogue import all_kinds
from cjm.commands import _options as options
from cjm.finding import Severity
from cjm.formats.terminal_text import printed

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def run(lang: options.Lang = None, color: options.ColourOption = options.Colour.AUTO) -> int:
    """List every kind of finding.

    \b
    Examples:
      cjm rules
      cjm rules --lang ru
    """
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False)
    for kind in all_kinds():
        severity = Styled(kind.severity.word, style=_COLOURS[kind.severity])
        sentence = Styled(kind.page.sentence.said(options.language_of(lang)))
        table.add_row(Styled(kind.code, style="bold"), Styled(kind.name), severity, sentence)
    sys.stdout.write(printed([table], colour=options.wants_colour(color), width=options.terminal_width()))
    return 0
