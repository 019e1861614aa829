"""The file to which a map refers, as commands look for it."""

from pathlib import Path

import pytest

from cjm.cli.maps import Maps

MAPS = Maps(paths=(), stdin_name="<stdin>", allow_empty=False)


@pytest.mark.parametrize(
    ("file", "is_there"),
    [
        ("detail.cjm.yaml", True),
        ("./../maps/detail.cjm.yaml", True),
        ("none.cjm.yaml", False),
        (".", False),
        ("a" * 5000, False),
        ("\0", False),
        ("\ud800", False),
    ],
)
def test_a_file_is_looked_for_from_the_folder_of_the_map(tmp_path: Path, file: str, *, is_there: bool) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "detail.cjm.yaml").touch()
    assert MAPS.has_map(str(folder / "shop.cjm.yaml"), file) is is_there


def test_a_path_that_does_not_start_at_the_map_is_not_looked_up(tmp_path: Path) -> None:
    detail = tmp_path / "detail.cjm.yaml"
    detail.touch()
    assert not MAPS.has_map(str(tmp_path / "shop.cjm.yaml"), str(detail))


def test_standard_input_may_refer_to_any_file() -> None:
    assert MAPS.has_map("<stdin>", "none.cjm.yaml")
