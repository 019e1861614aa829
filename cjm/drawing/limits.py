"""What is too large to be drawn: refused with figures before its cost is spent, far above what anyone reads on a sheet.

With the most of each, a drawing takes some five seconds.
"""

from collections.abc import Iterator

from cjm.core.errors import DrawingError
from cjm.core.text import Text
from cjm.core.vocabulary import grouped
from cjm.drawing.sheet import AnyCard, KpiCard, Sheet

MOST_STAGES = 1_000
MOST_TRANSITIONS = 1_000
MOST_CELLS = 50_000
"""Stages times rows; a lane has as many rows as the fullest of its cells has cards."""
MOST_CARDS = 5_000
MOST_LETTERS = 500_000

_STAGES = Text(en="stages", ru="этапов")
_TRANSITIONS = Text(en="transitions", ru="переходов")
_CELLS = Text(en="cells (stages × rows)", ru="ячеек (этапы × строки)")
_CARDS = Text(en="cards", ru="карточек")
_LETTERS = Text(en="letters", ru="букв")
_SPLIT = Text(
    en="split the map into several; --format json has no limits",
    ru="разделите карту на несколько; у --format json пределов нет",
)


def check_table(stages: int, rows: int) -> None:
    """Refuse a table of too many stages or cells.

    Raises:
        DrawingError: it has more than can be drawn.
    """
    _check(_STAGES, stages, MOST_STAGES)
    _check(_CELLS, stages * rows, MOST_CELLS)


def check_sheet(sheet: Sheet) -> None:
    """Refuse a sheet that is too large for any drawing.

    Raises:
        DrawingError: it has more of something than can be drawn.
    """
    check_table(len(sheet.headings), sum(max(map(len, lane.cells)) for lane in sheet.lanes))
    _check(_TRANSITIONS, len(sheet.transitions) + len(sheet.exits), MOST_TRANSITIONS)
    _check(_CARDS, sum(1 for _ in _cards(sheet)), MOST_CARDS)
    _check(_LETTERS, sum(_letters(sheet)), MOST_LETTERS)


def _check(what: Text, count: int, most: int) -> None:
    if count > most:
        raise DrawingError(
            Text(
                en=f"the map has {count:,} {what.en}, and at most {most:,} can be drawn",
                ru=f"{what.ru} в карте {grouped(count)}, а нарисовать можно не больше {grouped(most)}",
            ),
            hint=_SPLIT,
        )


def _cards(sheet: Sheet) -> Iterator[AnyCard]:
    return (card for lane in sheet.lanes for cell in lane.cells for card in cell)


def _letters(sheet: Sheet) -> Iterator[int]:
    """How long the texts are; a table in the terminal repeats the names of lanes, and the legend those of stages."""
    names = [len(heading.name) for heading in sheet.headings]
    yield from map(len, (sheet.title, *sheet.facts, *sheet.persona, sheet.quote))
    yield from names
    yield from (len(heading.detail) + len(heading.description) for heading in sheet.headings)
    yield from (len(lane.title) * len(names) for lane in sheet.lanes if lane.key.startswith("x-"))
    yield from (len(each.name) + names[each.origin] + names[each.destination] for each in sheet.transitions)
    yield from (len(each.name) + names[each.origin] for each in sheet.exits)
    for card in _cards(sheet):
        yield len(card.text) + len(card.detail) + len(card.description)
        if isinstance(card, KpiCard):
            yield len(card.target) + len(card.actual) + len(card.baseline)
