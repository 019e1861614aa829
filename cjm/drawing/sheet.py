"""The sheet: a journey laid out in lanes and stages, with cards in the cells. Every format of a map draws this.

Texts are printable and in one language. Lanes are an open set: a field of a stage that the model says is a lane is
one, and every format shows it. Cards are a closed union: a format matches on it, and the type checker names each
format that does not handle a new kind.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from unicodedata import normalize

from cjm.core.model import Journey
from cjm.core.path import Path
from cjm.core.safe_text import one_line
from cjm.core.text import Language
from cjm.core.vocabulary import Line, ProblemSeverity, Score, SolutionStatus

LONGEST_TOOLTIP = 500
"""Letters."""

ChangeStatus: TypeAlias = Literal["added", "removed", "changed", "moved", "left", "solved"]
"""What became of a thing since an earlier map; one that was moved has `left` the place where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happened to a card or a stage since an earlier map, with a sign for it; `notes` say how it was."""

    status: ChangeStatus
    sign: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markable:
    """Something with a path in the map, `at`, that may have the mark of a change."""

    at: Path = field(default=(), compare=False, repr=False)
    mark: Mark | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it was here only in the earlier map."""
        return self.mark is not None and self.mark.status in ("removed", "left")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Markable):
    """What all cards have: a text, a muted `detail`, a `description` for whoever asks, and what a tooltip shows."""

    text: str
    detail: str = ""
    description: str = ""
    tooltip: str = ""
    url: str | None = None
    is_assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Card):
    """A plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCard(Card):
    """A step that has an emotion or decides; its `label` comes back on the curve."""

    label: str
    score: Score | None
    is_moment_of_truth: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointCard(Card):
    """A touchpoint; its `number` comes back on the curve and at its problems."""

    number: int
    channel: str
    score: Score | None
    is_moment_of_truth: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmotionPoint(Card):
    """A point of the emotion curve, at `position` of the stage's width (0 to 1).

    Its `label` is that of its action or touchpoint; the whole stage has none.
    """

    score: Score
    position: float
    label: str = ""
    is_moment_of_truth: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCard(Card):
    """A problem; `label` ties its solutions to it and begins with the number of its touchpoint."""

    label: str
    number: int | None
    severity: ProblemSeverity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionCard(Card):
    """A solution, under the label of its problem."""

    label: str
    status: SolutionStatus | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiCard(Card):
    """A KPI; `is_met` is None where target or actual are missing or leave a doubt. `baseline` is its earlier figure."""

    target: str
    actual: str
    baseline: str
    is_met: bool | None


AnyCard: TypeAlias = Note | ActionCard | TouchpointCard | EmotionPoint | ProblemCard | SolutionCard | KpiCard
Cell: TypeAlias = tuple[AnyCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the sheet: a cell for each stage, an empty one where the stage has nothing."""

    key: str
    title: str
    cells: tuple[Cell, ...]
    line_above: Line | None = None
    """The line of the service blueprint that is drawn above this lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Markable):
    """The head of a column: the stage, and in `detail` how long it takes and who answers for it.

    `course` is what may be on its emotion curve, from left to right, also where it has no emotion.
    """

    number: int
    name: str
    detail: str
    description: str = ""
    tooltip: str = ""
    course: tuple[Markable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTransition:
    """A transition between two columns, counted from zero."""

    origin: int
    destination: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnExit:
    """Where customers leave the journey: at a column, counted from zero."""

    origin: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a sheet shows of an earlier map: its emotion curve, and what goes with the marks.

    The curve comes in runs of points with their columns; `then` and `now` name the two curves. `elsewhere` says
    the changes that belong to no card, `legend` what the signs of the marks mean; either may be empty.
    """

    curve: tuple[tuple[tuple[int, EmotionPoint], ...], ...]
    then: str
    now: str
    map_level: str
    legend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole map, ready to be drawn; `summary` and `earlier` are for a map compared with an earlier one.

    Its `description`, and those of headings and cards, are there for whoever asks for them; a `tooltip` always.
    """

    language: Language
    title: str
    facts: tuple[str, ...]
    persona: tuple[str, ...]
    quote: str
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    transitions: tuple[ColumnTransition, ...]
    exits: tuple[ColumnExit, ...] = ()
    description: str = ""
    tooltip: str = ""
    summary: str = ""
    earlier: Earlier | None = None

    def lane(self, key: str) -> Lane | None:
        """The lane of a key, if it is not empty."""
        return next((lane for lane in self.lanes if lane.key == key), None)

    def stage_emotion(self, column: int) -> EmotionPoint | None:
        """The emotion of a stage as a whole, if the map has it."""
        lane = self.lane("emotion")
        cards = lane.cells[column] if lane else ()
        return next((card for card in cards if isinstance(card, EmotionPoint) and not card.label), None)


def on_curve(cell: Cell) -> tuple[EmotionPoint, ...]:
    """The points of the emotion curve in a cell: those of the steps, or else that of the whole stage."""
    emotions = tuple(card for card in cell if isinstance(card, EmotionPoint) and not card.is_gone)
    return tuple(emotion for emotion in emotions if emotion.label) or emotions


def language_of(journey: Journey) -> Language:
    """The language that a map is drawn in: its own if it is one of ours, else that of its title's letters."""
    code = (journey.language or "").split("-")[0]
    if code in ("en", "ru"):
        return "ru" if code == "ru" else "en"
    return "ru" if any("а" <= letter <= "я" for letter in journey.title.lower()) else "en"


def written(text: str) -> str:
    """A text as it is drawn: letters with their marks as one sign where there is one, no hyphens that do not show."""
    return normalize("NFC", one_line(text)).replace("\u00ad", "")
