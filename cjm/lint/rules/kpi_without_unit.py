"""A KPI is a time, an amount of money or a share, and has no unit.

“Time to the first reply ≤ 15” may be minutes or hours, and two teams will read it in two ways. Counts, ratings and
scores need no unit; the rule goes by the first or last word of the name (time, cost, share, rate and the like).

Bad:
    stages:
      - name: Search
        kpis:
          - {name: Time to the first reply, target: "≤ 15"}
Good:
    stages:
      - name: Search
        kpis:
          - {name: Time to the first reply, target: "≤ 15 min"}
          - {name: Average rating, target: "≥ 4.6"}
"""

import re
from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Kpi
from cjm.core.measure import read_target
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject

_ENGLISH = "time|costs?|price|share|percentage|duration|revenue|margin"
_RUSSIAN = "время|срок|длительность|стоимость|цена|доля|процент|конверсия|выручка|маржа|чек"
_BEGINS = re.compile(
    rf"(?:(?:average|mean|median) )?(?:{_ENGLISH}) (?:of|per|to|until|for|in)\b"
    rf"|(?:(?:средн|медианн)\w+ )?(?:{_RUSSIAN})(?![\w-])",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?<![\w-])(?:{_ENGLISH}|rate)$", re.IGNORECASE)

_MESSAGE = Text(en="has a number that does not say of what", ru="у числа нет единицы измерения")
_HINT = Text(
    en='put the unit after the number, such as "≤ 15 min", or in `unit:`',
    ru="допишите единицу после числа, например «≤ 15 мин», или укажите её в `unit:`",
)


def check(subject: Subject) -> Iterator[Found]:
    for kpi in kpis(subject.journey):
        if _is_bare(kpi) and (_BEGINS.match(kpi.name) or _ENDS.search(kpi.name)):
            yield Found((*kpi.at, "target"), about(kpi) + _MESSAGE, _HINT)


def _is_bare(kpi: Kpi) -> bool:
    target = read_target(kpi.target) if kpi.target else None
    return target is not None and not target.unit and not kpi.unit


RULE = Rule(
    code="CJM402",
    severity=Severity.INFO,
    check=check,
    ru="""
    KPI — это время, деньги или доля, а в чём он измеряется, не сказано.

    «Время первого ответа ≤ 15» — это и минуты, и часы: две команды прочтут по-разному. Количеству, рейтингу
    и оценке единица не нужна; правило смотрит на первое или последнее слово названия (время, стоимость, доля,
    конверсия и подобные).
    """,
)
