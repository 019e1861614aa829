#!/usr/bin/env python3
"""Make a folder of maps to measure with: about 300 lines each, every second one Russian, the same for the same seed.

    python bench/make_maps.py build/bench --maps 200

Every map conforms to the schema. In every fourth one something is missing or contradictory, as a linter should report.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the maps of one language are made of; `{}` is the product of the map."""

    language: str
    products: Sequence[str]
    people: Sequence[str]
    segments: Sequence[str]
    scenario: str
    pains: Sequence[str]
    quote: str
    teams: Sequence[str]
    channels: Sequence[str]
    stages: Sequence[str]
    goals: Sequence[str]
    customer_goals: Sequence[str]
    expectations: Sequence[str]
    actions: Sequence[str]
    thoughts: Sequence[str]
    touchpoints: Sequence[str]
    themes: Sequence[str]
    problems: Sequence[str]
    solutions: Sequence[str]
    kpis: Sequence[str]
    units: Sequence[str]
    tools: Sequence[str]
    backstage: Sequence[str]
    sources: Sequence[str]


ENGLISH = Words(
    language="en",
    products=("a winter jacket", "running shoes", "a coffee grinder", "a desk lamp", "a child seat", "a tent"),
    people=("Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Ida", "Jack"),
    segments=("Parents in big cities", "Students on a budget", "People who shop at night", "Owners of small shops"),
    scenario="Wants {} before the season starts, without a trip to the shopping centre",
    pains=("No time to compare offers", "The last parcel came too late", "Nobody answers at weekends"),
    quote="I want to know what I get before I pay for it.",
    teams=("marketing", "content", "support", "logistics", "web"),
    channels=("website", "e-mail", "phone", "marketplace", "Instagram"),
    stages=("Awareness", "Search", "Comparison", "Order", "Delivery", "Use"),
    goals=(
        "Be seen by people who need {}",
        "Give an answer and get a contact",
        "Show that our offer fits best",
        "Win the order",
        "Bring it on the day we promised",
        "Turn a buyer into a regular customer",
    ),
    customer_goals=(
        "Notice that there is a better way",
        "Find out what matters with {}",
        "Choose among three offers",
        "Pay without surprises",
        "Know when the parcel comes",
        "Enjoy {} for years",
    ),
    expectations=("Clear prices", "Honest photos", "Reviews by real people", "A short answer", "No hidden costs"),
    actions=(
        "Asks friends about {}",
        "Looks at photos",
        "Reads reviews",
        "Compares prices",
        "Saves the page for later",
    ),
    thoughts=(
        "Is this the right size?",
        "Who pays for the return?",
        "Can I trust these reviews?",
        "What if it breaks?",
    ),
    touchpoints=("Video about", "Guide to", "Page about", "Letter about", "Chat about", "Advertisement for"),
    themes=("sizes", "materials", "delivery", "returns", "payment", "gift cards", "repairs", "seasonal offers"),
    problems=("Nobody explains", "Too little is said about", "Customers complain about", "Ten clicks lead to"),
    solutions=("A page with answers on", "A short film about", "Train the support team in", "A reminder about"),
    kpis=("Visits to the page", "Requests", "Orders", "Answers within an hour", "Parcels on time", "Repeat orders"),
    units=("a month", "a week"),
    tools=("Content marketing", "Newsletter", "Search advertising", "Help desk", "Product analytics"),
    backstage=("Prepare photos", "Check the stock", "Update the prices", "Write answers"),
    sources=("Web analytics", "Interviews with buyers", "Support tickets"),
)

