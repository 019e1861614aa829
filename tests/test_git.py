"""What git itself shows of maps once it is configured, in real repositories."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Golden
from repository import Repository, repository
from test_console import BLOCK, replayed

ROOT = Path(__file__).parent.parent
SESSIONS = sorted((ROOT / "tests" / "git").glob("*.txt"))
MAP = """\
cjm: 1
title: Кофе с собой
stages:
  - name: Поиск
    emotion: +1   # по отзывам
    touchpoints: [Статья]
    problems:
      - {name: Слишком много рекламы, severity: high}
  - Покупка
"""
NAME = 'пути/карта "А".cjm.yaml'


@pytest.fixture
def maps(tmp_path: Path) -> Repository:
    """A repository with one commit of a map whose path is not simple."""
    made = repository(tmp_path)
    made.environment.update({"COLUMNS": "80", "GIT_CEILING_DIRECTORIES": str(tmp_path)})
    made.write('пути/карта "А".cjm.yaml', MAP)
    made.commit("First")
    return made


@pytest.mark.slow
@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_what_git_shows(path: Path, maps: Repository, golden: Golden) -> None:
    golden(path, replayed(path.read_text(encoding="utf-8"), maps.folder, maps.environment))


def test_the_page_shows_what_git_shows(tmp_path: Path, golden: Golden) -> None:
    shop = repository(tmp_path, "shop")
    shop.write("shop.cjm.yaml", (ROOT / "examples" / "ecommerce-short.cjm.yaml").read_text(encoding="utf-8"))
    shop.commit("First map")
    page = ROOT / "docs" / "git.md"
    text = page.read_text(encoding="utf-8")
    golden(page, BLOCK.sub(lambda block: replayed(block[0], shop.folder, shop.environment), text))


RUN_OUT = """
import sys
from cjm.cli.git_drivers.textconv import textconv
for limit in range(80, 20, -1):
    sys.setrecursionlimit(limit)
    textconv(sys.argv[1], "en")
"""


def test_what_textconv_cannot_do_is_a_remark_above_the_file_as_it_is(maps: Repository) -> None:
    words = [sys.executable, "-c", RUN_OUT, NAME]
    done = subprocess.run(words, cwd=maps.folder, capture_output=True, encoding="utf-8", check=False)
    assert f"\n# cjm: what was read is nested too deeply\n{MAP}" in done.stdout


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a work tree, and git's own that hold settings."""
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts]
    own = [folder / ".git" / "config", folder / ".git" / "info" / "exclude"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in (*files, *own)}


