"""A problem names a touchpoint that its stage does not have.

The drawing puts the touchpoint's number before its problem. Name it exactly as it stands in the same stage, or
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

from cjm.finding import Severity
from cjm.guess import closest, did_you_mean
from cjm.lint.rule import Found, Rule, Subject, about_stage
from cjm.model import Journey, Stage
from cjm.page import page
from cjm.printable import quoted
from cjm.text import Text


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        known = _names(stage)
        for problem in stage.problems:
            name = problem.touchpoint
            if name is not None and name not in known:
                message = about_stage(stage) + Text(
                    en=f"has no touchpoint `{quoted(name)}`", ru=f"точки контакта `{quoted(name)}` нет"
                )
                hint = _hint(name, stage, subject.journey)
                yield Found((*problem.at, "touchpoint"), message + did_you_mean(closest(name, known)), hint)


def _names(stage: Stage) -> list[str]:
    return [name for touchpoint in stage.touchpoints for name in (touchpoint.name, touchpoint.id) if name]


def _hint(name: str, stage: Stage, journey: Journey) -> Text:
    elsewhere = next((other for other in journey.stages if name in _names(other)), None)
    if elsewhere:
        return Text(
            en=f"it stands in stage “{elsewhere.name}”: move the problem there",
            ru=f"она есть у этапа «{elsewhere.name}»: перенесите проблему туда",
        )
    names = ", ".join(quoted(touchpoint.name) for touchpoint in stage.touchpoints)
    return Text(en=f"touchpoints of this stage: {names or '—'}", ru=f"точки контакта этапа: {names or '—'}")


RULE = Rule(
    code="CJM202",
    name="unknown-touchpoint",
    severity=Severity.ERROR,
    check=check,
    page=page(
        __doc__,
        ru="""
        Проблема указывает на точку контакта, которой у этапа нет.

        На рисунке номер точки контакта стоит перед её проблемой. Назовите точку ровно так, как она записана
        у этого же этапа, или дайте ей `id` и ссылайтесь на него: он переживёт правку текста.
        """,
    ),
)
