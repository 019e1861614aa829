"""From a file to the model: what a map means, in however many ways it is written."""

import datetime as dt
from typing import Any

import pytest

from cjm.core.items import Action, Emotion, Kpi, Problem, Solution, Touchpoint
from cjm.core.model import Journey, Persona, Source, Stage, Transition
from cjm.core.own_lane import entries
from cjm.lint.walk import entities
from cjm.mapfile.document import Document, read_document

WHOLE_MAP = """\
cjm: 1
title: Продвижение на маркетплейсах
language: ru
state: current
persona: {name: Сергей, segment: Владельцы магазинов, goals: [Продавать больше]}
owner: marketing
reviewed: 2026-10-01
review_every: 90d
sources:
  metrika: {type: analytics, name: Яндекс Метрика, date: 2026-09-30, sample: 12000}
stages:
  - Потребность
  - id: search
    name: Поиск решений
    actions: [Ищет в поисковике]
    touchpoints:
      - {name: Вебинар, channel: webinar, emotion: +1, moment_of_truth: true, source: metrika}
    emotion: {score: annoyed, name: растерян}
    problems:
      - name: Непонятно, кому доверять
        severity: high
        touchpoint: Вебинар
        confidence: observed
        solutions: [{name: Отзывы, status: planned}]
    kpis: [{name: Регистрации, target: ">= 300", baseline: 120, actual: 2_10}]
    duration: 2–3 недели
    x-risks: [Дорого]
transitions:
  - {from: search, to: Потребность, name: Не подошло}
"""

WHOLE_JOURNEY = Journey(
    title="Продвижение на маркетплейсах",
    language="ru",
    state="current",
    persona=Persona(name="Сергей", segment="Владельцы магазинов", goals=("Продавать больше",)),
    owner="marketing",
    reviewed=dt.date(2026, 10, 1),
    review_every="90d",
    sources=(Source(key="metrika", name="Яндекс Метрика", type="analytics", date=dt.date(2026, 9, 30), sample=12000),),
    stages=(
        Stage(name="Потребность"),
        Stage(
            id="search",
            name="Поиск решений",
            actions=(Action(name="Ищет в поисковике"),),
            touchpoints=(
                Touchpoint(
                    name="Вебинар",
                    channel="webinar",
                    emotion=Emotion(score=1),
                    moment_of_truth=True,
                    source=("metrika",),
                ),
            ),
            emotion=Emotion(score=-1, name="растерян"),
            problems=(
                Problem(
                    name="Непонятно, кому доверять",
                    severity="high",
                    touchpoint=("Вебинар",),
                    confidence="observed",
                    solutions=(Solution(name="Отзывы", status="planned"),),
                ),
            ),
            kpis=(Kpi(name="Регистрации", target=">= 300", baseline="120", actual="2_10"),),
            duration="2–3 недели",
            extra={"x-risks": ["Дорого"]},
        ),
    ),
    transitions=(Transition(origin="search", destination="Потребность", name="Не подошло"),),
)


def read(text: str) -> Document:
    return read_document("map.cjm.yaml", text.encode())


def stage(lane: str) -> Stage:
    """The one stage of a map, from the lines below its name."""
    document = read(f"cjm: 1\ntitle: T\nstages:\n  - name: S\n    {lane}\n")
    return document.journey.stages[0]


def test_a_whole_map_is_a_whole_journey() -> None:
    document = read(WHOLE_MAP)
    assert document.findings == ()
    assert document.journey == WHOLE_JOURNEY


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("tools: [Блог]", "tools: [{name: Блог}]"),
        ("touchpoints: [Вебинар]", "touchpoints: [{name: Вебинар}]"),
        ("kpis: [2026]", "kpis: [{name: 2026}]"),
        ("problems: [{name: Дорого, solutions: [Скидка]}]", "problems: [{name: Дорого, solutions: [{name: Скидка}]}]"),
        ("emotion: -1", "emotion: {score: -1}"),
        ("emotion: annoyed", "emotion: -1"),
        ("emotion: раздражение", "emotion: {score: annoyed}"),
        ("emotion: +2", "emotion: 2"),
        ("emotion: 1.0", "emotion: 1"),
    ],
)
def test_short_and_long_form_mean_the_same(short: str, long: str) -> None:
    assert stage(short) == stage(long) != stage("goal: Ответ")


