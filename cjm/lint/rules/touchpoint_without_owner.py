"""A touchpoint has no owner, while others of the map have.

Nobody repairs what belongs to nobody. The owner need not run the contact: for a friend's advice it is whoever
watches what is said of you. As long as no touchpoint names an owner, that of the map answers for all of them, and
the rule is silent.

Bad:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Tracking e-mail, owner: CRM}
          - Courier at the door
Good:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Tracking e-mail, owner: CRM}
          - {name: Courier at the door, owner: logistics}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Touchpoint
from cjm.core.model import Journey
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import touchpoints
from cjm.lint.rule import Rule


def _where_owners_are_named(journey: Journey) -> Iterator[Touchpoint]:
    return touchpoints(journey) if any(touchpoint.owner for touchpoint in touchpoints(journey)) else iter(())


RULE = Rule(
    code="CJM314",
    severity=Severity.INFO,
    check=everything_has(
        "owner",
        _where_owners_are_named,
        Text(en="has no owner", ru="не указан ответственный"),
        Text(
            en="name in `owner:` the team that answers for the contact",
            ru="назовите в `owner:` команду, которая отвечает за этот контакт",
        ),
    ),
    ru="""
    У точки контакта нет ответственного, хотя у других на этой карте он есть.

    Ничьё никто не чинит. Ответственный не обязан вести контакт сам: за совет подруги отвечает тот, кто следит,
    что о вас говорят. Пока ответственных нет ни у одной точки, за все отвечает хозяин карты, и правило молчит.
    """,
)
