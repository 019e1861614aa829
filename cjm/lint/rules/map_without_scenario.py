"""The map has no scenario.

One person takes many journeys: buying, complaining, buying again. The scenario says in one sentence which of them
this is, and so where it begins and ends.

Bad:
    persona: Sergey
    stages: [{name: Search}]
Good:
    persona: Sergey
    scenario: Sergey wants to sell more through marketplaces
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    if subject.journey.scenario is None:
        yield Found(
            ("scenario",),
            Text(en="the map has no scenario", ru="у карты нет сценария"),
            Text(
                en="say in `scenario:` what the person is trying to get done",
                ru="напишите в `scenario:` одной фразой, чего человек пытается добиться",
            ),
        )


RULE = Rule(
    code="CJM319",
    severity=Severity.INFO,
    check=check,
    ru="""
    У карты нет сценария.

    У одного человека много путей: купить, пожаловаться, купить снова. Сценарий одной фразой говорит, какой из
    них на карте, а значит, где он начинается и где заканчивается.
    """,
)
