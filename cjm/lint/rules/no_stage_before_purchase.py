"""No stage comes before the purchase.

Most customers are lost before they buy, where a map that begins at the checkout does not look. The rule goes by
the stages' `phase:` and runs once every stage has one.

Bad:
    stages:
      - {name: Checkout, phase: purchase}
      - {name: Delivery, phase: after}
Good:
    stages:
      - {name: Comparing offers, phase: before}
      - {name: Checkout, phase: purchase}
      - {name: Delivery, phase: after}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import some_stage_is
from cjm.lint.rule import Rule

RULE = Rule(
    code="CJM322",
    severity=Severity.INFO,
    check=some_stage_is(
        "before",
        Text(en="the map has no stage before the purchase", ru="в карте нет ни одного этапа до покупки"),
        Text(
            en="add the stage in which the customer chooses, with `phase: before`",
            ru="добавьте этап, на котором клиент выбирает, с `phase: before`",
        ),
    ),
    ru="""
    В карте нет ни одного этапа до покупки.

    Больше всего клиентов теряется до покупки, и карта, которая начинается с оформления заказа, этого не видит.
    Правило смотрит на `phase:` этапов и говорит, когда он указан у каждого.
    """,
)