RUSSIAN = Words(
    language="ru",
    products=("зимнюю куртку", "кроссовки", "кофемолку", "настольную лампу", "детское кресло", "палатку"),
    people=("Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Захар", "Ирина", "Кирилл"),
    segments=("Родители в больших городах", "Студенты", "Покупатели по ночам", "Владельцы небольших магазинов"),
    scenario="Хочет купить {} до начала сезона и не ехать в торговый центр",
    pains=("Некогда сравнивать предложения", "Прошлая посылка опоздала", "По выходным никто не отвечает"),
    quote="Хочу знать, что получу, до того как заплачу.",
    teams=("маркетинг", "контент", "поддержка", "логистика", "сайт"),
    channels=("сайт", "почта", "телефон", "маркетплейс", "ВКонтакте"),
    stages=("Знакомство", "Поиск", "Сравнение", "Заказ", "Доставка", "Использование"),
    goals=(
        "Попасться на глаза тем, кто ищет {}",
        "Дать ответ и получить контакт",
        "Показать, что наше предложение лучше",
        "Получить заказ",
        "Привезти в обещанный день",
        "Сделать покупателя постоянным",
    ),
    customer_goals=(
        "Понять, что можно проще",
        "Понять, как выбирать {}",
        "Выбрать из трёх предложений",
        "Заплатить без неожиданностей",
        "Знать, когда приедет посылка",
        "Пользоваться годами",
    ),
    expectations=("Понятные цены", "Честные фотографии", "Отзывы живых людей", "Короткий ответ", "Никаких доплат"),
    actions=("Спрашивает знакомых", "Смотрит фотографии", "Читает отзывы", "Сравнивает цены", "Откладывает на потом"),
    thoughts=("Подойдёт ли размер?", "Кто платит за возврат?", "Можно ли верить отзывам?", "А если сломается?"),
    touchpoints=("Видео про", "Статья про", "Страница про", "Письмо про", "Чат про", "Реклама про"),
    themes=("размеры", "материалы", "доставку", "возврат", "оплату", "подарочные карты", "ремонт", "скидки"),
    problems=("Никто не объясняет про", "Слишком мало сказано про", "Жалуются на", "Десять щелчков, чтобы найти про"),
    solutions=("Страница с ответами про", "Короткий ролик про", "Обучить поддержку отвечать про", "Напоминание про"),
    kpis=("Посещения страницы", "Заявки", "Заказы", "Ответы за час", "Посылки в срок", "Повторные заказы"),
    units=("в месяц", "в неделю"),
    tools=("Контент-маркетинг", "Рассылка", "Поисковая реклама", "Служба поддержки", "Аналитика"),
    backstage=("Готовят фотографии", "Проверяют остатки", "Обновляют цены", "Пишут ответы"),
    sources=("Веб-аналитика", "Интервью с покупателями", "Обращения в поддержку"),
)

PHASES = ("before", "before", "before", "purchase", "after", "after")
SOURCE_KEYS = ("analytics", "interviews", "support")
SOURCE_TYPES = ("analytics", "interview", "support")


