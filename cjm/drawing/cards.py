"""Cards of the poster: a coloured rail, a number or label, the text, a muted second line.

Nothing is shown by colour alone: severity is a count of triangles too, a status a sign, an assumption an empty rail
and a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never
from xml.etree.ElementTree import Element

from cjm.core.text import Language, Text
from cjm.core.vocabulary import ACTUAL, BASELINE, MOMENT, SEVERITY_SIGNS, STATUS_SIGNS, step
from cjm.drawing import palette
from cjm.drawing.label import Ink, cell, linked, row, struck, table, words
from cjm.drawing.legend import legend
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

RAIL = 4
_PADDING = 4
_SLACK = 4
"""Points that a line leaves free, for the kerning that our widths ignore."""
_SIGN = 34
_LABEL = 27
_ASSUMED = Text(
    en="empty stripe: assumed, not checked yet",
    ru="пустая полоса: гипотеза, её ещё никто не проверил",
)


@dataclass(frozen=True, slots=True)
class CardFrame:
    """Where a card is drawn: how wide it may be, on what ground, in the colour of which stage."""

    width: float
    hue: str
    language: Language


def card(card: AnyCard, frame: CardFrame) -> Element:
    """The table that is one card."""
    match card:
        case Note():
            return _framed(card, frame, _Look(rail=palette.FAINT))
        case ActionCard():
            return _framed(card, frame, _step(card, card.label))
        case TouchpointCard():
            return _framed(card, frame, _step(card, str(card.number)))
        case ProblemCard():
            return _framed(card, frame, _problem(card))
        case SolutionCard():
            return _framed(card, frame, _solution(card))
        case KpiCard():
            return _kpi(card, frame)
        case EmotionPoint():
            raise ValueError("an emotion is a point of the curve, not a card")
        case _:
            assert_never(card)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    rail: str
    label: str = ""
    sign: str = ""
    sign_colour: str = palette.MUTED
    ground: str | None = None
    is_struck: bool = False


def _step(card: ActionCard | TouchpointCard, label: str) -> _Look:
    return _Look(
        rail=palette.FAINT if card.score is None else palette.SCORES[step(card.score)],
        label="" if card.is_gone else label,
        sign=MOMENT if card.is_moment_of_truth else "",
        sign_colour=palette.DECISIVE,
        ground=palette.CARD,
    )


def _problem(card: ProblemCard) -> _Look:
    colour = palette.SEVERITIES[card.severity or "low"]
    return _Look(
        rail=colour, label=card.label, sign=SEVERITY_SIGNS[card.severity] if card.severity else "", sign_colour=colour
    )


def _solution(card: SolutionCard) -> _Look:
    is_rejected = card.status == "rejected"
    return _Look(
        rail=palette.FAINT if is_rejected else palette.GOOD,
        label=card.label,
        sign=STATUS_SIGNS[card.status] if card.status else "",
        sign_colour=palette.MUTED if is_rejected else palette.GOOD,
        is_struck=is_rejected,
    )


def _framed(card: Card, frame: CardFrame, look: _Look) -> Element:
    available = frame.width - RAIL - (_LABEL if look.label else 0) - (_SIGN if look.sign else 0) - 2 * _PADDING
    body = cell(
        *_text(card, available - _SLACK, is_struck=look.is_struck or card.is_gone),
        align="LEFT",
        balign="LEFT",
        valign="TOP",
        width=int(available + 2 * _PADDING),
        cellpadding=_PADDING,
        bgcolor=look.ground,
    )
    cells = [rail(look.rail, is_hollow=card.is_assumed), *_label(look), body, *_sign(look)]
    return table([row(cells)], cellspacing=0, **linked(card.tooltip, card.url))


def meanings(sheet: Sheet, lanes: Iterable[Lane]) -> Iterator[str]:
    """What the signs on the cards of some lanes mean, those that occur."""
    yield from legend(sheet)
    if any(card.is_assumed for lane in lanes for cards in lane.cells for card in cards):
        yield _ASSUMED.localized(sheet.language)


def rail(colour: str, *, is_hollow: bool) -> Element:
    """The stripe at a card's left; hollow where the card is an assumption."""
    if is_hollow:
        return cell(width=RAIL, border=1, color=colour)
    return cell(width=RAIL, bgcolor=colour)


def _label(look: _Look) -> Sequence[Element]:
    if not look.label:
        return ()
    content = words(look.label, _LABEL, Ink(colour=palette.MUTED, style="Bold"), align="RIGHT")
    return (cell(content, width=_LABEL, align="RIGHT", valign="TOP", cellpadding=_PADDING, bgcolor=look.ground),)


def _sign(look: _Look) -> Sequence[Element]:
    if not look.sign:
        return ()
    size = palette.SMALL if len(look.sign) > 1 else palette.BODY
    content = words(look.sign, _SIGN, Ink(size=size, colour=look.sign_colour, style="Bold"), align="RIGHT")
    return (cell(content, width=_SIGN, align="RIGHT", valign="TOP", cellpadding=_PADDING, bgcolor=look.ground),)


def _text(card: Card, available: float, *, is_struck: bool) -> Sequence[Element]:
    text = words(card.text, available)
    lines = [struck(text) if is_struck else text]
    if card.detail:
        lines.append(words(card.detail, available, Ink(size=palette.SMALL, colour=palette.MUTED)))
    return lines


def _kpi(card: KpiCard, frame: CardFrame) -> Element:
    available = frame.width - 2 * _PADDING - 2
    name = words(card.text, available - _SLACK, Ink(colour=frame.hue, style="Bold"))
    lines = [struck(name) if card.is_gone else name]
    if card.target:
        lines.append(words(card.target, available - _SLACK))
    if card.actual:
        sign, colour = {True: ("✓ ", palette.GOOD), False: ("× ", palette.BAD), None: ("", palette.MUTED)}[card.is_met]
        actual = f"{sign}{ACTUAL.localized(frame.language)} {card.actual}"
        lines.append(words(actual, available - _SLACK, Ink(size=palette.SMALL, colour=colour, style="Bold")))
    if card.baseline:
        baseline = f"{BASELINE.localized(frame.language)} {card.baseline}"
        lines.append(words(baseline, available - _SLACK, Ink(size=palette.SMALL, colour=palette.MUTED)))
    body = cell(*lines, align="LEFT", balign="LEFT", width=int(available + 2 * _PADDING), cellpadding=_PADDING)
    return table([row([body])], border=1, color=frame.hue, style="rounded", **linked(card.tooltip, card.url))
