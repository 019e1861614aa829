"""The data model of a journey: frozen dataclasses, without positions in a file.

Each field is a key of the map's format; `schema/cjm.schema.json` says what it means, and a test holds both to
the same names. `FieldInfo` holds what else the program knows about a field. What stands in the lanes of a stage is in
`cjm.core.items`.
"""

import datetime as dt
from dataclasses import dataclass, field

from cjm.core.fields import FieldInfo, LaneInfo, Noun
from cjm.core.items import (
    DESCRIPTION,
    DURATION,
    EMOTION,
    EVENT,
    ID,
    NAME,
    OWNER,
    SOURCE,
    URL,
    WORD_FOR_IT,
    Action,
    Emotion,
    Entity,
    Item,
    Kpi,
    Opportunity,
    Problem,
    Touchpoint,
)
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import MAP_STATUSES, PHASES, SOURCE_TYPES, STATES, MapStatus, SourceType, State

SUFFIXES = (".cjm.yaml", ".cjm.yml")
"""How the file of a map ends."""

_KPI = Noun("kpi", untranslated("KPI"), "m")
_KPIS = Text(en="KPIs", ru="KPI")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Entity):
    """A part of the journey."""

    name: str = field(metadata=NAME)
    id: str | None = field(default=None, metadata=ID)
    description: str | None = field(default=None, metadata=DESCRIPTION)
    phase: str | None = field(
        default=None, metadata=FieldInfo(Text(en="phase", ru="фаза"), words=PHASES, is_open=True).metadata
    )
    owner: str | None = field(default=None, metadata=OWNER)
    source: tuple[str, ...] = field(default=(), metadata=SOURCE)
    map: str | None = field(
        default=None, metadata=FieldInfo(Text(en="map", ru="подробная карта"), content="code").metadata
    )
    event: tuple[str, ...] = field(default=(), metadata=EVENT)
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
    actions: tuple[Action, ...] = field(
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
        metadata=FieldInfo(Text(en="emotions", ru="эмоции"), noun=EMOTION, lane=LaneInfo(is_required=True)).metadata,
    )
    problems: tuple[Problem, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="problems", ru="проблемы и барьеры"),
            noun=Noun("problem", Text(en="problem", ru="проблема"), "f", is_saying=True),
            lane=LaneInfo(),
        ).metadata,
    )
    opportunities: tuple[Opportunity, ...] = field(
        default=(),
        metadata=FieldInfo(
            Text(en="opportunities", ru="возможности"),
            noun=Noun("opportunity", Text(en="opportunity", ru="возможность"), "f", is_saying=True),
            lane=LaneInfo(),
        ).metadata,
    )
    kpis: tuple[Kpi, ...] = field(
        default=(), metadata=FieldInfo(_KPIS, noun=_KPI, lane=LaneInfo(is_required=True)).metadata
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
    duration: str | None = field(default=None, metadata=DURATION)

    @property
    def steps(self) -> tuple[Action | Touchpoint, ...]:
        """The actions and the touchpoints: what may have an emotion and be a moment of truth."""
        return (*self.actions, *self.touchpoints)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Entity):
    """Whose journey it is."""

    name: str = field(metadata=NAME)
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
    name: str = field(metadata=NAME)
    type: SourceType | None = field(
        default=None, metadata=FieldInfo(Text(en="type", ru="вид"), words=SOURCE_TYPES).metadata
    )
    date: dt.date | None = field(default=None, metadata=FieldInfo(Text(en="date", ru="дата"), content="code").metadata)
    sample: int | None = field(
        default=None, metadata=FieldInfo(Text(en="sample", ru="выборка"), content="code").metadata
    )
    url: str | None = field(default=None, metadata=URL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Entity):
    """A way from stage to stage that is not simply the next one; without a destination it leaves the journey."""

    origin: str = field(metadata=FieldInfo(Text(en="from", ru="откуда"), key="from", refers_to="stages").metadata)
    destination: str | None = field(
        default=None, metadata=FieldInfo(Text(en="to", ru="куда"), key="to", refers_to="stages").metadata
    )
    name: str | None = field(default=None, metadata=WORD_FOR_IT)
    share: str | None = field(default=None, metadata=FieldInfo(Text(en="share", ru="доля"), content="figure").metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Entity):
    """A whole map."""

    title: str = field(metadata=FieldInfo(Text(en="title", ru="название карты"), content="prose").metadata)
    language: str | None = field(
        default=None, metadata=FieldInfo(Text(en="language", ru="язык"), content="code", is_cosmetic=True).metadata
    )
    description: str | None = field(default=None, metadata=DESCRIPTION)
    status: MapStatus | None = field(
        default=None, metadata=FieldInfo(Text(en="status", ru="статус карты"), words=MAP_STATUSES).metadata
    )
    state: State | None = field(
        default=None, metadata=FieldInfo(Text(en="state", ru="вид карты"), words=STATES).metadata
    )
    based_on: str | None = field(
        default=None, metadata=FieldInfo(Text(en="based on", ru="исходная карта"), content="code").metadata
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
    owner: str | None = field(default=None, metadata=OWNER)
    reviewed: dt.date | None = field(
        default=None, metadata=FieldInfo(Text(en="last review", ru="последний пересмотр"), content="code").metadata
    )
    review_every: str | None = field(
        default=None,
        metadata=FieldInfo(
            Text(en="review every", ru="периодичность пересмотра"), content="code", is_cosmetic=True
        ).metadata,
    )
    kpis: tuple[Kpi, ...] = field(default=(), metadata=FieldInfo(_KPIS, noun=_KPI).metadata)
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
