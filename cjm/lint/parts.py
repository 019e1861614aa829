"""The parts of a journey that rules look at one by one, wherever they are."""

from collections.abc import Iterator

from cjm.core.model import Journey, Kpi, Persona, Problem, Touchpoint


def personas(journey: Journey) -> Iterator[Persona]:
    """The persona of a map that has one."""
    if journey.persona:
        yield journey.persona


def touchpoints(journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints of all stages."""
    return (touchpoint for stage in journey.stages for touchpoint in stage.touchpoints)


def problems(journey: Journey) -> Iterator[Problem]:
    """The problems of all stages."""
    return (problem for stage in journey.stages for problem in stage.problems)


def kpis(journey: Journey) -> Iterator[Kpi]:
    """The KPIs of all stages."""
    return (kpi for stage in journey.stages for kpi in stage.kpis)
