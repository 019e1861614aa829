"""The two alphabets of our maps, and letters of the one that look like letters of the other."""

import re
from typing import Literal, TypeAlias

from cjm.core.model import Journey
from cjm.core.text import Text

Script: TypeAlias = Literal["cyrillic", "latin"]

CYRILLIC = "\u0400-\u052f"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"

SCRIPTS: dict[Script, Text] = {
    "cyrillic": Text(en="Cyrillic", ru="кириллицей"),
    "latin": Text(en="Latin", ru="латиницей"),
}
"""Their names; Russian as in «написано кириллицей»."""

_IN_CYRILLIC = ("ru", "uk", "be", "bg", "mk", "ky", "mn")
_IN_LATIN = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "sv",
    "da",
    "fi",
    "nb",
    "no",
    "et",
    "lv",
    "lt",
    "tr",
)
_SOME_CYRILLIC = re.compile(f"[{CYRILLIC}]")


def declared_script(journey: Journey) -> Script | None:
    """The alphabet of a map's `language`; None if the map has no language, or one that is written in both."""
    code = (journey.language or "").lower().split("-")[0]
    if code in _IN_CYRILLIC:
        return "cyrillic"
    return "latin" if code in _IN_LATIN else None


def main_script(journey: Journey) -> Script:
    """The alphabet a map is written in: that of its language, else that of most names of its stages and itself."""
    declared = declared_script(journey)
    if declared:
        return declared
    names = [journey.title, *(stage.name for stage in journey.stages)]
    in_cyrillic = sum(bool(_SOME_CYRILLIC.search(name)) for name in names)
    return "cyrillic" if in_cyrillic * 2 >= len(names) else "latin"
