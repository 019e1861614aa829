"""Plain data -> model, driven by the fields of the dataclasses.

Forgiving: what does not fit is left out, for the schema has already spoken of it. The one thing a JSON Schema of
draft 07 cannot say, whether a date is in the calendar, is said here.
"""

import datetime as dt
import re
import types
from dataclasses import fields
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cjm.core.model import Emotion, Entity, Item, Journey, OwnLane, Source, Stage
from cjm.core.path import Path
from cjm.mapfile.yaml_tree import Data, Tree

EMOTION_WORDS = {
    "angry": -2, "annoyed": -1, "neutral": 0, "good": 1, "delighted": 2,
    "злость": -2, "раздражение": -1, "нейтрально": 0, "хорошо": 1, "восторг": 2,
}  # fmt: skip
"""The words that may stand for a score."""

HIGHEST_SCORE = 2

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_Model = TypeVar("_Model", bound=Entity)


def decode(tree: Tree) -> tuple[Journey, list[Path]]:
    """The journey in a tree, and the paths of dates that are in no calendar."""
    decoder = _Decoder(tree)
    journey = decoder.model(Journey, tree.data if isinstance(tree.data, dict) else {}, ())
    return journey or Journey(title=""), decoder.impossible_dates


@lru_cache
def model_keys(model: type[Any]) -> dict[str, str]:
    """The fields of a model and the keys of the map that they are read from."""
    return {item.name: item.metadata.get("key", item.name) for item in fields(model) if item.name != "at"}


@lru_cache
def _types(model: type[Any]) -> dict[str, Any]:
    return {name: _without_none(hint) for name, hint in get_type_hints(model).items()}


@lru_cache
def _parts(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a generic type is made of: its origin and its arguments."""
    return get_origin(hint), get_args(hint)


class _Decoder:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.impossible_dates: list[Path] = []

    def model(self, model: type[_Model], data: Data, path: Path) -> _Model | None:
        """Build a model from a mapping, or from the text that is its `name`; None where it lacks what it needs."""
        if not isinstance(data, dict):
            data = self._shorthand(model, data, path)
        values: dict[str, Any] = {"at": path}
        fields_of: Any = model
        types_of = _types(fields_of)
        for name, key in model_keys(fields_of).items():
            if key in data:
                value = self._value(types_of[name], data[key], (*path, key))
                if value is not None:
                    values[name] = value
        if model is Stage:
            values["own_lanes"] = self._own_lanes(data, path)
        try:
            return model(**values)
        except TypeError:  # a required field is missing, and the schema has said so
            return None

    def _shorthand(self, model: type, data: Data, path: Path) -> dict[str, Data]:
        if isinstance(data, list) or data is None:
            return {}
        return {"score": data} if model is Emotion else {"name": self._tree.text(path) or data}

    def _value(self, kind: Any, data: Data, path: Path) -> Any:
        if kind is str:
            return self._text(data, path)
        if kind is bool:
            return data if isinstance(data, bool) else None
        if kind is int:
            return _score(data) if path[-1] == "score" else _whole(data)
        origin, arguments = _parts(kind)
        if origin is tuple:
            return self._many(arguments[0], data, path)
        if origin is Literal:
            return data if data in arguments else None
        return self._date(data, path) if kind is dt.date else self.model(kind, data, path)

    def _many(self, kind: type, data: Data, path: Path) -> tuple[Any, ...]:
        if kind is Source:
            return self._sources(data, path)
        items = data if isinstance(data, list) else []
        decoded = (self._value(kind, item, (*path, number)) for number, item in enumerate(items))
        return tuple(item for item in decoded if item is not None)

    def _sources(self, data: Data, path: Path) -> tuple[Source, ...]:
        entries = data.items() if isinstance(data, dict) else ()
        decoded = (self._source(key, value, (*path, key)) for key, value in entries)
        return tuple(source for source in decoded if source is not None)

    def _source(self, key: str, data: Data, path: Path) -> Source | None:
        details = data if isinstance(data, dict) else self._shorthand(Source, data, path)
        return self.model(Source, {**details, "key": key}, path)

    def _own_lanes(self, data: dict[str, Data], path: Path) -> tuple[OwnLane, ...]:
        return tuple(
            OwnLane(key=key, items=tuple(self._free_texts(value, (*path, key))), at=(*path, key))
            for key, value in data.items()
            if key.startswith("x-") and value is not None
        )

    def _free_texts(self, data: Data, path: Path) -> list[str]:
        """An own lane takes any shape: each entry of it becomes one text."""
        if isinstance(data, list):
            return [text for n, item in enumerate(data) for text in self._free_texts(item, (*path, n))]
        if isinstance(data, dict):
            if set(data) <= set(model_keys(Item)) and "name" in data:
                return self._free_texts(data["name"], (*path, "name"))
            entries = ((key, self._free_texts(value, (*path, key))) for key, value in data.items())
            return [f"{key}: {', '.join(texts)}" for key, texts in entries]
        text = self._text(data, path)
        return [text] if text else []

    def _text(self, data: Data, path: Path) -> str | None:
        if isinstance(data, (list, dict)) or data is None or data == "":
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


def _whole(data: Data) -> int | None:
    """A whole number; JSON Schema, and so we, count 14.0 as one."""
    if isinstance(data, float) and data.is_integer():
        return int(data)
    return data if isinstance(data, int) and not isinstance(data, bool) else None


def _score(data: Data) -> int | None:
    number = EMOTION_WORDS.get(data) if isinstance(data, str) else _whole(data)
    return number if number is not None and abs(number) <= HIGHEST_SCORE else None


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(option for option in get_args(hint) if option is not type(None))
    return hint
