"""Laws of merging, whatever the maps."""

from edits import Edit, edited, edited_apart
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import Map, document_of, maps, written

from cjm.diff.thing import as_json, thing_of
from cjm.document import Document, read_document
from cjm.merge.merge import merged
from cjm.merge.piece import Labels

_MANY = settings(max_examples=200, deadline=None, derandomize=True)


def _json(document: Document) -> object:
    assert document.is_sound
    return as_json(thing_of(document.journey, document.tree))


def _bytes(data: Map) -> bytes:
    return written(data).encode()


@given(edited_apart())
@_MANY
def test_edits_that_do_not_meet_are_both_made(made: tuple[Map, list[Edit], list[Edit]]) -> None:
    data, ours, theirs = made
    result = merged(_bytes(data), _bytes(edited(data, ours)), _bytes(edited(data, theirs)), Labels())
    assert result.conflicts == 0, result.data.decode()
    assert _json(read_document("", result.data)) == _json(document_of(edited(data, [*ours, *theirs])))
