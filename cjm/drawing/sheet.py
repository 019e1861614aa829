"""A journey as a sheet: lanes across, stages down, cards in the cells. Every format of a map draws this.

Texts are printable and in one language. Lanes are an open set: one line of `_LANES` adds one, and every format
shows it. Cards are a closed union: a format matches on it, and the type checker names each one that must answer
a new kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Literal, TypeAlias, TypedDict
from unicodedata import normalize

from cjm.core import model
from cjm.core.measure import has_met, read_target, with_unit
from cjm.core.model import Journey, Stage
from cjm.core.path import Path
from cjm.core.safe_text import one_line
from cjm.core.text import Language, Text
from cjm.core.vocabulary import CONFIDENCES, EMOTIONS, STATES, STATUSES, Line, figure, grouped

ChangeStatus: TypeAlias = Literal["added", "removed", "changed", "moved", "left", "solved"]
"""What became of a thing since an earlier map; one that was moved has `left` the place where it stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happened to a card or a stage since an earlier map, with a sign for it; `notes` say how it was."""

    status: ChangeStatus
    sign: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markable:
    """What stands somewhere in the map, at `at`, and may carry the mark of a change."""

    at: Path = field(default=(), compare=False, repr=False)
    mark: Mark | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it stood here only in the earlier map."""
        return self.mark is not None and self.mark.status in ("removed", "left")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Markable):
    """What all cards have: a text, a muted `detail`, and what only a tooltip shows."""

    text: str
    detail: str = ""
    tooltip: str = ""
    url: str | None = None
    is_assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Card):
    """A plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointCard(Card):
    """A touchpoint; its `number` comes back on the curve and at its problems."""

    number: int
    channel: str
    score: int | None
    is_moment_of_truth: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmotionPoint(Card):
    """A point of the emotion curve, at `position` of the stage's width (0 to 1); the whole stage has no number."""

    score: int
    position: float
    number: int | None = None
    is_moment_of_truth: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCard(Card):
    """A problem; `label` ties its solutions to it and begins with the number of its touchpoint."""

    label: str
    number: int | None
    severity: model.ProblemSeverity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionCard(Card):
    """A solution, under the label of its problem."""

    label: str
    status: model.SolutionStatus | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiCard(Card):
    """A KPI; `is_met` is None where target or actual are missing or leave a doubt. `baseline` is where it stood."""

    target: str
    actual: str
    baseline: str
    is_met: bool | None


AnyCard: TypeAlias = Note | TouchpointCard | EmotionPoint | ProblemCard | SolutionCard | KpiCard
Cell: TypeAlias = tuple[AnyCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the sheet: a cell for each stage, an empty one where the stage has nothing to say."""

    key: str
    title: str
    cells: tuple[Cell, ...]
    line_above: Line | None = None
    """The line of the service blueprint that is drawn above this lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Markable):
    """The head of a column."""

    number: int
    name: str
    duration: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTransition:
    """A transition between two columns, counted from zero."""

    origin: int
    destination: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a sheet shows of an earlier map: its emotion curve, and what goes with the marks.

    The curve comes in runs of points with their columns; `then` and `now` name the two curves. `elsewhere` tells
    the changes that belong to no card, `legend` what the signs of the marks mean; either may be empty.
    """

    curve: tuple[tuple[tuple[int, EmotionPoint], ...], ...]
    then: str
    now: str
    map_level: str
    legend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole map, ready to be drawn; `summary` and `earlier` say what changed, where it is held against another."""

    language: Language
    title: str
    facts: tuple[str, ...]
    persona: tuple[str, ...]
    quote: str
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    transitions: tuple[ColumnTransition, ...]
    summary: str = ""
    earlier: Earlier | None = None

    def lane(self, key: str) -> Lane | None:
        """The lane of a key, if anybody filled it."""
        return next((lane for lane in self.lanes if lane.key == key), None)

    def stage_emotion(self, column: int) -> EmotionPoint | None:
        """How a stage as a whole feels, if the map says it."""
        lane = self.lane("emotion")
        cards = lane.cells[column] if lane else ()
        return next((card for card in cards if isinstance(card, EmotionPoint) and card.number is None), None)


def on_curve(cell: Cell) -> tuple[EmotionPoint, ...]:
    """The points of the emotion curve in a cell: those of the touchpoints, or else that of the whole stage."""
    emotions = tuple(card for card in cell if isinstance(card, EmotionPoint) and not card.is_gone)
    return tuple(emotion for emotion in emotions if emotion.number is not None) or emotions


def language_of(journey: Journey) -> Language:
    """The language that a map is drawn in: its own where we speak it, else that of its title's letters."""
    code = (journey.language or "").split("-")[0]
    if code in ("en", "ru"):
        return "ru" if code == "ru" else "en"
    return "ru" if any("а" <= letter <= "я" for letter in journey.title.lower()) else "en"


