"""The customer changes the channel within a stage, and the stage has no actions.

Where the channel changes, customers get lost: the offer is in the e-mail, the shop is in the app, the answer comes by
phone. An action says what leads them over. Only stages without any action are reported.

Bad:
    stages:
      - name: Checkout
        touchpoints:
          - {name: Cart, channel: app}
          - {name: Confirmation, channel: phone}
Good:
    stages:
      - name: Checkout
        actions: [Leaves the phone number to have the size confirmed]
        touchpoints:
          - {name: Cart, channel: app}
          - {name: Confirmation, channel: phone}
"""

from collections.abc import Iterator
from itertools import pairwise

from cjm.core.finding import Severity
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject, about_stage

_HINT = Text(
    en="say in `actions:` what leads the customer from one to the other",
    ru="напишите в `actions:`, что ведёт клиента из одного в другой",
)


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        if not stage.actions:
            yield from _first_switch(stage)


def _first_switch(stage: Stage) -> Iterator[Found]:
    """One finding is enough: an action anywhere in the stage settles them all."""
    for before, after in pairwise(stage.touchpoints):
        if before.channel and after.channel and before.channel.casefold() != after.channel.casefold():
            origin, destination = quoted(before.channel), quoted(after.channel)
            message = about_stage(stage) + Text(
                en=f"leads from channel “{origin}” to “{destination}”, and no action says how",
                ru=f"клиент переходит из канала «{origin}» в канал «{destination}», а действия не указаны",
            )
            yield Found((*after.at, "channel"), message, _HINT)
            return


RULE = Rule(
    code="CJM325",
    severity=Severity.INFO,
    check=check,
    ru="""
    Внутри этапа клиент меняет канал, а действий у этапа нет.

    На смене канала клиенты теряются: предложение в письме, магазин в приложении, ответ по телефону. Действие
    объясняет, что ведёт клиента дальше. Правило говорит только об этапах, где не записано ни одного действия.
    """,
)
