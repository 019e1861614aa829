"""Finds out where a key of a map is drawn: lays out a map with the key and without it, and looks at what differs."""

import copy
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from cjm.core.path import Path
from cjm.core.text import Text
from cjm.drawing.sheet import AnyCard, EmotionPoint, Sheet
from cjm.drawing.sheet_builder import sheet_of
from cjm.mapfile.document import read_document

_CARD = Text(en="card", ru="карточка")
_BELOW_TEXT = Text(en="card, below its text", ru="карточка, под текстом")
_NUMBER = Text(en="number at the card", ru="номер у карточки")
_SIGN = Text(en="sign at the card", ru="знак у карточки")
_STRIPE = Text(en="stripe of the card", ru="полоса карточки")
_TOOLTIP = Text(en="tooltip", ru="подсказка")
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
    "number": _NUMBER,
    "label": _NUMBER,
    "severity": _SIGN,
    "status": _SIGN,
    "is_moment_of_truth": _SIGN,
    "score": _STRIPE,
    "is_assumed": _STRIPE,
    "tooltip": _TOOLTIP,
    "url": Text(en="link of the card", ru="ссылка карточки"),
}
"""What of a card a reader sees, and what to call it; a channel and a description are in the details and the tooltip."""

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
    return Counter((where, repr(what)) for where, what in _of_sheet(sheet_of(document.journey)) if what)


def _of_sheet(sheet: Sheet) -> Iterator[tuple[Text, object]]:
    """Everything that is drawn, with the place where it is."""
    yield from ((_HEADER, words) for words in (sheet.title, *sheet.facts, *sheet.persona, sheet.quote))
    for heading in sheet.headings:
        yield from ((_HEADING, heading.name), (_BELOW_HEADING, heading.detail))
    for lane in sheet.lanes:
        yield _LANE_NAMES, lane.title
        yield from (part for cell in lane.cells for card in cell for part in _of_card(card))
    yield from ((_ARROW, way) for way in (*sheet.transitions, *sheet.exits))


def _of_card(card: AnyCard) -> Iterator[tuple[Text, object]]:
    for name in (item.name for item in fields(card) if item.name in _ON_CARD):
        is_point = isinstance(card, EmotionPoint) and name != "tooltip"
        yield _CURVE if is_point else _ON_CARD[name], getattr(card, name)
