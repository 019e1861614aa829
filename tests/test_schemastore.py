"""What is ready for SchemaStore: the entry of its catalogue, and maps that conform or do not."""

import json
from pathlib import Path

import pytest
from samples import ROOT, SCHEMASTORE_NEGATIVE, SCHEMASTORE_POSITIVE

from cjm.core.model import SUFFIXES
from cjm.mapfile.document import read_document

ENTRY = ROOT / "schema" / "schemastore" / "catalog-entry.json"


def test_the_entry_is_for_the_files_that_are_maps() -> None:
    entry = json.loads(ENTRY.read_text(encoding="utf-8"))
    assert list(entry) == ["description", "fileMatch", "name", "url"]
    assert entry["fileMatch"] == [f"*{suffix}" for suffix in SUFFIXES]


@pytest.mark.parametrize("path", SCHEMASTORE_POSITIVE, ids=lambda path: path.name)
def test_a_positive_map_conforms(path: Path) -> None:
    assert read_document(path.name, path.read_bytes()).findings == ()


@pytest.mark.parametrize("path", SCHEMASTORE_NEGATIVE, ids=lambda path: path.name)
def test_a_negative_map_fails_for_the_reason_that_it_is_named_after(path: Path) -> None:
    findings = read_document(path.name, path.read_bytes()).findings
    assert [finding.rule.name for finding in findings] == [path.stem]
