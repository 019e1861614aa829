"""A stage has no touchpoint.

If the customer meets nobody and nothing of yours here, you have no way to act; if they do, the map hides where.

Bad:
    stages:
      - name: Search
Good:
    stages:
      - name: Search
        touchpoints: [Blog post, Webinar]
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has

RULE = Rule(
    code="CJM303",
    severity=Severity.WARNING,
    check=every_stage_has(
        "touchpoints",
        lambda stage: bool(stage.touchpoints),
        Text(en="has no touchpoint", ru="нет ни одной точки контакта"),
        Text(
            en="list in `touchpoints:` where the customer meets you",
            ru="перечислите в `touchpoints:`, где клиент встречается с вами",
        ),
    ),
    ru="""
    У этапа нет ни одной точки контакта.

    Если клиент здесь ни с кем и ни с чем вашим не встречается, повлиять вы не можете; если встречается,
    карта скрывает где.
    """,
)
