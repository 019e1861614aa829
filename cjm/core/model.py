"""The data model of a journey: frozen dataclasses, without positions in a file.

Each field is a key of the map's format; `schema/cjm.schema.json` says what it means, and a test holds both to
the same names. `FieldInfo` holds what else the program knows about a field.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from cjm.core.fields import FieldInfo, LaneInfo, Noun
from cjm.core.path import Path
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import (
    CONFIDENCES,
    EMOTION_WORDS,
    EMOTIONS,
    IS_MOMENT_OF_TRUTH,
    MOMENT_OF_TRUTH,
    PHASES,
    SEVERITIES,
    SOURCE_TYPES,
    STATES,
    STATUSES,
    Confidence,
    Phase,
    ProblemSeverity,
    SolutionStatus,
    SourceType,
    State,
    signed,
)

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

SUFFIXES = (".cjm.yaml", ".cjm.yml")
"""How the file of a map ends."""

_NAME = FieldInfo(Text(en="name", ru="название"), content="prose", is_shorthand=True).metadata
_ID = FieldInfo(untranslated("id"), content="code", is_id=True, is_cosmetic=True).metadata
_OWNER = FieldInfo(Text(en="owner", ru="ответственный")).metadata
_SOURCE = FieldInfo(Text(en="source", ru="источник"), refers_to="sources").metadata
_CONFIDENCE = FieldInfo(Text(en="confidence", ru="достоверность"), words=CONFIDENCES).metadata
_URL = FieldInfo(Text(en="link", ru="ссылка"), content="code", is_cosmetic=True).metadata
_WORD_FOR_IT = FieldInfo(Text(en="name", ru="название"), content="prose").metadata
_EMOTION = Noun("emotion", Text(en="emotion", ru="эмоция"), "f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Anything in a map that has a path of its own.

    `at` is its path in the data; it is not part of its meaning, so it is not compared. `extra` holds the keys of
    the author's own, which begin with ``x-``: each single value is a text as the author wrote it, or None.
    """

    at: Path = field(default=(), compare=False, repr=False)
    extra: Mapping[str, Json] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entity):
    """An entry of a lane; a plain string in the map is its `name`."""

    name: str = field(metadata=_NAME)
    id: str | None = field(default=None, metadata=_ID)
    owner: str | None = field(default=None, metadata=_OWNER)
    source: str | None = field(default=None, metadata=_SOURCE)
    confidence: Confidence | None = field(default=None, metadata=_CONFIDENCE)
    url: str | None = field(default=None, metadata=_URL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion(Entity):
    """How the customer feels, from -2 to +2."""

    score: int = field(
        metadata=FieldInfo(
            Text(en="emotion", ru="эмоция"),
            words={score: untranslated(signed(score)) for score in EMOTIONS},
            aliases=EMOTION_WORDS,
            is_shorthand=True,
        ).metadata
    )
    name: str | None = field(default=None, metadata=_WORD_FOR_IT)
    source: str | None = field(default=None, metadata=_SOURCE)
    confidence: Confidence | None = field(default=None, metadata=_CONFIDENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Item):
    """A contact of the customer with us."""

    channel: str | None = field(default=None, metadata=FieldInfo(Text(en="channel", ru="канал")).metadata)
    emotion: Emotion | None = field(
        default=None, metadata=FieldInfo(Text(en="emotion", ru="эмоция"), noun=_EMOTION).metadata
    )
    moment_of_truth: bool = field(default=False, metadata=FieldInfo(MOMENT_OF_TRUTH, words=IS_MOMENT_OF_TRUTH).metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Item):
    """What would solve a problem."""

    status: SolutionStatus | None = field(
        default=None, metadata=FieldInfo(Text(en="status", ru="статус"), words=STATUSES).metadata
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Item):
    """What hurts or stops the customer."""

    severity: ProblemSeverity | None = field(
        default=None, metadata=FieldInfo(Text(en="severity", ru="серьёзность"), words=SEVERITIES).metadata
    )
    touchpoint: str | None = field(
        default=None, metadata=FieldInfo(Text(en="touchpoint", ru="точка контакта"), refers_to="touchpoints").metadata
    )
    solutions: tuple[Solution, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="solutions", ru="решения"),
            noun=Noun("solution", Text(en="solution", ru="решение"), "n", is_saying=True),
            lane=LaneInfo(),
        ).metadata,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi(Item):
    """A number that says how a stage is doing."""

    target: str | None = field(
        default=None, metadata=FieldInfo(Text(en="target", ru="цель"), content="figure").metadata
    )
    baseline: str | None = field(
        default=None, metadata=FieldInfo(Text(en="baseline", ru="исходное значение"), content="figure").metadata
    )
    actual: str | None = field(
        default=None, metadata=FieldInfo(Text(en="actual", ru="факт"), content="figure").metadata
    )
    unit: str | None = field(default=None, metadata=FieldInfo(Text(en="unit", ru="единица измерения")).metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Entity):
    """A part of the journey."""

    name: str = field(metadata=_NAME)
    id: str | None = field(default=None, metadata=_ID)
    phase: Phase | None = field(default=None, metadata=FieldInfo(Text(en="phase", ru="фаза"), words=PHASES).metadata)
    goal: str | None = field(
        default=None,
        metadata=FieldInfo(
            Text(en="goal", ru="цель этапа"),
            content="prose",
            lane=LaneInfo(title=Text(en="Our goal", ru="Цель этапа"), is_required=True),
        ).metadata,
    )
    customer_goal: str | None = field(
        default=None,
        metadata=FieldInfo(Text(en="customer’s goal", ru="цель клиента"), content="prose", lane=LaneInfo()).metadata,
    )
    expectations: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="expectations", ru="ожидания"),
            noun=Noun("expectation", Text(en="expectation", ru="ожидание"), "n", is_saying=True),
            lane=LaneInfo(is_required=True),
        ).metadata,
    )
    actions: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="actions", ru="действия"),
            noun=Noun("action", Text(en="action", ru="действие"), "n", is_saying=True),
            lane=LaneInfo(),
        ).metadata,
    )
    thoughts: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="thoughts", ru="мысли"),
            noun=Noun("thought", Text(en="thought", ru="мысль"), "f", is_saying=True),
            lane=LaneInfo(below="touchpoints"),
        ).metadata,
    )
    touchpoints: tuple[Touchpoint, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="touchpoints", ru="точки контакта"),
            noun=Noun("touchpoint", Text(en="touchpoint", ru="точка контакта"), "f"),
            order="journey",
            lane=LaneInfo(is_required=True),
        ).metadata,
    )
    emotion: Emotion | None = field(
        default=None,
        metadata=FieldInfo(Text(en="emotions", ru="эмоции"), noun=_EMOTION, lane=LaneInfo(is_required=True)).metadata,
    )
    problems: tuple[Problem, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="problems", ru="проблемы и барьеры"),
            noun=Noun("problem", Text(en="problem", ru="проблема"), "f", is_saying=True),
            lane=LaneInfo(),
        ).metadata,
    )
    kpis: tuple[Kpi, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="KPIs", ru="KPI"), noun=Noun("kpi", untranslated("KPI"), "m"), lane=LaneInfo(is_required=True)
        ).metadata,
    )
    tools: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="tools", ru="инструменты"),
            noun=Noun("tool", Text(en="tool", ru="инструмент"), "m"),
            lane=LaneInfo(is_required=True),
        ).metadata,
    )
    frontstage: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="frontstage", ru="видимые действия"),
            noun=Noun("frontstage", Text(en="frontstage action", ru="видимое действие"), "n", is_saying=True),
            lane=LaneInfo(line_above="interaction"),
        ).metadata,
    )
    backstage: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="backstage", ru="невидимые действия"),
            noun=Noun("backstage", Text(en="backstage action", ru="невидимое действие"), "n", is_saying=True),
            lane=LaneInfo(line_above="visibility"),
        ).metadata,
    )
    support: tuple[Item, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="support processes", ru="процессы поддержки"),
            noun=Noun("support", Text(en="support process", ru="процесс поддержки"), "m"),
            lane=LaneInfo(line_above="internal"),
        ).metadata,
    )
    duration: str | None = field(default=None, metadata=FieldInfo(Text(en="duration", ru="длительность")).metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Entity):
    """Whose journey it is."""

    name: str = field(metadata=_NAME)
    segment: str | None = field(
        default=None, metadata=FieldInfo(Text(en="segment", ru="сегмент"), content="prose").metadata
    )
    about: str | None = field(
        default=None, metadata=FieldInfo(Text(en="about", ru="о персоне"), content="prose").metadata
    )
    goals: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="goals", ru="цели"),
            noun=Noun("persona-goal", Text(en="persona’s goal", ru="цель персоны"), "f", is_saying=True),
            order="none",
        ).metadata,
    )
    needs: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="needs", ru="потребности"),
            noun=Noun("persona-need", Text(en="persona’s need", ru="потребность персоны"), "f", is_saying=True),
            order="none",
        ).metadata,
    )
    pains: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="pains", ru="боли"),
            noun=Noun("persona-pain", Text(en="persona’s pain", ru="боль персоны"), "f", is_saying=True),
            order="none",
        ).metadata,
    )
    motivations: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="motivations", ru="мотивы"),
            noun=Noun("persona-motivation", Text(en="persona’s motivation", ru="мотив персоны"), "m", is_saying=True),
            order="none",
        ).metadata,
    )
    quote: str | None = field(default=None, metadata=FieldInfo(Text(en="quote", ru="цитата"), content="prose").metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """Something the map is based on; maps refer to it by `key`."""

    key: str = field(metadata=FieldInfo(Text(en="key", ru="ключ"), content="code", is_id=True, is_key=True).metadata)
    name: str = field(metadata=_NAME)
    type: SourceType | None = field(
        default=None, metadata=FieldInfo(Text(en="type", ru="вид"), words=SOURCE_TYPES).metadata
    )
    date: dt.date | None = field(default=None, metadata=FieldInfo(Text(en="date", ru="дата"), content="code").metadata)
    sample: int | None = field(
        default=None, metadata=FieldInfo(Text(en="sample", ru="выборка"), content="code").metadata
    )
    url: str | None = field(default=None, metadata=_URL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Entity):
    """A way from stage to stage that is not simply the next one."""

    origin: str = field(metadata=FieldInfo(Text(en="from", ru="откуда"), key="from", refers_to="stages").metadata)
    destination: str = field(metadata=FieldInfo(Text(en="to", ru="куда"), key="to", refers_to="stages").metadata)
    name: str | None = field(default=None, metadata=_WORD_FOR_IT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Entity):
    """A whole map."""

    title: str = field(metadata=FieldInfo(Text(en="title", ru="название карты"), content="prose").metadata)
    language: str | None = field(
        default=None, metadata=FieldInfo(Text(en="language", ru="язык"), content="code", is_cosmetic=True).metadata
    )
    state: State | None = field(
        default=None, metadata=FieldInfo(Text(en="state", ru="вид карты"), words=STATES).metadata
    )
    scenario: str | None = field(
        default=None, metadata=FieldInfo(Text(en="scenario", ru="сценарий"), content="prose").metadata
    )
    persona: Persona | None = field(
        default=None,
        metadata=FieldInfo(
            Text(en="persona", ru="персона"), noun=Noun("persona", Text(en="persona", ru="персона"), "f")
        ).metadata,
    )
    owner: str | None = field(default=None, metadata=_OWNER)
    reviewed: dt.date | None = field(
        default=None, metadata=FieldInfo(Text(en="last review", ru="последний пересмотр"), content="code").metadata
    )
    review_every: str | None = field(
        default=None,
        metadata=FieldInfo(
            Text(en="review every", ru="периодичность пересмотра"), content="code", is_cosmetic=True
        ).metadata,
    )
    sources: tuple[Source, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="sources", ru="источники"), noun=Noun("source", Text(en="source", ru="источник"), "m"), order="none"
        ).metadata,
    )
    stages: tuple[Stage, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="stages", ru="этапы"), noun=Noun("stage", Text(en="stage", ru="этап"), "m"), order="journey"
        ).metadata,
    )
    transitions: tuple[Transition, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="transitions", ru="переходы"),
            noun=Noun("transition", Text(en="transition", ru="переход"), "m"),
            order="none",
        ).metadata,
    )