class Map:
    """One map: `number` decides its texts, `seed` the whole corpus."""

    def __init__(self, number: int, seed: int) -> None:
        self._number = number
        self._seed = seed
        self._words = RUSSIAN if number % 2 else ENGLISH
        self._product = self._one(self._words.products, "product")

    def text(self) -> str:
        """The whole file."""
        stages = (line for number in range(len(self._words.stages)) for line in self._stage(number))
        lines = [*self._head(), "stages:", *stages, *self._transitions()]
        return "".join(f"{line}\n" for line in lines).replace("{}", self._product)

    def _roll(self, *about: object) -> int:
        return crc32(repr((self._seed, self._number, *about)).encode())

    def _one(self, choices: Sequence[str], *about: object) -> str:
        return choices[self._roll(*about) % len(choices)]

    def _some(self, choices: Sequence[str], count: int, *about: object) -> list[str]:
        start = self._roll(*about)
        return [choices[(start + step) % len(choices)] for step in range(count)]

    def _is_planted(self, what: int) -> bool:
        """Whether this map has a certain flaw: every fourth has one of five."""
        return self._number % 4 == 0 and self._number // 4 % 5 == what

    def _head(self) -> Iterator[str]:
        words = self._words
        yield "cjm: 1"
        yield f"title: {words.stages[1]} → {words.stages[-1]} № {self._number + 1}"
        yield f"language: {words.language}"
        yield "state: current"
        yield f"scenario: {words.scenario}"
        yield "persona:"
        yield f"  name: {self._one(words.people, 'name')} {self._number + 1}"
        yield f"  segment: {self._one(words.segments, 'segment')}"
        yield f"  goals: [{words.customer_goals[0]}]"
        yield "  pains:"
        yield from (f"    - {pain}" for pain in words.pains)
        yield f"  quote: {words.quote}"
        if not self._is_planted(0):
            yield f"owner: {self._one(words.teams, 'owner')}"
        yield f"reviewed: {'2024-02-01' if self._is_planted(1) else '2026-10-01'}"
        yield "review_every: 180d"
        yield "sources:"
        for key, kind, name in zip(SOURCE_KEYS, SOURCE_TYPES, words.sources, strict=True):
            yield f"  {key}: {{type: {kind}, name: {name}, date: 2026-09-{10 + self._roll(key) % 20}, sample: 40}}"

    def _stage(self, number: int) -> Iterator[str]:
        words = self._words
        yield f"  - name: {words.stages[number]}"
        yield f"    phase: {PHASES[number]}"
        if not (self._is_planted(2) and number == 2):
            yield f"    goal: {words.goals[number]}"
        yield f"    customer_goal: {words.customer_goals[number]}"
        yield f"    expectations: [{', '.join(self._some(words.expectations, 2, number, 'expectations'))}]"
        yield f"    actions: [{', '.join(self._some(words.actions, 3, number, 'actions'))}]"
        yield "    thoughts:"
        yield from (f"      - {thought}" for thought in self._some(words.thoughts, 2, number, "thoughts"))
        yield from self._touchpoints(number)
        yield f"    emotion: {(-1, 0, 1, 1, -1, 2)[self._roll(number, 'emotion') % 6]}"
        yield from self._problems(number)
        yield from self._kpis(number)
        yield f"    tools: [{', '.join(self._some(words.tools, 2, number, 'tools'))}]"
        yield f"    backstage: [{self._one(words.backstage, number, 'backstage')}]"

    def _contact(self, stage: int, number: int) -> str:
        kind = self._words.touchpoints[(self._roll(stage) + number) % len(self._words.touchpoints)]
        return f"{kind} {self._one(self._words.themes, stage, number)}"

    def _touchpoints(self, stage: int) -> Iterator[str]:
        yield "    touchpoints:"
        for number in range(3):
            yield f"      - name: {self._contact(stage, number)}"
            yield f"        channel: {self._one(self._words.channels, stage)}"
            yield f"        emotion: {self._roll(stage, number, 'emotion') % 3 if number else -1}"
            yield f"        owner: {self._one(self._words.teams, stage, number)}"
            yield f"        source: {self._one(SOURCE_KEYS, stage, number)}"
            if stage == 3 and number == 1:
                yield "        moment_of_truth: true"

    def _problems(self, stage: int) -> Iterator[str]:
        yield "    problems:"
        touchpoint = "?" if self._is_planted(3) and stage == 4 else self._contact(stage, 0)
        theme = self._one(self._words.themes, stage, 0)
        yield f"      - name: {self._one(self._words.problems, stage)} {theme}"
        yield f"        severity: {self._one(('low', 'medium', 'high'), stage)}"
        yield f'        touchpoint: "{touchpoint}"'
        yield "        confidence: observed"
        yield "        source: interviews"
        yield "        solutions:"
        for number, solution in enumerate(self._some(self._words.solutions, 2, stage, "solutions")):
            yield f"          - name: {solution} {theme}"
            yield f"            owner: {self._one(self._words.teams, stage, number)}"
            yield f"            status: {('planned', 'idea')[number]}"

    def _kpis(self, stage: int) -> Iterator[str]:
        yield "    kpis:"
        target = 100 + self._roll(stage, "target") % 900
        yield f"      - name: {self._words.kpis[stage]}"
        if not (self._is_planted(4) and stage == 1):
            yield f'        target: ">= {target}"'
        yield f"        actual: {target * 9 // 10}"
        yield f"        unit: {self._one(self._words.units, stage)}"
        yield "        source: analytics"

    def _transitions(self) -> Iterator[str]:
        yield "transitions:"
        yield f"  - {{from: {self._words.stages[2]}, to: {self._words.stages[1]}}}"


def main() -> None:
    """Write the maps that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a folder of maps to measure with.")
    parser.add_argument("folder", type=Path, help="where to write them; it is made if it is not there")
    parser.add_argument("--maps", type=int, default=200, help="how many (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other maps (default: 1)")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    lines = 0
    for number in range(arguments.maps):
        text = Map(number, arguments.seed).text()
        lines += text.count("\n")
        path = arguments.folder / f"map-{number + 1:04}.cjm.yaml"
        path.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{arguments.maps} maps, {lines} lines in {arguments.folder}\n")


if __name__ == "__main__":
    main()
