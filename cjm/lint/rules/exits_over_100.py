"""The shares of the ways out of a stage add up to more than 100 %.

Each customer takes one way. Shares are those of all who reach the stage, not of those who take another way before; what
is missing to 100 % goes on to the next stage.

Bad:
    stages: [{name: Choice}, {name: Checkout}]
    transitions:
      - {from: Choice, to: Checkout, share: 80 %}
      - {from: Choice, name: Went to a competitor, share: 30 %}
Good:
    stages: [{name: Choice}, {name: Checkout}]
    transitions:
      - {from: Choice, to: Checkout, share: 70 %}
      - {from: Choice, name: Went to a competitor, share: 30 %}
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from cjm.core.finding import Severity
from cjm.core.measure import read_figure
from cjm.core.path import Path
from cjm.core.references import by_reference
from cjm.core.text import Text
from cjm.core.vocabulary import figure
from cjm.lint.rule import Found, Rule, Subject, about_stage

_HINT = Text(
    en="count all shares from those who reach the stage, so that they add up to 100 % at most",
    ru="считайте все доли от тех, кто дошёл до этапа, чтобы в сумме вышло не больше 100 %",
)


def check(subject: Subject) -> Iterator[Found]:
    stages = subject.journey.stages
    positions = by_reference(stages)
    shares: dict[int, list[tuple[Path, Decimal]]] = defaultdict(list)
    for transition in subject.journey.transitions:
        origin, share = positions.get(transition.origin), read_figure(transition.share or "")
        if origin and share is not None:
            shares[origin[0]].append(((*transition.at, "share"), share))
    for position, found in sorted(shares.items()):
        total = sum((share for _, share in found), Decimal())
        if total > 100:
            shown = f"{total:f} %"
            message = about_stage(stages[position]) + Text(
                en=f"is left by {figure(shown, 'en')} of its customers",
                ru=f"доли переходов из него в сумме дают {figure(shown, 'ru')}",
            )
            yield Found(found[-1][0], message, _HINT, first=found[0][0])


RULE = Rule(
    code="CJM209",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Доли переходов из этапа в сумме больше 100 %.

    Каждый клиент уходит одним путём. Доли считают от всех, кто дошёл до этапа, а не от тех, кто остался после других
    переходов; недостающее до 100 % идёт дальше, на следующий этап.
    """,
)
