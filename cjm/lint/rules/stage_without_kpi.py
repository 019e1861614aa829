"""A stage has no KPI.

Without a figure nobody notices that the stage has become worse, and nobody can show that a change has helped.

Bad:
    stages:
      - name: Search
Good:
    stages:
      - name: Search
        kpis:
          - {name: Sign-ups for the webinar, target: "≥ 300"}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has

RULE = Rule(
    code="CJM304",
    severity=Severity.WARNING,
    check=every_stage_has(
        "kpis",
        lambda stage: bool(stage.kpis),
        Text(en="has no KPI", ru="нет ни одного KPI"),
        Text(en="add one figure with a target to `kpis:`", ru="добавьте в `kpis:` один показатель с целевым значением"),
    ),
    ru="""
    У этапа нет KPI.

    Без показателя никто не заметит, что этап стал хуже, и никто не докажет, что перемены помогли.
    """,
)
