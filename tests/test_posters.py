"""Maps as pictures. DOT is the golden of a drawing; an SVG is parsed, and what it shows is checked."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import Golden
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cjm.core.items import Emotion, Item, Kpi, Problem, Solution, Touchpoint
from cjm.core.model import Journey, Persona, Stage, Transition
from cjm.core.safe_text import one_line
from cjm.drawing import palette
from cjm.drawing.curve import areas, bezier
from cjm.drawing.metrics import lacking
from cjm.drawing.sheet import written
from cjm.drawing.sheet_builder import sheet_of
from cjm.drawing.view import View
from cjm.formats.map import dot, pdf, png, svg, terminal
from cjm.formats.map._options import MapOptions
from cjm.mapfile.document import read_document

ROOT = Path(__file__).parent.parent
POSTERS = sorted(path.parent for path in (ROOT / "tests" / "posters").glob("*/map.cjm.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*.cjm.yaml"))
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def journey_of(path: Path) -> Journey:
    document = read_document(path.name, path.read_bytes())
    assert document.is_sound, document.findings
    return document.journey


def drawn(journey: Journey, view: View = View.POSTER) -> Element:
    return fromstring(svg.render(journey, MapOptions(view=view)))  # noqa: S314 (we wrote it)


def lines_of(picture: Element) -> list[str]:
    return [element.text or "" for element in picture.iter(f"{SVG}text")]


def shown(picture: Element) -> str:
    """All that is written in a picture, without the breaks of lines."""
    return re.sub(r"\s+", "", "".join(lines_of(picture)))


@pytest.mark.parametrize("folder", POSTERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("view", View, ids=lambda view: view.value)
def test_dot(folder: Path, view: View, golden: Golden) -> None:
    drawing = dot.render(journey_of(folder / "map.cjm.yaml"), MapOptions(view=view))
    golden(folder / f"{view.value}.dot", drawing.decode())


@pytest.mark.parametrize("folder", POSTERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_terminal(folder: Path, width: int, golden: Golden) -> None:
    table = terminal.render(journey_of(folder / "map.cjm.yaml"), MapOptions(width=width))
    golden(folder / f"terminal-{width}.txt", table)


@pytest.mark.parametrize("folder", POSTERS, ids=lambda folder: folder.name)
def test_terminal_in_colour(folder: Path, golden: Golden) -> None:
    table = terminal.render(journey_of(folder / "map.cjm.yaml"), MapOptions(width=80, colour=True))
    golden(folder / "terminal-colour.txt", table.replace("\x1b", "␛"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.split(".")[0])
@pytest.mark.parametrize("width", [80, 200])
def test_a_table_keeps_to_its_width_and_hides_nothing(path: Path, width: int) -> None:
    journey = journey_of(path)
    table = terminal.render(journey, MapOptions(width=width))
    assert max(cells(line) for line in table.splitlines()) <= width
    text = re.sub(r"\s+", "", table)
    for word in words_of(journey):
        assert word in text or is_folded(word, table)


def cells(line: str) -> int:
    from wcwidth import wcswidth  # noqa: PLC0415 (the oracle of display cells)

    return int(wcswidth(line))


def words_of(journey: Journey) -> Iterator[str]:
    for lane in sheet_of(journey).lanes:
        for cards in lane.cells:
            for card in cards:
                yield from card.text.split()


def is_folded(word: str, table: str) -> bool:
    """Whether a word longer than its column goes on in the next line."""
    return any(word[:cut] in table and word[cut:] in table for cut in range(1, len(word)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.split(".")[0])
@pytest.mark.parametrize("view", View, ids=lambda view: view.value)
def test_a_picture_holds_every_word(path: Path, view: View) -> None:
    journey = journey_of(path)
    text = shown(drawn(journey, view))
    lanes = ("touchpoints", "problems", "solutions") if view is View.FLOW else None
    for lane in sheet_of(journey).lanes:
        if lane.key == "emotion" or (lanes and lane.key not in lanes):
            continue
        for cards in lane.cells:
            for card in cards:
                assert re.sub(r"\s+", "", card.text) in text


def test_a_poster_marks_what_it_should() -> None:
    picture = drawn(journey_of(ROOT / "examples" / "ecommerce-short.cjm.yaml"))
    lines = lines_of(picture)
    assert lines.count("◆") == 1
    assert "▲▲▲" in lines
    assert any(line.startswith("× now 52 %") for line in lines)
    assert any(line.startswith("✓ now 23 %") for line in lines)
    assert "assumed" in lines


def test_curve_points_stand_at_the_height_of_their_scores() -> None:
    touchpoints = tuple(Touchpoint(name=str(score), emotion=Emotion(score=score)) for score in (-2, -1, 0, 1, 2))
    picture = drawn(Journey(title="T", stages=(Stage(name="S", touchpoints=touchpoints),)))
    heights = [float(point.get("cy", "")) for point in picture.iter(f"{SVG}ellipse")]
    steps = [below - above for below, above in pairwise(heights)]
    assert len(heights) == 5
    assert steps == pytest.approx([steps[0]] * 4)
    assert steps[0] > 0


def test_an_svg_introduces_itself_and_is_at_home_in_any_page() -> None:
    journeys = [journey_of(path) for path in EXAMPLES[:2]]
    ids: list[str] = []
    for journey, view in product(journeys, View):
        picture = drawn(journey, view)
        assert picture.get("role") == "img"
        assert (picture[0].tag, picture[0].text) == (f"{SVG}title", journey.title)
        assert picture[1].tag == f"{SVG}desc"
        assert picture.get("aria-labelledby") == picture[0].get("id")
        assert "@font-face" in (picture[2].text or "")
        ids += [element.get("id", "") for element in picture.iter() if "id" in element.attrib]
    assert len(ids) == len(dict.fromkeys(ids))


def test_links_are_links_and_tooltips_are_tooltips() -> None:
    item = Item(name="Guide", url="https://example.org/?a=1&b=<2>", owner="content", confidence="observed")
    picture = drawn(Journey(title="T", stages=(Stage(name="S", tools=(item,)),)))
    link = next(picture.iter(f"{SVG}a"))
    assert link.get(f"{XLINK}href") == item.url
    assert link.get("rel") == "noopener"
    assert (link[0].tag, link[0].text) == (f"{SVG}title", "observed · owner: content")


def test_a_curve_may_have_any_number_of_points() -> None:
    touchpoints = tuple(Touchpoint(name=str(at), emotion=Emotion(score=3 * at % 5 - 2)) for at in range(40))
    stages = tuple(Stage(name=f"S{number}", touchpoints=touchpoints) for number in range(12))
    picture = drawn(Journey(title="T", stages=stages))
    assert len(list(picture.iter(f"{SVG}ellipse"))) == 12 * 40


def test_a_journey_may_have_any_number_of_stages() -> None:
    journey = Journey(title="T", stages=tuple(Stage(name=f"S{number}") for number in range(200)))
    heads = [shape.get("fill") for shape in drawn(journey).iter(f"{SVG}polygon")]
    assert len([colour for colour in heads if colour in [shade.lower() for shade in palette.STAGES]]) == 200
    assert png.render(journey, MapOptions()).startswith(PNG_SIGNATURE)


def test_areas_end_where_the_curve_crosses_neutral() -> None:
    controls = bezier([(0, 10), (30, -10), (60, -10), (90, 10), (120, 0)])
    sides = list(areas(controls, 0))
    assert [is_above for is_above, _ in sides] == [True, False, True]
    ends = [(outline[0], outline[-1]) for _, outline in sides]
    assert all(point[1] == 0 for end in ends for point in end)
    assert [round(end[1][0]) for end in ends] == [12, 75, 120]
    assert all((y >= 0) == is_above or y == 0 for is_above, outline in sides for _, y in outline[::3])


@pytest.mark.parametrize("letter", ["a", "я", "&", '"', "\\", "🙂"])
def test_texts_and_links_may_be_of_any_length(letter: str) -> None:
    long = letter * 20_000
    touchpoint = Touchpoint(
        name=long, url=f"https://example.org/{long}", owner=long, emotion=Emotion(score=1, name=long)
    )
    for view in View:
        picture = drawn(Journey(title="T", stages=(Stage(name="S", touchpoints=(touchpoint,)),)), view)
        assert shown(picture).count(letter) >= 20_000
        assert max(len(title.text or "") for title in picture.iter(f"{SVG}title")) <= 500


AUTHORS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(written)
NASTY = [
    r"\N \G \E \l \n C:\new",
    "&lt;b&gt; &amp;amp; &nbsp; &#65;",
    "<script>alert(1)</script> ]]> <!-- -->",
    "\"quoted\" 'single' {a|b} <port>",
    "\x1b[31mred\x1b[0m \x07",
    "a\u202egnp.exe \u2066x\u2069",
    "[bold]not markup[/bold] :smile:",
    "%s {0} $HOME `id`",
    "line one\nline two\ttab",
    "<<table><tr><td>x</td></tr></table>>",
    "<b>",
    "<img src='/etc/passwd'>",
    "<>",
    "‹…›",
    "&lt;",
    r"\N",
    "a backslash at the end\\",
    r'\" \\" \\\"',
]


def with_text(text: str) -> Journey:
    """A map that says a text everywhere, once as a way from stage to stage."""
    solution = Solution(name=text, owner=text)
    problem = Problem(name=text, touchpoint=(text,), solutions=(solution,))
    touchpoint = Touchpoint(name=text, channel=text, source=(text,), emotion=Emotion(score=1, name=text))
    stage = Stage(
        name=text, goal=text, touchpoints=(touchpoint,), problems=(problem,), kpis=(Kpi(name=text, target=text),),
        duration=text, emotion=Emotion(score=-1, name=text),
    )  # fmt: skip
    persona = Persona(name=text, segment=text, about=text, goals=(text,), quote=text)
    transition = Transition(origin="there", destination=text, name=text)
    stages = (stage, Stage(name="there"))
    return Journey(title=text, scenario=text, owner=text, persona=persona, stages=stages, transitions=(transition,))


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("view", View, ids=lambda view: view.value)
def test_an_authors_text_is_only_ever_text(text: str, view: View) -> None:
    check_text(text, view)


@given(text=AUTHORS, view=st.sampled_from(View))
@settings(max_examples=25)
def test_any_text_is_only_ever_text(text: str, view: View) -> None:
    check_text(text, view)


def check_text(text: str, view: View) -> None:
    picture = drawn(with_text(text), view)
    expected = re.sub(r"\s+", "", written(text))
    assert shown(picture).count(expected) >= 4
    tooltips = [title.text or "" for title in picture.iter(f"{SVG}title")]
    assert all(written(text) in tooltip or "−1" in tooltip for tooltip in tooltips)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "title", "desc", "style", "g", "a", "text", "polygon", "polyline", "path", "ellipse",
    }  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_a_table_sends_nothing_of_the_author_to_the_terminal(text: str) -> None:
    table = terminal.render(with_text(text), MapOptions(width=200))
    assert one_line(text).split()[0] in table
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", table)


SAME = """
import hashlib, sys
from pathlib import Path
from cjm.mapfile.document import read_document
from cjm.formats.map._options import MapOptions
from cjm.formats.registry import MAP_FORMATS
journey = read_document("map", Path(sys.argv[1]).read_bytes()).journey
for name in ("svg", "png", "pdf", "dot"):
    print(name, hashlib.sha256(MAP_FORMATS.load(name).render(journey, MapOptions())).hexdigest())
