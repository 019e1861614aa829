"""Laws of merging, whatever the maps."""

import re
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from random_edits import RandomEdit, edited, edited_anyhow, edited_apart
from strategies import Map, document_of, maps, written

from cjm.compare.merge import merge as merging
from cjm.compare.merge.hunk import Labels
from cjm.compare.node import as_json, node_of
from cjm.mapfile.document import Document, read_document
from cjm.system.git.line_merge import line_merge

merged = partial(merging.merged, merge_lines=line_merge)

_MANY = settings(max_examples=60, deadline=None, derandomize=True)


def _json(document: Document) -> object:
    assert document.is_sound
    return as_json(node_of(document.journey))


def _bytes(data: Map) -> bytes:
    return written(data).encode()


@given(edited_apart())
@_MANY
def test_edits_that_do_not_meet_are_both_made(made: tuple[Map, list[RandomEdit], list[RandomEdit]]) -> None:
    data, ours, theirs = made
    result = merged(_bytes(data), _bytes(edited(data, ours)), _bytes(edited(data, theirs)), Labels())
    assert result.conflicts == 0, result.data.decode()
    assert _json(read_document("", result.data)) == _json(document_of(edited(data, [*ours, *theirs])))


@given(edited_anyhow())
@_MANY
def test_no_text_of_either_side_is_lost(made: tuple[Map, list[RandomEdit], list[RandomEdit]]) -> None:
    data, *sides = made
    base, ours, theirs = (_bytes(edited(data, edits)) for edits in ([], *sides))
    result = merged(base, ours, theirs, Labels()).data.decode()
    new = (_words(ours) | _words(theirs)) - _words(base)
    assert not [word for word in new if word not in result], result


def _words(data: bytes) -> set[str]:
    return set(re.findall(r"[^][\s{},:'\"]+", data.decode()))


@given(maps, maps, maps)
@_MANY
def test_any_three_maps_are_merged_and_nothing_is_lost(one: Map, other: Map, third: Map) -> None:
    base, ours, theirs = map(_bytes, (one, other, third))
    result = merged(base, ours, theirs, Labels()).data.decode()
    assert not [word for word in (_words(ours) | _words(theirs)) - _words(base) if word not in result], result


@given(maps, maps)
@_MANY
def test_what_one_side_leaves_alone_is_as_the_other_has_it(one: Map, other: Map) -> None:
    base, changed = _bytes(one), _bytes(other)
    assert merged(base, changed, base, Labels()) == merged(base, base, changed, Labels()) == (changed, 0)
    assert merged(base, changed, changed, Labels()) == (changed, 0)


@given(st.lists(st.binary(max_size=40) | maps.map(_bytes), min_size=3, max_size=3))
@_MANY
def test_any_bytes_are_merged_or_left_to_git(three: list[bytes]) -> None:
    base, ours, theirs = three
    merged(base, ours, theirs, Labels())
