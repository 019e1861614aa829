"""What we show to people: the examples are without fault, the first draft has the faults that we show on it."""

from pathlib import Path

import pytest
from conftest import Golden
from reported import as_lines, found_in
from samples import EXAMPLES, FIRST_DRAFT, FORMAT_MAPS

from cjm.mapfile.document import read_document


@pytest.mark.parametrize("path", [*EXAMPLES, *FORMAT_MAPS], ids=lambda path: path.name)
def test_an_example_is_without_fault(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    assert document.journey.stages
    assert as_lines(found_in(document, beside=[example.name for example in EXAMPLES])) == "nothing found\n"


@pytest.mark.parametrize("path", [*EXAMPLES, *FORMAT_MAPS, FIRST_DRAFT], ids=lambda path: path.name)
def test_an_editor_finds_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    target = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / target).resolve().name == "cjm.schema.json"
    assert (path.parent / target).is_file()


def test_the_first_draft_is_a_map_that_lint_has_much_to_say_about(golden: Golden) -> None:
    document = read_document(FIRST_DRAFT.name, FIRST_DRAFT.read_bytes())
    assert document.findings == ()
    golden(Path(__file__).parent / "first-draft.golden.txt", as_lines(found_in(document)))
