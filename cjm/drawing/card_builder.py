"""Builds the cards of a journey, in one language."""

from collections.abc import Iterator
from typing import TypedDict

from cjm.core import model
from cjm.core.fields import FieldInfo, fields_of
from cjm.core.measure import has_met, read_target, with_unit
from cjm.core.model import Journey, Stage
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.text import Language, Text
from cjm.core.vocabulary import CONFIDENCES, EMOTIONS, STATES, STATUSES, figure, grouped
from cjm.drawing.sheet import (
    LONGEST_TOOLTIP,
    Cell,
    EmotionPoint,
    KpiCard,
    Note,
    ProblemCard,
    SolutionCard,
    TouchpointCard,
    written,
)


class _Common(TypedDict):
    at: Path
    text: str
    detail: str
    tooltip: str
    url: str | None
    is_assumed: bool


class CardBuilder:
    """Builds cards in one language."""

    def __init__(self, journey: Journey, language: Language) -> None:
        self.journey = journey
        self.language: Language = language
        self._sources = {source.key: quoted(written(source.name), LONGEST_TOOLTIP) for source in journey.sources}

    def localized(self, text: Text) -> str:
        return text.localized(self.language)

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

    def persona(self) -> Iterator[str]:
        """What one should know about the persona, beyond name and segment."""
        persona = self.journey.persona
        if persona is None:
            return
        if persona.about:
            yield written(persona.about)
        for info in fields_of(model.Persona):
            if info.is_list and (texts := getattr(persona, info.name)):
                yield self._fact(info.label, "; ".join(map(written, texts)))

    def _fact(self, label: Text, value: str) -> str:
        return f"{self.localized(label)}: {value}"

    def _field(self, entity: model.Entity, key: str) -> str:
        info = next(info for info in fields_of(type(entity)) if info.key == key)
        return self._fact(info.label, written(str(getattr(entity, info.name))))

    def _source(self, source: model.Source) -> str:
        name = written(source.name)
        return f"{name} (n\u00a0=\u00a0{grouped(source.sample)})" if source.sample else name

    def text(self, info: FieldInfo, value: object, at: Path) -> Note:
        """A note of a single value."""
        words = info.words.get(value)
        return Note(text=self.localized(words) if words else written(str(value)), at=at)

    def note(self, item: model.Item) -> Note:
        return Note(**self.common(item, item.owner))

    def common(self, item: model.Item, *details: str | None) -> _Common:
        """What all cards take from an item; an assumption is always marked."""
        words = [written(detail) for detail in details if detail]
        if item.confidence == "assumed":
            words.append(self.localized(CONFIDENCES["assumed"]))
        return {
            "at": item.at,
            "text": written(item.name),
            "detail": " · ".join(words),
            "tooltip": self.evidence(item),
            "url": item.url,
            "is_assumed": item.confidence == "assumed",
        }

    def evidence(self, item: model.Item | model.Emotion) -> str:
        """How we know it, and who answers for it."""
        words = [self.localized(CONFIDENCES[item.confidence])] if item.confidence else []
        if item.source:
            words.append(self._sources.get(item.source, written(item.source)))
        if isinstance(item, model.Item) and item.owner:
            words.append(self._field(item, "owner"))
        return " · ".join(words)

    def emotions(self, stage: Stage) -> Cell:
        count = len(stage.touchpoints)
        points = tuple(
            EmotionPoint(
                at=touchpoint.emotion.at,
                text=written(touchpoint.emotion.name or touchpoint.name),
                score=touchpoint.emotion.score,
                position=(number - 0.5) / count,
                number=number,
                is_moment_of_truth=touchpoint.moment_of_truth,
                tooltip=self.evidence(touchpoint.emotion),
            )
            for number, touchpoint in enumerate(stage.touchpoints, start=1)
            if touchpoint.emotion
        )
        whole = self._whole_stage(stage)
        return (*points, whole) if whole else points

    def _whole_stage(self, stage: Stage) -> EmotionPoint | None:
        if stage.emotion is None:
            return None
        name = written(stage.emotion.name or "") or self.localized(EMOTIONS[stage.emotion.score])
        tooltip = self.evidence(stage.emotion)
        return EmotionPoint(at=stage.emotion.at, text=name, score=stage.emotion.score, position=0.5, tooltip=tooltip)

    def touchpoint(self, number: int, touchpoint: model.Touchpoint) -> TouchpointCard:
        return TouchpointCard(
            **self.common(touchpoint, touchpoint.channel),
            channel=written(touchpoint.channel or ""),
            number=number,
            score=touchpoint.emotion.score if touchpoint.emotion else None,
            is_moment_of_truth=touchpoint.moment_of_truth,
        )

    def problem(self, label: str, number: int | None, problem: model.Problem) -> ProblemCard:
        checked = CONFIDENCES[problem.confidence] if problem.confidence in ("observed", "measured") else None
        common = self.common(problem, self.localized(checked) if checked else None)
        return ProblemCard(**common, label=label, number=number, severity=problem.severity)

    def solution(self, label: str, solution: model.Solution) -> SolutionCard:
        status = self.localized(STATUSES[solution.status]) if solution.status else None
        return SolutionCard(**self.common(solution, status, solution.owner), label=label, status=solution.status)

    def kpi(self, kpi: model.Kpi) -> KpiCard:
        return KpiCard(
            **self.common(kpi),
            target=self._figure(kpi.target, kpi.unit),
            actual=self._reached(kpi.actual, kpi),
            baseline=self._reached(kpi.baseline, kpi),
            is_met=has_met(kpi.target, kpi.actual, kpi.unit or "") if kpi.target and kpi.actual else None,
        )

    def _reached(self, text: str | None, kpi: model.Kpi) -> str:
        """The figure reached; a bare number that can be compared with the target gets the target's unit."""
        return self._figure(text, kpi.unit or _unit_of_target(kpi.target or "", text or ""))

    def _figure(self, text: str | None, unit: str | None) -> str:
        return with_unit(figure(written(text or ""), self.language), written(unit or ""))


def _unit_of_target(target: str, text: str) -> str:
    """The unit of a target, for a bare number that can be compared with it."""
    goal, figure = read_target(target), read_target(text)
    if goal is None or figure is None or figure.unit or has_met(target, text) is None:
        return ""
    return goal.unit
