"""No stage comes after the purchase.

Whether customers come back and what they tell others is decided after they have paid. The rule goes by the stages'
`phase:` and runs once every stage has one.

Bad:
    stages:
      - {name: Comparing offers, phase: before}
      - {name: Checkout, phase: purchase}
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
    code="CJM323",
    severity=Severity.INFO,
    check=some_stage_is(
        "after",
        Text(en="the map has no stage after the purchase", ru="в карте нет ни одного этапа после покупки"),
        Text(
            en="add the stage in which the customer uses what was bought, with `phase: after`",
            ru="добавьте этап, на котором клиент пользуется покупкой, с `phase: after`",
        ),
    ),
    ru="""
    В карте нет ни одного этапа после покупки.

    Вернётся ли клиент и что расскажет другим, решается после оплаты. Правило смотрит на `phase:` этапов и
    говорит, когда он указан у каждого.
    """,
)
