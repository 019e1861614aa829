"""Whatever is a map is drawn in every format, or refused with figures because it is too large."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import maps, written

from cjm.core.errors import DrawingError
from cjm.core.items import Action, Emotion, Item, Touchpoint
from cjm.core.model import Journey, Source, Stage, Transition
from cjm.core.safe_text import is_visible, one_line
from cjm.drawing.sheet_builder import sheet_of
from cjm.drawing.view import View
from cjm.drawing.views import drawn
from cjm.formats.map import dot, pdf, png, svg
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import MAP_FORMATS
from cjm.mapfile.document import read_document
from cjm.mapfile.schema import validator

HIDDEN = "\u00ad\u034f\u115f\u180e\u200b\u200d\u2060\u2064\u206a\u3164\ufe0f\ufff0\U0001d173\u00a0"
STRANGE = st.text(st.characters(codec="utf-8") | st.sampled_from(f"{HIDDEN}&#;\\<'\u0301 "), min_size=1, max_size=12)
LINKS = st.builds(
    "https://example.org/{}".format, st.sampled_from(["&#14;", "&lt;&amp;x;", "\\N'\"<", "я🙂"]) | STRANGE
)
SMALLEST = {"cjm": 1, "title": "T", "stages": [{"name": "S"}]}


@given(data=maps, text=STRANGE, link=LINKS, view=st.sampled_from(View))
@example(data=SMALLEST, text="&#14;", link="https://example.org/&#14;", view=View.FLOW)
@example(data=SMALLEST, text="a " + "\u200b" * 9_000, link="https://example.org/\\N'", view=View.POSTER)
@settings(max_examples=2)
def test_every_map_is_drawn_in_every_format(data: dict[str, Any], text: str, link: str, view: View) -> None:
    item = {"name": text, "owner": text, "source": text, "url": link}
    strange = {
        "name": "Strange", "duration": text, "goal": text, "tools": [item], "x-own": [text, {text: text}],
        f"x-{text}": "a", "touchpoints": [{**item, "channel": text, "emotion": {"score": 1, "name": text}}],
        "problems": [item],
    }  # fmt: skip
    ways = [{"from": "Strange", "to": data["stages"][0]["name"], "name": text}]
    every = {**data, "title": text, "stages": [*data["stages"], strange], "transitions": ways}
    document = read_document("map", written(every).encode())
    for name in MAP_FORMATS.names() if document.is_sound else ():
        assert MAP_FORMATS.load(name).render(document.journey, MapOptions(view=view))


def test_a_text_that_conforms_can_be_seen() -> None:
    letters = [chr(code) for code in (*range(0x20, 0xD800), *range(0xE000, 0x10000))]
    refused = {error.path[1] for error in validator("cjm.schema.json")({**SMALLEST, "stages": letters})}
    conforming = [letter for number, letter in enumerate(letters) if number not in refused]
    assert len(conforming) > 63_000
    assert [letter for letter in conforming if not is_visible(one_line(letter))] == []


def many(**numbers: int) -> Journey:
    """A journey with so many stages, so many rows in the first, and so on; one stage and nothing else by default."""
    count = {"stages": 1, "rows": 0, "points": 0, "letters": 0, "transitions": 0, "lanes": 0} | numbers
    first = Stage(
        name="S" + "a" * count["letters"],
        tools=tuple(Item(name="T") for _ in range(count["rows"])),
        touchpoints=tuple(Touchpoint(name="P", emotion=Emotion(score=1)) for _ in range(count["points"])),
        extra={f"x-{number}": "a" for number in range(count["lanes"])},
    )
    others = tuple(Stage(name=f"S{number}") for number in range(1, count["stages"]))
    ways = tuple(Transition(origin=first.name, destination=first.name) for _ in range(count["transitions"]))
    return Journey(title="T", stages=(first, *others), transitions=ways)


TOO_LARGE = {
    "stages": ({"stages": 1_001}, "the map has 1,001 stages, and at most 1,000 can be drawn"),
    "rows": (
        {"stages": 1_000, "rows": 51},
        "the map has 51,000 cells (stages × rows), and at most 50,000 can be drawn",
    ),
    "own lanes": ({"stages": 1_000, "lanes": 51}, "the map has 51,000 cells (stages × rows), and at most 50,000 can"),
    "cards": ({"rows": 5_001}, "the map has 5,001 cards, and at most 5,000 can be drawn"),
    "letters": ({"letters": 500_000}, "the map has 500,002 letters, and at most 500,000 can be drawn"),
    "letters that transitions repeat": ({"letters": 1_000, "transitions": 500}, "the map has 1,002,002 letters, and"),
    "transitions": ({"transitions": 1_001}, "the map has 1,001 transitions, and at most 1,000 can be drawn"),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_is_too_large_for_any_drawing_is_refused(name: str) -> None:
    numbers, message = TOO_LARGE[name]
    with pytest.raises(DrawingError, match=re.escape(message)) as raised:
        sheet_of(many(**numbers))
    assert re.search(r"\d", raised.value.message.ru)
    assert raised.value.hint.en


def test_the_largest_table_and_the_highest_head_are_drawn() -> None:
    for journey in (many(stages=1_000, rows=50), many(letters=100_000)):
        assert dot.render(journey, MapOptions()).startswith(b"digraph")


def test_a_point_with_a_long_label_is_drawn() -> None:
    """A number of four digits, and three wide letters: those that actions have beyond the seven hundredth."""
    steps = tuple(Action(name="A", emotion=Emotion(score=1)) for _ in range(1_000))
    for journey, label in (
        (many(points=1_000), "1000"),
        (Journey(title="T", stages=(Stage(name="S", actions=steps),)), "ALL"),
    ):
        picture = fromstring(svg.render(journey, MapOptions()))  # noqa: S314 (we wrote it)
        assert label in [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("view", View)
@given(data=maps)
@settings(max_examples=3)
def test_a_drawing_is_as_large_as_it_says(view: View, data: dict[str, Any]) -> None:
    document = read_document("map", written(data).encode())
    says = drawn(sheet_of(document.journey), view)
    root = fromstring(svg.render(document.journey, MapOptions(view=view)))  # noqa: S314 (we wrote it)
    sides = [float(root.get(side, "").removesuffix("pt")) for side in ("width", "height")]
    assert sides == pytest.approx([says.width, says.height], abs=2)


def test_a_page_larger_than_paper_is_refused() -> None:
    assert pdf.render(many(stages=59), MapOptions()).startswith(b"%PDF")
    with pytest.raises(
        DrawingError, match=r"^the page would have 14,443 × \d+ points, and PDF has at most 14,400 a side$"
    ):
        pdf.render(many(stages=60), MapOptions())


def test_a_picture_that_nobody_could_read_is_refused() -> None:
    message = (
        r"^a legible picture would have 32,989 × \d+ pixels, and a PNG has at most 32,767 a side and 100,000,000 in"
    )
    with pytest.raises(DrawingError, match=message):
        png.render(many(stages=206), MapOptions())
    with pytest.raises(DrawingError, match=r"^a legible picture would have"):
        png.render(many(points=700), MapOptions())


def test_what_is_refused_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "long.cjm.yaml"
    path.write_text(f"cjm: 1\ntitle: T\nx-a: &a {'word ' * 1000}\nstages: [{{name: S, tools: [{'*a, ' * 500}]}}]\n")
    command = [sys.executable, "-m", "cjm", "render", str(path), "-o", str(tmp_path / "long.svg")]
    done = subprocess.run(command, env={**os.environ, "LC_ALL": "ru_RU.UTF-8"}, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(
        "cjm: букв в карте 2\u202f499\u202f502, а нарисовать можно не больше 500\u202f000"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["long.cjm.yaml"]


def test_a_source_is_cut_where_tooltips_name_it() -> None:
    """Else a long name would be copied for each card that refers to it."""
    tools = tuple(Item(name="T", source=("s",), owner="crm") for _ in range(3))
    journey = Journey(
        title="T", stages=(Stage(name="S", tools=tools),), sources=(Source(key="s", name="long " * 1_000),)
    )
    cards = next(lane.cells[0] for lane in sheet_of(journey).lanes if lane.key == "tools")
    assert {len(card.tooltip) for card in cards} == {500 + len(" · owner: crm")}


def test_what_a_stage_lends_its_cards_is_cut_in_their_tooltips() -> None:
    sources = tuple(Source(key=str(number), name=f"source {number}") for number in range(1_000))
    keys = tuple(source.key for source in sources)
    stage = Stage(name="S", owner="long " * 1_000, source=keys, tools=(Item(name="T"),))
    (card,) = next(lane.cells[0] for lane in sheet_of(Journey(title="T", stages=(stage,), sources=sources)).lanes)
    assert card.tooltip.startswith("source 0 · source 1 · ")
    assert len(card.tooltip) < 1_100
