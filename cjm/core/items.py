"""What a stage holds: frozen dataclasses, as in `cjm.core.model`, which has the stage and the map."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from cjm.core.fields import FieldInfo, LaneInfo, Noun
from cjm.core.path import Path
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import (
    CONFIDENCES,
    EFFORTS,
    EMOTION_WORDS,
    FEELINGS,
    FREQUENCIES,
    IMPACTS,
    IS_MOMENT_OF_TRUTH,
    MOMENT_OF_TRUTH,
    PERIODS,
    SCORES,
    SEVERITIES,
    STATUSES,
    Confidence,
    Degree,
    Period,
    ProblemSeverity,
    Score,
    SolutionStatus,
    signed,
)

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

NAME = FieldInfo(Text(en="name", ru="название"), content="prose", is_shorthand=True).metadata
ID = FieldInfo(untranslated("id"), content="code", is_id=True, is_cosmetic=True).metadata
OWNER = FieldInfo(Text(en="owner", ru="ответственный")).metadata
SOURCE = FieldInfo(Text(en="source", ru="источник"), refers_to="sources", is_set=True).metadata
DESCRIPTION = FieldInfo(Text(en="description", ru="описание"), content="prose").metadata
URL = FieldInfo(Text(en="link", ru="ссылка"), content="code", is_cosmetic=True).metadata
WORD_FOR_IT = FieldInfo(Text(en="name", ru="название"), content="prose").metadata
EMOTION = Noun("emotion", Text(en="emotion", ru="эмоция"), "f")
EVENT = FieldInfo(Text(en="event", ru="событие"), content="code", is_set=True).metadata
DURATION = FieldInfo(Text(en="duration", ru="длительность")).metadata
_CONFIDENCE = FieldInfo(Text(en="confidence", ru="достоверность"), words=CONFIDENCES).metadata
_CHANNEL = FieldInfo(Text(en="channel", ru="канал")).metadata
_ACTORS = FieldInfo(Text(en="actors", ru="участники"), is_set=True).metadata
_FEELING = FieldInfo(Text(en="emotion", ru="эмоция"), noun=EMOTION).metadata
_MOMENT = FieldInfo(MOMENT_OF_TRUTH, content="prose", words=IS_MOMENT_OF_TRUTH, is_open=True).metadata


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

    name: str = field(metadata=NAME)
    id: str | None = field(default=None, metadata=ID)
    description: str | None = field(default=None, metadata=DESCRIPTION)
    owner: str | None = field(default=None, metadata=OWNER)
    source: tuple[str, ...] = field(default=(), metadata=SOURCE)
    confidence: Confidence | None = field(default=None, metadata=_CONFIDENCE)
    url: str | None = field(default=None, metadata=URL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion(Entity):
    """How the customer feels, from -2 to +2 in half steps."""

    score: Score = field(
        metadata=FieldInfo(
            Text(en="emotion", ru="эмоция"),
            words={score: untranslated(signed(score)) for score in SCORES},
            aliases=EMOTION_WORDS,
            named_aliases=FEELINGS,
            is_shorthand=True,
        ).metadata
    )
    name: str | None = field(default=None, metadata=WORD_FOR_IT)
    source: tuple[str, ...] = field(default=(), metadata=SOURCE)
    confidence: Confidence | None = field(default=None, metadata=_CONFIDENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Item):
    """A step of the customer, or of whoever else acts."""

    actors: tuple[str, ...] = field(default=(), metadata=_ACTORS)
    touchpoint: str | None = field(
        default=None, metadata=FieldInfo(Text(en="touchpoint", ru="точка контакта"), refers_to="touchpoints").metadata
    )
    channel: str | None = field(default=None, metadata=_CHANNEL)
    emotion: Emotion | None = field(default=None, metadata=_FEELING)
    thoughts: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="thoughts", ru="мысли"),
            noun=Noun("thought", Text(en="thought", ru="мысль"), "f", is_saying=True),
        ).metadata,
    )
    wait: str | None = field(default=None, metadata=FieldInfo(Text(en="wait", ru="время ожидания")).metadata)
    duration: str | None = field(default=None, metadata=DURATION)
    moment_of_truth: bool | str = field(default=False, metadata=_MOMENT)
    event: tuple[str, ...] = field(default=(), metadata=EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Item):
    """A contact of the customer with us."""

    channel: str | None = field(default=None, metadata=_CHANNEL)
    actors: tuple[str, ...] = field(default=(), metadata=_ACTORS)
    emotion: Emotion | None = field(default=None, metadata=_FEELING)
    moment_of_truth: bool | str = field(default=False, metadata=_MOMENT)
    event: tuple[str, ...] = field(default=(), metadata=EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Item):
    """What would solve a problem."""

    status: SolutionStatus | None = field(
        default=None, metadata=FieldInfo(Text(en="status", ru="статус"), words=STATUSES).metadata
    )
    impact: Degree | None = field(
        default=None, metadata=FieldInfo(Text(en="impact", ru="эффект"), words=IMPACTS).metadata
    )
    effort: Degree | None = field(
        default=None, metadata=FieldInfo(Text(en="effort", ru="трудоёмкость"), words=EFFORTS).metadata
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Solution):
    """What would make the stage better without solving any single problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Item):
    """What hurts or stops the customer."""

    severity: ProblemSeverity | None = field(
        default=None, metadata=FieldInfo(Text(en="severity", ru="серьёзность"), words=SEVERITIES).metadata
    )
    frequency: str | None = field(
        default=None,
        metadata=FieldInfo(
            Text(en="frequency", ru="частота"), content="figure", words=FREQUENCIES, is_open=True
        ).metadata,
    )
    touchpoint: tuple[str, ...] = field(
        default=(),
        metadata=FieldInfo(Text(en="touchpoint", ru="точка контакта"), refers_to="touchpoints", is_set=True).metadata,
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
    """A number that says how a stage, or the whole journey, is doing."""

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
    period: Period | None = field(
        default=None, metadata=FieldInfo(Text(en="period", ru="период"), words=PERIODS).metadata
    )
    as_of: dt.date | None = field(
        default=None, metadata=FieldInfo(Text(en="as of", ru="по состоянию на"), content="code").metadata
    )
    query: str | None = field(
        default=None, metadata=FieldInfo(Text(en="query", ru="запрос"), content="code", is_cosmetic=True).metadata
    )
    event: tuple[str, ...] = field(default=(), metadata=EVENT)
