"""A field and a format are added to a copy of the program, by the lines that CONTRIBUTING names and no others."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent
FIELD = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## To add a field")[2]
MAP = """\
cjm: 1
title: Путь покупателя
language: ru
stages:
  - name: Поиск
    tools: [Инструмент]
    cost: [{name: Реклама, owner: маркетинг}, Печать]
    frontstage: [Ответ]
"""
CHANGED = MAP.replace("Печать", "Доставка")
LANES = ["Инструмент", "Реклама", "Печать", "Ответ"]
FORMAT = '''
"""A map as the titles of its lanes."""

from cjm.core.model import Journey
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".lanes",))


def render(journey: Journey, options: MapOptions) -> str:
    """A line for each lane."""
    from cjm.drawing.sheet_builder import sheet_of

    return "".join(f"{lane.title}\\n" for lane in sheet_of(journey, options.language).lanes)
'''


def lines_for(language: str, indent: int) -> list[str]:
    """All that CONTRIBUTING says to write in a language, with the indentation of the place where it goes."""
    found = re.findall(rf"^   ```{language}\n(.*?)^   ```$", FIELD, re.DOTALL | re.MULTILINE)
    return ["".join(f"{' ' * indent}{line[3:]}\n" for line in block.splitlines()) for block in found]


def put_before(path: Path, mark: str, lines: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(mark) == 1
    path.write_text(text.replace(mark, lines + mark), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the field and the format, and two maps that use the field."""
    copied = tmp_path_factory.mktemp("copy")
    for name in ("cjm", "schema", "docs"):
        shutil.copytree(ROOT / name, copied / name, ignore=shutil.ignore_patterns("__pycache__"))
    in_english, in_russian = lines_for("json", 8)
    (field,) = lines_for("python", 4)
    put_before(copied / "schema" / "cjm.schema.json", '        "frontstage": {\n', in_english)
    put_before(copied / "schema" / "cjm.ru.json", '        "frontstage": {\n', in_russian)
    put_before(copied / "cjm" / "core" / "model.py", "    frontstage: tuple[", field)
    (copied / "cjm" / "formats" / "map" / "lanes.py").write_text(FORMAT, encoding="utf-8")
    (copied / "old.cjm.yaml").write_text(MAP, encoding="utf-8")
    (copied / "new.cjm.yaml").write_text(CHANGED, encoding="utf-8")
    return copied


def cjm(folder: Path, *words: str, code: int = 0) -> str:
    """What the copy prints."""
    return python(folder, "-m", "cjm", *words, code=code)


def python(folder: Path, *words: str, code: int = 0) -> str:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(folder), "LANG": "C.UTF-8", "CJM_TODAY": "2026-11-22"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


def are_in_order(text: str, words: Sequence[str]) -> bool:
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


def test_the_map_conforms(folder: Path) -> None:
    cjm(folder, "validate", "old.cjm.yaml")


def test_the_table_names_the_lane_in_russian(folder: Path) -> None:
    table = cjm(folder, "render", "old.cjm.yaml")
    assert are_in_order(table, ["Инструменты", "Затраты", "Видимые"])
    assert are_in_order(table, LANES)


@pytest.mark.parametrize("ending", ["svg", "dot", "pdf", "png"])
def test_every_drawing_has_the_lane_in_order(folder: Path, ending: str) -> None:
    drawing = folder / f"map.{ending}"
    cjm(folder, "render", "old.cjm.yaml", "-o", drawing.name)
    if ending == "png":
        assert drawing.read_bytes().startswith(b"\x89PNG")
    else:
        text = PdfReader(drawing).pages[0].extract_text() if ending == "pdf" else drawing.read_text(encoding="utf-8")
        assert are_in_order(text, ["Затраты", "Реклама", "Печать", "Ответ"])


def test_json_has_the_key_in_order(folder: Path) -> None:
    (stage,) = json.loads(cjm(folder, "render", "old.cjm.yaml", "--format", "json"))["stages"]
    assert list(stage) == ["name", "tools", "cost", "frontstage"]
    assert stage["cost"] == [{"name": "Реклама", "owner": "маркетинг"}, {"name": "Печать"}]


def test_a_format_is_a_file(folder: Path) -> None:
    lanes = "Инструменты\nЗатраты\nВидимые действия\n"
    assert cjm(folder, "render", "old.cjm.yaml", "--format", "lanes") == lanes
    cjm(folder, "render", "old.cjm.yaml", "-o", "map.lanes")
    assert (folder / "map.lanes").read_text(encoding="utf-8") == lanes


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["cost “Доставка” added", "cost “Печать” removed"]),
        ("ru", ["статья затрат «Доставка» добавлена", "статья затрат «Печать» удалена"]),
    ],
)
def test_a_change_is_reported(folder: Path, language: str, sentences: list[str]) -> None:
    output = cjm(folder, "diff", "old.cjm.yaml", "new.cjm.yaml", "--lang", language)
    assert all(sentence in output for sentence in sentences)
    changes = json.loads(cjm(folder, "diff", "old.cjm.yaml", "new.cjm.yaml", "--format", "json"))["maps"][0]["changes"]
    assert sorted(change["kind"] for change in changes) == ["cost-added", "cost-removed"]


def test_a_change_is_marked_in_the_picture(folder: Path) -> None:
    cjm(folder, "diff", "old.cjm.yaml", "new.cjm.yaml", "--lang", "ru", "-o", "changes.svg")
    picture = (folder / "changes.svg").read_text(encoding="utf-8")
    assert are_in_order(picture, ["Затраты", "Реклама", "Доставка", "Ответ"])
    assert "line-through" in picture


def test_a_team_may_ask_for_the_lane(folder: Path) -> None:
    (folder / "cjm.toml").write_text('required-lanes = ["cost"]\n', encoding="utf-8")
    (folder / "bare.cjm.yaml").write_text(MAP.replace("    cost:", "    x-cost:"), encoding="utf-8")
    words = ("--select", "stage-without-lane", "--format", "concise", "--lang", "ru")
    assert "не заполнена дорожка `cost`" in cjm(folder, "lint", "bare.cjm.yaml", *words, code=1)
    assert cjm(folder, "lint", "old.cjm.yaml", *words) == ""


def test_git_has_it_as_facts(folder: Path) -> None:
    lines = cjm(folder, "git", "textconv", "old.cjm.yaml").splitlines()
    assert [line for line in lines if "cost" in line] == [
        'stage "Поиск" · cost "Реклама"',
        'stage "Поиск" · cost "Реклама" · owner = "маркетинг"',
        'stage "Поиск" · cost "Печать"',
    ]


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("format.md", ["Cost", "What the stage costs you.", "`cost: [Printing, {name: Ads,", "lane “Cost”"]),
        (
            "format.ru.md",
            ["Затраты", "Во что вам обходится этап.", "`cost: [Печать, {name: Реклама,", "дорожка «Затраты»"],
        ),
    ],
)
def test_the_pages_on_the_format_have_it(folder: Path, page: str, parts: list[str]) -> None:
    python(folder, "docs/write_format.py")
    (row,) = re.findall(r"^\| `cost`.*$", (folder / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert are_in_order(row, parts)
