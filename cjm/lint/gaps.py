"""Checks for what is missing, shared by several rules."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from cjm.core.fields import all_fields
from cjm.core.items import Action, Kpi, Problem, Solution, Touchpoint
from cjm.core.model import Journey, Persona
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.core.vocabulary import PHASES, Phase
from cjm.lint.rule import Check, Found, Subject

ON_THE_WAY = ("planned", "doing", "done")
"""The statuses of a solution that was decided on."""

_INHERITED = ("owner", "source")
"""The keys of a stage that hold for what stands in it."""
_STAGE = ("stages", 0)
"""The form of a stage's path."""

Named: TypeAlias = Persona | Action | Touchpoint | Problem | Solution | Kpi

_WORDS = {info.type: info.noun.text for info in all_fields(Journey) if info.noun}


def everything_has(key: str, things: Callable[[Journey], Iterable[Named]], message: Text, hint: Text) -> Check:
    """A check that finds each thing without a value for a key; `message` continues after the thing's name.

    What a stage says holds for its things too.
    """

    def check(subject: Subject) -> Iterator[Found]:
        stages = subject.journey.stages if key in _INHERITED else ()
        given = {stage.at for stage in stages if getattr(stage, key)}
        for thing in things(subject.journey):
            if not getattr(thing, key) and thing.at[: len(_STAGE)] not in given:
                yield Found((*thing.at, key), about(thing) + message, hint)

    return check


def some_stage_is(phase: Phase, message: Text, hint: Text) -> Check:
    """A check that finds a map without a stage of a phase, once every stage has a phase that the format knows."""

    def check(subject: Subject) -> Iterator[Found]:
        phases = [stage.phase for stage in subject.journey.stages]
        if phases and all(known in PHASES for known in phases) and phase not in phases:
            yield Found(("stages",), message, hint)

    return check


def is_planned(problem: Problem) -> bool:
    """Whether a solution of a problem was decided on."""
    return any(solution.status in ON_THE_WAY for solution in problem.solutions)


def about(thing: Named) -> Text:
    """The beginning of a sentence about a thing."""
    word, name = _WORDS[type(thing)], quoted(thing.name)
    return Text(en=f"{word.en} “{name}” ", ru=f"{word.ru} «{name}»: ")