def sheet_of(journey: Journey, language: Language | None = None) -> Sheet:
    """Lay a journey out.

    Args:
        journey: a map that conforms to the schema.
        language: what lanes and facts are called in; left out, the map decides.
    """
    builder = CardBuilder(journey, language or language_of(journey))
    lanes = [lane for maker in _LANES if (lane := maker.lane(builder))] + list(_own_lanes(builder))
    return Sheet(
        language=builder.language,
        title=written(journey.title),
        facts=tuple(builder.facts()),
        persona=tuple(builder.persona()),
        quote=written(journey.persona.quote or "") if journey.persona else "",
        headings=tuple(
            Heading(number=number, name=written(stage.name), duration=written(stage.duration or ""), at=stage.at)
            for number, stage in enumerate(journey.stages, start=1)
        ),
        lanes=tuple(lanes),
        transitions=tuple(_transitions(journey)),
    )


def written(text: str) -> str:
    """A text as it is drawn: letters with their marks as one sign where there is one, no hyphens that do not show."""
    return normalize("NFC", one_line(text)).replace("\u00ad", "")


class _Common(TypedDict):
    at: Path
    text: str
    detail: str
    tooltip: str
    url: str | None
    is_assumed: bool


class CardBuilder:
    """Writes cards in one language."""

    def __init__(self, journey: Journey, language: Language) -> None:
        self.journey = journey
        self.language: Language = language
        self._sources = {source.key: written(source.name) for source in journey.sources}

    def say(self, text: Text) -> str:
        return text.localized(self.language)

    def facts(self) -> Iterator[str]:
        journey = self.journey
        if journey.persona:
            named = (journey.persona.name, journey.persona.segment)
            yield self._fact(Text(en="Persona", ru="Персона"), ", ".join(written(part) for part in named if part))
        if journey.scenario:
            yield self._fact(Text(en="scenario", ru="сценарий"), written(journey.scenario))
        if journey.state:
            yield self.say(STATES[journey.state])
        if journey.sources:
            listed = ", ".join(self._source(source) for source in journey.sources)
            yield self._fact(Text(en="based on", ru="источники"), listed)
        if journey.reviewed:
            yield self._fact(Text(en="reviewed", ru="пересмотрена"), str(journey.reviewed))
        if journey.owner:
            yield self._fact(Text(en="owner", ru="ответственный"), written(journey.owner))

    def persona(self) -> Iterator[str]:
        """What one should know of the persona, beyond name and segment."""
        persona = self.journey.persona
        if persona is None:
            return
        if persona.about:
            yield written(persona.about)
        for label, texts in (
            (Text(en="goals", ru="цели"), persona.goals),
            (Text(en="needs", ru="потребности"), persona.needs),
            (Text(en="pains", ru="боли"), persona.pains),
            (Text(en="motivations", ru="мотивы"), persona.motivations),
        ):
            if texts:
                yield self._fact(label, "; ".join(map(written, texts)))

    def _fact(self, label: Text, value: str) -> str:
        return f"{self.say(label)}: {value}"

    def _source(self, source: model.Source) -> str:
        name = written(source.name)
        return f"{name} (n\u00a0=\u00a0{grouped(source.sample)})" if source.sample else name

    def note(self, item: model.Item) -> Note:
        return Note(**self.common(item, item.owner))

    def common(self, item: model.Item, *details: str | None) -> _Common:
        """What all cards take from an item; that it is assumed, a card always says."""
        words = [written(detail) for detail in details if detail]
        if item.confidence == "assumed":
            words.append(self.say(CONFIDENCES["assumed"]))
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
        words = [self.say(CONFIDENCES[item.confidence])] if item.confidence else []
        if item.source:
            words.append(self._sources.get(item.source, written(item.source)))
        owner = getattr(item, "owner", None)
        if owner:
            words.append(self._fact(Text(en="owner", ru="ответственный"), written(owner)))
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
        name = written(stage.emotion.name or "") or self.say(EMOTIONS[stage.emotion.score])
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
        common = self.common(problem, self.say(checked) if checked else None)
        return ProblemCard(**common, label=label, number=number, severity=problem.severity)

    def solution(self, label: str, solution: model.Solution) -> SolutionCard:
        status = self.say(STATUSES[solution.status]) if solution.status else None
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
        """What was reached; a mere number that can be held against the target is in the target's unit."""
        target, figure = read_target(kpi.target or ""), read_target(text or "")
        can_be_held = has_met(kpi.target or "", text or "", kpi.unit or "") is not None
        borrowed = target.unit if target and figure and can_be_held and not figure.unit else None
        return self._figure(text, kpi.unit or borrowed)

    def _figure(self, text: str | None, unit: str | None) -> str:
        return with_unit(figure(written(text or ""), self.language), written(unit or ""))


@dataclass(frozen=True, slots=True)
class _LaneMaker:
    """Makes a lane that is there only where a stage fills it."""

    key: str
    title: Text
    cell: Callable[[CardBuilder, Stage], Cell]
    line_above: Line | None = None

    def lane(self, builder: CardBuilder) -> Lane | None:
        cells = tuple(self.cell(builder, stage) for stage in builder.journey.stages)
        title = builder.say(self.title)
        return Lane(key=self.key, title=title, cells=cells, line_above=self.line_above) if any(cells) else None


