"""A planned solution or opportunity has no rating of its impact or effort.

What comes first is decided by what it brings and what it costs; a plan without both cannot be ranked beside the others.
The rule looks only at maps where something has an impact or an effort.

Bad:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            solutions: [{name: Tell the date to the day, status: planned, impact: high}]
Good:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            solutions: [{name: Tell the date to the day, status: planned, impact: high, effort: low}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import improvements
from cjm.lint.rule import Found, Rule, Subject

_MISSING = {
    "impact": Text(
        en="is planned or under way, and its impact is not rated",
        ru="это уже в планах или в работе, а эффект не оценён",
    ),
    "effort": Text(
        en="is planned or under way, and its effort is not rated",
        ru="это уже в планах или в работе, а трудоёмкость не оценена",
    ),
}


def check(subject: Subject) -> Iterator[Found]:
    everything = list(improvements(subject.journey))
    if not any(each.impact or each.effort for each in everything):
        return
    for each in everything:
        for key, message in _MISSING.items():
            if each.status in ("planned", "doing") and not getattr(each, key):
                hint = Text(en=f"set `{key}:` to low, medium or high", ru=f"укажите `{key}:`: low, medium или high")
                yield Found((*each.at, key), about(each) + message, hint)


RULE = Rule(
    code="CJM327",
    severity=Severity.INFO,
    check=check,
    ru="""
    Решение или возможность в планах или в работе, а эффект или трудоёмкость не оценены.

    Что делать раньше, решают по тому, что это даст и чего будет стоить; план без обеих оценок не сравнить
    с остальными. Правило смотрит только на карты, где хоть что-то оценено.
    """,
)
