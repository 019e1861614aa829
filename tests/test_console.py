"""Commands as people type them: what they print, to the letter, and their exit code.

A console file holds commands behind `$ `, below each what it prints (standard output and standard error as they
come) and `[code]` where the exit code is not 0. The console blocks of the READMEs are the same thing and run the same
way. `pytest --accept` rewrites what is printed.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from loaded_cjm import search_path

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "console").glob("*.txt"))
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
READMES = [ROOT / "README.md", ROOT / "README.ru.md"]
PAGES = [*READMES, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "diff.md"]
COMMAND = re.compile(r"((?:^# .*\n)*)^\$ (.*)\n", re.MULTILINE)
ENVIRONMENT = {
    "CJM_TODAY": "2026-11-22",
    "COLUMNS": "80",
    "HOME": "/nonexistent",
    "LANG": "C.UTF-8",
    "PATH": search_path(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the examples in it and no git, as somebody has who downloaded them."""
    for name in ("examples", "docs", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """What a shell shows of a command, and its exit code where that is not 0."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    shown = done.stdout.decode().replace(str(folder), "~")
    shown += "" if not shown or shown.endswith("\n") else "\n"
    return shown + (f"[{done.returncode}]\n" if done.returncode else "")


def replayed(session: str, folder: Path, environment: Mapping[str, str] = ENVIRONMENT) -> str:
    """A session with each command run again; remarks above a command stay."""
    entries = COMMAND.findall(session)
    return "\n".join(f"{remarks}$ {command}\n{run(command, folder, environment)}" for remarks, command in entries)


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_console(path: Path, folder: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path, replayed(path.read_text(encoding="utf-8"), folder))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_the_commands_print(page: Path, folder: Path, golden: Callable[[Path, str], None]) -> None:
    text = page.read_text(encoding="utf-8")
    golden(page, BLOCK.sub(lambda block: replayed(block[0], folder), text))


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.stem)
def test_the_readme_has_blocks_that_run(page: Path) -> None:
    assert len(BLOCK.findall(page.read_text(encoding="utf-8"))) >= 2