@pytest.mark.parametrize(
    "attributes", [None, b"", b"*.svg binary", b"*.svg binary\n", b"*.svg binary\r\na b\r\n", b"\n\n"]
)
@pytest.mark.parametrize("settings", ["", "[diff]\n\trenames = true\n", '# mine\n[merge "cjm"]\n\tname = mine\n'])
def test_uninstall_removes_everything(maps: Repository, attributes: bytes | None, settings: str) -> None:
    if attributes is not None:
        (maps.folder / ".gitattributes").write_bytes(attributes)
    with (maps.folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(settings)
    before = snapshot(maps.folder)
    for _ in range(2):
        assert maps.run("cjm", "git", "install").returncode == 0
    assert maps.git("check-attr", "diff", "--", "a.cjm.yaml", "b/c.cjm.yml") == (
        "a.cjm.yaml: diff: cjm\nb/c.cjm.yml: diff: cjm\n"
    )
    assert snapshot(maps.folder) != before
    assert maps.run("cjm", "git", "uninstall").returncode == 0
    assert snapshot(maps.folder) == before


def copied_program(place: Path) -> list[str]:
    place.mkdir()
    return [str(shutil.copy(Path(sys.executable).parent / "cjm", place / "cjm"))]


@pytest.mark.parametrize(
    "program",
    [
        lambda place: copied_program(place / "a 'quoted' $HOME folder"),
        lambda place: copied_program(place / "программы"),
        lambda _: [sys.executable, "-m", "cjm"],
        lambda _: [os.path.relpath(Path(sys.executable).parent / "cjm", "/")],
    ],
)
def test_git_finds_the_program_wherever_it_is(
    maps: Repository, tmp_path: Path, program: Callable[[Path], list[str]]
) -> None:
    """Even where the PATH of whoever runs git is another than that of whoever installed."""
    words = program(tmp_path)
    if not words[0].startswith("/"):
        words = [os.path.relpath(f"/{words[0]}", maps.folder)]
    done = maps.run(*words, "git", "install")
    assert (done.returncode, done.stderr) == (0, "")
    maps.environment["PATH"] = "/usr/bin:/bin"
    maps.write(NAME, MAP.replace("high", "low"))
    assert "problem “Слишком много рекламы”, severity: high → low\n" in maps.git("diff")
    assert '+stage "Поиск" · problem "Слишком много рекламы" · severity = low\n' in maps.git("diff", "--no-ext-diff")


def test_a_shallow_clone_shows_facts_too(maps: Repository, tmp_path: Path) -> None:
    maps.git("clone", "--quiet", "--depth=1", maps.folder.as_uri(), str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow", tmp_path / "home")
    assert shallow.run("cjm", "git", "install").returncode == 0
    assert '\n+stage "Поиск" · emotion = +1\n' in shallow.git("log", "--patch")


def test_an_anchor_inside_itself_stops_no_command_of_git(maps: Repository) -> None:
    assert maps.run("cjm", "git", "install").returncode == 0
    for number, text in enumerate(("&b x: *b\n", "&b {x: *b}\n", f"{MAP}x-a: &b [*b]\n", f"{MAP}&b x-a: *b\n")):
        maps.write(f"{number}.cjm.yaml", text)
    maps.commit("Anchors")
    assert "\n+# 1:8 error CJM014 `*b` is inside what it repeats\n+&b {x: *b}\n" in maps.git("show")
    assert maps.git("blame", "0.cjm.yaml").endswith(") &b x: *b\n")
    maps.write("1.cjm.yaml", "&b {x: *b} # changed\n")
    assert "  now 1:8: `*b` is inside what it repeats\n" in maps.git("diff")


def diverged(maps: Repository, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Change the map on two branches, `main` and `topic`."""
    for branch, change in (("topic", theirs), ("main", ours)):
        maps.git("switch", "--quiet", *(["--create"] if branch == "topic" else []), branch)
        maps.write(NAME, MAP.replace(*change))
        maps.commit(branch)


def test_a_merge_without_a_driver_is_git_s_own(maps: Repository) -> None:
    """The marks name a driver that is not configured here: git merges by lines, as usual."""
    maps.write(".gitattributes", "*.cjm.yaml merge=cjm\n")
    maps.commit("Marks")
    diverged(maps, ("  - Покупка", "  - Оплата"), ("title: Кофе с собой", "title: Кофе"))
    maps.git("merge", "--quiet", "--no-edit", "topic")
    merged = (maps.folder / NAME).read_text(encoding="utf-8")
    assert merged == MAP.replace("Кофе с собой", "Кофе").replace("Покупка", "Оплата")


def test_a_merge_without_the_program_is_git_s_own_too(maps: Repository, tmp_path: Path) -> None:
    """It was installed, and then it was gone; git would take a driver that fails for one that has found a conflict."""
    program = copied_program(tmp_path / "program")[0]
    assert maps.run(program, "git", "install").returncode == 0
    maps.commit("Marks")
    Path(program).unlink()
    diverged(maps, ("  - Покупка", "  - Оплата"), ("title: Кофе с собой", "title: Кофе"))
    assert maps.run("git", "merge", "--quiet", "--no-edit", "topic").returncode == 0
    merged = (maps.folder / NAME).read_text(encoding="utf-8")
    assert merged == MAP.replace("Кофе с собой", "Кофе").replace("Покупка", "Оплата")


def test_without_the_program_a_conflict_shows_both_sides(maps: Repository, tmp_path: Path) -> None:
    program = copied_program(tmp_path / "program")[0]
    assert maps.run(program, "git", "install").returncode == 0
    maps.commit("Marks")
    Path(program).unlink()
    diverged(maps, ("Покупка", "Оплата"), ("Покупка", "Заказ"))
    assert maps.run("git", "merge", "--quiet", "topic").returncode == 1
    both = "<<<<<<< ours\n  - Оплата\n=======\n  - Заказ\n>>>>>>> theirs\n"
    assert (maps.folder / NAME).read_text(encoding="utf-8") == MAP.replace("  - Покупка\n", both)
