"""Names and texts of a stranger start no command in the log of a CI server, whatever prints them."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository import Repository, repository

from cjm.core.safe_text import without_commands
from cjm.formats.registry import CATALOGUE_FORMATS, CHANGE_FORMATS, FINDING_FORMATS, MAP_FORMATS

FIRST = "::error title=x::a.cjm.yaml"
COMMANDS = {"error", "warning", "notice", "add-mask", "group", "endgroup", "debug", "stop-commands", "set-output"}
NAMES = (
    "::error title=x::a", "##[error]b", "##[add-mask]c", "##vso[task.setvariable variable=x]d", "e\n::add-mask::e",
    " \t::warning::f", "\x1b[0m::error::g", "\r::error::h", "\u00a0::error::i", "x ##[group]j",
)  # fmt: skip
TEXT = "::stop-commands::x\n\n  ::add-mask::x\n##[error]x ::error::\r\n::error::y"
MAP = f"""\
cjm: 1
title: {json.dumps(TEXT)}
owner: "::error::owner"
stages:
  - name: "::group::stage"
    emotion: -2
    touchpoints: ["::error::t", "##[error]t", "tt"]
    thoughts:
      - |
        ::add-mask::thought
        ##[add-mask]thought
    kpis:
      - {{name: "::error::k", target: "::error::target"}}
transitions:
  - {{from: "::error::nowhere", to: "##[group]nowhere"}}
"""
SOUND = MAP.partition("transitions:")[0]
FIXABLE = """\
cjm: 1
title: Shop
stages:
  # ##[error]x
  - name: Search # cjm: ignore[CJM301]
    goal: Answer
"""
UNREADABLE = '"::error::key": 1\ncjm: 1\n::add-mask::x\n : ]\n'
UNKNOWN = 'cjm: 1\ntitle: x\n"::error::key": 1\nstages: ["::error::s", "::error::s"]\n::error::more: 1\n'


def commands(printed: str) -> list[str]:
    """The commands in what a step prints, by the rules of GitHub's runner, and those of Azure and TeamCity."""
    found = []
    for line in printed.replace("\r", "\n").split("\n"):
        start, _, rest = line.strip().partition("::")
        if not start and rest.partition("::")[1] and rest.split("::")[0].split(" ")[0] in COMMANDS:
            found.append(rest.split("::")[0].split(" ")[0])
        found.extend(line for opening in ("##[", "##vso[", "##teamcity[") if opening in line)
    return found


@pytest.fixture
def shop(tmp_path: Path) -> Repository:
    """A repository whose names and texts are all commands."""
    made = repository(tmp_path, "shop")
    for number, name in enumerate(NAMES):
        made.write(f"{name}.cjm.yaml", MAP.replace("emotion: -2", f"emotion: {number % 3}"))
    made.write(FIRST, SOUND)
    made.commit("First")
    for name in NAMES:
        made.write(f"{name}.cjm.yaml", MAP.replace("tt", "##[group]tt"))
    made.write(FIRST, SOUND.replace("tt", "##[group]tt"))
    made.write("::error::fixed.cjm.yaml", FIXABLE)
    made.write("::error::new.cjm.yaml", UNREADABLE)
    made.write("::warning::new.cjm.yaml", UNKNOWN)
    return made


def printed(made: Repository, *words: str) -> str:
    done = subprocess.run(
        words, cwd=made.folder, env=made.environment | {"CJM_TODAY": "2026-11-22"}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert b"internal error" not in done.stdout, done.stdout
    return done.stdout.decode(errors="replace")


def known(names: list[str]) -> list[str]:
    return [name for name in names if name not in ("png", "pdf")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        *[("lint", "--format", name) for name in FINDING_FORMATS.names() if name != "github"],
        *[("diff", "--format", name) for name in known(CHANGE_FORMATS.names()) if name != "json-patch"],
        *[("diff", f"HEAD:{FIRST}", FIRST, "--format", name) for name in known(CHANGE_FORMATS.names())],
        *[("render", FIRST, "--format", name) for name in known(MAP_FORMATS.names())],
        *[("rules", "--format", name) for name in CATALOGUE_FORMATS.names()],
        ("lint", "--color", "always"), ("diff", "--color", "always"), ("lint", "--list-files"), ("lint", "--diff"),
        ("lint", "--lang", "ru"), ("diff", "--stat"), ("diff", "::error::x", "##[error]y"), ("lint", "::error::none"),
        ("lint", "a\n::error::none"), ("lint", "--::error::x"), ("::error::x",), ("explain", "::error::x"),
        ("lint", "--select", "::error::x"), ("render", "##[error]none"), ("lint", "--baseline", "::error::none"),
        ("validate", "--format", "concise=::error::folder/x"), ("render", "::error::new.cjm.yaml"),
        ("git", "textconv", "::error::new.cjm.yaml"), ("git", "textconv", FIRST),
        ("git", "diff-driver", "--", *["::error::name"] * 2),
        ("git", "diff-driver", "--", FIRST, "/dev/null", "0", "0", "::error::new.cjm.yaml", "0", "100644"),
        ("git", "diff-driver", "--", FIRST, "::error::gone", "0", "0", "::error::new.cjm.yaml", "0", "100644"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_line_is_a_command(shop: Repository, words: tuple[str, ...]) -> None:
    shown = printed(shop, "cjm", *words)
    assert shown
    assert commands(shown) == []


def test_settings_start_none(shop: Repository) -> None:
    for text in ('"::error::key" = 1\n', 'select = ["::error::x"]\n', "::error::x\n", 'tool = "##[error]x"\n'):
        shop.write("cjm.toml", text)
        for words in (("lint",), ("lint", "--show-settings")):
            assert commands(printed(shop, "cjm", *words)) == []


def test_install_starts_none(shop: Repository) -> None:
    shop.git("config", "diff.cjm.command", "x\n::error::mine\n##[error]mine")
    assert commands(printed(shop, "cjm", "git", "install")) == []
    assert commands(printed(shop, "cjm", "git", "uninstall")) == []


def test_annotations_are_the_only_commands(shop: Repository) -> None:
    shown = printed(shop, "cjm", "lint", "--format", "github")
    assert {line.split(" ")[0] for line in shown.splitlines() if "::" in line} == {"::error", "::warning", "::notice"}
    assert set(commands("\n".join(line for line in shown.splitlines() if "##[" not in line))) <= COMMANDS


HOSTILE = st.text(st.sampled_from(":#[]ax \t\n\r\x1b0m\\\"&'"), max_size=12)


@given(HOSTILE)
def test_a_text_of_any_letters_is_no_command(text: str) -> None:
    harmless = without_commands(text)
    assert not any(line.strip().startswith("::") for line in harmless.replace("\r", "\n").split("\n"))
    assert "##[" not in harmless


@given(HOSTILE)
def test_machines_read_the_same(text: str) -> None:
    written = json.dumps(text)
    assert json.loads(without_commands(written, "json")) == text
    element = ET.Element("x")
    element.text = text.replace("\x1b", "").replace("\r", "")
    xml = without_commands(ET.tostring(element, encoding="unicode"), "xml")
    assert (ET.fromstring(xml).text or "") == element.text  # noqa: S314 (written here)