def _text(key: str, title: Text) -> _LaneMaker:
    def cell(_: CardBuilder, stage: Stage) -> Cell:
        text = getattr(stage, key)
        return (Note(text=written(text), at=(*stage.at, key)),) if text else ()

    return _LaneMaker(key, title, cell)


def _items(key: str, title: Text, line_above: Line | None = None) -> _LaneMaker:
    return _LaneMaker(key, title, lambda builder, stage: tuple(map(builder.note, getattr(stage, key))), line_above)


def _touchpoints(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.touchpoint(number, touchpoint) for number, touchpoint in enumerate(stage.touchpoints, start=1))


def _problems(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.problem(label, number, problem) for label, number, problem in labelled(stage))


def _solutions(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(
        builder.solution(label, solution) for label, _, problem in labelled(stage) for solution in problem.solutions
    )


def labelled(stage: Stage) -> Iterator[tuple[str, int | None, model.Problem]]:
    """Each problem with a label of its own in the stage and the number of its touchpoint.

    The label is the number; several problems of one touchpoint, or of none, are told apart by letters.
    """
    numbers = [_number_of(problem.touchpoint, stage) for problem in stage.problems]
    for position, (number, problem) in enumerate(zip(numbers, stage.problems, strict=True)):
        shared = numbers.count(number) > 1 or number is None
        yield f"{number or ''}{letter(numbers[:position].count(number)) if shared else ''}", number, problem


def letter(number: int) -> str:
    """a, b, … z, aa, ab, … for 0, 1, ….

    >>> letter(0), letter(26)
    ('a', 'aa')
    """
    more, last = divmod(number, len(ascii_lowercase))
    return (letter(more - 1) if more else "") + ascii_lowercase[last]


def _number_of(name: str | None, stage: Stage) -> int | None:
    """The number of the touchpoint with an id or a name; an id is the stronger of the two."""
    for attribute in ("id", "name"):
        for number, touchpoint in enumerate(stage.touchpoints, start=1):
            if name is not None and getattr(touchpoint, attribute) == name:
                return number
    return None


def _own_lanes(builder: CardBuilder) -> Iterator[Lane]:
    """The lanes that begin with `x-`, in the order in which the map first names them."""
    stages = builder.journey.stages
    for key in dict.fromkeys(lane.key for stage in stages for lane in stage.own_lanes if lane.items):
        found = ({lane.key: lane for lane in stage.own_lanes}.get(key) for stage in stages)
        cells = tuple(
            tuple(Note(text=written(item), at=lane.at) for item in lane.items) if lane else () for lane in found
        )
        name = written(key.removeprefix("x-").replace("-", " ").replace("_", " "))
        yield Lane(key=key, title=name[:1].upper() + name[1:], cells=cells)


def _transitions(journey: Journey) -> Iterator[ColumnTransition]:
    positions: dict[str | None, int] = {}
    for position, stage in enumerate(journey.stages):
        positions.setdefault(stage.name, position)
    positions |= {stage.id: position for position, stage in enumerate(journey.stages) if stage.id}
    for transition in journey.transitions:
        origin, destination = positions.get(transition.origin), positions.get(transition.destination)
        if origin is not None and destination is not None:
            yield ColumnTransition(origin=origin, destination=destination, name=written(transition.name or ""))


_LANES: tuple[_LaneMaker, ...] = (
    _text("goal", Text(en="Our goal", ru="Цель этапа")),
    _text("customer_goal", Text(en="Customer’s goal", ru="Цель клиента")),
    _items("expectations", Text(en="Expectations", ru="Ожидания")),
    _items("actions", Text(en="Actions", ru="Действия")),
    _LaneMaker("touchpoints", Text(en="Touchpoints", ru="Точки контакта"), _touchpoints),
    _items("thoughts", Text(en="Thoughts", ru="Мысли")),
    _LaneMaker("emotion", Text(en="Emotions", ru="Эмоции"), CardBuilder.emotions),
    _LaneMaker("problems", Text(en="Problems", ru="Проблемы и барьеры"), _problems),
    _LaneMaker("solutions", Text(en="Solutions", ru="Решения"), _solutions),
    _LaneMaker("kpis", Text(en="KPIs", ru="KPI"), lambda builder, stage: tuple(map(builder.kpi, stage.kpis))),
    _items("tools", Text(en="Tools", ru="Инструменты")),
    _items("frontstage", Text(en="Frontstage", ru="Видимые действия"), "interaction"),
    _items("backstage", Text(en="Backstage", ru="Невидимые действия"), "visibility"),
    _items("support", Text(en="Support processes", ru="Процессы поддержки"), "internal"),
)

LANES = tuple(maker.key for maker in _LANES)
"""The keys of all lanes that we know, in the order in which they are drawn; those of the author's own follow."""
