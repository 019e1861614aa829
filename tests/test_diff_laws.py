"""Laws of comparing two maps, whatever the maps."""

import json
from typing import Any

import jsonpatch
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_edits import base, edited, edited_maps, edits
from strategies import Map, document_of, maps

from cjm.compare.change import Change
from cjm.compare.compare import compare
from cjm.compare.node import as_json, node_of
from cjm.compare.review import review
from cjm.formats.changes import json_patch
from cjm.formats.changes._report import ChangeReport
from cjm.mapfile.document import Document, read_document

_MANY = settings(max_examples=80, deadline=None, derandomize=True)


def _json(document: Document) -> object:
    return as_json(node_of(document.journey))


def _patch(old: Document, new: Document) -> Any:
    return json.loads(json_patch.render(ChangeReport(maps=[review(old, new, lambda _: ())])))


@given(maps)
@_MANY
def test_a_map_does_not_differ_from_itself(data: Map) -> None:
    assert compare(document_of(data), document_of(data)).changes == ()
    assert _patch(document_of(data), document_of(data)) == []


@given(maps)
@_MANY
def test_a_map_as_json_is_a_map_that_means_the_same(data: Map) -> None:
    document = document_of(data)
    again = read_document("map.cjm.yaml", json.dumps(_json(document)).encode())
    assert (again.findings, _json(again)) == ((), _json(document))
    assert compare(document, again).changes == ()


@given(maps, maps)
@_MANY
def test_the_patch_makes_the_new_map_of_the_old(one: Map, other: Map) -> None:
    old, new = document_of(one), document_of(other)
    patch = _patch(old, new)
    assert jsonpatch.apply_patch(_json(old), patch) == _json(new), patch


@given(maps, maps)
@_MANY
def test_there_are_changes_where_and_only_where_the_maps_differ(one: Map, other: Map) -> None:
    old, new = document_of(one), document_of(other)
    assert bool(compare(old, new).changes) == (_json(old) != _json(new))


_BACK = {"added": "removed", "removed": "added", "solved": "changed"}


def _seen(change: Change) -> tuple[str, str, str, str]:
    action = "changed" if change.action == "solved" else change.action
    return action, change.field, repr(change.before), repr(change.after)


def _mirrored(change: Change) -> tuple[str, str, str, str]:
    return _BACK.get(change.action, change.action), change.field, repr(change.after), repr(change.before)


@given(maps, maps)
@_MANY
def test_the_way_back_mirrors_the_way_there(one: Map, other: Map) -> None:
    old, new = document_of(one), document_of(other)
    there, back = compare(old, new).changes, compare(new, old).changes
    assert sorted(map(_seen, there)) == sorted(map(_mirrored, back))


@given(edited_maps())
@_MANY
def test_so_many_edits_are_so_many_changes(edited: tuple[Map, Map, list[tuple[str, str]]]) -> None:
    old, new, expected = edited
    changes = compare(document_of(old), document_of(new)).changes
    assert sorted((change.kind, change.address) for change in changes) == expected


@pytest.mark.slow
@given(st.integers(3, 5), st.integers(0, 31))
@settings(max_examples=2, deadline=None, derandomize=True)
def test_each_edit_alone_is_the_one_change(stages: int, ids: int) -> None:
    data = base(stages, ids)
    for edit in edits(data):
        new, expected = edited(data, [edit])
        changes = compare(document_of(data), document_of(new)).changes
        assert [(change.kind, change.address) for change in changes] == expected
