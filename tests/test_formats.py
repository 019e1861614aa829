"""What the files of formats declare."""

from collections import Counter
from typing import Any

import pytest

from cjm.formats.registry import (
    CATALOGUE_FORMATS,
    CHANGE_FORMATS,
    FINDING_FORMATS,
    MAP_FORMATS,
    Registry,
)

KINDS: dict[str, Registry[Any]] = {
    "map": MAP_FORMATS,
    "findings": FINDING_FORMATS,
    "changes": CHANGE_FORMATS,
    "catalogue": CATALOGUE_FORMATS,
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_ending_means_one_format(kind: str) -> None:
    endings = list(KINDS[kind].endings())
    assert [ending for ending, count in Counter(endings).items() if count > 1] == []
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


@pytest.mark.parametrize(
    ("kind", "file", "name"),
    [
        ("map", "a.b/shop.SVG", "svg"),
        ("map", "shop.txt", None),
        ("findings", "report.xml", "junit"),
        ("findings", "cjm.sarif", "sarif"),
        ("changes", "changes.md", "markdown"),
        ("changes", "changes", None),
    ],
)
def test_the_ending_of_a_file_means_a_format(kind: str, file: str, name: str | None) -> None:
    assert KINDS[kind].named_by(file) == name


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_can_be_loaded(kind: str) -> None:
    registry = KINDS[kind]
    assert all(callable(getattr(registry.load(name), "render", None)) for name in registry.names())
