"""Sentences about changes, in the map's own names."""

import json
from collections.abc import Mapping
from typing import Any

from cjm.diff.nouns import FIELDS, NOUNS
from cjm.diff.thing import Json, Thing
from cjm.printable import printable, quoted
from cjm.text import Text, same
from cjm.vocabulary import CONFIDENCES, EMOTIONS, SEVERITIES, STATES, STATUSES, figure, signed

_LONGEST = 60
_CODES = frozenset({"id", "key", "owner", "channel", "unit", "duration", "url", "type",
                    "reviewed", "review_every", "date", "sample", "language", "phase", "source"})  # fmt: skip
"""Fields whose values read well without quotation marks."""

_FIGURES = frozenset({"target", "baseline", "actual"})

_ADDED = Text(en="added", ru="добавлен|добавлена|добавлено")
_REMOVED = Text(en="removed", ru="удалён|удалена|удалено")
_RENAMED = Text(en="renamed to", ru="теперь называется|теперь называется|теперь называется")
_MOVED = Text(en="moved", ru="перенесён|перенесена|перенесено")
_ARROW = same(" → ")
_WORDS: Mapping[str, Mapping[Any, Text]] = {
    "status": STATUSES,
    "severity": SEVERITIES,
    "confidence": CONFIDENCES,
    "state": STATES,
    "score": {score: same(signed(score)) for score in EMOTIONS},
    "moment_of_truth": {True: Text(en="yes", ru="да"), None: Text(en="no", ru="нет")},
}


def subject(thing: Thing) -> Text:
    """What a sentence about a thing begins with: ``problem “Too many ads”``."""
    noun = NOUNS[thing.key].text
    if thing.key == "transitions":
        return noun + in_quotes(f"{thing.fields['from']} → {thing.fields['to']}")
    return noun if thing.key == "emotion" or not thing.name else noun + in_quotes(thing.name)


def in_quotes(text: str) -> Text:
    """A blank and an author's text in the quotation marks of each language."""
    shown = quoted(text, _LONGEST)
    return Text(en=f" “{shown}”", ru=f" «{shown}»")


def holder(thing: Thing) -> Text:
    """The thing inside a stage or persona that holds this one, as the beginning of a sentence; often nothing."""
    parent = thing.parent
    if parent is None or parent.key in ("", "stages", "persona"):
        return same("")
    return holder(parent) + subject(parent) + same(": ")


def added(thing: Thing) -> Text:
    """A thing is there that was not."""
    return holder(thing) + subject(thing) + _score(thing) + same(" ") + NOUNS[thing.key].agreeing(_ADDED)


def removed(thing: Thing) -> Text:
    """A thing is gone."""
    return holder(thing) + subject(thing) + _score(thing) + same(" ") + NOUNS[thing.key].agreeing(_REMOVED)


def _score(thing: Thing) -> Text:
    return same(" ") + _value("score", thing.fields["score"]) if thing.key == "emotion" else same("")


def renamed(old: Thing, new: Thing) -> Text:
    """A thing has another name."""
    return holder(new) + subject(old) + same(" ") + NOUNS[new.key].agreeing(_RENAMED) + in_quotes(new.name)


def reordered(thing: Thing, before: int, now: int) -> Text:
    """A thing stands elsewhere in its list; positions count from one."""
    moved = NOUNS[thing.key].agreeing(_MOVED)
    way = Text(en=f" from place {before} to {now}", ru=f" с места {before} на {now}")
    return holder(thing) + subject(thing) + same(" ") + moved + way


def moved(old: Thing, new: Thing) -> Text:
    """A thing stands below something else than before."""
    verb = same(" ") + NOUNS[new.key].agreeing(_MOVED) + same(": ")
    with_lane = old.key != new.key
    return subject(old) + verb + where(old, with_lane=with_lane) + _ARROW + where(new, with_lane=with_lane)


def where(thing: Thing, *, with_lane: bool) -> Text:
    """What holds a thing, from the stage down; where the lane says something, the noun of the thing too."""
    parents: list[Text] = [NOUNS[thing.key].text] if with_lane else []
    parent = thing.parent
    while parent is not None and parent.key:
        parents.append(subject(parent))
        parent = parent.parent
    words = parents[::-1]
    return Text(en=" · ".join(word.en for word in words), ru=" · ".join(word.ru for word in words))


def changed(old: Thing, new: Thing, field: str) -> Text:
    """A field has another value, one for the first time or none any more."""
    before, now = _value(field, old.fields.get(field)), _value(field, new.fields.get(field))
    return about(new) + label(field) + same(" ") + before + _ARROW + now


def about(thing: Thing) -> Text:
    """The beginning of a sentence about a field: the thing, unless the group already names it."""
    if thing.key in ("", "stages"):
        return same("")
    if thing.key == "emotion":
        return holder(thing)
    return holder(thing) + (NOUNS["persona"].text if thing.key == "persona" else subject(thing)) + same(": ")


def label(field: str) -> Text:
    """What a field is called."""
    return FIELDS.get(field) or same(printable(field))


def figures(thing: Thing, words: Text, before: Json, now: Json) -> Text:
    """A figure of a KPI and what it means that it changed."""
    return about(thing) + words + same(" ") + figure_of(before) + _ARROW + figure_of(now)


def figure_of(value: Json) -> Text:
    """A figure or target with the signs of print."""
    shown = quoted(value, _LONGEST)
    return Text(en=figure(shown, "en"), ru=figure(shown, "ru"))


def solved(solution: Thing) -> Text:
    """A solution of a problem is done."""
    problem = solution.parent
    ready = Text(en=" is done", ru=": сделано")
    is_solved = Text(en=" solved:", ru=" решена:")
    return (subject(problem) + is_solved if problem else same("")) + in_quotes(solution.name) + ready


def _value(field: str, value: Json) -> Text:
    if not isinstance(value, (list, dict)) and (word := _WORDS.get(field, {}).get(value)):
        return word
    if value is None:
        return Text(en="none", ru="нет")
    if field in _FIGURES:
        return figure_of(value)
    if isinstance(value, str) and field not in _CODES:
        return in_quotes(value).map(str.lstrip)
    return same(quoted(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST))
