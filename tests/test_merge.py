"""Merges of three versions of a map, whole; `tests/merges/` holds them."""

from codecs import BOM_UTF8
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import Golden

from cjm.compare.merge import merge as merging
from cjm.compare.merge.hunk import Labels
from cjm.compare.merge.layout import Block, Entry, Flow, Leaf, UnsureError, layout_of
from cjm.compare.merge.merge import Merged
from cjm.mapfile.document import read_document
from cjm.system.git.line_merge import line_merge

merged = partial(merging.merged, merge_lines=line_merge)

ROOT = Path(__file__).parent
CASES = sorted((ROOT / "merges").iterdir())
SIDES = ("base", "ours", "theirs")


def as_it_is(data: bytes) -> bytes:
    return data


def sides(case: Path, written: Callable[[bytes], bytes] = as_it_is) -> tuple[bytes, bytes, bytes]:
    base, ours, theirs = (written((case / f"{side}.cjm.yaml").read_bytes()) for side in SIDES)
    return base, ours, theirs


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_merge(case: Path, golden: Golden) -> None:
    result = merged(*sides(case), Labels())
    golden(case / "merged.cjm.yaml", result.data.decode())
    assert (
        bool(result.conflicts) == (b"<<<<<<<" in result.data) == case.name.startswith(("conflict", "left", "both-are"))
    )
    assert read_document("", result.data).is_sound == (not result.conflicts)


STYLES: list[Callable[[bytes], bytes]] = [
    lambda data: data.replace(b"\n", b"\r\n"),
    lambda data: BOM_UTF8 + data,
    lambda data: data if data.endswith(b">>> theirs\n") else data.removesuffix(b"\n"),
]


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.name.startswith("left")], ids=lambda case: case.name
)
@pytest.mark.parametrize("written", STYLES, ids=["line-breaks-of-windows", "byte-order-mark", "no-break-at-the-end"])
def test_a_file_stays_as_it_is_written(case: Path, written: Callable[[bytes], bytes]) -> None:
    result = merged(*sides(case, written), Labels())
    assert result.data == written((case / "merged.cjm.yaml").read_bytes())


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.name.startswith("left")], ids=lambda case: case.name
)
def test_their_line_breaks_are_no_change_of_the_map(case: Path) -> None:
    base, ours, theirs = sides(case)
    result = merged(base, ours, theirs.replace(b"\n", b"\r\n"), Labels())
    assert result.data.replace(b"\r\n", b"\n") == (case / "merged.cjm.yaml").read_bytes()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_other_way_round_the_same_is_in_conflict(case: Path) -> None:
    base, ours, theirs = sides(case)
    assert bool(merged(base, theirs, ours, Labels()).conflicts) == bool(merged(base, ours, theirs, Labels()).conflicts)


def test_markers_have_the_given_length_and_names() -> None:
    result = merged(*sides(ROOT / "merges" / "conflict-of-order"), Labels(ours="HEAD", theirs="topic", size=12))
    assert b"\n<<<<<<<<<<<< HEAD\n" in result.data
    assert b"\n============\n" in result.data
    assert b"\n>>>>>>>>>>>> topic\n" in result.data


def test_what_no_text_is_stays_ours() -> None:
    """Git does the same with files that hold a NUL."""
    assert merged(b"a\0b", b"a\0c", b"a\0d", Labels()) == Merged(b"a\0c", 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"cjm: 1\rtitle: A\rstages: [B]\r", id="line breaks of old Macintoshes"),
        pytest.param(b"cjm: 1\r\ntitle: A\nstages: [B]\n", id="line breaks of two kinds"),
        pytest.param(b"\xff\xfec\0j\0m\0", id="UTF-16"),
        pytest.param(b"cjm: 1\ntitle: A\ntitle: B\nstages: [C]\n", id="a key twice"),
        pytest.param(b"cjm: 1\ntitel: A\nstages: [C]\n", id="not by the schema"),
        pytest.param(b'{"cjm": 1, "title": "A", "stages": ["B"]}\n', id="all in brackets"),
        pytest.param(b"cjm: 1\ntitle: &a A\nstages: [*a]\n", id="an alias"),
    ],
)
def test_what_is_in_doubt_is_left_to_git(text: bytes) -> None:
    three = text + b"# base\n", text + b"# ours\n", text + b"# theirs\n"
    assert merged(*three, Labels()) == Merged(*line_merge(*three, names=("ours", "theirs"), size=7))


EVERY_MAP = sorted(path for path in ROOT.parent.rglob("*.cjm.yaml") if ".venv" not in path.parts)


@pytest.mark.parametrize("path", EVERY_MAP, ids=lambda path: path.name)
def test_the_entries_of_a_layout_are_the_text(path: Path) -> None:
    document = read_document("", path.read_bytes())
    text = document.source.text
    if not document.is_readable or "\r" in text or not text.endswith("\n"):
        return
    try:
        layout = layout_of(document)
    except UnsureError:
        return
    assert written_out(layout) == text


def written_out(value: Block | Flow | Leaf) -> str:
    if isinstance(value, Leaf):
        return value.text
    texts = [whole(entry) for entry in value.entries]
    if isinstance(value, Flow):
        assert value.text == value.text[0] + ",".join(texts) + value.tail + value.text[-1]
        return value.text
    assert [entry.raw for entry in value.entries] == texts
    return "".join(texts).removeprefix(" " * value.column if value.is_compact else "") + value.tail


def whole(entry: Entry) -> str:
    return entry.lead + " " * (entry.column or 0) + entry.mark + entry.gap + written_out(entry.value) + entry.closer
