"""A moment of truth does not say what must go right in it.

“It matters” is agreed upon quickly; what exactly the customer must be able to do or see is what a team can work on. The
rule looks only at maps where another moment of truth says it.

Bad:
    stages:
      - name: Delivery
        actions: [{name: Orders, moment_of_truth: The day of delivery is shown at once}]
        touchpoints: [{name: Courier, moment_of_truth: true}]
Good:
    stages:
      - name: Delivery
        actions: [{name: Orders, moment_of_truth: The day of delivery is shown at once}]
        touchpoints: [{name: Courier, moment_of_truth: Comes within the hour that was promised}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import moments_of_truth
from cjm.lint.rule import Found, Rule, Subject

_MESSAGE = Text(
    en="is a moment of truth, and what must go right in it is not said",
    ru="это момент истины, но что здесь должно получиться, не сказано",
)
_HINT = Text(
    en="write it in place of `true`, such as `moment_of_truth: The price is final`",
    ru="напишите это вместо `true`, например `moment_of_truth: Цена без доплат`",
)


def check(subject: Subject) -> Iterator[Found]:
    moments = list(moments_of_truth(subject.journey))
    if any(isinstance(moment.moment_of_truth, str) for moment in moments):
        for moment in moments:
            if moment.moment_of_truth is True:
                yield Found((*moment.at, "moment_of_truth"), about(moment) + _MESSAGE, _HINT)


RULE = Rule(
    code="CJM328",
    severity=Severity.INFO,
    check=check,
    ru="""
    Про момент истины не сказано, что в нём должно получиться.

    С тем, что момент важен, легко согласиться; работать можно с тем, что именно клиент должен суметь или увидеть.
    Правило смотрит только на карты, где про другой момент истины это сказано.
    """,
)
