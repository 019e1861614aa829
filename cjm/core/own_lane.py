"""A lane of the author's own: a stage's key that begins with ``x-``, whose value may have any shape."""

from collections.abc import Iterator

from cjm.core.fields import fields_of
from cjm.core.items import Item, Json
from cjm.core.path import Path

_KEYS_OF_ITEM = frozenset(info.key for info in fields_of(Item))


def entries(value: Json, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The entries of an own lane as texts, each with its path; empty values are left out.

    >>> [text for _, text in entries([["a"], {"name": "b", "owner": "crm"}, {"who": "c", "when": ["d", "e"]}, None])]
    ['a', 'b', 'who: c', 'when: d, e']
    """
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from entries(item, (*path, number))
    elif isinstance(value, dict) and "name" in value and value.keys() <= _KEYS_OF_ITEM:
        yield from entries(value["name"], (*path, "name"))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key), f"{key}: {', '.join(text for _, text in entries(inner))}"
    elif value:
        yield path, str(value)
