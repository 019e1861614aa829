"""A KPI has a span of time for a unit.

“A month” says over which time is counted, not what. In `period` it is drawn in the words of each language, and a figure
that has become old is found. The rule looks at maps where another KPI has a `period`, and at targets with a unit.

Bad:
    stages:
      - name: Checkout
        kpis: [{name: First orders, target: "≥ 300 orders", unit: a month}]
Good:
    stages:
      - name: Checkout
        kpis: [{name: First orders, target: "≥ 300 orders", period: month}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Kpi
from cjm.core.measure import bare_unit, read_target, span_of
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    has_periods = any(kpi.period for kpi in kpis(subject.journey))
    for kpi in kpis(subject.journey):
        unit = kpi.unit or ""
        span = span_of(unit)
        if span and not bare_unit(unit) and (has_periods or _has_unit(kpi)):
            shown = quoted(unit)
            message = about(kpi) + Text(
                en=f"has the span “{shown}” for a unit", ru=f"«{shown}» — это срок, а не единица"
            )
            hint = Text(
                en=f"write `period: {span}` in place of `unit:`", ru=f"напишите `period: {span}` вместо `unit:`"
            )
            yield Found((*kpi.at, "unit"), message, hint)


def _has_unit(kpi: Kpi) -> bool:
    target = read_target(kpi.target or "")
    return target is not None and bare_unit(target.unit) != ""


RULE = Rule(
    code="CJM410",
    severity=Severity.INFO,
    check=check,
    ru="""
    Вместо единицы у KPI указан срок.

    «В месяц» говорит, за какое время считают, а не что. В `period` срок рисуется словами каждого языка,
    и устаревшее значение будет замечено. Правило смотрит на карты, где `period` есть у другого KPI, и на целевые
    значения с единицей.
    """,
)