def test_persona_and_source_have_a_short_form_too() -> None:
    stages = "stages: [S]\n"
    short = read(f"cjm: 1\ntitle: T\npersona: Анна\nsources: {{calls: Звонки}}\n{stages}")
    long = read(f"cjm: 1\ntitle: T\npersona: {{name: Анна}}\nsources: {{calls: {{name: Звонки}}}}\n{stages}")
    assert short.journey == long.journey
    assert short.journey.sources == (Source(key="calls", name="Звонки"),)


@pytest.mark.parametrize(
    ("lane", "items"),
    [
        ("x-a: Дорого", ("Дорого",)),
        ("x-a: [{name: Дорого, owner: crm}]", ("Дорого",)),
        ("x-a: [1, 2.50, no, 0123]", ("1", "2.50", "no", "0123")),
        ("x-a: [[a, b], [c]]", ("a", "b", "c")),
        ("x-a: [{who: Ольга, when: [май, июнь]}]", ("who: Ольга", "when: май, июнь")),
        ('x-a: [a, ~, "", b]', ("a", "b")),
        ("x-a: {b: }", ("b: ",)),
        ("x-a: []", ()),
    ],
)
def test_an_own_lane_takes_any_shape(lane: str, items: tuple[str, ...]) -> None:
    assert tuple(text for _, text in entries(stage(lane).extra.get("x-a"))) == items


def test_an_empty_own_key_is_no_lane() -> None:
    assert stage("x-a:").extra == {}


@pytest.mark.parametrize(
    ("lane", "expected"),
    [
        ("goal: [a]", {}),
        ("emotion: 5", {}),
        ("emotion: [1]", {}),
        ("touchpoints: Блог", {}),
        ("touchpoints: [Блог, {channel: сайт}, [a], ~]", {"touchpoints": (Touchpoint(name="Блог"),)}),
        ("problems: [{name: Дорого, severity: hgih}]", {"problems": (Problem(name="Дорого"),)}),
        ("touchpoints: [{name: Блог, moment_of_truth: [да]}]", {"touchpoints": (Touchpoint(name="Блог"),)}),
    ],
)
def test_what_does_not_fit_is_left_out_and_the_rest_is_there(lane: str, expected: dict[str, Any]) -> None:
    assert stage(lane) == Stage(name="S", **expected)


def test_an_anchor_repeats_the_text_as_it_was_written() -> None:
    document = read("cjm: 1\ntitle: &t 0123\nscenario: *t\nstages: [{name: *t}]\n")
    assert (document.journey.scenario, document.journey.stages[0].name) == ("0123", "0123")


def test_a_merge_gives_way_to_the_keys_beside_it() -> None:
    lane = """\
    tools:
      - &blog {name: Блог, owner: crm, url: "https://example.org"}
      - {<<: *blog, name: Рассылка}
      - name: Чат
        <<: [{owner: support}, *blog]
"""
    names = [(tool.name, tool.owner, tool.url) for tool in stage(lane.strip()).tools]
    assert names == [
        ("Блог", "crm", "https://example.org"),
        ("Рассылка", "crm", "https://example.org"),
        ("Чат", "support", "https://example.org"),
    ]


def test_everything_knows_where_it_stands() -> None:
    document = read(WHOLE_MAP)
    places = [entity.at for entity in entities(document.journey)]
    assert ("stages", 1, "problems", 0, "solutions", 0) in places
    assert ("sources", "metrika") in places
    assert all(document.tree.locate(place) != document.tree.locate(()) for place in places if place)


def test_where_something_stands_is_no_part_of_its_meaning() -> None:
    assert Stage(name="S", at=("stages", 0)) == Stage(name="S", at=("stages", 1))
    assert read(WHOLE_MAP).journey == read("# a comment\n\n" + WHOLE_MAP.replace("  - id", "\n  - id")).journey


@pytest.mark.parametrize(
    ("text", "is_sound", "is_readable"),
    [
        (WHOLE_MAP, True, True),
        ("cjm: 1\ntitle: Promo #1\nstages: [S]\n", True, True),
        ("cjm: 1\ntitle: T\n", False, True),
        ("cjm: 1\ntitle: [T\n", False, False),
        ("", False, False),
    ],
    ids=["without fault", "with a warning", "without stages", "not YAML", "empty"],
)
def test_how_much_can_be_done_with_a_document(text: str, *, is_sound: bool, is_readable: bool) -> None:
    document = read(text)
    assert (document.is_sound, document.is_readable) == (is_sound, is_readable)
