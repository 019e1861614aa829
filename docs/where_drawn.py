"""Finds out where a key of a map is drawn: lays out a map with the key and without it, and looks at what differs."""

import copy
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from cjm.core.path import Path
from cjm.core.text import Text
from cjm.drawing.sheet import EmotionPoint, Heading, Lane, Sheet
from cjm.drawing.sheet_builder import sheet_of
from cjm.mapfile.document import read_document

_CARD = Text(en="card", ru="карточка")
_BELOW_TEXT = Text(en="below the text of the card", ru="под текстом карточки")
_NUMBER = Text(en="number at the card", ru="номер у карточки")
_SIGN = Text(en="sign at the card", ru="знак у карточки")
_STRIPE = Text(en="stripe of the card", ru="полоса карточки")
_TOOLTIP = Text(en="tooltip", ru="подсказка")
_TERMINAL = Text(en="table in the terminal, with `--descriptions`", ru="таблица в терминале, с `--descriptions`")
_CURVE = Text(en="emotion curve", ru="кривая эмоций")
_HEADER = Text(en="header", ru="шапка")
_HEADING = Text(en="head of the stage", ru="заголовок этапа")
_BELOW_HEADING = Text(en="below the head of the stage", ru="под заголовком этапа")
_LANE_NAMES = Text(en="names of the lanes", ru="названия дорожек")
_ARROW = Text(en="arrow", ru="стрелка")

_ON_CARD = {
    "text": _CARD,
    "target": _CARD,
    "actual": _CARD,
    "baseline": _CARD,
    "is_met": _CARD,
    "detail": _BELOW_TEXT,
    "channel": _BELOW_TEXT,
    "number": _NUMBER,
    "label": _NUMBER,
    "severity": _SIGN,
    "status": _SIGN,
    "is_moment_of_truth": _SIGN,
    "score": _STRIPE,
    "is_assumed": _STRIPE,
    "tooltip": _TOOLTIP,
    "description": _TERMINAL,
    "url": Text(en="link of the card", ru="ссылка карточки"),
}
_ELSEWHERE: Mapping[type[Any], Mapping[str, Text]] = {
    Sheet: dict.fromkeys(("title", "facts", "persona", "quote"), _HEADER)
    | {"description": _TERMINAL, "tooltip": _TOOLTIP, "transitions": _ARROW, "exits": _ARROW},
    Heading: {
        "number": _HEADING,
        "name": _HEADING,
        "detail": _BELOW_HEADING,
        "description": _TERMINAL,
        "tooltip": _TOOLTIP,
    },
    Lane: dict.fromkeys(("key", "title", "line_above"), _LANE_NAMES),
    EmotionPoint: {**dict.fromkeys((item.name for item in fields(EmotionPoint)), _CURVE), "tooltip": _TOOLTIP},
}
"""Where a reader sees what a sheet holds; a field that is new there has to be named here."""
_INSIDE = ("headings", "lanes", "cells")
_UNSEEN = ("at", "mark", "course", "language", "summary", "earlier")

_ORDER = (_HEADER, _HEADING, _BELOW_HEADING, _LANE_NAMES, *dict.fromkeys(_ON_CARD.values()), _CURVE, _ARROW)

_BARE: dict[str, Any] = {
    "cjm": 1,
    "title": "Bare",
    "persona": {"name": "Somebody"},
    "sources": {"interviews": {"name": "Some interviews"}, "survey": {"name": "A survey"}},
    "stages": [
        {
            "name": "First",
            "actions": [{"name": "An action"}],
            "touchpoints": [
                {"name": "A touchpoint"},
                {"name": "Webinar"},
                {"name": "Product page"},
                {"name": "Reviews"},
            ],
            "emotion": {"score": 0},
            "problems": [{"name": "A problem", "solutions": [{"name": "A solution"}]}],
            "opportunities": [{"name": "An opportunity"}],
            "kpis": [{"name": "A KPI", "target": "> 1", "actual": 1}],
            "tools": [{"name": "A tool"}],
        },
        {"name": "Search", "id": "search"},
        {"name": "Evaluation"},
        {"name": "Last"},
    ],
    "transitions": [{"from": "Last"}],
}
"""A map that holds a thing of each kind and what the schema's examples refer to."""


def where_drawn(at: Path, key: str, examples: Sequence[Any]) -> tuple[Text, ...]:
    """Where a reader of a drawing sees a key.

    Args:
        at: the path to the thing that has the key, in a map that has a thing of each kind.
        key: the key.
        examples: values of it, of which at least one should show.
    """
    bare = _parts(_BARE)
    seen = set()
    for example in examples:
        changed = copy.deepcopy(_BARE)
        thing: Any = changed
        for step in at:
            thing = thing[step]
        thing[key] = example
        parts = _parts(changed)
        seen |= {where for where, _ in (parts - bare) + (bare - parts)}
    return tuple(where for where in _ORDER if where in seen)


def _parts(data: dict[str, Any]) -> Counter[tuple[Text, str]]:
    document = read_document("map.cjm.yaml", json.dumps(data).encode())
    sheet = sheet_of(document.journey, descriptions=True)
    return Counter((where, repr(what)) for where, what in _seen(sheet) if what)


def _seen(thing: Any) -> Iterator[tuple[Text, object]]:
    """All that is drawn of a sheet or a part of it, with the place where it is."""
    if isinstance(thing, tuple):
        yield from (part for inner in thing for part in _seen(inner))
        return
    for name in (item.name for item in fields(thing) if item.name not in _UNSEEN):
        value = getattr(thing, name)
        if name in _INSIDE:
            yield from _seen(value)
        else:
            where = _ELSEWHERE.get(type(thing), _ON_CARD)[name]
            yield from ((where, part) for part in (value if isinstance(value, tuple) else (value,)))
