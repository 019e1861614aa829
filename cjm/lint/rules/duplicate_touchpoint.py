"""Two touchpoints of one stage have one name.

A problem that names the touchpoint could mean either. Join them, or say in the name what differs.

Bad:
    stages:
      - name: Search
        touchpoints: [Webinar, Webinar]
Good:
    stages:
      - name: Search
        touchpoints: [Webinar for beginners, Webinar on pricing]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject, about_stage


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        seen: dict[str, int] = {}
        for number, touchpoint in enumerate(stage.touchpoints, start=1):
            name = touchpoint.name.casefold()
            if name in seen:
                shown = quoted(touchpoint.name)
                message = about_stage(stage) + Text(
                    en=f"has touchpoint “{shown}” twice, as number {seen[name]} and {number}",
                    ru=f"точка контакта «{shown}» записана дважды, под номерами {seen[name]} и {number}",
                )
                hint = Text(
                    en="join them, or say in the name what differs",
                    ru="объедините их или отразите в названии, чем они отличаются",
                )
                first = stage.touchpoints[seen[name] - 1]
                yield Found((*touchpoint.at, "name"), message, hint, (*first.at, "name"))
            seen.setdefault(name, number)


RULE = Rule(
    code="CJM602",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У этапа две точки контакта с одним именем.

    Проблема, где названа такая точка, может относиться к любой из них. Объедините точки или отразите в
    названии, чем они отличаются.
    """,
)
