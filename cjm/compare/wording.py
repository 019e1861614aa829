"""The wording of changes, with the map's own names."""

import json

from cjm.compare.node import Node
from cjm.core.fields import FieldInfo
from cjm.core.items import Emotion, Json
from cjm.core.model import Transition
from cjm.core.safe_text import one_line, quoted
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import figure

_LONGEST = 60
_CONTEXT = 20
"""Characters of what two long texts share that are shown before they differ."""

_ADDED = Text(en="added", ru="добавлен|добавлена|добавлено")
_REMOVED = Text(en="removed", ru="удалён|удалена|удалено")
_RENAMED = Text(en="renamed to", ru="теперь называется|теперь называется|теперь называется")
_REWORDED = Text(en="reworded to", ru="теперь звучит так:|теперь звучит так:|теперь звучит так:")
_MOVED = Text(en="moved", ru="перенесён|перенесена|перенесено")
_ARROW = untranslated(" → ")
_EXIT = Text(en="exit from", ru="уход с этапа")
_NONE = Text(en="none", ru="нет")


def subject(node: Node) -> Text:
    """What a sentence about a thing begins with: ``problem “Too many ads”``."""
    noun = node.noun.text
    if node.kind is Transition:
        origin, destination = _resolved(node, "from"), _resolved(node, "to")
        return noun + in_quotes(f"{origin} → {destination}") if destination else _EXIT + in_quotes(str(origin))
    return noun if node.kind is Emotion or not node.name else noun + in_quotes(node.name)


def in_quotes(text: str) -> Text:
    """A space and an author's text in the quotation marks of each language."""
    shown = quoted(text, _LONGEST)
    return Text(en=f" “{shown}”", ru=f" «{shown}»")


def holder(node: Node) -> Text:
    """The thing inside a stage or persona that holds this one, as the beginning of a sentence; often nothing."""
    parent = node.parent
    if parent is None or parent.key in ("", "stages", "persona"):
        return untranslated("")
    return holder(parent) + subject(parent) + untranslated(": ")


def added(node: Node) -> Text:
    """A thing is there that was not."""
    return holder(node) + subject(node) + _score(node) + untranslated(" ") + node.noun.agreeing(_ADDED)


def removed(node: Node) -> Text:
    """A thing is gone."""
    return holder(node) + subject(node) + _score(node) + untranslated(" ") + node.noun.agreeing(_REMOVED)


def _score(node: Node) -> Text:
    if node.kind is not Emotion:
        return untranslated("")
    return untranslated(" ") + _value(node.info_of("score"), node.fields["score"])


def renamed(old: Node, new: Node) -> Text:
    """A thing has another name."""
    noun, before, now = new.noun, *contrasted(old.name, new.name)
    verb = noun.agreeing(_REWORDED if noun.is_saying else _RENAMED)
    return holder(new) + noun.text + in_quotes(before) + untranslated(" ") + verb + in_quotes(now)


def reordered(node: Node) -> Text:
    """A thing is elsewhere in its list: what it comes after now."""
    target = (
        Text(en=" right after", ru=" и теперь сразу после") + in_quotes(node.previous.name)
        if node.previous
        else Text(en=" to the front", ru=" в начало")
    )
    return holder(node) + subject(node) + untranslated(" ") + node.noun.agreeing(_MOVED) + target


def moved(old: Node, new: Node) -> Text:
    """A thing is below something else than before."""
    verb = untranslated(" ") + new.noun.agreeing(_MOVED) + untranslated(": ")
    with_lane = old.key != new.key
    return subject(old) + verb + where(old, with_lane=with_lane) + _ARROW + where(new, with_lane=with_lane)


def where(node: Node, *, with_lane: bool) -> Text:
    """What holds a thing, from the stage down; with the noun of the thing if its lane changed."""
    parents: list[Text] = [node.noun.text] if with_lane else []
    parent = node.parent
    while parent is not None and parent.key:
        parents.append(subject(parent))
        parent = parent.parent
    words = parents[::-1]
    return Text(en=" · ".join(word.en for word in words), ru=" · ".join(word.ru for word in words))


def changed(old: Node, new: Node, field: str) -> Text:
    """A field has another value, one for the first time or none any more."""
    before, now = _resolved(old, field), _resolved(new, field)
    is_list = isinstance(before, list) or isinstance(now, list)
    values = _of_lists(before, now) if is_list else _of_values(new.info_of(field), before, now)
    of_what = new.parent if field == "score" and new.parent else new
    return about(of_what) + label(new, field) + untranslated(": ") + values


def about(node: Node) -> Text:
    """The beginning of a sentence about a field: the thing and what holds it, unless the group already names it."""
    if node.parent is None or node.key == "stages":
        return untranslated("")
    name = node.noun.text if node.key == "persona" else subject(node)
    return about(node.parent) + name + untranslated(", ")


