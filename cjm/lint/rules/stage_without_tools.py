"""A stage names no tools.

Tools are what we do and use to reach the goal here. A stage without any is a stage nobody works on.

Bad:
    stages:
      - name: Search
Good:
    stages:
      - name: Search
        tools: [Content marketing, Newsletter]
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has

RULE = Rule(
    code="CJM306",
    severity=Severity.WARNING,
    check=every_stage_has(
        "tools",
        lambda stage: bool(stage.tools),
        Text(en="has no tools", ru="не указаны инструменты"),
        Text(
            en="list in `tools:` what you do or use here",
            ru="перечислите в `tools:`, что вы здесь делаете и чем пользуетесь",
        ),
    ),
    ru="""
    У этапа не названы инструменты.

    Инструменты — это то, чем мы добиваемся цели этапа. Этап без них — этап, которым никто не занимается.
    """,
)
