"""What stands below a sheet, in every format."""

from collections.abc import Iterator

from cjm.core.text import Text
from cjm.core.vocabulary import MOMENT, MOMENT_OF_TRUTH, SEVERITIES, SEVERITY_SIGNS, STATUS_SIGNS, STATUSES
from cjm.drawing.sheet import ColumnTransition, ProblemCard, Sheet, SolutionCard


def footer(sheet: Sheet) -> Iterator[str]:
    """The lines below a sheet: what its signs mean, and the ways that are not simply the next stage."""
    meanings = " · ".join(legend(sheet))
    if meanings:
        yield meanings
    yield from transitions(sheet)


def transitions(sheet: Sheet) -> Iterator[str]:
    """A line with the ways that are not simply the next stage, if there are any."""
    if sheet.transitions:
        listed = "; ".join(_transition(sheet, transition) for transition in sheet.transitions)
        yield f"{Text(en='Transitions', ru='Переходы').localized(sheet.language)}: {listed}"


def _transition(sheet: Sheet, transition: ColumnTransition) -> str:
    names = f"{sheet.headings[transition.origin].name} → {sheet.headings[transition.destination].name}"
    return f"{names} ({transition.name})" if transition.name else names


def legend(sheet: Sheet) -> Iterator[str]:
    """What the signs mean, those that occur."""
    cards = [card for lane in sheet.lanes for cards in lane.cells for card in cards]
    say = sheet.language
    if any(getattr(card, "is_moment_of_truth", False) for card in cards):
        yield f"{MOMENT} {MOMENT_OF_TRUTH.localized(say)}"
    severities = {card.severity for card in cards if isinstance(card, ProblemCard)}
    for severity, sign in SEVERITY_SIGNS.items():
        if severity in severities:
            severity_name = SEVERITIES[severity].localized(say)
            yield f"{sign} {Text(en=f'{severity_name} severity', ru=f'{severity_name} серьёзность').localized(say)}"
    statuses = {card.status for card in cards if isinstance(card, SolutionCard)}
    yield from (
        f"{sign} {STATUSES[status].localized(say)}" for status, sign in STATUS_SIGNS.items() if status in statuses
    )
