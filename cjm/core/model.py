"""A journey as people speak of it: frozen, bare, without positions in a file.

Each field is a key of the map's format; `schema/cjm.schema.json` says what it means, and a test holds both to
the same names. `at` is where the thing stands in the data; it is no part of its meaning, so it is not compared.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from cjm.core.path import Path

Confidence: TypeAlias = Literal["assumed", "observed", "measured"]
ProblemSeverity: TypeAlias = Literal["low", "medium", "high"]
SolutionStatus: TypeAlias = Literal["idea", "planned", "doing", "done", "rejected"]
State: TypeAlias = Literal["current", "future"]
Phase: TypeAlias = Literal["before", "purchase", "after"]
SourceType: TypeAlias = Literal[
    "analytics", "crm", "interview", "observation", "other", "review", "social", "support", "survey", "test"
]

SUFFIXES = (".cjm.yaml", ".cjm.yml")
"""How the file of a map ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Anything in a map that has a place of its own."""

    at: Path = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entity):
    """An entry of a lane; a plain string in the map is its `name`."""

    name: str
    id: str | None = None
    owner: str | None = None
    source: str | None = None
    confidence: Confidence | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion(Entity):
    """How the customer feels, from -2 to +2."""

    score: int
    name: str | None = None
    source: str | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Item):
    """A contact of the customer with us."""

    channel: str | None = None
    emotion: Emotion | None = None
    moment_of_truth: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Item):
    """What would solve a problem."""

    status: SolutionStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Item):
    """What hurts or stops the customer."""

    severity: ProblemSeverity | None = None
    touchpoint: str | None = None
    solutions: tuple[Solution, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi(Item):
    """A number that says how a stage is doing."""

    target: str | None = None
    baseline: str | None = None
    actual: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLane(Entity):
    """A lane of the author's own: a stage's key that begins with ``x-``."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Entity):
    """A part of the journey."""

    name: str
    id: str | None = None
    phase: Phase | None = None
    goal: str | None = None
    customer_goal: str | None = None
    expectations: tuple[Item, ...] = ()
    actions: tuple[Item, ...] = ()
    thoughts: tuple[Item, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    emotion: Emotion | None = None
    problems: tuple[Problem, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    tools: tuple[Item, ...] = ()
    frontstage: tuple[Item, ...] = ()
    backstage: tuple[Item, ...] = ()
    support: tuple[Item, ...] = ()
    duration: str | None = None
    own_lanes: tuple[OwnLane, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Entity):
    """Whose journey it is."""

    name: str
    segment: str | None = None
    about: str | None = None
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    motivations: tuple[str, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """Something the map is based on; maps refer to it by `key`."""

    key: str
    name: str
    type: SourceType | None = None
    date: dt.date | None = None
    sample: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Entity):
    """A way from stage to stage that is not simply the next one."""

    origin: str = field(metadata={"key": "from"})
    destination: str = field(metadata={"key": "to"})
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Entity):
    """A whole map."""

    title: str
    language: str | None = None
    state: State | None = None
    scenario: str | None = None
    persona: Persona | None = None
    owner: str | None = None
    reviewed: dt.date | None = None
    review_every: str | None = None
    sources: tuple[Source, ...] = ()
    stages: tuple[Stage, ...] = ()
    transitions: tuple[Transition, ...] = ()
