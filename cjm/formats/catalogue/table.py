"""The catalogue as a table in the terminal."""

from rich.table import Table
from rich.text import Text as Styled

from cjm.core.finding import Severity
from cjm.formats.catalogue._listing import Listing
from cjm.formats.format import Format
from cjm.formats.terminal_text import printed

FORMAT = Format()

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(listing: Listing) -> str:
    """One row per rule."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False)
    for rule in listing.rules:
        severity = Styled(rule.severity.word, style=_COLOURS[rule.severity])
        sentence = Styled(rule.doc.sentence.localized(listing.language))
        table.add_row(Styled(rule.code, style="bold"), Styled(rule.name), severity, sentence)
    return printed([table], colour=listing.colour, width=listing.width)
