"""What changed between two versions that git keeps, by a real git."""

import re
from pathlib import Path

import pytest
from repository import Repository, repository

from cjm.core.errors import CjmError, GitError, UsageError
from cjm.core.model import SUFFIXES
from cjm.system.git.changed_files import ChangedFile, changed_files
from cjm.system.git.revisions import file_at, revisions_of, split_spec

MAP = "cjm: 1\ntitle: Карта\nstages: [Поиск, Выбор, Покупка, Доставка, Возврат]\n"
CYRILLIC = re.compile("[а-я]")
ODD_NAMES = (
    "мои карты/путь клиента.cjm.yaml",
    'a "quoted" name.cjm.yaml',
    "-M.cjm.yaml",
    "*.cjm.yml",
    "new\nline.cjm.yaml",
)


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with one commit of a map, in which the test stands."""
    made = repository(tmp_path)
    stand_in(made, monkeypatch)
    made.write("shop.cjm.yaml", MAP)
    made.commit("First")
    return made


def stand_in(where: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(where.folder)
    for name, value in where.environment.items():
        monkeypatch.setenv(name, value)


def changed(
    revisions: str | None = None, *paths: str, base: str | None = None, staged: bool = False
) -> list[ChangedFile]:
    pair = revisions_of(".", revisions, base=base, staged=staged)
    return changed_files(".", pair, paths=paths, patterns=[f"*{suffix}" for suffix in SUFFIXES])


def listed(files: list[ChangedFile]) -> list[str]:
    """A line a file: its names and the sizes of both sides."""
    return [f"{file.old_name} -> {file.new_name} {_size(file.old)} {_size(file.new)}" for file in files]


def _size(data: bytes | None) -> str:
    return "-" if data is None else str(len(data))


def error_text(raised: pytest.ExceptionInfo[CjmError]) -> str:
    """What an error says in English; it says it in Russian too."""
    message, hint = raised.value.message, raised.value.hint
    for text in (message, hint):
        assert bool(text.en) == bool(CYRILLIC.search(text.ru)), text
    return f"{message.en} → {hint.en}"


def test_the_work_tree_against_the_last_commit(maps: Repository) -> None:
    for name in ("gone.cjm.yaml", "moved.cjm.yaml", "mode.cjm.yaml", "same.cjm.yaml"):
        maps.write(name, MAP + f"owner: {name}\n")
    maps.commit("Second")
    maps.write("shop.cjm.yaml", "x")
    maps.write("new.cjm.yml", "12")
    maps.write("other.yaml", "no map")
    maps.write("build/ignored.cjm.yaml", "x")
    maps.write(".gitignore", "build/\n")
    (maps.folder / "gone.cjm.yaml").unlink()
    (maps.folder / "moved.cjm.yaml").rename(maps.folder / "been moved.cjm.yaml")
    (maps.folder / "mode.cjm.yaml").chmod(0o755)
    (maps.folder / "same.cjm.yaml").touch()
    before = (maps.folder / ".git" / "index").read_bytes()
    assert listed(changed()) == [
        "None -> been moved.cjm.yaml - 130",
        "gone.cjm.yaml -> None 129 -",
        "moved.cjm.yaml -> None 130 -",
        "None -> new.cjm.yml - 2",
        "shop.cjm.yaml -> shop.cjm.yaml 108 1",
    ]
    assert (maps.folder / ".git" / "index").read_bytes() == before
    maps.git("add", "new.cjm.yml")
    maps.write("new.cjm.yml", "123")
    assert listed(changed(staged=True)) == ["None -> new.cjm.yml - 2"]
    maps.git("add", "been moved.cjm.yaml", "moved.cjm.yaml")
    assert listed(changed())[0] == "moved.cjm.yaml -> been moved.cjm.yaml 130 130"


def test_names_are_as_typed_in_the_current_folder(maps: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ODD_NAMES:
        maps.write(f"sub/{name}", "1")
    maps.write("shop.cjm.yaml", "1")
    monkeypatch.chdir(maps.folder / "sub")
    for staged in (False, True):
        assert sorted(file.new_name or "" for file in changed(staged=staged)) == sorted(
            ["../shop.cjm.yaml", *ODD_NAMES]
        )
        maps.git("add", "--all")
    assert [file.new_name for file in changed(None, "мои карты")] == [ODD_NAMES[0]]
    assert [file.new_name for file in changed(None, "*.cjm.yml")] == ["*.cjm.yml"]
    assert [file.new_name for file in changed(None, "../shop.cjm.yaml")] == ["../shop.cjm.yaml"]


def test_a_file_that_is_named_need_not_be_called_like_a_map(maps: Repository) -> None:
    maps.write("plain.yaml", "1")
    assert changed() == []
    assert [file.new_name for file in changed(None, "plain.yaml")] == ["plain.yaml"]


def test_ranges(maps: Repository) -> None:
    maps.git("switch", "--quiet", "--create", "topic")
    maps.write("topic.cjm.yaml", "topic")
    maps.commit("Topic")
    maps.git("switch", "--quiet", "main")
    maps.write("main.cjm.yaml", "1")
    maps.commit("Main")
    both = ["None -> main.cjm.yaml - 1", "topic.cjm.yaml -> None 5 -"]
    assert listed(changed("topic..main")) == listed(changed("topic..")) == listed(changed("topic")) == both
    assert listed(changed("topic...main")) == listed(changed(base="topic")) == ["None -> main.cjm.yaml - 1"]
    assert listed(changed("..topic")) == ["main.cjm.yaml -> None 1 -", "None -> topic.cjm.yaml - 5"]
    assert changed("main") == changed() == []
    with pytest.raises(UsageError) as raised:
        changed("main..topic", staged=True)
    assert error_text(raised) == "--staged compares with one revision, and main..topic is two → use --staged main"
    with pytest.raises(UsageError) as raised:
        changed("main", base="topic")
    assert error_text(raised) == "--base and the revision main exclude each other → leave one of them out"


def test_unknown_revisions(maps: Repository) -> None:
    maps.git("branch", "release/autumn")
    maps.git("remote", "add", "origin", "https://example.org/maps.git")
    expected = {
        "release/autum": "git knows no revision release/autum → did you mean release/autumn?",
        "zzz": "git knows no revision zzz → ",
        "--output=x": "git knows no revision --output=x → ",
        "^main": "git knows no revision ^main → did you mean main?",
        "origin/topic": "this clone does not have the revision origin/topic → "
        "run `git fetch origin topic:refs/remotes/origin/topic`",
    }
    for revision, sentence in expected.items():
        with pytest.raises(GitError) as raised:
            changed(revision)
        assert error_text(raised) == sentence


def test_a_file_in_a_revision(maps: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    maps.write("sub/Карта.cjm.yaml", "committed")
    maps.commit("Sub")
    maps.write("sub/Карта.cjm.yaml", "staged")
    maps.git("add", "--all")
    monkeypatch.chdir(maps.folder / "sub")
    assert file_at("HEAD", "sub/Карта.cjm.yaml", ".") == file_at("main", "./Карта.cjm.yaml", ".") == b"committed"
    assert file_at("", "sub/Карта.cjm.yaml", ".") == file_at(":0", "./Карта.cjm.yaml", ".") == b"staged"
    expected = {
        ("HEAD", "Карта.cjm.yaml"): "revision HEAD has no file Карта.cjm.yaml → did you mean HEAD:./Карта.cjm.yaml? "
        "Without ./ git counts from the root of the repository",
        ("HEAD", "sub/Катра.cjm.yaml"): "revision HEAD has no file sub/Катра.cjm.yaml → "
        "did you mean HEAD:sub/Карта.cjm.yaml?",
        ("", "shpo.cjm.yaml"): "the index has no file shpo.cjm.yaml → did you mean :shop.cjm.yaml?",
        (":2", "shop.cjm.yaml"): "stage 2 of the index has no file shop.cjm.yaml → ",
        ("HEAD", "sub"): "HEAD:sub is a folder, not a file → name a file in it",
        ("mian", "shop.cjm.yaml"): "git knows no revision mian → did you mean main?",
    }
    for (revision, path), sentence in expected.items():
        with pytest.raises(GitError) as raised:
            file_at(revision, path, ".")
        assert error_text(raised) == sentence


def test_what_is_no_file_of_a_revision() -> None:
    assert [split_spec(text) for text in ("shop.cjm.yaml", "HEAD:", ":", ":4:x")] == [None, None, None, ("", "4:x")]


def conflict(maps: Repository) -> None:
    maps.git("switch", "--quiet", "--create", "topic")
    maps.write("shop.cjm.yaml", "theirs")
    maps.commit("Theirs")
    maps.git("switch", "--quiet", "main")
    maps.write("shop.cjm.yaml", "ours")
    maps.commit("Ours")
    assert maps.run("git", "merge", "topic").returncode == 1


def test_a_conflict(maps: Repository) -> None:
    conflict(maps)
    for staged in (False, True):
        with pytest.raises(GitError) as raised:
            changed(staged=staged)
        assert error_text(raised) == (
            "shop.cjm.yaml is in conflict, so it has no one version to compare → "
            "resolve it and `git add` it, or compare the two sides: :2:./shop.cjm.yaml and :3:./shop.cjm.yaml"
        )
    assert file_at(":2", "./shop.cjm.yaml", ".") == b"ours"
    assert file_at(":3", "./shop.cjm.yaml", ".") == b"theirs"
    assert listed(changed("HEAD..topic")) == ["shop.cjm.yaml -> shop.cjm.yaml 4 6"]


def test_links_and_submodules_are_no_maps(maps: Repository, tmp_path: Path) -> None:
    inner = repository(tmp_path, "inner")
    inner.write("inner.cjm.yaml", MAP)
    inner.commit("Inner")
    allowed = ("-c", "protocol.file.allow=always")
    maps.run("git", *allowed, "submodule", "--quiet", "add", str(inner.folder), "inner.cjm.yaml")
    (maps.folder / "link.cjm.yaml").symlink_to("shop.cjm.yaml")
    assert changed() == []
    maps.commit("Link and submodule")
    assert changed("HEAD~1") == changed("HEAD~1..HEAD") == []
    (maps.folder / "link.cjm.yaml").unlink()
    maps.write("link.cjm.yaml", "a file now")
    assert listed(changed()) == ["None -> link.cjm.yaml - 10"]


def test_a_shallow_clone_names_what_to_fetch_and_that_helps(
    maps: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for branch in ("topic", "main"):
        maps.git("switch", "--quiet", *(["--create"] if branch == "topic" else []), branch)
        maps.write(f"{branch}.cjm.yaml", "1")
        maps.commit(branch)
    home = Path(maps.environment["HOME"])
    shallow = Repository(tmp_path / "shallow", home)
    maps.git("clone", "--quiet", "--depth=1", "--branch=topic", maps.folder.as_uri(), str(shallow.folder))
    stand_in(shallow, monkeypatch)
    with pytest.raises(GitError) as raised:
        changed(base="origin/main")
    assert error_text(raised) == (
        "this clone does not have the revision origin/main → run `git fetch origin main:refs/remotes/origin/main`"
    )
    shallow.run("git", "fetch", "--depth=1", "origin", "main:refs/remotes/origin/main")
    with pytest.raises(GitError) as raised:
        changed(base="origin/main")
    assert error_text(raised) == (
        "the clone is shallow, and the merge base of origin/main and HEAD is not in it → "
        "run `git fetch --deepen=100`, or `git fetch --unshallow` for the whole history"
    )
    shallow.git("fetch", "--quiet", "--unshallow")
    assert listed(changed(base="origin/main")) == ["None -> topic.cjm.yaml - 1"]


def test_histories_without_a_common_commit(maps: Repository) -> None:
    maps.git("switch", "--quiet", "--orphan", "alone")
    maps.write("alone.cjm.yaml", "1")
    maps.commit("Alone")
    with pytest.raises(GitError) as raised:
        changed(base="main")
    assert error_text(raised) == "main and HEAD have no common history → compare them as they are: main..HEAD"


def test_where_there_is_nothing_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = repository(tmp_path)
    stand_in(empty, monkeypatch)
    with pytest.raises(GitError) as raised:
        changed()
    assert error_text(raised) == "the repository has no commit yet → commit first, or compare two files"
    outside = tmp_path / "outside"
    outside.mkdir()
    monkeypatch.chdir(outside)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(GitError) as raised:
        changed()
    assert error_text(raised) == (
        "git: not a git repository (or any of the parent directories): .git → run this inside a clone"
    )
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError) as raised:
        changed()
    assert error_text(raised) == "git is not installed → install git, so that it is on the PATH"


def test_a_bare_repository_compares_commits_only(
    maps: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maps.write("new.cjm.yaml", "1")
    maps.commit("Second")
    maps.git("clone", "--quiet", "--bare", str(maps.folder), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    with pytest.raises(GitError) as raised:
        changed("HEAD~1..HEAD")
    assert error_text(raised) == (
        "this is a bare repository, or git's own folder, and is used only where it is named → "
        "set GIT_DIR=. if you trust it: files that somebody committed can look the same"
    )
    monkeypatch.setenv("GIT_DIR", ".")
    assert listed(changed("HEAD~1..HEAD")) == ["None -> new.cjm.yaml - 1"]
    with pytest.raises(GitError) as raised:
        changed()
    assert error_text(raised) == (
        "git: this operation must be run in a work tree → "
        "name two revisions: a bare repository has no files to compare with"
    )


def test_a_broken_object(maps: Repository) -> None:
    name = maps.git("rev-parse", "HEAD:shop.cjm.yaml").strip()
    maps.write("shop.cjm.yaml", "1")
    maps.commit("Second")
    stored = maps.folder / ".git" / "objects" / name[:2] / name[2:]
    stored.chmod(0o644)
    hint = "run `git fsck`; `git fetch --refetch`, or a new clone, brings back what is missing"
    for damage in (lambda: stored.write_bytes(b"rubbish"), stored.unlink):
        damage()
        with pytest.raises(GitError) as raised:
            changed("HEAD~1..HEAD")
        assert error_text(raised) == f"the object {name} of the repository is missing or broken → {hint}"
        maps.write("shop.cjm.yaml", "2")
        with pytest.raises(GitError) as raised:
            changed("HEAD~1")
        assert raised.value.hint.en == hint


def test_two_hundred_maps_take_few_processes(maps: Repository) -> None:
    """The number of processes does not grow with the number of maps: they are what costs."""
    trace = maps.folder.parent / "trace"
    counts = []
    for many in (2, 200):
        for number in range(many):
            maps.write(f"{number}.cjm.yaml", f"{MAP}owner: {many} {number}\n")
        maps.commit(f"{many} maps")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GIT_TRACE", str(trace))
            assert len(changed("HEAD~1..HEAD")) == many
        counts.append(trace.read_text(encoding="utf-8").count("built-in: git"))
        trace.unlink()
    assert counts[0] == counts[1] <= 5


def test_settings_of_the_user_change_nothing(maps: Repository) -> None:
    expected = ["shop.cjm.yaml -> renamed.cjm.yaml 108 108"]
    (maps.folder / "shop.cjm.yaml").rename(maps.folder / "renamed.cjm.yaml")
    maps.commit("Renamed")
    for key in ("diff.renames", "diff.external"):
        maps.git("config", key, "false")
    for key in ("diff.relative", "diff.mnemonicPrefix", "diff.noprefix", "core.quotePath"):
        maps.git("config", key, "true")
    maps.git("config", "color.ui", "always")
    assert listed(changed("HEAD~1..HEAD")) == expected


def test_a_split_index_stays_as_it_is(maps: Repository) -> None:
    maps.git("config", "core.splitIndex", "true")
    maps.git("update-index", "--split-index")
    maps.write("new.cjm.yaml", "1")
    before = sorted(path.name for path in (maps.folder / ".git").iterdir())
    assert listed(changed()) == ["None -> new.cjm.yaml - 1"]
    assert sorted(path.name for path in (maps.folder / ".git").iterdir()) == before
