"""Two stages have one name.

References by name cannot tell them apart, and neither can readers. Say in the name what differs.

Bad:
    stages: [{name: Search}, {name: Search}]
Good:
    stages: [{name: Search at home}, {name: Search in the shop}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    seen: dict[str, int] = {}
    for number, stage in enumerate(subject.journey.stages, start=1):
        name = stage.name.casefold()
        if name in seen:
            first = seen[name]
            message = Text(
                en=f"stages {first} and {number} are both called “{quoted(stage.name)}”",
                ru=f"этапы {first} и {number} называются одинаково: «{quoted(stage.name)}»",
            )
            hint = Text(en="say in the name what differs", ru="отразите в названии, чем они отличаются")
            yield Found((*stage.at, "name"), message, hint, (*subject.journey.stages[first - 1].at, "name"))
        seen.setdefault(name, number)


RULE = Rule(
    code="CJM601",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Два этапа называются одинаково.

    Ссылки по имени их не различают, и читатели тоже. Отразите в названии, чем этапы отличаются.
    """,
)
