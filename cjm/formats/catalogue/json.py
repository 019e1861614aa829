"""The catalogue as JSON, with the pages, for programs."""

from cjm.core.safe_text import as_json
from cjm.formats.catalogue._listing import Listing
from cjm.formats.format import Format

FORMAT = Format(spelling="json")

VERSION = 1


def render(listing: Listing) -> str:
    """One object: ``version`` and ``rules``."""
    rules = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.word,
            "sentence": rule.doc.sentence.localized(listing.language),
            "why": rule.doc.why.localized(listing.language),
            "bad": rule.doc.bad,
            "good": rule.doc.good,
        }
        for rule in listing.rules
    ]
    return as_json({"version": VERSION, "rules": rules})
