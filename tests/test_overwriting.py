"""No output replaces anything, by whatever name it is called: the file system itself says which names are one file."""

import os
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from cjm.core.errors import CjmError
from cjm.system.files import write_bytes
from cjm.system.overwriting import refuse_to_overwrite

NEW = (
    "new", "./new", "folder/../new", "folder/new", "folder/inner/../new", "other", "NEW", "New", "to_folder/new",
    "link", "folder/link", "to_nothing", "to_link", "\u00e9", "e\u0301", "STRASSE", "stra\u00dfe",
)  # fmt: skip
OLD = ("old", "./old", "folder/old", "to_folder/old", "to_old", "hard", "OLD", "unlike", "folder/../folder/hard")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("folder/inner").mkdir(parents=True)
    for name in ("old", "folder/old", "unlike"):
        Path(name).write_bytes(b"old")
    links = {
        "to_folder": "folder",
        "link": "new",
        "folder/link": "../new",
        "to_nothing": "folder/new",
        "to_link": "link",
        "to_old": "old",
    }
    for name, target in links.items():
        Path(name).symlink_to(target)
    Path("hard").hardlink_to("old")
    Path("folder/hard").hardlink_to("folder/old")
    return tmp_path


def is_refused(outputs: list[str], read: list[str]) -> bool:
    try:
        refuse_to_overwrite(outputs, read)
    except CjmError:
        return True
    return False


def test_two_outputs_that_would_be_one_file_are_refused(here: Path) -> None:
    there = sorted(here.rglob("*"))
    for one, other in combinations_with_replacement(NEW, 2):
        refused = is_refused([one, other], [])
        assert sorted(here.rglob("*")) == there
        for name, data in ((one, b"one"), (other, b"other")):
            write_bytes(name, data)
        assert refused == Path(one).samefile(other) == (Path(one).read_bytes() == b"other"), (one, other)
        for name in (one, other):
            Path(os.path.realpath(name)).unlink(missing_ok=True)


def test_an_output_that_is_read_is_refused(here: Path) -> None:
    names = [name for name in OLD if (here / name).exists()]
    for output in names:
        for read in names:
            assert is_refused([output], ["missing", read]) == Path(output).samefile(read), (output, read)
    assert not any(is_refused([output], names) for output in NEW)


@pytest.mark.usefixtures("here")
def test_streams_and_devices() -> None:
    assert is_refused(["-", "-"], [])
    assert not is_refused([os.devnull, f"folder/../{os.path.relpath(os.devnull)}"], [os.devnull])
    os.mkfifo("pipe")
    Path("to_pipe").symlink_to("pipe")
    assert is_refused(["pipe", "to_pipe"], [])
