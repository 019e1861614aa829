"""The target of a KPI names one unit and `unit:` another.

“≥ 300 orders” with `unit: customers` may be a target for either, and figures without a unit are compared with the wrong
one. A span of time, such as “a month”, is no second unit.

Bad:
    stages:
      - name: Checkout
        kpis: [{name: First orders, target: "≥ 300 orders", unit: customers}]
Good:
    stages:
      - name: Checkout
        kpis:
          - {name: First orders, target: "≥ 300 orders"}
          - {name: First customers, target: "≥ 300", unit: customers}
"""

import re
from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Kpi
from cjm.core.measure import bare_unit, read_target
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.language.units import are_other_units
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(
    en="write the unit once: after the number, or in `unit:`",
    ru="укажите единицу один раз: после числа или в `unit:`",
)


def check(subject: Subject) -> Iterator[Found]:
    for kpi in kpis(subject.journey):
        in_target, own = _unit_in_target(kpi), bare_unit(kpi.unit or "")
        if are_other_units(in_target, own):
            one, other = quoted(in_target), quoted(own)
            message = about(kpi) + Text(
                en=f"has a target in “{one}”, and `unit:` says “{other}”",
                ru=f"в целевом значении единица «{one}», а в `unit:` — «{other}»",
            )
            yield Found((*kpi.at, "unit"), message, _HINT)


def _unit_in_target(kpi: Kpi) -> str:
    """What a target counts; “of 10” says how far a scale goes, not what is counted."""
    target = read_target(kpi.target or "")
    return "" if target is None or re.search(r"\d", target.unit) else bare_unit(target.unit)


RULE = Rule(
    code="CJM408",
    severity=Severity.WARNING,
    check=check,
    ru="""
    В целевом значении KPI одна единица, а в `unit:` — другая.

    «≥ 300 заказов» и `unit: клиентов` — это цель то ли для заказов, то ли для клиентов, и значения без единицы
    сравниваются не с тем. Срок, например «в месяц», второй единицей не считается.
    """,
)
