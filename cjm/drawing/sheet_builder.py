"""Lays a journey out as a sheet."""

from collections import Counter
from collections.abc import Callable, Iterator
from string import ascii_lowercase

from cjm.core.fields import FieldInfo, LaneInfo, lanes_of
from cjm.core.model import Emotion, Entity, Journey, Kpi, Problem, Solution, Stage, Touchpoint
from cjm.core.own_lane import entries
from cjm.core.references import by_reference
from cjm.core.text import Language
from cjm.drawing.card_builder import CardBuilder
from cjm.drawing.limits import check_sheet, check_table
from cjm.drawing.sheet import Cell, ColumnTransition, Heading, Lane, Note, Sheet, language_of, written


def sheet_of(journey: Journey, language: Language | None = None) -> Sheet:
    """Lay a journey out.

    Args:
        journey: a map that conforms to the schema.
        language: that of lanes and facts; by default, the map's.

    Raises:
        DrawingError: the map is too large to be drawn.
    """
    own_keys = list(dict.fromkeys(key for stage in journey.stages for key in stage.extra))
    check_table(len(journey.stages), len(own_keys))
    builder = CardBuilder(journey, language or language_of(journey))
    lanes = [*(_lane(builder, info) for info in lanes_of(Stage)), *(_own_lane(builder, key) for key in own_keys)]
    sheet = Sheet(
        language=builder.language,
        title=written(journey.title),
        facts=tuple(builder.facts()),
        persona=tuple(builder.persona()),
        quote=written(journey.persona.quote or "") if journey.persona else "",
        headings=tuple(
            Heading(number=number, name=written(stage.name), duration=written(stage.duration or ""), at=stage.at)
            for number, stage in enumerate(journey.stages, start=1)
        ),
        lanes=tuple(lane for lane in lanes if any(lane.cells)),
        transitions=tuple(_transitions(journey)),
    )
    check_sheet(sheet)
    return sheet


def _lane(builder: CardBuilder, info: FieldInfo) -> Lane:
    lane = info.lane or LaneInfo()
    return Lane(
        key=info.key,
        title=builder.localized(info.title),
        cells=tuple(_cell(builder, info, stage) for stage in builder.journey.stages),
        line_above=lane.line_above,
    )


def _cell(builder: CardBuilder, info: FieldInfo, stage: Stage) -> Cell:
    """The cards of a lane in one stage: special cards for some types, notes for all others."""
    if info.type in _CELLS:
        return _CELLS[info.type](builder, stage)
    value = getattr(stage, info.name)
    if info.is_list:
        return tuple(map(builder.note, value))
    return (builder.text(info, value, (*stage.at, info.key)),) if value else ()


def _touchpoints(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.touchpoint(number, touchpoint) for number, touchpoint in enumerate(stage.touchpoints, start=1))


def _problems(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.problem(label, number, problem) for label, number, problem in _labelled(stage))


def _solutions(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(
        builder.solution(label, solution) for label, _, problem in _labelled(stage) for solution in problem.solutions
    )


def _kpis(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(map(builder.kpi, stage.kpis))


_CELLS: dict[type[Entity], Callable[[CardBuilder, Stage], Cell]] = {
    Touchpoint: _touchpoints,
    Emotion: CardBuilder.emotions,
    Problem: _problems,
    Solution: _solutions,
    Kpi: _kpis,
}


def _labelled(stage: Stage) -> Iterator[tuple[str, int | None, Problem]]:
    """Each problem with a label of its own in the stage and the number of its touchpoint.

    The label is the number; several problems of one touchpoint, or of none, get letters.
    """
    positions = by_reference(stage.touchpoints)
    found = (positions.get(problem.touchpoint or "") for problem in stage.problems)
    numbers = [each[0] + 1 if each else None for each in found]
    counts, before = Counter(numbers), Counter[int | None]()
    for number, problem in zip(numbers, stage.problems, strict=True):
        shared = counts[number] > 1 or number is None
        yield f"{number or ''}{_letter(before[number]) if shared else ''}", number, problem
        before[number] += 1


def _letter(number: int) -> str:
    """a, b, … z, aa, ab, … for 0, 1, ….

    >>> _letter(0), _letter(26)
    ('a', 'aa')
    """
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _own_lane(builder: CardBuilder, key: str) -> Lane:
    """A lane that begins with `x-`."""
    cells = tuple(tuple(_own_notes(stage, key)) for stage in builder.journey.stages)
    name = written(key.removeprefix("x-").replace("-", " ").replace("_", " "))
    return Lane(key=key, title=name[:1].upper() + name[1:], cells=cells)


def _own_notes(stage: Stage, key: str) -> Iterator[Note]:
    """The notes of an own lane, which is one value, so all of them have one path."""
    return (Note(text=written(text), at=(*stage.at, key)) for _, text in entries(stage.extra.get(key)))


def _transitions(journey: Journey) -> Iterator[ColumnTransition]:
    positions = by_reference(journey.stages)
    for transition in journey.transitions:
        origin, destination = positions.get(transition.origin), positions.get(transition.destination)
        if origin and destination:
            name = written(transition.name or "")
            yield ColumnTransition(origin=origin[0], destination=destination[0], name=name)
