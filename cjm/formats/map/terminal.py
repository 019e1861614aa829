"""A map as a table in the terminal: the same sheet as the poster, in bands of as many stages as fit side by side."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from cjm.core.model import Journey
from cjm.core.text import Language
from cjm.core.vocabulary import BARS, BASELINE, LINES, MOMENT, QUOTED, SEVERITY_SIGNS, STATUS_SIGNS, signed, step
from cjm.drawing.legend import footer
from cjm.drawing.sheet import (
    ActionCard,
    AnyCard,
    Card,
    EmotionPoint,
    KpiCard,
    Lane,
    Note,
    ProblemCard,
    Sheet,
    SolutionCard,
    TouchpointCard,
)
from cjm.drawing.sheet_builder import sheet_of
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions
from cjm.formats.terminal_text import printed

FORMAT = Format()

_LANE = 15
_NARROWEST = 18
"""Cells that a stage's column needs to be read."""
_COLOURS = {-2: "red", -1: "dark_orange3", 0: "bright_black", 1: "green", 2: "bright_green"}
_HUES = ("blue", "cyan", "green", "yellow", "red", "magenta")
_SEVERITIES = {"critical": "bold red", "high": "red", "medium": "dark_orange3", "low": "bright_black"}


def render(journey: Journey, options: MapOptions) -> str:
    """A table of at most `options.width` cells; narrower than one stage needs, that one stage is squeezed."""
    sheet = sheet_of(journey, options.language, descriptions=options.descriptions, lanes=options.lanes)
    return printed(_parts(sheet, options.width), colour=options.colour, width=options.width)


def _parts(sheet: Sheet, width: int) -> Iterator[RenderableType]:
    yield Styled(sheet.title, style="bold")
    if sheet.description:
        yield Styled(sheet.description)
    for facts in (sheet.facts, sheet.persona):
        if facts:
            yield Styled(" · ".join(facts), style="dim")
    if sheet.quote:
        yield Styled(QUOTED.localized(sheet.language).format(sheet.quote), style="italic")
    for columns in _bands(len(sheet.headings), width):
        yield _table(sheet, columns, width)
    for line in footer(sheet):
        yield Styled(line, style="dim")


def _bands(stages: int, width: int) -> list[range]:
    """Which stages are side by side: as many as fit, and the bands as even as can be."""
    fitting = max(1, (width - _LANE - 2) // (_NARROWEST + 2))
    bands = -(-stages // fitting)
    size = -(-stages // bands)
    return [range(start, min(start + size, stages)) for start in range(0, stages, size)]


def _table(sheet: Sheet, columns: range, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, padding=(0, 1, 0, 0), pad_edge=False, width=width)
    table.add_column("", width=_LANE, style="dim", overflow="fold")
    for column in columns:
        heading = sheet.headings[column]
        name = Styled(f"{heading.number}. {heading.name}", style=f"bold {_HUES[column % len(_HUES)]}")
        detail = Styled(f"\n{heading.detail}" if heading.detail else "", style="dim")
        description = Styled(f"\n{heading.description}" if heading.description else "", style="italic")
        table.add_column(Styled().join((name, detail, description)), ratio=1, overflow="fold")
    for lane in sheet.lanes:
        cells = [lane.cells[column] for column in columns]
        if any(cells):
            table.add_row(_lane_name(sheet, lane), *(_cell(cards, sheet.language) for cards in cells))
    return table


def _lane_name(sheet: Sheet, lane: Lane) -> RenderableType:
    if lane.line_above is None:
        return Styled(lane.title)
    return Group(Styled(f"╌ {LINES[lane.line_above].localized(sheet.language)}", style="italic"), Styled(lane.title))


def _cell(cards: Sequence[AnyCard], language: Language) -> RenderableType:
    if not cards:
        return Styled("—", style="dim")
    emotions = [card for card in cards if isinstance(card, EmotionPoint)]
    if emotions:
        return _stage_emotion(emotions)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for card in cards:
        grid.add_row(*_row(card, language))
    return grid


def _row(card: AnyCard, language: Language) -> tuple[Styled, Styled]:
    match card:
        case Note():
            return Styled("·"), _body(card)
        case ActionCard():
            return Styled(card.label or "·"), _step(card)
        case TouchpointCard():
            return Styled(str(card.number)), _step(card)
        case ProblemCard():
            return Styled(card.label), _problem(card)
        case SolutionCard():
            return Styled(card.label or "·"), _solution(card)
        case KpiCard():
            return Styled("·"), _kpi(card, language)
        case EmotionPoint():
            raise ValueError("an emotion is part of the curve, not a row")
        case _:
            assert_never(card)


def _body(card: Card, *signs: Styled, style: str = "") -> Styled:
    text = Styled(card.text, style=style)
    for sign in signs:
        text = Styled().join((text, sign))
    if card.detail:
        text = Styled().join((text, Styled(f" · {card.detail}", style="dim")))
    return Styled().join((text, Styled(f"\n{card.description}", style="italic"))) if card.description else text


def _step(card: ActionCard | TouchpointCard) -> Styled:
    score = [] if card.score is None else [Styled(f" {signed(card.score)}", style=_COLOURS[step(card.score)])]
    moment = [Styled(f" {MOMENT}", style="bold yellow")] if card.is_moment_of_truth else []
    return _body(card, *score, *moment)


def _problem(card: ProblemCard) -> Styled:
    severity = card.severity
    signs = [Styled(f" {SEVERITY_SIGNS[severity]}", style=_SEVERITIES[severity])] if severity else []
    return _body(card, *signs)


def _solution(card: SolutionCard) -> Styled:
    signs = [Styled(f" {STATUS_SIGNS[card.status]}", style="green")] if card.status else []
    return _body(card, *signs, style="strike" if card.status == "rejected" else "")


def _kpi(card: KpiCard, language: Language) -> Styled:
    text = _body(card)
    if card.target:
        text = text + Styled(f"\n{card.target}", style="bold")
    if card.actual:
        sign, colour = {True: ("✓", "green"), False: ("×", "red"), None: ("·", "bright_black")}[card.is_met]
        text = text + Styled(f"\n{sign} {card.actual}", style=colour)
    if card.baseline:
        text = text + Styled(f"\n{BASELINE.localized(language)} {card.baseline}", style="dim")
    return text


def _stage_emotion(emotions: Sequence[EmotionPoint]) -> Styled:
    """A bar for each step's emotion, the scores below, and the emotion of the stage as a whole."""
    points = [emotion for emotion in emotions if emotion.label]
    whole = [emotion for emotion in emotions if not emotion.label]
    bars = Styled(" ").join(
        Styled(BARS[step(emotion.score)] * 2, style=_COLOURS[step(emotion.score)]) for emotion in points or whole
    )
    scores = Styled(" ").join(Styled(f"{signed(emotion.score):>2}", style="dim") for emotion in points or whole)
    lines = [bars, scores, *(Styled(f"{signed(emotion.score)} {emotion.text}") for emotion in whole)]
    return Styled("\n").join(lines)
