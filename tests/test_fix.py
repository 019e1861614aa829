"""`cjm lint --fix` destroys nothing: not what it could not read, not what others saved, not what stands around."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from test_files import as_ordinary_user, give_away, open_to_others

from cjm.cli.fixing import FixedMaps, fix_maps
from cjm.cli.maps import Maps
from cjm.cli.process import Messages
from cjm.core.finding import Edit, Finding
from cjm.core.span import Span
from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.lint.config import LintConfig
from cjm.lint.fix import fix
from cjm.lint.settings import Settings
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.tree import Data
from cjm.system.files import write_bytes
from cjm.workspace.settings import SettingsSource

TODAY = date(2026, 11, 22)
CONFIG = LintConfig(select=("CJM6", "CJM9"), settings=Settings(channels=("e-mail",)))
MAP = "cjm: 1\ntitle: Покупка\nstages:\n  - name: A  # cjm: ignore[CJM601] two are meant\n"
TOUCHPOINT = "    touchpoints:\n      - name: B\n        channel: {}\n"
WRONG = MAP + TOUCHPOINT.format("E Mail")
RIGHT = MAP.replace("  # cjm: ignore[CJM601] two are meant", "") + TOUCHPOINT.format("e-mail")


pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cjm.toml").write_text('channels = ["e-mail"]\nselect = ["CJM6", "CJM9"]\n', encoding="utf-8")
    return tmp_path


def cjm(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "cjm", *words], input=given, capture_output=True, check=False)


def put(name: str, data: str | bytes = WRONG) -> Path:
    path = Path(name)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def fix_after(save: dict[str, str], names: Sequence[str]) -> FixedMaps:
    """Read maps, let somebody save others in their place, and fix."""
    maps = Maps(paths=names, stdin_name="<stdin>", allow_empty=False, settings=SettingsSource())
    documents = maps.read()
    for name, text in save.items():
        put(name, text)
    return fix_maps(maps, documents, TODAY, Messages())


@pytest.mark.parametrize(
    "data",
    [
        WRONG.encode("cp1251"),
        WRONG.encode("koi8-r"),
        WRONG.encode("utf-16"),
        WRONG.encode("utf-16-le"),
        WRONG.encode().replace(b"title: ", b"title: \xff"),
        WRONG.encode() + b"x-a: \xd0",
        WRONG.encode() + b"x-a: \xed\xa0\x80\n",
        WRONG.encode() + b"#" * 5 * 1024 * 1024,
    ],
    ids=["cp1251", "koi8-r", "utf-16", "utf-16-le", "one byte", "cut off", "half of a pair", "too large"],
)
def test_what_was_not_decoded_is_never_written(data: bytes) -> None:
    path = put("a.cjm.yaml", data)
    was = path.stat()
    assert cjm("lint", "--fix").returncode == 1
    assert path.read_bytes() == data
    assert path.stat().st_ino == was.st_ino
    assert cjm("lint", "--diff").stdout == b""
    assert b"\xef\xbf\xbd" not in cjm("lint", "-", "--fix", "-o", os.devnull, given=data).stdout


def test_standard_input_goes_on_though_there_is_nothing_to_fix() -> None:
    assert cjm("lint", "-", "--fix", "-o", os.devnull, given=WRONG.encode()).stdout == RIGHT.encode()
    for data in (RIGHT, "\ufeff" + RIGHT, "cjm: [\n"):
        assert cjm("lint", "-", "--fix", "-o", os.devnull, given=data.encode()).stdout == data.encode()


def test_an_edit_saved_meanwhile_stays(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.cjm.yaml", "b.cjm.yaml", "c.cjm.yaml"):
        put(name)
    edited = WRONG.replace("name: B", "name: Better")
    done = fix_after({"b.cjm.yaml": edited}, ["."])
    texts = [Path(name).read_text(encoding="utf-8") for name in ("a.cjm.yaml", "b.cjm.yaml", "c.cjm.yaml")]
    assert texts == [RIGHT, edited, RIGHT]
    assert (done.count, done.is_complete) == (4, False)
    assert "cjm: b.cjm.yaml was changed meanwhile, so it stays as it is now\n" in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["a.cjm.yaml", "b.cjm.yaml", "c.cjm.yaml", "cjm.toml"]


def test_a_file_that_is_gone_meanwhile_stays_gone(capsys: pytest.CaptureFixture[str]) -> None:
    maps = Maps(paths=[str(put("a.cjm.yaml"))], stdin_name="<stdin>", allow_empty=False)
    documents = [(document, CONFIG) for document, _ in maps.read()]
    Path("a.cjm.yaml").unlink()
    assert not fix_maps(maps, documents, TODAY, Messages()).is_complete
    assert [path.name for path in Path().iterdir()] == ["cjm.toml"]
    assert "a.cjm.yaml was changed meanwhile" in capsys.readouterr().err


def test_a_map_that_is_met_by_several_names_is_fixed_once() -> None:
    path = put("a.cjm.yaml")
    Path("link.cjm.yaml").symlink_to("a.cjm.yaml")
    Path("hard.cjm.yaml").hardlink_to("a.cjm.yaml")
    done = cjm("lint", "--fix", "a.cjm.yaml", "./a.cjm.yaml", "link.cjm.yaml", "hard.cjm.yaml")
    assert (done.returncode, path.read_text(encoding="utf-8")) == (0, RIGHT)
    assert path.samefile("hard.cjm.yaml")
    assert path.samefile("link.cjm.yaml")
    assert Path("link.cjm.yaml").is_symlink()


def test_links_owner_mode_and_attributes_stay() -> None:
    linked, other = put("a.cjm.yaml"), put("b.cjm.yaml")
    Path("a.copy").hardlink_to(linked)
    other.chmod(0o640)
    has_attributes = _set_attribute(other)
    done = cjm("lint", "--fix")
    assert done.returncode == 0
    assert Path("a.copy").read_text(encoding="utf-8") == RIGHT
    assert other.read_text(encoding="utf-8") == RIGHT
    assert other.stat().st_mode & 0o777 == 0o640
    assert not has_attributes or os.getxattr(other, "user.team") == b"shop"


def _set_attribute(path: Path) -> bool:
    try:
        os.setxattr(path, "user.team", b"shop")
    except (AttributeError, OSError):  # not on every system
        return False
    return True


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root writes to files of others")
def test_a_file_keeps_its_owner(here: Path) -> None:
    path = put("a.cjm.yaml")
    give_away(here)
    was = path.stat()
    assert cjm("lint", "--fix").returncode == 0
    now = path.stat()
    assert path.read_text(encoding="utf-8") == RIGHT
    assert (now.st_uid, now.st_gid, now.st_ino) == (was.st_uid, was.st_gid, was.st_ino)


def test_a_shorter_text_leaves_nothing_of_a_longer_one() -> None:
    Path("two.svg").hardlink_to(put("one.svg", b"a longer text"))
    write_bytes("one.svg", b"short")
    assert Path("two.svg").read_bytes() == b"short"


BEFORE = (
    "", "&c ", "!!str ", "&c !!str ", "&c # kept\n          ", "!!str # kept\n          ", "# kept\n          ",
    ">- # kept\n          ", "|-\n          ", "&c |- # kept\n          ",
)  # fmt: skip
SCALARS = ("E Mail", '"E Mail"', "'E Mail'", '"E\n            Mail"', "E\n            Mail", r'"E\x20Mail"')
AFTER = ("", "  # kept too", "\n        # kept too", "\n        owner: *c")


def test_a_fix_touches_nothing_but_the_scalar() -> None:
    count = 0
    for before, scalar, after in product(BEFORE, SCALARS, AFTER):
        text = MAP + TOUCHPOINT.format(before + scalar + after)
        document = read_document("map", text.encode())
        if not document.is_sound:
            continue
        fixes = fix([document], check([(document, CONFIG)], RULES, TODAY).findings)
        assert not fixes.refused
        [fixed] = fixes.fixed
        for kept in ("# kept", "# kept too", "&c", "!!str", "|-", ">-", "*c"):
            assert fixed.text.count(kept) == text.count(kept), text
        now = read_document("map", fixed.text.encode())
        assert now.is_sound
        assert _unlike(document, now) <= {("stages", 0, "touchpoints", 0, "channel")}
        count += now.tree.data != document.tree.data
    assert count > 20


def _unlike(one: Document, other: Document) -> set[tuple[str | int, ...]]:
    assert set(one.tree.values) == set(other.tree.values)
    return {path for path in one.tree.values if _single(one, path) != _single(other, path)}


def _single(document: Document, path: tuple[str | int, ...]) -> Data:
    value = document.tree.value(path)
    return None if isinstance(value, (dict, list)) else value


def test_a_map_that_fixes_would_break_does_not_stop_the_others() -> None:
    good, bad = (read_document(name, WRONG.encode()) for name in ("good", "bad"))
    findings = list(check([(good, CONFIG), (bad, CONFIG)], RULES, TODAY).findings)
    breaking = Edit(span=Span(2, 1, 2, 1), text="[")
    findings.append(Finding(rule=findings[0].rule, message=findings[0].message, file="bad", edit=breaking))
    fixes = fix([bad, good], findings)
    assert [(each.source.name, each.text) for each in fixes.fixed] == [("good", RIGHT)]
    assert fixes.refused == ["bad"]


def test_a_map_that_cannot_be_written_does_not_stop_the_others(here: Path) -> None:
    first, locked, last = (put(f"{name}.cjm.yaml") for name in "abc")
    locked.chmod(0o444)
    open_to_others(here)
    give_away(here)
    locked.chmod(0o444)
    with as_ordinary_user():
        done = fix_after({}, ["."])
    assert not done.is_complete
    assert [path.read_text(encoding="utf-8") for path in (first, locked, last)] == [RIGHT, WRONG, RIGHT]


def test_the_exit_code_says_that_a_map_stays_as_it_was(here: Path) -> None:
    put("a.cjm.yaml")
    fifo = here / "b.cjm.yaml"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "cjm", "lint", "--fix", "a.cjm.yaml", "b.cjm.yaml", "--lang", "ru"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        fifo.write_text(WRONG, encoding="utf-8")  # what is a pipe by now cannot be compared, nor replaced
        _, told = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "cjm: b.cjm.yaml: файл тем временем изменился и оставлен как есть\n" in told.decode()
    assert Path("a.cjm.yaml").read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_a_merge_keeps_the_bytes_of_what_was_not_decoded(encoding: str) -> None:
    base = WRONG + "x-a: один\nx-b: 1\nx-c: 1\nx-d: два\n"
    sides = (base, base.replace("один", "первый"), base.replace("два", "второй"))
    texts = [side.encode(encoding) for side in sides]
    both = base.replace("один", "первый").replace("два", "второй")
    for name, data in zip(("base", "ours", "theirs"), texts, strict=True):
        put(name, data)
    done = cjm("git", "merge-driver", "--", "base", "ours", "theirs", "7", "a.cjm.yaml")
    left = Path("ours").read_bytes()
    assert b"\xef\xbf\xbd" not in left
    assert left == both.encode(encoding) if done.returncode == 0 else texts[1] == left


def test_attributes_too_large_to_be_read_whole_stay() -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    attributes = put(".gitattributes", b"*.png binary\n" * 100_000)
    was = attributes.read_bytes()
    done = cjm("git", "install")
    assert (done.returncode, attributes.read_bytes()) == (2, was)
    assert b".gitattributes is larger than 1 MiB" in done.stderr
