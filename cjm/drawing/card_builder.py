"""Builds the cards of a journey, in one language."""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import TypedDict

from cjm.core.fields import FieldInfo, fields_of
from cjm.core.items import Action, Emotion, Entity, Item, Kpi, Problem, Solution, Touchpoint
from cjm.core.measure import has_met, read_target, with_unit
from cjm.core.model import Journey, Persona, Source, Stage
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.text import Language, Text
from cjm.core.vocabulary import (
    ACTUAL,
    CONFIDENCES,
    FEELINGS,
    FREQUENCIES,
    MAP_STATUSES,
    MOMENT,
    PERIODS,
    PHASES,
    QUOTED,
    STATES,
    STATUSES,
    figure,
    grouped,
)
from cjm.drawing.sheet import (
    LONGEST_TOOLTIP,
    ActionCard,
    KpiCard,
    Note,
    ProblemCard,
    SolutionCard,
    TouchpointCard,
    written,
)

_MOST_SOURCES = 20
"""Sources of one thing that a tooltip names."""
_OF_STAGE = Text(en="of the stage", ru="этапа")


class _Common(TypedDict):
    at: Path
    text: str
    detail: str
    description: str
    tooltip: str
    url: str | None
    is_assumed: bool


class CardBuilder:
    """Builds cards in one language."""

    def __init__(self, journey: Journey, language: Language, *, descriptions: bool) -> None:
        self.journey = journey
        self.language: Language = language
        self._source_of_stage = self._owner_of_stage = ""
        self._with_descriptions = descriptions
        self._sources = {source.key: quoted(written(source.name), LONGEST_TOOLTIP) for source in journey.sources}

    def within(self, stage: Stage) -> "CardBuilder":
        """A builder of the cards of a stage, which take from it what they lack."""
        builder = copy(self)
        builder.take_from(stage)
        return builder

    def take_from(self, stage: Stage) -> None:
        """Have cards take what they lack from a stage: its words are put together once for all of them."""
        source, owner = self._named_sources(stage.source), self._field(stage, "owner") if stage.owner else ""
        of_stage = f" ({self.localized(_OF_STAGE)})"
        self._source_of_stage = source and source + of_stage
        self._owner_of_stage = owner and quoted(owner, LONGEST_TOOLTIP) + of_stage

    def localized(self, text: Text) -> str:
        return text.localized(self.language)

    def description(self, thing: Journey | Stage | Item) -> str:
        """What the map says about a thing at length, for whoever asks for it."""
        return written(thing.description or "") if self._with_descriptions else ""

    def facts(self) -> Iterator[str]:
        journey = self.journey
        if journey.persona:
            named = (journey.persona.name, journey.persona.segment)
            yield self._fact(Text(en="Persona", ru="Персона"), ", ".join(written(part) for part in named if part))
        if journey.scenario:
            yield self._field(journey, "scenario")
        if journey.state:
            yield self.localized(STATES[journey.state])
        if journey.sources:
            listed = ", ".join(self._source(source) for source in journey.sources)
            yield self._fact(Text(en="based on", ru="источники"), listed)
        if journey.reviewed:
            yield self._fact(Text(en="reviewed", ru="пересмотрена"), str(journey.reviewed))
        if journey.owner:
            yield self._field(journey, "owner")
        if journey.status not in (None, "live"):
            yield self.localized(MAP_STATUSES[journey.status])
        if journey.based_on:
            yield self._fact(Text(en="map as it is", ru="карта «как есть»"), written(journey.based_on))
        for kpi in map(self.kpi, journey.kpis):
            figures = " ".join(filter(None, (kpi.target, self._now(kpi))))
            yield f"{kpi.text}: {figures}" if figures else kpi.text

    def _now(self, kpi: KpiCard) -> str:
        sign = {True: "✓ ", False: "× ", None: ""}[kpi.is_met]
        return f"({sign}{self.localized(ACTUAL)} {kpi.actual})" if kpi.actual else ""

    def of_stage(self, stage: Stage) -> str:
        """What stands below the name of a stage: a phase of the team's own, how long it takes, whose it is, its map."""
        own_phase = stage.phase if stage.phase not in PHASES else None
        words = [written(text) for text in (own_phase, stage.duration) if text]
        if stage.owner:
            words.append(self._field(stage, "owner"))
        if stage.map:
            words.append(self._fact(Text(en="in detail", ru="подробно"), written(stage.map)))
        return " · ".join(words)

    def persona(self) -> Iterator[str]:
        """What one should know about the persona, beyond name and segment."""
        persona = self.journey.persona
        if persona is None:
            return
        if persona.about:
            yield written(persona.about)
        for info in fields_of(Persona):
            if info.is_list and (texts := getattr(persona, info.name)):
                yield self._fact(info.label, "; ".join(map(written, texts)))

    def _fact(self, label: Text, value: str) -> str:
        return f"{self.localized(label)}: {value}"

    def _field(self, entity: Entity, key: str) -> str:
        info = next(info for info in fields_of(type(entity)) if info.key == key)
        value = getattr(entity, info.name)
        return self._fact(info.label, self.localized(info.words[value]) if value in info.words else written(str(value)))

    def _word(self, entity: Entity, key: str) -> str:
        """The same, or nothing where there is no value."""
        return self._field(entity, key) if getattr(entity, key) else ""

    def _source(self, source: Source) -> str:
        name = written(source.name)
        return f"{name} (n\u00a0=\u00a0{grouped(source.sample)})" if source.sample else name

    def text(self, info: FieldInfo, value: object, at: Path) -> Note:
        """A note of a single value."""
        words = info.words.get(value)
        return Note(text=self.localized(words) if words else written(str(value)), at=at)

    def note(self, item: Item) -> Note:
        return Note(**self.common(item, item.owner))

    def common(self, item: Item, *details: str | None) -> _Common:
        """What all cards take from an item; an assumption is always marked."""
        words = [written(detail) for detail in details if detail]
        if item.confidence == "assumed":
            words.append(self.localized(CONFIDENCES["assumed"]))
        return {
            "at": item.at,
            "text": written(item.name),
            "detail": " · ".join(words),
            "description": self.description(item),
            "tooltip": " · ".join(filter(None, (written(item.description or ""), self.evidence(item)))),
            "url": item.url,
            "is_assumed": item.confidence == "assumed",
        }

    def evidence(self, item: Item | Emotion) -> str:
        """How we know it, and who answers for it."""
        confidence = self.localized(CONFIDENCES[item.confidence]) if item.confidence else ""
        source, owner = self._named_sources(item.source) if item.source else self._source_of_stage, ""
        if isinstance(item, Item):
            owner = self._field(item, "owner") if item.owner else self._owner_of_stage
        return " · ".join(filter(None, (confidence, source, owner)))

    def _named_sources(self, keys: Sequence[str]) -> str:
        """The names of sources, as far as a tooltip holds them: each card of a stage may name them all."""
        names = [self._sources.get(key) or quoted(written(key), LONGEST_TOOLTIP) for key in keys[:_MOST_SOURCES]]
        return quoted(" · ".join(names), LONGEST_TOOLTIP)

    def feeling(self, emotion: Emotion | None) -> str:
        """The word that the map gives, in the language of the sheet where the format knows it."""
        name = emotion.name if emotion else None
        known = FEELINGS.get(name or "")
        return self.localized(known) if known else written(name or "")

    def action(self, label: str, action: Action) -> Note | ActionCard:
        """A step: a note, unless it has an emotion or decides."""
        waits = self._fact(Text(en="wait", ru="ждёт"), written(action.wait)) if action.wait else None
        felt, actors = self.feeling(action.emotion), ", ".join(action.actors)
        details = (felt, actors, action.channel, waits, action.duration, _moment(action), action.owner)
        common = self.common(action, *details, *(self.localized(QUOTED).format(thought) for thought in action.thoughts))
        if not action.emotion and not action.moment_of_truth:
            return Note(**common)
        score = action.emotion.score if action.emotion else None
        return ActionCard(**common, label=label, score=score, is_moment_of_truth=bool(action.moment_of_truth))

    def touchpoint(self, number: int, touchpoint: Touchpoint) -> TouchpointCard:
        return TouchpointCard(
            **self.common(
                touchpoint,
                touchpoint.channel,
                self.feeling(touchpoint.emotion),
                ", ".join(touchpoint.actors),
                _moment(touchpoint),
            ),
            channel=written(touchpoint.channel or ""),
            number=number,
            score=touchpoint.emotion.score if touchpoint.emotion else None,
            is_moment_of_truth=bool(touchpoint.moment_of_truth),
        )

    def problem(self, label: str, number: int | None, problem: Problem) -> ProblemCard:
        checked = CONFIDENCES[problem.confidence] if problem.confidence in ("observed", "measured") else None
        frequency = FREQUENCIES.get(problem.frequency or "")
        often = self.localized(frequency) if frequency else problem.frequency
        common = self.common(problem, often, self.localized(checked) if checked else None)
        return ProblemCard(**common, label=label, number=number, severity=problem.severity)

    def solution(self, label: str, solution: Solution) -> SolutionCard:
        status = self.localized(STATUSES[solution.status]) if solution.status else None
        impact, effort = (self._word(solution, key) for key in ("impact", "effort"))
        common = self.common(solution, status, solution.owner, impact, effort)
        return SolutionCard(**common, label=label, status=solution.status)

    def kpi(self, kpi: Kpi) -> KpiCard:
        common = self.common(kpi)
        if kpi.as_of:
            as_of = self._fact(Text(en="as of", ru="по состоянию на"), str(kpi.as_of))
            common["tooltip"] = " · ".join(filter(None, (common["tooltip"], as_of)))
        target, actual = self._figure(kpi.target, kpi.unit), self._reached(kpi.actual, kpi)
        period = f" {self.localized(PERIODS[kpi.period])}" if kpi.period else ""
        return KpiCard(
            **common,
            target=target and target + period,
            actual=actual and actual + ("" if target else period),
            baseline=self._reached(kpi.baseline, kpi),
            is_met=has_met(kpi.target, kpi.actual, kpi.unit or "") if kpi.target and kpi.actual else None,
        )

    def _reached(self, text: str | None, kpi: Kpi) -> str:
        """The figure reached; a bare number that can be compared with the target gets the target's unit."""
        return self._figure(text, kpi.unit or _unit_of_target(kpi.target or "", text or ""))

    def _figure(self, text: str | None, unit: str | None) -> str:
        return with_unit(figure(written(text or ""), self.language), written(unit or ""))


def _moment(step: Action | Touchpoint) -> str:
    """What must go right at a moment of truth, where that is said."""
    return f"{MOMENT} {step.moment_of_truth}" if isinstance(step.moment_of_truth, str) else ""


def _unit_of_target(target: str, text: str) -> str:
    """The unit of a target, for a bare number that can be compared with it."""
    goal, figure = read_target(target), read_target(text)
    if goal is None or figure is None or figure.unit or has_met(target, text) is None:
        return ""
    return goal.unit
