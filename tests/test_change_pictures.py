"""Changes as pictures: what a marked sheet holds, and what its drawing shows."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import Golden
from hypothesis import assume, given, settings
from strategies import Map, document_of, maps
from test_browser import BROWSER, MEASURE, measured
from test_posters import AUTHORS, NASTY, PNG_SIGNATURE, SVG, lines_of, shown

from cjm.compare.change import Change
from cjm.compare.review import review
from cjm.core.errors import UsageError
from cjm.core.model import Stage
from cjm.core.path import Path as Place
from cjm.core.references import by_reference
from cjm.core.safe_text import one_line
from cjm.core.text import Language
from cjm.drawing.poster import poster
from cjm.drawing.sheet import AnyCard, EmotionPoint, Heading, Lane, Markable, Sheet, language_of, written
from cjm.drawing.sheet_builder import sheet_of
from cjm.formats.changes import png, svg
from cjm.formats.changes._marked_sheet import marked_sheet
from cjm.formats.changes._report import ChangeReport
from cjm.mapfile.document import Document, read_document

ROOT = Path(__file__).parent.parent
DIFFS = ROOT / "tests" / "diffs"
PAIRS = [DIFFS / "promotion", DIFFS / "small-things"]


def side(folder: Path, name: str) -> Document:
    path = folder / f"{name}.cjm.yaml"
    document = read_document(path.name, path.read_bytes())
    assert document.is_sound, document.findings
    return document


def report_of(old: Document | None, new: Document | None, language: Language = "en") -> ChangeReport:
    return ChangeReport(maps=[review(old, new, lambda _: ())], language=language)


def report_in(folder: Path) -> ChangeReport:
    new = side(folder, "new")
    return report_of(side(folder, "old"), new, language_of(new.journey))


def drawn(report: ChangeReport) -> Element:
    return fromstring(svg.render(report))  # noqa: S314 (we wrote it)


def cards_of(sheet: Sheet) -> Iterator[AnyCard]:
    return (card for lane in sheet.lanes for cell in lane.cells for card in cell)


def parts_of(sheet: Sheet) -> list[Markable]:
    return [*sheet.headings, *cards_of(sheet)]


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_dot(folder: Path, golden: Golden) -> None:
    golden(folder / "changes.dot", poster(marked_sheet(report_in(folder))).dot)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_marks(folder: Path, language: Language, golden: Golden) -> None:
    sheet = marked_sheet(report_of(side(folder, "old"), side(folder, "new"), language))
    golden(folder / f"marks.{language}.txt", "\n".join(marked_lines(sheet)) + "\n")


def marked_lines(sheet: Sheet) -> Iterator[str]:
    """A marked sheet as text: a line for all that is marked, with a space as the mark of what is not."""
    earlier = sheet.earlier
    assert earlier
    yield from (sheet.summary, earlier.map_level, earlier.legend)
    for heading in sheet.headings:
        yield ""
        yield line_of(heading, heading.name)
        column = sheet.headings.index(heading)
        for lane in sheet.lanes:
            yield from (f"    {lane.title}: {line_of(card, card.text)}" for card in lane.cells[column])
    for run in earlier.curve:
        points = (f"{column + point.position:.2f} {point.score:+d}" for column, point in run)
        yield f"\n{earlier.then}: {', '.join(points)}"


def line_of(part: Markable, name: str) -> str:
    if part.mark is None:
        return f"  {name}"
    struck = f"[{name}]" if part.is_gone else name
    return " | ".join([f"{part.mark.sign} {struck}", *part.mark.notes])


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_a_picture_holds_every_word_of_both_maps(folder: Path) -> None:
    report = report_in(folder)
    sheet, written = marked_sheet(report), shown(drawn(report))
    lines = [sheet.summary, *(note for part in parts_of(sheet) if part.mark for note in part.mark.notes)]
    lines += [card.text for card in cards_of(sheet) if not isinstance(card, EmotionPoint)]
    lines += [heading.name for heading in sheet.headings]
    assert sheet.earlier
    for line in (*lines, sheet.earlier.map_level, sheet.earlier.legend):
        assert re.sub(r"\s+", "", line) in written


def test_signs_say_without_colour_what_happened() -> None:
    picture = drawn(report_in(DIFFS / "promotion"))
    assert {"+", "−", "~", "→", "✓"} <= {line.strip() for line in lines_of(picture)}
    struck = [text.text for text in picture.iter(f"{SVG}text") if text.get("text-decoration") == "line-through"]
    assert {"SEO-блог", "Звонок консультанта", "Самостоятельная работа"} <= {*struck}
    dashed = [line for line in picture.iter() if line.get("stroke-dasharray")]
    assert any(line.tag == f"{SVG}polygon" for line in dashed)
    assert any(line.tag == f"{SVG}path" for line in dashed)
    assert not any(line.tag == f"{SVG}polygon" and line.get("fill") == "#d9dee4" for line in dashed)


@given(old=maps, new=maps)
@settings(max_examples=60)
def test_without_marks_and_what_is_gone_it_is_the_new_sheet(old: Map, new: Map) -> None:
    report = report_of(document_of(old), document_of(new))
    sheet, plain = marked_sheet(report), sheet_of(document_of(new).journey, "en")
    kept = [column for column, heading in enumerate(sheet.headings) if not heading.is_gone]
    assert tuple(unmarked_heading(sheet.headings[column]) for column in kept) == plain.headings
    assert list(lanes_without_marks(sheet, kept)) == list(lanes_without_marks(plain, range(len(plain.headings))))
    names = [
        (sheet.headings[transition.origin].name, sheet.headings[transition.destination].name)
        for transition in sheet.transitions
    ]
    assert names == [
        (plain.headings[transition.origin].name, plain.headings[transition.destination].name)
        for transition in plain.transitions
    ]


def unmarked_heading(heading: Heading) -> Heading:
    return replace(heading, mark=None)


def lanes_without_marks(sheet: Sheet, columns: Sequence[int]) -> Iterator[Lane]:
    """What lanes say in some columns, the spots of points on the curve left aside."""
    for lane in sheet.lanes:
        cells = ([card for card in lane.cells[column] if not card.is_gone] for column in columns)
        bare = replace(lane, cells=tuple(tuple(map(unmarked, cell)) for cell in cells))
        if any(bare.cells):
            yield bare


def unmarked(card: AnyCard) -> AnyCard:
    return replace(card, mark=None, position=0) if isinstance(card, EmotionPoint) else replace(card, mark=None)


@given(old=maps, new=maps)
@settings(max_examples=60)
def test_every_change_shows_and_nothing_else_does(old: Map, new: Map) -> None:
    report = report_of(document_of(old), document_of(new))
    sheet = marked_sheet(report)
    changes = report.maps[0].changes
    marked = {part.at for part in parts_of(sheet) if part.mark and not part.is_gone}
    gone = {part.at for part in parts_of(sheet) if part.is_gone}
    notes = tuple(note for part in parts_of(sheet) if part.mark for note in part.mark.notes)
    assert sheet.earlier
    for change in changes:
        sentence = one_line(change.message.en)
        assert shows(change, marked, gone) or sentence in sheet.earlier.map_level or sentence.endswith(notes)
    assert bool(changes) == bool(marked or gone or sheet.earlier.map_level)


def shows(change: Change, marked: set[Place], gone: set[Place]) -> bool:
    return any(
        place.path[:length] in places or (*place.path, change.field) in places
        for place, places in ((change.new, marked), (change.old, gone))
        if place
        for length in range(1, len(place.path) + 1)
    )


@given(old=maps, new=maps)
@settings(max_examples=60)
def test_the_old_curve_goes_from_left_to_right_and_loses_no_point(old: Map, new: Map) -> None:
    earlier = marked_sheet(report_of(document_of(old), document_of(new))).earlier
    assert earlier
    for run in earlier.curve:
        spots = [column + point.position for column, point in run]
        assert all(before < after for before, after in pairwise(spots))
    points = [point for run in earlier.curve for _, point in run]
    stages = document_of(old).journey.stages
    assert len(points) == sum(moods(stage) or bool(stage.emotion) for stage in stages)


def moods(stage: Stage) -> int:
    """How many steps of a stage have an emotion of their own; a touchpoint leaves it to an action that names it."""
    felt = [action for action in stage.actions if action.emotion]
    named = by_reference(stage.touchpoints)
    spoken_for = [named[name][0] for action in felt if (name := action.touchpoint) and name in named]
    touchpoints = enumerate(stage.touchpoints)
    return len(felt) + sum(bool(each.emotion) and place not in spoken_for for place, each in touchpoints)


@given(data=maps)
@settings(max_examples=30)
def test_a_map_held_against_itself_is_calm(data: Map) -> None:
    sheet = marked_sheet(report_of(document_of(data), document_of(data)))
    assert sheet.summary == "What changed · no change of meaning"
    assert not any(part.mark for part in parts_of(sheet))
    assert sheet.earlier
    assert sheet.earlier.map_level == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "What changed · new map, stages: 5"), ("ru", "Что изменилось · новая карта, этапов: 5")],
)
def test_a_map_that_came_is_its_poster_and_a_line(language: Language, expected: str) -> None:
    new = side(PAIRS[0], "new")
    report = report_of(None, new, language)
    assert expected in lines_of(drawn(report))
    assert marked_sheet(report) == replace(sheet_of(new.journey, language), summary=expected)


def test_a_map_that_went_is_its_poster_and_a_line() -> None:
    assert "What changed · map removed" in lines_of(drawn(report_of(side(PAIRS[1], "old"), None)))


def test_a_picture_is_of_one_sound_map() -> None:
    sound, broken = side(PAIRS[0], "new"), read_document("b.cjm.yaml", b"cjm: 1\n")
    one = report_of(sound, sound)
    with pytest.raises(UsageError, match="changes of one map"):
        svg.render(replace(one, maps=[*one.maps, *one.maps]))
    with pytest.raises(UsageError, match="changes of one map"):
        png.render(replace(one, maps=[]))
    with pytest.raises(UsageError, match=r"b\.cjm\.yaml: .* cannot be drawn"):
        svg.render(report_of(sound, broken))


@pytest.mark.parametrize(("text", "other"), [*pairwise([*NASTY, NASTY[0]])])
def test_an_authors_text_is_only_ever_text(text: str, other: str) -> None:
    check_texts(*map(document_with, (text, other)))


@given(old=AUTHORS, new=AUTHORS)
@settings(max_examples=25)
def test_any_text_is_only_ever_text(old: str, new: str) -> None:
    sides = [document_with(f"a{text}") for text in (old, new)]
    assume(all(document.is_sound for document in sides))
    check_texts(*sides)


def document_with(text: str) -> Document:
    """A map that says the same everywhere."""
    solution = {"name": f"s {text}", "owner": text}
    stage = {
        "name": text, "id": "a", "goal": text, "duration": text, "tools": [text, f"t {text}"], "x-own": [text],
        "touchpoints": [{"name": text, "id": "t", "channel": text, "emotion": {"score": 1, "name": text}}],
        "problems": [{"name": text, "id": "p", "touchpoint": "t", "solutions": [solution]}],
        "kpis": [{"name": "k", "target": text}], "emotion": {"score": -1, "name": text},
    }  # fmt: skip
    data = {"cjm": 1, "title": text, "owner": text, "stages": [stage]}
    return read_document("map", json.dumps(data, ensure_ascii=False).encode())


def check_texts(old: Document, new: Document) -> None:
    picture = drawn(report_of(old, new))
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "title", "desc", "style", "g", "a", "text", "polygon", "polyline", "path", "ellipse",
    }  # fmt: skip
    assert re.sub(r"\s+", "", written(new.journey.title)) in shown(picture)


SAME = """
import hashlib, sys
from pathlib import Path
from cjm.mapfile.document import read_document
from cjm.formats.changes._report import ChangeReport
from cjm.formats.registry import CHANGE_FORMATS
from cjm.compare.review import review
sides = [read_document(name, Path(sys.argv[1], f"{name}.cjm.yaml").read_bytes()) for name in ("old", "new")]
report = ChangeReport(maps=[review(*sides, lambda side: side.findings)], language="ru")
for name in ("svg", "png"):
    print(name, hashlib.sha256(CHANGE_FORMATS.load(name).render(report)).hexdigest())
"""


def test_a_picture_has_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    worlds = [
        {"PATH": "/usr/bin", "PYTHONHASHSEED": "1"},
        {"PATH": "/usr/bin", "PYTHONHASHSEED": "2", "HOME": str(tmp_path), "LANG": "ru_RU.UTF-8", "TZ": "Asia/Almaty"},
    ]
    command = [sys.executable, "-c", SAME, str(DIFFS / "promotion")]
    printed = [subprocess.run(command, env=world, capture_output=True, check=True).stdout for world in worlds]
    assert printed[0].count(b"\n") == 2
    assert printed[0] == printed[1]


def test_a_png_is_one() -> None:
    assert png.render(report_in(PAIRS[0])).startswith(PNG_SIGNATURE)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_letters_stay_inside_of_their_cards(tmp_path: Path) -> None:
    drawings = [svg.render(report_in(folder)).decode().partition("?>")[2] for folder in PAIRS]
    count, over, fonts = measured(f"<!doctype html><meta charset=utf-8>{''.join(drawings)}{MEASURE}", tmp_path)
    assert count > 100
    assert over < 1
    assert fonts == 2 * len(drawings)
