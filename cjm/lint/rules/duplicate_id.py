"""Two things of one kind share an id.

References, comparisons of maps and baselines identify a thing by its id. That of a stage is unique in the map;
that of anything else is unique among its kind in the stage, so that a touchpoint `chat` may be in two stages, and
a touchpoint and a problem may share an id.

Bad:
    stages: [{name: Search, id: search}, {name: Choice, id: search}]
Good:
    stages: [{name: Search, id: search}, {name: Choice, id: choice}]
"""

from collections.abc import Iterable, Iterator

from cjm.core.fields import fields_of
from cjm.core.finding import Severity
from cjm.core.items import Item
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject

_LANES = tuple(info.name for info in fields_of(Stage) if info.is_list and info.holds_entities)

_TWO_KPIS = Text(en="two KPIs of the journey", ru="двух KPI всего пути")
_TWO_STAGES = Text(en="two stages", ru="двух этапов")
_HINT = Text(en="give one of them another `id`", ru="замените один из этих `id`")


def check(subject: Subject) -> Iterator[Found]:
    stages = subject.journey.stages
    for thing, first in _repeated(stages):
        yield _found(thing, first, _TWO_STAGES)
    for kpi, first in _repeated(subject.journey.kpis):
        yield _found(kpi, first, _TWO_KPIS)
    for stage in stages:
        for things in _kinds(stage):
            for thing, first in _repeated(things):
                yield _found(thing, first, _two_things(stage))


def _kinds(stage: Stage) -> Iterator[Iterable[Item]]:
    for lane in _LANES:
        yield getattr(stage, lane)
    yield (solution for problem in stage.problems for solution in problem.solutions)


def _repeated(things: Iterable[Stage | Item]) -> Iterator[tuple[Stage | Item, Stage | Item]]:
    """Each thing whose id was there before, and the thing that had it first."""
    seen: dict[str, Stage | Item] = {}
    for thing in things:
        if thing.id is not None and seen.setdefault(thing.id, thing) is not thing:
            yield thing, seen[thing.id]


def _found(thing: Stage | Item, first: Stage | Item, whose: Text) -> Found:
    shown = quoted(thing.id)
    message = Text(en=f"{whose.en} have the id `{shown}`", ru=f"у {whose.ru} один и тот же id `{shown}`")
    return Found((*thing.at, "id"), message, _HINT, (*first.at, "id"))


def _two_things(stage: Stage) -> Text:
    name = quoted(stage.name)
    return Text(en=f"two things in stage “{name}”", ru=f"двух записей этапа «{name}»")


RULE = Rule(
    code="CJM208",
    severity=Severity.ERROR,
    check=check,
    ru="""
    У двух записей одного вида один и тот же id.

    По id запись узнают ссылки, сравнение карт и списки известных замечаний. У этапа он единственный во всей карте,
    у остального — среди записей того же вида на том же этапе: точка контакта `chat` может быть на двух этапах,
    а точка контакта и проблема могут иметь одинаковый id.
    """,
)
