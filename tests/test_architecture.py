"""The page on how cjm is built tells the truth, and what it says of the size of files holds."""

from pathlib import Path

from conftest import Golden
from draw_architecture import PICTURE, picture

ROOT = Path(__file__).parent.parent
LONGEST = 400


def test_the_picture_shows_what_the_packages_import(golden: Golden) -> None:
    golden(PICTURE, picture().decode())


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    files = [file for folder in ("cjm", "tests", "bench", "docs", "action") for file in (ROOT / folder).rglob("*.py")]
    long = {str(file.relative_to(ROOT)): count for file in files if (count := _lines(file)) > LONGEST}
    assert len(files) > 300
    assert long == {}


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())
