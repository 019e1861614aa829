"""Which maps are meant, and how files are written: with a real git and a real file system."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

import pytest

from cjm.core.errors import FileError
from cjm.core.model import SUFFIXES
from cjm.system.files import read_bytes, write_bytes
from cjm.workspace.find_maps import find_maps
from cjm.workspace.settings import find_upward

ORDINARY = 65534


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("cjm: 1\n", encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Root may read everything, so permissions are tried as somebody else."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(ORDINARY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def open_to_others(here: Path) -> None:
    """Let an ordinary user come as far as here."""
    for folder in (here, *here.parents):
        if Path(gettempdir()) in folder.parents:
            folder.chmod(0o755)


def give_away(here: Path) -> None:
    """Let everything here belong to the ordinary user."""
    if os.geteuid() == 0:
        for path in (here, *here.rglob("*")):
            os.chown(path, ORDINARY, ORDINARY)


def test_a_folder_means_the_maps_that_git_does_not_ignore(here: Path) -> None:
    git(here, "init", "--quiet")
    put(here, "b.cjm.yaml", "maps/a.cjm.yml", "maps/Карта пути.cjm.yaml", "build/old.cjm.yaml", "other.yaml")
    (here / ".gitignore").write_text("build/\n", encoding="utf-8")
    put(here, "gone.cjm.yaml")
    git(here, "add", ".")
    (here / "gone.cjm.yaml").unlink()
    put(here, "new.cjm.yaml")
    assert find_maps(["."]) == ["b.cjm.yaml", "maps/a.cjm.yml", "maps/Карта пути.cjm.yaml", "new.cjm.yaml"]
    assert find_maps(["maps"]) == ["maps/a.cjm.yml", "maps/Карта пути.cjm.yaml"]
    assert find_maps(["build/old.cjm.yaml", "other.yaml"]) == ["build/old.cjm.yaml", "other.yaml"]


IGNORED = {
    ".gitignore": "/top.cjm.yaml\nbuild/\n*.tmp.cjm.yaml\n!kept.tmp.cjm.yaml\ndeep/**/x.cjm.yaml\n"
    "!\n\\\n# a remark\n\\#a.cjm.yaml\n",
    "sub/.gitignore": "a.cjm.yaml\n!b.tmp.cjm.yaml\n",
    ".git/info/exclude": "mine*\n",
}
NAMES = (
    "top.cjm.yaml", "sub/top.cjm.yaml", "build/a.cjm.yaml", "sub/build/a.cjm.yml", "x.tmp.cjm.yaml", "#a.cjm.yaml",
    "sub/kept.tmp.cjm.yaml", "sub/a.cjm.yaml", "sub/b.tmp.cjm.yaml", "sub/sub/a.cjm.yaml", "deep/x.cjm.yaml",
    "deep/er/x.cjm.yaml", "mine.cjm.yaml", "mine/a.cjm.yaml", ".hidden/a.cjm.yaml", "Карта пути.cjm.yaml", "a.yaml",
)  # fmt: skip


@pytest.mark.parametrize("folder", [".", "sub", "sub/sub", "build", "deep"])
def test_the_maps_are_those_that_git_lists(here: Path, folder: str) -> None:
    git(here, "init", "--quiet")
    put(here, *NAMES)
    for name, text in IGNORED.items():
        (here / name).write_text(text, encoding="utf-8")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=folder, capture_output=True, check=True
    )
    listed = [os.path.normpath(Path(folder, name)) for name in listing.stdout.decode().split("\0")]
    assert find_maps([folder]) == sorted(name for name in listed if name.endswith(SUFFIXES))


def test_no_pattern_takes_for_ever(here: Path) -> None:
    git(here, "init", "--quiet")
    name = "a" * 200 + ".cjm.yaml"
    put(here, name)
    (here / ".gitignore").write_text("*a" * 20 + "b.cjm.yaml\n", encoding="utf-8")
    assert find_maps(["."]) == [name]


def test_a_search_starts_no_git_and_reads_no_link_that_leads_out(
    here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path_factory.mktemp("away")
    program = away / "git"
    program.write_text(f"#!/bin/sh\ntouch {away}/started\n", encoding="utf-8")
    program.chmod(0o755)
    git(here, "init", "--quiet")
    git(here, "config", "core.fsmonitor", str(program))
    git(here, "init", "--quiet", "--bare", "bare")
    put(away, "secret.cjm.yaml")
    put(here, "a.cjm.yaml", "maps/b.cjm.yaml", "bare/c.cjm.yaml", "inner/d.cjm.yaml", "inner/.git/e.cjm.yaml")
    (here / "maps" / "to_a.cjm.yaml").symlink_to("../a.cjm.yaml")
    (here / "maps" / "to_secret.cjm.yaml").symlink_to(away / "secret.cjm.yaml")
    (here / "maps" / "to_tokens.cjm.yaml").symlink_to("../.git/config")
    (here / "maps" / "to_folder").symlink_to(away)
    monkeypatch.setenv("PATH", str(away))
    expected = ["a.cjm.yaml", "bare/c.cjm.yaml", "inner/d.cjm.yaml", "maps/b.cjm.yaml", "maps/to_a.cjm.yaml"]
    assert find_maps(["."]) == expected
    assert find_maps(["maps/to_secret.cjm.yaml"]) == ["maps/to_secret.cjm.yaml"]
    for words in (["validate"], ["lint"], ["lint", "--list-files"], ["render", "a.cjm.yaml"]):
        subprocess.run([sys.executable, "-P", "-m", "cjm", *words], capture_output=True, check=False)
    assert not (away / "started").exists()


def test_a_file_in_conflict_counts_once(here: Path) -> None:
    git(here, "init", "--quiet", "--initial-branch=main")
    for branch in ("main", "other", "main"):
        if branch == "other":
            git(here, "checkout", "--quiet", "-b", "other")
        else:
            git(here, "checkout", "--quiet", "-B", "main", *(["main"] if (here / "a.cjm.yaml").exists() else []))
        (here / "a.cjm.yaml").write_text(f"cjm: 1 # {branch} {os.urandom(4).hex()}\n", encoding="utf-8")
        git(here, "add", ".")
        git(here, "commit", "--quiet", "-m", branch)
    with pytest.raises(subprocess.CalledProcessError):
        git(here, "merge", "other")
    assert find_maps(["."]) == ["a.cjm.yaml"]


def test_without_git_folders_are_walked_but_for_hidden_ones(here: Path) -> None:
    put(here, "b.cjm.yaml", "a/c.cjm.yaml", ".venv/x.cjm.yaml")
    assert find_maps(["."]) == ["a/c.cjm.yaml", "b.cjm.yaml"]


def test_a_file_named_twice_counts_once(here: Path) -> None:
    put(here, "a.cjm.yaml")
    assert find_maps(["a.cjm.yaml", "a.cjm.yaml", "-"]) == ["a.cjm.yaml", "-"]


def test_settings_are_looked_for_up_to_the_root_of_the_repository(here: Path) -> None:
    inner = here / "repository" / "maps"
    inner.mkdir(parents=True)
    git(here / "repository", "init", "--quiet")
    for place in (here, here / "repository"):
        (place / "cjm.toml").touch()
    assert list(find_upward(["cjm.toml"], inner)) == [here / "repository" / "cjm.toml"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(here: Path) -> None:
    put(here, "real.svg")
    write_bytes("new.svg", b"new")
    assert (here / "new.svg").stat().st_mode == (here / "real.svg").stat().st_mode
    (here / "real.svg").chmod(0o640)
    (here / "link.svg").symlink_to("real.svg")
    write_bytes("link.svg", b"new")
    assert (here / "link.svg").is_symlink()
    assert (here / "real.svg").read_bytes() == b"new"
    assert stat.S_IMODE((here / "real.svg").stat().st_mode) == 0o640


def test_what_cannot_be_written_whole_leaves_the_old_file(here: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(FileError, match="no space left"):
        write_bytes(str(full), b"new")
    put(here, "old.svg")
    (here / "old.svg.d").mkdir()
    with pytest.raises(FileError, match=r"cannot write old\.svg/x: a part of the path is a file"):
        write_bytes("old.svg/x", b"new")
    assert sorted(entry.name for entry in here.iterdir()) == ["old.svg", "old.svg.d"]


def test_permissions_are_a_sentence(here: Path) -> None:
    put(here, "secret.cjm.yaml", "locked/a.svg")
    (here / "secret.cjm.yaml").chmod(0)
    (here / "locked").chmod(0o555)
    open_to_others(here)
    with as_ordinary_user():
        with pytest.raises(FileError, match=r"cannot read secret\.cjm\.yaml: permission denied"):
            read_bytes("secret.cjm.yaml", 10)
        with pytest.raises(FileError, match=r"cannot write locked/b\.svg: permission denied"):
            write_bytes("locked/b.svg", b"new")


@pytest.mark.parametrize("with_git", [True, False])
def test_a_closed_folder_is_not_passed_over(here: Path, *, with_git: bool) -> None:
    put(here, "a.cjm.yaml", "closed/b.cjm.yaml")
    open_to_others(here)
    if with_git:
        git(here, "init", "--quiet")
        give_away(here)  # git trusts a repository of one's own only
    (here / "closed").chmod(0)
    for path in (".", "closed", "closed/b.cjm.yaml"):
        with as_ordinary_user(), pytest.raises(FileError, match=r"cannot read .*closed.*: permission denied"):
            find_maps([path])


def test_a_file_that_may_not_be_written_to_stays(here: Path) -> None:
    put(here, "old.svg")
    (here / "old.svg").chmod(0o444)
    open_to_others(here)
    here.chmod(0o777)
    with as_ordinary_user(), pytest.raises(FileError, match=r"cannot write old\.svg: permission denied"):
        write_bytes("old.svg", b"new")
    assert (here / "old.svg").read_bytes() == b"cjm: 1\n"
    assert [entry.name for entry in here.iterdir()] == ["old.svg"]
