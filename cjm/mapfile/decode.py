"""Decodes plain data into the model, driven by the information at the model's fields.

What does not fit is left out, because the schema has already reported it. The one thing that a JSON Schema of
draft 07 cannot check, whether a date exists, is checked here.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from cjm.core.fields import FieldInfo, fields_of
from cjm.core.items import Entity, Json
from cjm.core.model import Journey
from cjm.core.path import Path
from cjm.core.vocabulary import Score
from cjm.mapfile.yaml_tree import Data, Tree

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_Model = TypeVar("_Model", bound=Entity)


def decode(tree: Tree) -> tuple[Journey, list[Path]]:
    """The journey in a tree, and the paths of dates that do not exist."""
    decoder = _Decoder(tree)
    journey = decoder.model(Journey, tree.data if isinstance(tree.data, dict) else {}, ())
    return journey or Journey(title=""), decoder.impossible_dates


class _Decoder:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.impossible_dates: list[Path] = []

    def model(self, model: type[_Model], data: Data, path: Path) -> _Model | None:
        """Build a model from a mapping, or from the value that stands for one; None where it lacks what it needs."""
        if not isinstance(data, dict):
            data = self._long_form(model, data, path)
        values: dict[str, Any] = {"at": path, "extra": dict(self._extra(data, path))}
        for info in fields_of(model):
            if info.key in data:
                value = self._value(info, data[info.key], (*path, info.key))
                if value is not None:
                    values[info.name] = value
                if info.named_aliases and isinstance(word := data[info.key], str) and word in info.named_aliases:
                    data = {"name": word, **data}
        try:
            return model(**values)
        except TypeError:  # a required field is missing, and the schema has reported it
            return None

    def _long_form(self, model: type[Entity], data: Data, path: Path) -> dict[str, Data]:
        if isinstance(data, list) or data is None:
            return {}
        short = [info for info in fields_of(model) if info.is_shorthand]
        return {info.key: (info.type is str and self._tree.text(path)) or data for info in short}

    def _value(self, info: FieldInfo, data: Data, path: Path) -> Any:
        if not info.is_list:
            return self._one(info, data, path)
        found = (self._one(info, item, at) for item, at in self._entries(info, data, path))
        return tuple(value for value in found if value is not None)

    def _entries(self, info: FieldInfo, data: Data, path: Path) -> Iterator[tuple[Data, Path]]:
        """The entries of a list, or of a mapping whose keys are the ids of what it holds."""
        key = info.mapping_key
        if key and isinstance(data, dict):
            for name, value in data.items():
                at = (*path, name)
                yield {**(value if isinstance(value, dict) else self._long_form(info.type, value, at)), key: name}, at
        elif not key and isinstance(data, list):
            yield from ((item, (*path, number)) for number, item in enumerate(data))
        elif info.is_set:
            yield data, path

    def _one(self, info: FieldInfo, data: Data, path: Path) -> Any:
        if info.holds_entities:
            return self.model(info.type, data, path)
        if info.type is dt.date:
            return self._date(data, path)
        if info.type is bool and isinstance(data, bool):
            return data
        if info.type is int:
            return _number(info, data)
        if info.words and not info.is_open:
            return _word(info, data)
        text = self._text(data, path) or ""
        return (text if info.is_key else text.strip()) or None

    def _extra(self, data: dict[str, Data], path: Path) -> Iterator[tuple[str, Json]]:
        """The author's own keys; empty ones are left out."""
        for key, value in data.items():
            if key.startswith("x-") and (plain := self._plain(value, (*path, key))) not in (None, "", [], {}):
                yield key, plain

    def _plain(self, data: Data, path: Path) -> Json:
        if isinstance(data, dict):
            return {key: self._plain(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self._plain(value, (*path, number)) for number, value in enumerate(data)]
        return self._text(data, path)

    def _text(self, data: Data, path: Path) -> str | None:
        """A single value as the author wrote it."""
        if isinstance(data, (list, dict)) or data is None:
            return None
        return data if isinstance(data, str) else self._tree.text(path) or str(data)

    def _date(self, data: Data, path: Path) -> dt.date | None:
        if not isinstance(data, str) or not _DATE.fullmatch(data):
            return None
        try:
            return dt.date.fromisoformat(data)
        except ValueError:
            self.impossible_dates.append(path)
            return None


def _word(info: FieldInfo, data: Data) -> str | None:
    return data if isinstance(data, str) and data in info.words else None


def _number(info: FieldInfo, data: Data) -> Score | None:
    """A number, or the word for one, that has words; without words, a whole one: as JSON Schema, 14.0 is whole."""
    if isinstance(data, str):
        data = info.aliases.get(data)
    if isinstance(data, bool) or not isinstance(data, (int, float)):
        return None
    number = int(data) if data == int(data) else data
    return number if number in info.words or (not info.words and isinstance(number, int)) else None
