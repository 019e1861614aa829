"""A stage has no goal.

Without saying what should happen here, nobody can tell whether the stage works, and its tools and figures have
nothing to serve.

Bad:
    stages:
      - name: Search
Good:
    stages:
      - name: Search
        goal: Give an answer and get a contact
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has

RULE = Rule(
    code="CJM301",
    severity=Severity.WARNING,
    check=every_stage_has(
        "goal",
        lambda stage: stage.goal is not None,
        Text(en="has no goal", ru="не указана цель"),
        Text(en="say in `goal:` what should happen here", ru="напишите в `goal:`, что здесь должно произойти"),
    ),
    ru="""
    У этапа нет цели.

    Пока не сказано, что здесь должно произойти, нельзя понять, работает ли этап, а его инструментам и
    показателям нечему служить.
    """,
)
