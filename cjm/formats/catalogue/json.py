"""The catalogue as JSON, with the pages, for programs."""

import json

from cjm.formats.catalogue._listing import Listing

VERSION = 1


def render(listing: Listing) -> str:
    """One object: ``version`` and ``rules``."""
    rules = [
        {
            "code": kind.code,
            "name": kind.name,
            "severity": kind.severity.word,
            "sentence": kind.page.sentence.said(listing.language),
            "why": kind.page.why.said(listing.language),
            "bad": kind.page.bad,
            "good": kind.page.good,
        }
        for kind in listing.kinds
    ]
    return json.dumps({"version": VERSION, "rules": rules}, ensure_ascii=False, indent=2) + "\n"
