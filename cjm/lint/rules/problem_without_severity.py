"""A problem does not say how severe it is.

Where all problems look alike, the loudest one is solved first. Severity is what it costs: `high` loses customers,
`medium` annoys them, `low` is a blemish.

Bad:
    stages:
      - name: Delivery
        problems: [The parcel is late]
Good:
    stages:
      - name: Delivery
        problems:
          - {name: The parcel is late, severity: high}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import problems
from cjm.lint.rule import Rule

RULE = Rule(
    code="CJM316",
    severity=Severity.INFO,
    check=everything_has(
        "severity",
        problems,
        Text(en="has no severity", ru="не указана серьёзность"),
        Text(en="set `severity:` to low, medium or high", ru="укажите `severity:`: low, medium или high"),
    ),
    ru="""
    Не указано, насколько серьёзна проблема.

    Когда все проблемы выглядят одинаково, первой решают ту, о которой громче говорят. Серьёзность — это цена:
    из-за `high` клиенты уходят, `medium` их раздражает, `low` — мелкий изъян.
    """,
)