def beside(node: Node, message: Text) -> Text:
    """A sentence about a thing without the words that name it, for where it is named already."""
    of_what = node.parent if node.kind is Emotion and node.parent else node
    starts = (
        about(node),
        about(of_what),
        subject(node) + untranslated(": "),
        subject(node) + untranslated(" "),
        holder(node),
    )
    start = next((text for text in starts if text.en and message.en.startswith(text.en)), untranslated(""))
    return Text(en=message.en.removeprefix(start.en), ru=message.ru.removeprefix(start.ru))


def label(node: Node, field: str) -> Text:
    """What a field of a thing is called; a key of the author's own is its own name."""
    info = node.info_of(field)
    return info.label if info else untranslated(one_line(field))


def target_changed(kpi: Node, words: Text, before: Json, now: Json) -> Text:
    """A target has another number; ``words`` say in which direction."""
    way = Text(en=" from {} to {}", ru=" с {} до {}")
    shown = figure_of(before), figure_of(now)
    return (
        subject(kpi)
        + untranslated(": ")
        + words
        + Text(en=way.en.format(*(text.en for text in shown)), ru=way.ru.format(*(text.ru for text in shown)))
    )


def target_met(kpi: Node, words: Text, before: Json) -> Text:
    """What a new figure of a KPI means for its target; ``words`` are between the two."""
    target, now = figure_of(kpi.fields["target"]), figure_of(kpi.fields["actual"])
    return (
        subject(kpi)
        + untranslated(" ")
        + words
        + untranslated(" ")
        + target
        + untranslated(": ")
        + figure_of(before)
        + _ARROW
        + now
    )


def figure_of(value: Json) -> Text:
    """A figure or target with the signs of print."""
    shown = quoted(value, _LONGEST)
    return Text(en=figure(shown, "en"), ru=figure(shown, "ru"))


def solved(solution: Node) -> Text:
    """A solution of a problem is done."""
    problem = solution.parent
    is_solved = subject(problem) + Text(en=" solved:", ru=" решена:") if problem else untranslated("")
    return is_solved + in_quotes(solution.name) + Text(en=" is done", ru=" — сделано")


def contrasted(before: str, now: str) -> tuple[str, str]:
    """Two texts, cut in front if they are too long to show where they differ.

    >>> contrasted("Answer within the same day and " * 2 + "smile", "Answer within the same day and " * 2 + "sing")
    ('…the same day and smile', '…the same day and sing')
    """
    one, other = one_line(before), one_line(now)
    shared = next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    if shared < _LONGEST - _CONTEXT or max(len(one), len(other)) <= _LONGEST:
        return one, other
    start = one.find(" ", shared - _CONTEXT, shared) + 1 or shared - _CONTEXT
    return "…" + one[start:], "…" + other[start:]


def _of_values(info: FieldInfo | None, before: Json, now: Json) -> Text:
    if isinstance(before, str) and isinstance(now, str):
        before, now = contrasted(before, now)
    return _value(info, before) + _ARROW + _value(info, now)


def _of_lists(before: Json, now: Json) -> Text:
    """What came into a list of the author's own and what went; if that is nothing, the whole of both."""
    olds, news = _entries(before), _entries(now)
    parts = [(_ADDED, [new for new in news if new not in olds]), (_REMOVED, [old for old in olds if old not in news])]
    changes = [_participle(verb) + _listed(entries) for verb, entries in parts if entries]
    if not changes:
        return _listed(olds).map(str.lstrip) + _ARROW + _listed(news).map(str.lstrip)
    return Text(en="; ".join(text.en for text in changes), ru="; ".join(text.ru for text in changes))


def _entries(value: Json) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in values]


def _participle(verb: Text) -> Text:
    return Text(en=verb.en, ru=verb.ru.split("|")[-1])


def _listed(entries: list[str]) -> Text:
    quotes = [in_quotes(entry) for entry in entries]
    return Text(en=",".join(text.en for text in quotes), ru=",".join(text.ru for text in quotes))


def _resolved(node: Node, field: str) -> Json:
    """The value of a field; of references, the names of what they refer to."""
    names: list[Json] = [(found and found.name) or reference for reference, found in node.references(field)]
    if not names:
        return node.fields.get(field)
    return names[0] if len(names) == 1 else names


def _value(info: FieldInfo | None, value: Json) -> Text:
    word = info.words.get(value) if info and not isinstance(value, (list, dict)) else None
    if word or value is None:
        return word or _NONE
    content = info.content if info else "text"
    if content == "figure":
        return figure_of(value)
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    elif content != "code":
        return in_quotes(value).map(str.lstrip)
    return untranslated(quoted(value, _LONGEST))
