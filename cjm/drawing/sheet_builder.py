"""Lays a journey out as a sheet."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cjm.core.fields import FieldInfo, LaneInfo, lanes_of
from cjm.core.items import Action, Emotion, Entity, Kpi, Opportunity, Problem, Solution, Touchpoint
from cjm.core.lane_choice import LaneChoice
from cjm.core.model import Journey, Stage
from cjm.core.own_lane import entries
from cjm.core.references import by_reference
from cjm.core.text import Language
from cjm.drawing.card_builder import CardBuilder
from cjm.drawing.emotion_points import action_labels, course, emotion_points
from cjm.drawing.letters import letter
from cjm.drawing.limits import check_sheet, check_table
from cjm.drawing.sheet import (
    Cell,
    ColumnExit,
    ColumnTransition,
    Heading,
    Lane,
    Markable,
    Note,
    Sheet,
    language_of,
    written,
)


def sheet_of(
    journey: Journey,
    language: Language | None = None,
    *,
    descriptions: bool = False,
    lanes: LaneChoice = LaneChoice(),  # noqa: B008 (it never changes)
) -> Sheet:
    """Lay a journey out.

    Args:
        journey: a map that conforms to the schema.
        language: that of lanes and facts; by default, the map's.
        descriptions: whether it has the map's descriptions outside of tooltips.
        lanes: which lanes it has, and their names.

    Raises:
        DrawingError: the map is too large to be drawn.
    """
    own_keys = list(dict.fromkeys(key for stage in journey.stages for key in stage.extra))
    check_table(len(journey.stages), len(own_keys))
    builder = CardBuilder(journey, language or language_of(journey), descriptions=descriptions)
    ways = list(_ways(journey))
    builders = [builder.within(stage) for stage in journey.stages]
    known = [_lane(builder.localized(info.title), builders, journey.stages, info) for info in lanes_of(Stage)]
    all_lanes = [*known, *(_own_lane(builder, key) for key in own_keys)]
    code = language or (journey.language or builder.language).split("-")[0]
    named = {lane.key: replace(lane, title=written(lanes.title(lane.key, code) or lane.title)) for lane in all_lanes}
    sheet = Sheet(
        language=builder.language,
        title=written(journey.title),
        facts=tuple(builder.facts()),
        persona=tuple(builder.persona()),
        quote=written(journey.persona.quote or "") if journey.persona else "",
        headings=tuple(_heading(builder, number, stage) for number, stage in enumerate(journey.stages, start=1)),
        lanes=tuple(lane for lane in lanes.chosen(named) if any(lane.cells)),
        transitions=tuple(way for way in ways if isinstance(way, ColumnTransition)),
        exits=tuple(way for way in ways if isinstance(way, ColumnExit)),
        description=builder.description(journey),
        tooltip=written(journey.description or ""),
    )
    check_sheet(sheet)
    return sheet


def _heading(builder: CardBuilder, number: int, stage: Stage) -> Heading:
    on_the_way = tuple(Markable(at=thing.at) for _, thing in course(stage))
    return Heading(
        number=number,
        name=written(stage.name),
        detail=builder.of_stage(stage),
        description=builder.description(stage),
        tooltip=written(stage.description or ""),
        course=on_the_way,
        at=stage.at,
    )


def _lane(title: str, builders: Sequence[CardBuilder], stages: Sequence[Stage], info: FieldInfo) -> Lane:
    lane = info.lane or LaneInfo()
    return Lane(
        key=info.key,
        title=title,
        cells=tuple(_cell(builder, info, stage) for builder, stage in zip(builders, stages, strict=True)),
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


def _actions(builder: CardBuilder, stage: Stage) -> Cell:
    labels = action_labels(stage)
    return tuple(builder.action(labels.get(number, ""), action) for number, action in enumerate(stage.actions))


def _touchpoints(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.touchpoint(number, touchpoint) for number, touchpoint in enumerate(stage.touchpoints, start=1))


def _problems(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.problem(label, number, problem) for label, number, problem in _labelled(stage))


def _solutions(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(
        builder.solution(label, solution) for label, _, problem in _labelled(stage) for solution in problem.solutions
    )


def _opportunities(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(builder.solution("", opportunity) for opportunity in stage.opportunities)


def _kpis(builder: CardBuilder, stage: Stage) -> Cell:
    return tuple(map(builder.kpi, stage.kpis))


_CELLS: dict[type[Entity], Callable[[CardBuilder, Stage], Cell]] = {
    Action: _actions,
    Touchpoint: _touchpoints,
    Emotion: emotion_points,
    Problem: _problems,
    Solution: _solutions,
    Opportunity: _opportunities,
    Kpi: _kpis,
}


_MOST_NUMBERS = 2
"""Numbers of touchpoints that fit beside a problem."""


def _labelled(stage: Stage) -> Iterator[tuple[str, int | None, Problem]]:
    """Each problem with a label of its own in the stage and the number of its touchpoint.

    The label is the number, or the numbers of several, and the number the first; several problems of the same, or of
    none, get letters.
    """
    positions = by_reference(stage.touchpoints)
    found = ({positions[name][0] + 1 for name in problem.touchpoint if name in positions} for problem in stage.problems)
    numbers = [tuple(sorted(each)) for each in found]
    counts, before = Counter(numbers), Counter[tuple[int, ...]]()
    for named, problem in zip(numbers, stage.problems, strict=True):
        shared = counts[named] > 1 or not named
        label = ",".join(map(str, named[:_MOST_NUMBERS])) + ("…" if len(named) > _MOST_NUMBERS else "")
        yield f"{label}{letter(before[named]) if shared else ''}", named[0] if named else None, problem
        before[named] += 1


def _own_lane(builder: CardBuilder, key: str) -> Lane:
    """A lane that begins with `x-`."""
    cells = tuple(tuple(_own_notes(stage, key)) for stage in builder.journey.stages)
    name = written(key.removeprefix("x-").replace("-", " ").replace("_", " "))
    return Lane(key=key, title=name[:1].upper() + name[1:], cells=cells)


def _own_notes(stage: Stage, key: str) -> Iterator[Note]:
    """The notes of an own lane, which is one value, so all of them have one path."""
    return (Note(text=written(text), at=(*stage.at, key)) for _, text in entries(stage.extra.get(key)))


def _ways(journey: Journey) -> Iterator[ColumnTransition | ColumnExit]:
    """The transitions from stages that there are to others, or out of the journey."""
    positions = by_reference(journey.stages)
    for transition in journey.transitions:
        origin, destination = positions.get(transition.origin), positions.get(transition.destination or "")
        name = " · ".join(written(text) for text in (transition.name, transition.share) if text)
        if origin and transition.destination is None:
            yield ColumnExit(origin=origin[0], name=name)
        elif origin and destination:
            yield ColumnTransition(origin=origin[0], destination=destination[0], name=name)
