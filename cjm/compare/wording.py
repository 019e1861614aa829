"""Sentences about changes, in the map's own names."""

import json
from collections.abc import Mapping
from typing import Any

from cjm.compare.node import Json, Thing
from cjm.compare.nouns import FIELDS, NOUNS
from cjm.core.printable import printable, quoted
from cjm.core.text import Text, same
from cjm.core.vocabulary import (
    CONFIDENCES,
    EMOTIONS,
    PHASES,
    SEVERITIES,
    SOURCE_TYPES,
    STATES,
    STATUSES,
    figure,
    signed,
)

_LONGEST = 60
_CONTEXT = 20
"""Characters of what two long texts share that are shown before they part."""
_CODES = frozenset({"id", "key", "url", "reviewed", "review_every", "date", "sample", "language"})
"""Fields whose values read well without quotation marks."""

_FIGURES = frozenset({"target", "baseline", "actual"})

_ADDED = Text(en="added", ru="добавлен|добавлена|добавлено")
_REMOVED = Text(en="removed", ru="удалён|удалена|удалено")
_RENAMED = Text(en="renamed to", ru="теперь называется|теперь называется|теперь называется")
_REWORDED = Text(en="reworded to", ru="теперь звучит так:|теперь звучит так:|теперь звучит так:")
_SAYINGS = frozenset({"goals", "needs", "pains", "motivations", "expectations", "actions", "thoughts",
                      "problems", "solutions", "frontstage", "backstage"})  # fmt: skip
"""Keys of things that are said rather than called."""
_MOVED = Text(en="moved", ru="перенесён|перенесена|перенесено")
_ARROW = same(" → ")
_NONE = Text(en="none", ru="нет")
_WORDS: Mapping[str, Mapping[Any, Text]] = {
    "status": STATUSES,
    "severity": SEVERITIES,
    "confidence": CONFIDENCES,
    "state": STATES,
    "phase": PHASES,
    "type": SOURCE_TYPES,
    "score": {score: same(signed(score)) for score in EMOTIONS},
    "moment_of_truth": {True: Text(en="yes", ru="да"), None: Text(en="no", ru="нет")},
}


def subject(thing: Thing) -> Text:
    """What a sentence about a thing begins with: ``problem “Too many ads”``."""
    noun = NOUNS[thing.key].text
    if thing.key == "transitions":
        return noun + in_quotes(f"{_meant(thing, 'from')} → {_meant(thing, 'to')}")
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
    noun, before, now = NOUNS[new.key], *contrasted(old.name, new.name)
    verb = noun.agreeing(_REWORDED if new.key in _SAYINGS else _RENAMED)
    return holder(new) + noun.text + in_quotes(before) + same(" ") + verb + in_quotes(now)


def reordered(thing: Thing) -> Text:
    """A thing stands elsewhere in its list: what it stands behind now."""
    siblings = thing.parent.parts[thing.key] if thing.parent else (thing,)
    position = siblings.index(thing)
    behind = Text(en=" right after", ru=" и теперь сразу после") + in_quotes(siblings[position - 1].name)
    way = behind if position else Text(en=" to the front", ru=" в начало")
    return holder(thing) + subject(thing) + same(" ") + NOUNS[thing.key].agreeing(_MOVED) + way


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
    before, now = old.fields.get(field), new.fields.get(field)
    if isinstance(before, list) or isinstance(now, list):
        told = _of_lists(before, now)
    else:
        told = _of_values(field, _meant(old, field), _meant(new, field))
    of_what = new.parent if field == "score" and new.parent else new
    return about(of_what) + label(field) + same(": ") + told


def about(thing: Thing) -> Text:
    """The beginning of a sentence about a field: the thing and what holds it, unless the group already names it."""
    if thing.parent is None or thing.key == "stages":
        return same("")
    told = NOUNS["persona"].text if thing.key == "persona" else subject(thing)
    return about(thing.parent) + told + same(", ")