"""


def test_a_drawing_has_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    """Another home with other fonts, another Fontconfig, clock, language, hash seed: the same four drawings."""
    fonts = tmp_path / ".fonts"
    fonts.mkdir()
    other = tmp_path / "fonts.conf"
    other.write_text(f"<fontconfig><dir>{fonts}</dir><alias><family>Source Sans Pro</family></alias></fontconfig>")
    worlds = [
        {"PATH": "/usr/bin", "PYTHONHASHSEED": "1"},
        {
            "PATH": "/usr/bin", "HOME": str(tmp_path), "FONTCONFIG_FILE": str(other), "LANG": "ru_RU.UTF-8",
            "TZ": "Asia/Almaty", "SOURCE_DATE_EPOCH": "86400", "PYTHONHASHSEED": "2",
        },
    ]  # fmt: skip
    path = ROOT / "examples" / "marketplace-purchase.cjm.yaml"
    command = [sys.executable, "-c", SAME, str(path)]
    printed = [subprocess.run(command, env=world, capture_output=True, check=True).stdout for world in worlds]
    assert printed[0].count(b"\n") == 4
    assert printed[0] == printed[1]


WITHOUT_PACKAGE = """
import sys
sys.modules["pygraphviz"] = None
sys.argv = ["cjm", "render", sys.argv[1], "-o", sys.argv[2], "--view", sys.argv[3]]
from cjm.__main__ import main
main()
"""


@pytest.mark.skipif(shutil.which("dot") is None, reason="this machine has no Graphviz of its own")
@pytest.mark.parametrize("view", View)
def test_a_graphviz_of_the_machine_draws_where_the_package_is_missing(view: View, tmp_path: Path) -> None:
    path, drawing = ROOT / "examples" / "online-shop.cjm.yaml", tmp_path / "shop.svg"
    command = [sys.executable, "-c", WITHOUT_PACKAGE, str(path), str(drawing), view.value]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    texts = [element.text for element in fromstring(drawing.read_bytes()).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 (we wrote it)
    journey = journey_of(path)
    assert all(
        any(text == f"{number}. {stage.name}" for text in texts) for number, stage in enumerate(journey.stages, 1)
    )


def test_png_and_pdf_are_what_they_say() -> None:
    journey = journey_of(ROOT / "examples" / "marketplace-promotion-shop-owners.cjm.yaml")
    picture = png.render(journey, MapOptions())
    assert picture.startswith(PNG_SIGNATURE)
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert 2500 < width < 4000
    assert 2000 < height < 4000
    pages = PdfReader(BytesIO(pdf.render(journey, MapOptions()))).pages
    assert len(pages) == 1
    assert "Продвижение на маркетплейсах" in re.sub(r"\s+", " ", pages[0].extract_text())


def test_letters_that_the_font_lacks_are_known() -> None:
    assert lacking("Қазақша, Русский, €₽₸ ◆▲✓☐▶◌× 地図 🙂") == "地図🙂"


def test_a_letter_and_its_marks_are_one() -> None:
    """As file systems of Apple write й and ё: a browser would draw the marks beside the letters."""
    apart = "и\u0306 е\u0308 e\u0301 на\u00adзвание за\u0301мок"
    picture = drawn(Journey(title=apart, stages=(Stage(name="S"),)))
    assert "й ё é название за\u0301мок" in lines_of(picture)
    assert picture[0].text == "й ё é название за\u0301мок"


def test_the_legend_of_a_flow_explains_what_is_there() -> None:
    stages = (Stage(name="A", emotion=Emotion(score=-1)), Stage(name="B", touchpoints=(Touchpoint(name="T"),)))
    lines = lines_of(drawn(Journey(title="T", language="en", stages=stages), View.FLOW))
    assert lines == ["1. A", "−1 annoyed", "—", "2. B", "1. T", "T"]
    transition = Transition(origin="B", destination="A")
    lines = lines_of(drawn(Journey(title="T", language="en", stages=stages, transitions=(transition,)), View.FLOW))
    assert "dashed arrow below: back to an earlier stage" in lines


LACKING = {
    "Japanese": "これは空白のない非常に長い日本語の文章です" * 3,
    "emoji": "🙂👍🏽👨‍👩‍👧" * 12,
    "Hebrew": "שלום עולם " * 9,
    "Thai": "ภาษาไทยเป็นประโยคยาว" * 4,
    "marks": "т̶е̶к̶с̶т̶" * 12,
    "signs": "℻☎①" * 20,
}


@pytest.mark.parametrize("script", LACKING)
@pytest.mark.parametrize("view", View, ids=lambda view: view.value)
def test_letters_that_the_font_lacks_stay_inside_their_cards(script: str, view: View) -> None:
    widths = [width_with(text, view) for text in ("text", LACKING[script])]
    assert widths[1] == pytest.approx(widths[0], abs=2)


@cache
def width_with(text: str, view: View) -> float:
    return float(drawn(with_text(text), view).get("width", "").removesuffix("pt"))
