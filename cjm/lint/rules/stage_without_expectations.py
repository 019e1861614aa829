"""A stage has no expectations.

Disappointment is the distance between what was expected and what happened. A map that leaves expectations out
cannot explain its own emotion curve.

Bad:
    stages:
      - name: Delivery
Good:
    stages:
      - name: Delivery
        expectations: [The parcel comes on the promised day]
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has

RULE = Rule(
    code="CJM302",
    severity=Severity.WARNING,
    check=every_stage_has(
        "expectations",
        lambda stage: bool(stage.expectations),
        Text(en="has no expectations", ru="не указаны ожидания"),
        Text(
            en="list in `expectations:` what the customer takes for granted",
            ru="перечислите в `expectations:`, чего клиент ждёт как должного",
        ),
    ),
    ru="""
    На этапе не сказано, чего ждёт клиент.

    Разочарование — это расстояние между ожиданием и тем, что случилось. Карта без ожиданий не объяснит
    собственную кривую эмоций.
    """,
)
