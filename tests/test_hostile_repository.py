"""A stranger's repository runs nothing: each program that it names would leave a mark, and none is left."""

import os
import shlex
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from repository import Repository, repository

MAP = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search\n    touchpoints: [Article]\n  - Purchase\n"
ZEROS = "0" * 40
PROGRAMS = (
    "core.fsmonitor", "core.pager", "pager.diff", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
    "core.alternateRefsCommand", "diff.external", "diff.evil.command", "diff.evil.textconv", "merge.evil.driver",
    "filter.evil.clean", "filter.evil.smudge", "filter.evil=too.process", "gpg.program", "credential.helper",
    "remote.origin.uploadpack", "uploadpack.packObjectsHook", "interactive.diffFilter", "alias.diff", "alias.config",
)  # fmt: skip
"""What git takes programs from."""

HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "pre-commit", "fsmonitor-watchman")
ATTRIBUTES = "*.cjm.yaml filter=evil diff=evil merge=evil\nb*.cjm.yaml filter=evil=too\n"
COMMANDS = (
    ("validate",), ("validate", "maps"), ("lint",), ("lint", "--list-files"), ("lint", "--diff"), ("lint", "--fix"),
    ("render", "kept.cjm.yaml", "--format", "dot"), ("diff",), ("diff", "HEAD"), ("diff", "--staged"),
    ("diff", "HEAD~1..HEAD"), ("diff", "HEAD~1...HEAD"), ("diff", "--base", "HEAD~1"), ("diff", "--", "maps"),
    ("diff", "HEAD~1", "--", "kept.cjm.yaml"), ("diff", "HEAD~1:kept.cjm.yaml", "kept.cjm.yaml"),
    ("diff", ":kept.cjm.yaml", "kept.cjm.yaml"), ("diff", "kept.cjm.yaml", "b2.cjm.yaml"), ("diff", ".", "maps"),
    ("diff", "--stat"), ("diff", "nothing", "--"), ("git", "install"), ("git", "install"), ("git", "uninstall"),
    ("git", "install", "--global"), ("git", "uninstall", "--global"), ("git", "textconv", "kept.cjm.yaml"),
    ("git", "diff-driver", "--", "a", "a.cjm.yaml", ZEROS, "100644", "kept.cjm.yaml", ZEROS, "100644"),
    ("git", "merge-driver", "--", "kept.cjm.yaml", "a.cjm.yaml", "b2.cjm.yaml", "7", "a.cjm.yaml"),
)  # fmt: skip
"""All that asks git, or could."""

ASKING = (("validate",), ("diff",), ("diff", "HEAD~1..HEAD"), ("git", "install"), ("git", "uninstall"))


@pytest.fixture
def shop(tmp_path: Path) -> Repository:
    """A repository with changes of every sort, in the work tree and in the index."""
    made = repository(tmp_path, "shop")
    made.environment["GIT_CEILING_DIRECTORIES"] = str(tmp_path)
    for name in ("a.cjm.yaml", "b.cjm.yaml", "kept.cjm.yaml", "maps/c.cjm.yaml"):
        made.write(name, f"{MAP}owner: {name}\n")
    made.commit("First")
    made.write("kept.cjm.yaml", f"{MAP}owner: Anna\n")
    made.commit("Second")
    made.write("new.cjm.yaml", MAP)
    made.git("mv", "b.cjm.yaml", "b2.cjm.yaml")
    for name in ("a.cjm.yaml", "b2.cjm.yaml", "kept.cjm.yaml"):
        made.write(name, f"{MAP}owner: Boris\n")
    return made


def trap(folder: Path) -> tuple[Path, Path]:
    """A program that leaves a mark, and the mark."""
    mark, program = folder / "mark", folder / "program.sh"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {shlex.quote(str(mark))}\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    return program, mark


def make_hostile(made: Repository, git_folder: Path, program: Path) -> None:
    """Name a program wherever git looks for one."""
    for key in PROGRAMS:
        value = f"!{program}" if key.startswith("alias") else str(program)
        made.git("config", "--file", str(git_folder / "config"), key, value)
    for name in HOOKS:
        (git_folder / "hooks").mkdir(exist_ok=True)
        (git_folder / "hooks" / name).unlink(missing_ok=True)
        (git_folder / "hooks" / name).symlink_to(program)
    (git_folder / "info").mkdir(exist_ok=True)
    (git_folder / "info" / "attributes").write_text(ATTRIBUTES, encoding="utf-8")


def run_all(made: Repository, folder: Path, commands: Iterable[Sequence[str]] = COMMANDS) -> None:
    for words in commands:
        done = made.run("cjm", *words, folder=folder)
        assert "internal error" not in done.stderr, (words, done.stderr)


