"""The persona has no goals.

Whether a stage helps can only be judged by what the person wants to reach. Without it the map follows your process
instead of the customer's journey.

Bad:
    persona: {name: Sergey, segment: Owners of online shops}
Good:
    persona: {name: Sergey, segment: Owners of online shops, goals: [Win back the sales of last year]}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import personas
from cjm.lint.rule import Rule

RULE = Rule(
    code="CJM317",
    severity=Severity.INFO,
    check=everything_has(
        "goals",
        personas,
        Text(en="has no goals", ru="не указаны цели"),
        Text(
            en="list in `goals:` what the person wants to reach",
            ru="перечислите в `goals:`, чего человек хочет добиться",
        ),
    ),
    ru="""
    У персоны нет целей.

    Помогает ли этап, можно судить только по тому, чего человек хочет добиться. Без целей карта повторяет ваш
    внутренний процесс, а не путь клиента.
    """,
)
