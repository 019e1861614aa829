"""The catalogue as a table in Markdown, for a page of documentation."""

from cjm.core.text import Text
from cjm.formats.catalogue._listing import Listing
from cjm.formats.format import Format

FORMAT = Format()

_HEAD = Text(en="| code | name | severity | what it finds |", ru="| код | имя | серьёзность | что находит |")


def render(listing: Listing) -> str:
    """One row per rule; the sentences are ours, so nothing in them needs escaping."""
    rows = (
        f"| {rule.code} | `{rule.name}` | {rule.severity.word} | {rule.doc.sentence.localized(listing.language)} |"
        for rule in listing.rules
    )
    return "\n".join([_HEAD.localized(listing.language), "|---|---|---|---|", *rows, ""])
