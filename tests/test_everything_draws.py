"""Whatever is a map is drawn in every format, or is refused with figures because it is too large."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import document_of, maps, written

from cjm.core.errors import DrawingError
from cjm.core.model import Emotion, Item, Journey, Source, Stage, Touchpoint, Transition
from cjm.core.safe_text import is_visible, one_line
from cjm.drawing import limits, pictures
from cjm.drawing.sheet_builder import sheet_of
from cjm.drawing.view import View
from cjm.drawing.views import drawn
from cjm.formats.map import svg
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import MAP_FORMATS
from cjm.mapfile.document import read_document

FORMATS = MAP_FORMATS.names()
HIDDEN = "\u00ad\u034f\u115f\u180e\u200b\u200d\u2060\u2064\u206a\u3164\ufe0f\ufff0\U0001d173\u00a0"
STRANGE = st.text(st.characters(codec="utf-8") | st.sampled_from(f"{HIDDEN}&#;\\<'\u0301 "), min_size=1, max_size=12)
LINKS = st.builds("https://example.org/{}".format, st.sampled_from(["&#14;", "&lt;&amp;x;", "\\N'\"<", "я🙂"]) | STRANGE)


def draw_everywhere(journey: Journey) -> None:
    """Draw a map in each format and view; each gives something."""
    for view in View:
        for name in FORMATS:
            assert MAP_FORMATS.load(name).render(journey, MapOptions(view=view))


@given(data=maps, text=STRANGE, link=LINKS)
@example(data={"cjm": 1, "title": "T", "stages": ["S"]}, text="&#14;", link="https://example.org/&#14;")
@example(data={"cjm": 1, "title": "T", "stages": ["S"]}, text="a " + "\u200b" * 9_000, link="https://example.org/\\N'")
@settings(max_examples=12)
def test_every_map_is_drawn_in_every_format(data: dict[str, Any], text: str, link: str) -> None:
    item = {"name": text, "url": link, "owner": text, "source": text}
    stage = {
        **item, "id": "strange", "duration": text, "goal": text, "tools": [item], "x-own": [text], f"x-{text}": "a",
        "touchpoints": [{**item, "channel": text, "emotion": {"score": 1, "name": text}}], "problems": [item],
    }  # fmt: skip
    del stage["url"], stage["owner"], stage["source"]
    ways = [{"from": "strange", "to": data["stages"][0], "name": text}]
    strange = {**data, "title": text, "stages": [*data["stages"], stage], "transitions": ways}
    for each in (data, strange):
        document = read_document("map.cjm.yaml", written(each).encode())
        if document.is_sound:
            draw_everywhere(document.journey)


def test_a_text_that_is_read_can_be_seen() -> None:
    letters = [chr(code) for code in range(0x20, 0xD800)] + [chr(code) for code in range(0xE000, 0x10000)]
    data = {"cjm": 1, "title": "T", "stages": letters}
    found = read_document("map", str(__import__("json").dumps(data)).encode())
    refused = {finding.path[1] for finding in found.findings if len(finding.path) == 2}
    assert [letter for number, letter in enumerate(letters) if number not in refused and not is_visible(one_line(letter))] == []
    assert len(refused) < 100
