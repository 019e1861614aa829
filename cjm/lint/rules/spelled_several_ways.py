"""One channel, tool, owner, touchpoint or persona is spelled in several ways.

Ozon, OZON and Озон are one thing for people and three for every filter, table and count. Compared are letter case,
spaces, hyphens, ё, and Cyrillic with Latin letters, in all maps of one alphabet that are checked together; names of
brands also for slips of the keyboard. The finding is at the rarer spelling, once per map.

Bad:
    stages:
      - name: Search
        touchpoints:
          - {name: Search results, channel: Ozon}
          - {name: Product page, channel: OZON}
Good:
    stages:
      - name: Search
        touchpoints:
          - {name: Search results, channel: Ozon}
          - {name: Product page, channel: Ozon}
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from cjm.core.finding import Severity
from cjm.core.items import Entity, Touchpoint
from cjm.core.model import Persona, Stage
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.text import Text, plural
from cjm.lint.language.scripts import Script, main_script
from cjm.lint.language.slips import slips
from cjm.lint.language.spelling import look_the_same, ways_to_spell
from cjm.lint.rule import Found, Rule, Subject

_WORDS = {
    "channel": Text(en="channel", ru="канал"),
    "tool": Text(en="tool", ru="инструмент"),
    "owner": Text(en="owner", ru="ответственный"),
    "touchpoint": Text(en="touchpoint", ru="точка контакта"),
    "persona": Text(en="persona", ru="персона"),
}
_BRANDS = ("channel", "tool")
"""The fields with names of brands, where a slip of the keyboard is not another word."""
_TIMES = Text(en="time|times", ru="раз|раза|раз")


class _Place(NamedTuple):
    map: int
    path: Path


_Places: TypeAlias = dict[str, list[_Place]]
"""Where each spelling is."""


def check_together(subjects: Sequence[Subject]) -> Iterator[tuple[int, Found]]:
    for (kind, _), places in _collected(subjects).items():
        for spelling, usual in _odd_spellings(kind, {name: len(found) for name, found in places.items()}):
            yield from _found(_WORDS[kind], spelling, usual, places)


def _odd_spellings(kind: str, counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Each spelling that is not the usual one of its name, and the usual one."""
    for spellings in ways_to_spell(counts):
        usual = max(spellings, key=lambda spelling: counts[spelling])
        yield from ((spelling, usual) for spelling in spellings if spelling != usual)
    if kind in _BRANDS:
        yield from slips(counts)


def _collected(subjects: Sequence[Subject]) -> dict[tuple[str, Script], _Places]:
    """The names of each kind by the alphabet of their maps: a translated map spells many names in its own way."""
    collected: dict[tuple[str, Script], _Places] = defaultdict(lambda: defaultdict(list))
    for number, subject in enumerate(subjects):
        script = main_script(subject.journey)
        for kind, path, name in _names(subject.parts):
            collected[kind, script][" ".join(name.split())].append(_Place(number, path))
    return collected


def _names(parts: Iterable[Entity]) -> Iterator[tuple[str, Path, str]]:
    for part in parts:
        owner = getattr(part, "owner", None)
        if owner:
            yield "owner", (*part.at, "owner"), owner
        yield from _own_names(part)


def _own_names(part: Entity) -> Iterator[tuple[str, Path, str]]:
    if isinstance(part, Touchpoint):
        yield "touchpoint", (*part.at, "name"), part.name
        if part.channel:
            yield "channel", (*part.at, "channel"), part.channel
    elif isinstance(part, Stage):
        yield from (("tool", (*tool.at, "name"), tool.name) for tool in part.tools)
    elif isinstance(part, Persona):
        yield "persona", (*part.at, "name"), part.name


def _found(kind: Text, spelling: str, usual: str, places: _Places) -> Iterator[tuple[int, Found]]:
    """One finding for each map that has a spelling, at its first place there."""
    name, better, count = quoted(spelling), quoted(usual), len(places[usual])
    message = Text(
        en=f"{kind.en} “{name}” is spelled “{better}” elsewhere ({count} {plural(count, 'en', _TIMES)})",
        ru=f"{kind.ru} «{name}»: в других местах написано «{better}» ({count} {plural(count, 'ru', _TIMES)})",
    )
    if look_the_same(name, better):
        message += Text(en=", in letters of the other alphabet", ru=", буквами другого алфавита")
    hint = Text(
        en=f"if it is the same, write “{better}” everywhere",
        ru=f"если это одно и то же, пишите везде «{better}»",
    )
    firsts = {place.map: place.path for place in reversed(places[spelling])}
    yield from ((number, Found(path, message, hint)) for number, path in sorted(firsts.items()))


RULE = Rule(
    code="CJM603",
    severity=Severity.WARNING,
    check_together=check_together,
    ru="""
    Канал, инструмент, ответственный, точка контакта или персона названы по-разному.

    Ozon, OZON и Озон для людей одно и то же, а для фильтров, таблиц и подсчётов — три разные вещи. Сравниваются
    регистр, пробелы, дефисы, ё и написание кириллицей и латиницей — во всех картах одного алфавита, которые
    проверяют вместе; в названиях брендов ищутся и опечатки. Замечание стоит у более редкого написания, одно на
    карту.
    """,
)