@pytest.mark.slow
def test_an_unpacked_archive_runs_nothing(shop: Repository, tmp_path: Path) -> None:
    """Where `git status` itself would start what the archive's own configuration names."""
    program, mark = trap(tmp_path)
    make_hostile(shop, shop.folder / ".git", program)
    shop.environment |= {"GIT_EXTERNAL_DIFF": str(program), "GIT_PAGER": str(program)}
    for folder in (shop.folder, shop.folder / "maps"):
        run_all(shop, folder)
    assert not mark.exists(), mark.read_text(encoding="utf-8")
    shop.run("git", "status")
    assert mark.exists(), "the trap works"


@pytest.mark.parametrize("worktree", [None, "."])
def test_an_embedded_repository_made_of_committed_files_is_never_used(
    shop: Repository, tmp_path: Path, worktree: str | None
) -> None:
    program, mark = trap(tmp_path)
    bare = shop.folder / "maps"
    shop.git("clone", "--quiet", "--bare", str(shop.folder), str(tmp_path / "bare"))
    for path in sorted((tmp_path / "bare").rglob("*")):
        target = bare / path.relative_to(tmp_path / "bare")
        target.mkdir(exist_ok=True, parents=True) if path.is_dir() else target.write_bytes(path.read_bytes())
    make_hostile(shop, bare, program)
    if worktree:
        shop.git("config", "--file", str(bare / "config"), "core.bare", "false")
        shop.git("config", "--file", str(bare / "config"), "core.worktree", worktree)
    for folder in (bare, shop.folder):
        run_all(shop, folder, ASKING)
    assert not mark.exists(), mark.read_text(encoding="utf-8")
    asked = shop.run("cjm", "diff", "HEAD~1..HEAD", folder=bare)
    assert asked.returncode == 2
    assert "is used only where it is named" in asked.stderr


@pytest.mark.slow
def test_repositories_found_below_are_not_asked(shop: Repository, tmp_path: Path) -> None:
    program, mark = trap(tmp_path)
    for name in ("inner", "outer/inner"):
        shop.git("clone", "--quiet", str(shop.folder), str(shop.folder / name))
        make_hostile(shop, shop.folder / name / ".git", program)
    run_all(shop, shop.folder)
    run_all(shop, tmp_path, ASKING)
    assert not mark.exists(), mark.read_text(encoding="utf-8")


@pytest.mark.parametrize("remote", ["url", "vcs"])
def test_nothing_is_fetched(shop: Repository, tmp_path: Path, remote: str) -> None:
    """A clone may say that its objects are elsewhere, and by which program they are to be had."""
    program, mark = trap(tmp_path)
    program.write_text(program.read_text(encoding="utf-8").replace("\ncat\n", "\nexit 1\n"), encoding="utf-8")
    program.with_name("git-remote-evil").symlink_to(program)
    shop.environment["PATH"] += f"{os.pathsep}{tmp_path}"
    name = shop.git("rev-parse", "HEAD~1:kept.cjm.yaml").strip()
    stored = shop.folder / ".git" / "objects" / name[:2] / name[2:]
    stored.chmod(stat.S_IRWXU)
    stored.unlink()
    shop.git("config", "extensions.partialClone", "origin")
    shop.git("config", "core.repositoryFormatVersion", "1")
    shop.git("config", "remote.origin.promisor", "true")
    shop.git("config", "remote.origin.url", str(shop.folder))
    shop.git("config", f"remote.origin.{remote}", "evil" if remote == "vcs" else str(shop.folder))
    shop.git("config", "protocol.allow", "always")
    make_hostile(shop, shop.folder / ".git", program)
    run_all(shop, shop.folder, ASKING)
    done = shop.run("cjm", "diff", "HEAD~1..HEAD")
    assert (done.returncode, "GIT_NO_LAZY_FETCH=0" in done.stderr) == (2, True), done.stderr
    assert not mark.exists(), mark.read_text(encoding="utf-8")
    shop.environment["GIT_NO_LAZY_FETCH"] = "0"
    shop.run("cjm", "diff", "HEAD~1..HEAD")
    assert mark.exists(), "the trap works"


def test_no_git_is_taken_from_the_current_folder(shop: Repository, tmp_path: Path) -> None:
    program, mark = trap(tmp_path)
    for name in ("git", "dot"):
        (shop.folder / name).symlink_to(program)
    shop.environment["PATH"] = f".:{shop.environment['PATH']}"
    run_all(shop, shop.folder, [("diff",), ("render", "kept.cjm.yaml", "--format", "svg")])
    assert not mark.exists(), mark.read_text(encoding="utf-8")


def test_git_is_asked_in_one_place() -> None:
    """What takes the sharp things away is on every way to git."""
    sources = (Path(__file__).parent.parent / "cjm").rglob("*.py")
    starting = {
        path.name for path in sources if "subprocess.run(" in (text := path.read_text("utf-8")) and "git" in text
    }
    assert starting == {"command.py"}