def beside(thing: Thing, message: Text) -> Text:
    """A sentence about a thing without the words that name it, for where it is named already."""
    of_what = thing.parent if thing.key == "emotion" and thing.parent else thing
    starts = (about(thing), about(of_what), subject(thing) + same(": "), subject(thing) + same(" "), holder(thing))
    start = next((text for text in starts if text.en and message.en.startswith(text.en)), same(""))
    return Text(en=message.en.removeprefix(start.en), ru=message.ru.removeprefix(start.ru))


def label(field: str) -> Text:
    """What a field is called."""
    return FIELDS.get(field) or same(printable(field))


def target_changed(kpi: Thing, words: Text, before: Json, now: Json) -> Text:
    """A target has another number; ``words`` say in which direction."""
    way = Text(en=" from {} to {}", ru=" с {} до {}")
    shown = figure_of(before), figure_of(now)
    return (
        subject(kpi)
        + same(": ")
        + words
        + Text(en=way.en.format(*(text.en for text in shown)), ru=way.ru.format(*(text.ru for text in shown)))
    )


def target_met(kpi: Thing, words: Text, before: Json) -> Text:
    """What a new figure of a KPI means for its target; ``words`` stand between the two."""
    target, now = figure_of(kpi.fields["target"]), figure_of(kpi.fields["actual"])
    return subject(kpi) + same(" ") + words + same(" ") + target + same(": ") + figure_of(before) + _ARROW + now


def figure_of(value: Json) -> Text:
    """A figure or target with the signs of print."""
    shown = quoted(value, _LONGEST)
    return Text(en=figure(shown, "en"), ru=figure(shown, "ru"))


def solved(solution: Thing) -> Text:
    """A solution of a problem is done."""
    problem = solution.parent
    is_solved = subject(problem) + Text(en=" solved:", ru=" решена:") if problem else same("")
    return is_solved + in_quotes(solution.name) + Text(en=" is done", ru=" — сделано")


def contrasted(before: str, now: str) -> tuple[str, str]:
    """Two texts, cut in front where they are too long to show how they part.

    >>> contrasted("Answer within the same day and " * 2 + "smile", "Answer within the same day and " * 2 + "sing")
    ('…the same day and smile', '…the same day and sing')
    """
    one, other = printable(before), printable(now)
    shared = next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    if shared < _LONGEST - _CONTEXT or max(len(one), len(other)) <= _LONGEST:
        return one, other
    start = one.find(" ", shared - _CONTEXT, shared) + 1 or shared - _CONTEXT
    return "…" + one[start:], "…" + other[start:]


def _of_values(field: str, before: Json, now: Json) -> Text:
    if isinstance(before, str) and isinstance(now, str):
        before, now = contrasted(before, now)
    return _value(field, before) + _ARROW + _value(field, now)


def _of_lists(before: Json, now: Json) -> Text:
    """What came into a list of the author's own and what went; where that says nothing, the whole of both."""
    olds, news = _entries(before), _entries(now)
    parts = [(_ADDED, [new for new in news if new not in olds]), (_REMOVED, [old for old in olds if old not in news])]
    told = [_participle(verb) + _listed(entries) for verb, entries in parts if entries]
    if not told:
        return _listed(olds).map(str.lstrip) + _ARROW + _listed(news).map(str.lstrip)
    return Text(en="; ".join(text.en for text in told), ru="; ".join(text.ru for text in told))


def _entries(value: Json) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in values]


def _participle(verb: Text) -> Text:
    return Text(en=verb.en, ru=verb.ru.split("|")[-1])


def _listed(entries: list[str]) -> Text:
    quotes = [in_quotes(entry) for entry in entries]
    return Text(en=",".join(text.en for text in quotes), ru=",".join(text.ru for text in quotes))


def _meant(thing: Thing, field: str) -> Json:
    """The value of a field; of a reference, the name of what it refers to."""
    referred = thing.referred(field)
    return referred.name if referred and referred.name else thing.fields.get(field)


def _value(field: str, value: Json) -> Text:
    if not isinstance(value, (list, dict)) and (word := _WORDS.get(field, {}).get(value)):
        return word
    if value is None:
        return _NONE
    if field in _FIGURES:
        return figure_of(value)
    if isinstance(value, str) and field not in _CODES:
        return in_quotes(value).map(str.lstrip)
    return same(quoted(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST))
