"""The parts of a journey that rules look at one by one, wherever they are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cjm.core.items import Action, Kpi, Problem, Solution, Touchpoint
from cjm.core.model import Journey, Persona, Stage
from cjm.core.path import Path
from cjm.core.references import by_reference


class MapReference(NamedTuple):
    """Another map's file that a map refers to, from the map's folder, and where it does."""

    path: Path
    file: str


def map_references(journey: Journey) -> Iterator[MapReference]:
    """The maps that a map is based on or that tell its stages in detail."""
    if journey.based_on:
        yield MapReference(("based_on",), journey.based_on)
    for stage in journey.stages:
        if stage.map:
            yield MapReference((*stage.at, "map"), stage.map)


def personas(journey: Journey) -> Iterator[Persona]:
    """The persona of a map that has one."""
    if journey.persona:
        yield journey.persona


def touchpoints(journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints of all stages."""
    return (touchpoint for stage in journey.stages for touchpoint in stage.touchpoints)


def moments_of_truth(journey: Journey) -> Iterator[Action | Touchpoint]:
    """The actions and touchpoints that decide, by stages."""
    return (step for stage in journey.stages for step in stage.steps if step.moment_of_truth)


def steps_with_places(stage: Stage) -> Iterator[tuple[Action | Touchpoint, int | None]]:
    """The steps of a stage, each with the place of the touchpoint that it is or names; None where it names none."""
    positions = by_reference(stage.touchpoints)
    for action in stage.actions:
        found = positions.get(action.touchpoint or "")
        yield action, found[0] if found else None
    yield from ((touchpoint, place) for place, touchpoint in enumerate(stage.touchpoints))


def places_of(stage: Stage, problems: Iterable[Problem]) -> set[int]:
    """The places of the touchpoints that some problems of a stage name."""
    positions = by_reference(stage.touchpoints)
    return {positions[name][0] for problem in problems for name in problem.touchpoint if name in positions}


def members(path: Path, texts: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """The texts of a set, each with its path; a single one may stand for the set."""
    if len(texts) == 1:
        yield path, texts[0]
    else:
        yield from (((*path, number), text) for number, text in enumerate(texts))


def problems(journey: Journey) -> Iterator[Problem]:
    """The problems of all stages."""
    return (problem for stage in journey.stages for problem in stage.problems)


def improvements(journey: Journey) -> Iterator[Solution]:
    """The solutions and the opportunities of all stages."""
    for stage in journey.stages:
        for problem in stage.problems:
            yield from problem.solutions
        yield from stage.opportunities


def kpis(journey: Journey) -> Iterator[Kpi]:
    """The KPIs of the map and of all stages."""
    yield from journey.kpis
    for stage in journey.stages:
        yield from stage.kpis
