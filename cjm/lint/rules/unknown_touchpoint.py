"""A problem or an action names a touchpoint that its stage does not have.

The drawing puts the touchpoint's number before its problem. Name it exactly as in the same stage, or
give it an `id` and use that: an id survives a change of the text.

Bad:
    stages:
      - name: Search
        touchpoints: [Webinar]
        problems:
          - {name: Whom to trust?, touchpoint: Webinars}
Good:
    stages:
      - name: Search
        touchpoints: [Webinar]
        problems:
          - {name: Whom to trust?, touchpoint: Webinar}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.model import Stage
from cjm.core.path import Path
from cjm.core.references import by_reference
from cjm.core.safe_text import listed, quoted
from cjm.core.suggest import did_you_mean
from cjm.core.text import Text
from cjm.lint.parts import members
from cjm.lint.rule import Found, Rule, Subject, about_stage


def check(subject: Subject) -> Iterator[Found]:
    homes = {name: stage for stage in reversed(subject.journey.stages) for name in by_reference(stage.touchpoints)}
    for stage in subject.journey.stages:
        known = by_reference(stage.touchpoints)
        for path, name in _named(stage):
            if name not in known:
                message = about_stage(stage) + Text(
                    en=f"has no touchpoint `{quoted(name)}`", ru=f"точки контакта `{quoted(name)}` нет"
                )
                suggested = did_you_mean(subject.suggester.closest(name, known), name)
                yield Found(path, message + suggested, _hint(stage, homes.get(name)))


def _named(stage: Stage) -> Iterator[tuple[Path, str]]:
    """The touchpoints that actions and problems of a stage name."""
    for action in stage.actions:
        if action.touchpoint is not None:
            yield (*action.at, "touchpoint"), action.touchpoint
    for problem in stage.problems:
        yield from members((*problem.at, "touchpoint"), problem.touchpoint)


def _hint(stage: Stage, home: Stage | None) -> Text:
    if home:
        name = quoted(home.name)
        return Text(
            en=f"it is in stage “{name}”: move this there",
            ru=f"она есть у этапа «{name}»: перенесите запись туда",
        )
    if not stage.touchpoints:
        return Text(en="the stage lists no touchpoints yet", ru="у этапа пока нет точек контакта")
    names = listed(touchpoint.name for touchpoint in stage.touchpoints)
    return Text(en=f"touchpoints of this stage: {names}", ru=f"точки контакта этапа: {names}")


RULE = Rule(
    code="CJM202",
    severity=Severity.ERROR,
    check=check,
    ru="""
    Проблема или действие указывает на точку контакта, которой у этапа нет.

    На рисунке номер точки контакта стоит перед её проблемой. Назовите точку ровно так, как она записана
    у этого же этапа, или дайте ей `id` и ссылайтесь на него: он переживёт правку текста.
    """,
)
