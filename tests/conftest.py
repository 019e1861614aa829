"""What all tests share: golden files, and the pace of generated examples."""

import difflib
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, settings

# Tests that are started in the background inherit an interrupt that is ignored, and so would the programs they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

Golden: TypeAlias = Callable[[Path, str], None]

# A slow machine is no fault of the code, so neither a single example nor their making may be called too slow.
settings.register_profile("cjm", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cjm")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the tests got")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests go first."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the whole of a file; with `--accept` write it there instead."""
    return _write if request.config.getoption("--accept") else _compare


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _compare(path: Path, text: str) -> None:
    accepted = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text != accepted:
        lines = accepted.splitlines(keepends=True), text.splitlines(keepends=True)
        difference = "".join(difflib.unified_diff(*lines, fromfile=str(path), tofile="what the test got"))
        pytest.fail(f"{difference}\nrun `pytest --accept` if this is what it should be", pytrace=False)
