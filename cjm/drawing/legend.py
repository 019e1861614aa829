"""The legend below a sheet, in every format."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from cjm.core.text import Text
from cjm.core.vocabulary import MOMENT, MOMENT_OF_TRUTH, SEVERITIES, SEVERITY_SIGNS, STATUS_SIGNS, STATUSES
from cjm.drawing.sheet import AnyCard, ColumnExit, ColumnTransition, ProblemCard, Sheet, SolutionCard

_Word = TypeVar("_Word")

OUT = Text(en="out", ru="уход")
"""Where a transition leads that leaves the journey."""
_SEVERITY = Text(en=" severity", ru=" серьёзность")


def footer(sheet: Sheet) -> Iterator[str]:
    """The lines below a sheet: what its signs mean, and the transitions that are not simply to the next stage."""
    meanings = " · ".join(legend(sheet))
    if meanings:
        yield meanings
    yield from transitions(sheet)


def transitions(sheet: Sheet) -> Iterator[str]:
    """A line with the transitions that are not simply to the next stage, if any."""
    ways: list[ColumnTransition | ColumnExit] = [*sheet.transitions, *sheet.exits]
    if ways:
        listed = "; ".join(_way(sheet, way) for way in ways)
        yield f"{Text(en='Transitions', ru='Переходы').localized(sheet.language)}: {listed}"


def _way(sheet: Sheet, way: ColumnTransition | ColumnExit) -> str:
    target = OUT.localized(sheet.language) if isinstance(way, ColumnExit) else sheet.headings[way.destination].name
    names = f"{sheet.headings[way.origin].name} → {target}"
    return f"{names} ({way.name})" if way.name else names


def legend(sheet: Sheet) -> Iterator[str]:
    """What the signs mean, those that occur."""
    cards = list(_cards(sheet))
    if any(getattr(card, "is_moment_of_truth", False) for card in cards):
        yield f"{MOMENT} {MOMENT_OF_TRUTH.localized(sheet.language)}"
    severities = [card.severity for card in cards if isinstance(card, ProblemCard)]
    yield from (
        f"{sign} {(SEVERITIES[severity] + _SEVERITY).localized(sheet.language)}"
        for severity, sign in _occurring(SEVERITY_SIGNS, severities)
    )
    statuses = [card.status for card in cards if isinstance(card, SolutionCard)]
    yield from (
        f"{sign} {STATUSES[status].localized(sheet.language)}" for status, sign in _occurring(STATUS_SIGNS, statuses)
    )


def _cards(sheet: Sheet) -> Iterator[AnyCard]:
    return (card for lane in sheet.lanes for cards in lane.cells for card in cards)


def _occurring(signs: Mapping[_Word, str], words: Sequence[_Word | None]) -> Iterator[tuple[_Word, str]]:
    """Those words that occur, in the order of the signs."""
    return ((word, sign) for word, sign in signs.items() if word in words)
