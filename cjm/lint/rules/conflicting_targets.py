"""One KPI has two different targets in the map.

Then it is met and missed at once. Agree on one target; if the two stages count different things, say so in the names.

Bad:
    stages:
      - name: First contact
        kpis: [{name: Time to reply, target: "≤ 15 min"}]
      - name: Service
        kpis: [{name: Time to reply, target: "≤ 4 h"}]
Good:
    stages:
      - name: First contact
        kpis: [{name: Time to reply in the chat, target: "≤ 15 min"}]
      - name: Service
        kpis: [{name: Time to reply by e-mail, target: "≤ 4 h"}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Kpi
from cjm.core.measure import read_target
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.language.units import are_other_units
from cjm.lint.language.words import words
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(en="agree on one, or say in the names what differs", ru="выберите одно или отразите разницу в названиях")


def check(subject: Subject) -> Iterator[Found]:
    seen: dict[tuple[str, ...], Kpi] = {}
    for kpi in kpis(subject.journey):
        name = words(kpi.name)
        if kpi.target is None or not name:
            continue
        first = seen.setdefault(name, kpi)
        if _differ(first, kpi):
            one, other = quoted(first.target), quoted(kpi.target)
            message = about(kpi) + Text(
                en=f"has the target “{other}” here and “{one}” elsewhere",
                ru=f"здесь целевое значение «{other}», а в другом месте — «{one}»",
            )
            yield Found((*kpi.at, "target"), message, _HINT, (*first.at, "target"))


def _differ(first: Kpi, second: Kpi) -> bool:
    """Whether two targets differ: 4.7 and 4.70 do not, nor do a unit and none."""
    one, other = read_target(first.target or ""), read_target(second.target or "")
    if one is None or other is None:
        return words(first.target or "") != words(second.target or "")
    if (one.comparison, one.number, one.upper) != (other.comparison, other.number, other.upper):
        return True
    return are_other_units(one.unit or first.unit or "", other.unit or second.unit or "")


RULE = Rule(
    code="CJM406",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У одного KPI в карте два разных целевых значения.

    Тогда он и выполнен, и нет. Договоритесь об одном значении; если на двух этапах считают разное, отразите это
    в названиях.
    """,
)
