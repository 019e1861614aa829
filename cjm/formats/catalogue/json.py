"""The catalogue as JSON, with the pages, for programs."""

from cjm.core.safe_text import as_json
from cjm.formats.catalogue._listing import Listing
from cjm.formats.format import Format

FORMAT = Format()

VERSION = 1


def render(listing: Listing) -> str:
    """One object: ``version`` and ``rules``."""
    rules = [
        {
            "code": kind.code,
            "name": kind.name,
            "severity": kind.severity.word,
            "sentence": kind.page.sentence.localized(listing.language),
            "why": kind.page.why.localized(listing.language),
            "bad": kind.page.bad,
            "good": kind.page.good,
        }
        for kind in listing.kinds
    ]
    return as_json({"version": VERSION, "rules": rules})
