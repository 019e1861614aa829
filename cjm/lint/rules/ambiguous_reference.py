"""A reference fits several things, and a reader cannot tell which is meant.

Drawings take an `id` before a name, and of equal names the first: perhaps not the one you had in mind. Give the
stage or touchpoint that you mean an `id` of its own and refer to that.

Bad:
    stages: [{name: Search}, {name: Choice}, {name: Search}]
    transitions:
      - {from: Choice, to: Search}
Good:
    stages: [{name: Search, id: search-at-home}, {name: Choice}, {name: Search}]
    transitions:
      - {from: Choice, to: search-at-home}
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from cjm.core.finding import Severity
from cjm.core.items import Touchpoint
from cjm.core.model import Journey, Stage
from cjm.core.path import Path
from cjm.core.references import by_reference
from cjm.core.safe_text import listed, quoted
from cjm.core.text import Text
from cjm.lint.parts import members
from cjm.lint.rule import Found, Rule, Subject

_Reference: TypeAlias = tuple[Path, str | None]

_STAGES = Text(en="stages", ru="этапам")
_TOUCHPOINTS = Text(en="touchpoints", ru="точкам контакта")
_HINT = Text(
    en="give the one that you mean an `id` of its own, and use that here",
    ru="дайте нужной записи свой `id` и сошлитесь здесь на него",
)
_MOST_SHOWN = 6


def check(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    yield from _ambiguous(_in_transitions(journey), journey.stages, _STAGES)
    for stage in journey.stages:
        yield from _ambiguous(_in_stage(stage), stage.touchpoints, _TOUCHPOINTS)


def _in_transitions(journey: Journey) -> Iterator[_Reference]:
    for transition in journey.transitions:
        yield (*transition.at, "from"), transition.origin
        yield (*transition.at, "to"), transition.destination


def _in_stage(stage: Stage) -> Iterator[_Reference]:
    for action in stage.actions:
        yield (*action.at, "touchpoint"), action.touchpoint
    for problem in stage.problems:
        yield from members((*problem.at, "touchpoint"), problem.touchpoint)


def _ambiguous(
    references: Iterable[_Reference], things: Sequence[Stage] | Sequence[Touchpoint], word: Text
) -> Iterator[Found]:
    """Things that share an id are another rule's business; what fits by its name comes last."""
    positions = by_reference(things)
    for path, reference in references:
        fit = positions.get(reference, ()) if reference is not None else ()
        if len(fit) > 1 and things[fit[-1]].id != reference:
            name, numbers = quoted(reference), listed(str(position + 1) for position in sorted(fit[:_MOST_SHOWN]))
            message = Text(
                en=f"`{name}` could be any of the {word.en} {numbers}",
                ru=f"`{name}` подходит сразу к нескольким {word.ru}: {numbers}",
            )
            yield Found(path, message, _HINT)


RULE = Rule(
    code="CJM204",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Ссылка подходит сразу к нескольким записям, и читателю не понять, какая имеется в виду.

    На рисунке `id` важнее имени, а из одинаковых имён берётся первое — возможно, не то, о котором вы думали.
    Дайте нужному этапу или точке контакта собственный `id` и ссылайтесь на него.
    """,
)
