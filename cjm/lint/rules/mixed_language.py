"""The map, or one of its stages, is written in another language than the map says.

Half-translated maps are hard to read: each half of the readers stumbles over one half. And a wrong `language`
gives lanes and dates foreign names. Names of brands in Latin letters do not count.

Bad:
    title: Выбор кресла
    language: ru
    stages:
      - name: Search
        goal: Answer the first question
        actions: [Looks for reviews, Asks a friend about it]
      - name: Заказ
        goal: Не потерять покупателя
        actions: [Сравнивает цены, Платит картой]
Good:
    title: Выбор кресла
    language: ru
    stages:
      - name: Поиск
        goal: Ответить на первый вопрос
        actions: [Ищет отзывы, Спрашивает подругу]
      - name: Заказ
        goal: Не потерять покупателя
        actions: [Сравнивает цены, Платит картой]
"""

import re
from collections.abc import Iterator, Sequence

from cjm.core.finding import Severity
from cjm.core.items import Item
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.scripts import CYRILLIC, LATIN, SCRIPTS, Script, declared_script, main_script
from cjm.lint.rule import Found, Rule, Subject, about_stage

_CYRILLIC_WORD = re.compile(f"[{CYRILLIC}]+")
_LATIN_WORD = re.compile(f"(?<![{LATIN}'’])[a-z\u00df-\u00f6\u00f8-\u00ff][{LATIN}]+")
"""A Latin word that begins small: a brand seldom does."""
_ENOUGH_OF_A_MAP = 5
_ENOUGH_OF_A_STAGE = 3


def check(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    by_stage = [list(_scripts(stage)) for stage in journey.stages]
    other: Script = "latin" if main_script(journey) == "cyrillic" else "cyrillic"
    if declared_script(journey) and _is_mostly(other, [script for scripts in by_stage for script in scripts]):
        yield _wrong_language(journey.language or "", other)
    else:
        for stage, scripts in zip(journey.stages, by_stage, strict=True):
            if _is_all_in(other, scripts):
                yield _foreign(stage, other)


def _is_all_in(script: Script, scripts: Sequence[Script]) -> bool:
    return len(scripts) >= _ENOUGH_OF_A_STAGE and set(scripts) == {script}


def _is_mostly(script: Script, scripts: Sequence[Script]) -> bool:
    return len(scripts) >= _ENOUGH_OF_A_MAP and scripts.count(script) * 2 > len(scripts)


def _scripts(stage: Stage) -> Iterator[Script]:
    """The alphabets of a stage's sentences; of lanes that may hold names alone, such as tools, none."""
    lanes: tuple[tuple[Item, ...], ...] = (stage.expectations, stage.actions, stage.thoughts, stage.problems)
    solutions = (solution for problem in stage.problems for solution in problem.solutions)
    items = [*(item for lane in lanes for item in lane), *solutions]
    for text in (stage.goal, stage.customer_goal, *(item.name for item in items)):
        script = _script(text or "")
        if script:
            yield script


def _script(text: str) -> Script | None:
    """The alphabet of a sentence; None of what is only names, or half and half."""
    cyrillic, latin = len(_CYRILLIC_WORD.findall(text)), len(_LATIN_WORD.findall(text))
    if cyrillic == latin:
        return None
    return "cyrillic" if cyrillic > latin else "latin"


def _wrong_language(language: str, script: Script) -> Found:
    letters, declared = SCRIPTS[script], quoted(language)
    message = Text(
        en=f"the map says `language: {declared}`, but most of its texts are in {letters.en} letters",
        ru=f"в карте указано `language: {declared}`, но большинство текстов написано {letters.ru}",
    )
    hint = Text(
        en="set `language:` to the one the texts are in, or translate them",
        ru="укажите в `language:` язык текстов или переведите их",
    )
    return Found(("language",), message, hint)


def _foreign(stage: Stage, script: Script) -> Found:
    letters, usual = SCRIPTS[script], SCRIPTS["latin" if script == "cyrillic" else "cyrillic"]
    message = about_stage(stage) + Text(
        en=f"is all in {letters.en} letters, the map in {usual.en} ones",
        ru=f"весь написан {letters.ru}, а карта — {usual.ru}",
    )
    hint = Text(en="translate the stage into the language of the map", ru="переведите этап на язык карты")
    return Found((*stage.at, "name"), message, hint)


RULE = Rule(
    code="CJM610",
    severity=Severity.INFO,
    check=check,
    ru="""
    Карта или её этап написаны не на том языке, который указан.

    Наполовину переведённую карту не дочитает никто: каждый читатель споткнётся о свою половину. А из-за неверного
    `language` дорожки получат чужие названия. Бренды латиницей другим языком не считаются.
    """,
)
