"""A touchpoint does not say in which channel it is.

Channels show where customers change over, and maps of several segments are compared by them. “Question about
the order” may be a chat, a call or a letter, and each is another team's work. If no touchpoint of the map has a
channel, that is reported once.

Bad:
    stages:
      - name: Delivery
        touchpoints: [Question about the order]
Good:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Question about the order, channel: chat}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import touchpoints
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(en="say in `channel:` where the contact happens", ru="напишите в `channel:`, где происходит контакт")
_NOWHERE = Text(en="no touchpoint of the map has a channel", ru="ни у одной точки контакта не указан канал")

_each_has = everything_has("channel", touchpoints, Text(en="has no channel", ru="не указан канал"), _HINT)


def check(subject: Subject) -> Iterator[Found]:
    channels = [touchpoint.channel for touchpoint in touchpoints(subject.journey)]
    if len(channels) > 1 and not any(channels):
        yield Found(("stages",), _NOWHERE, _HINT)
    else:
        yield from _each_has(subject)


RULE = Rule(
    code="CJM313",
    severity=Severity.INFO,
    check=check,
    ru="""
    У точки контакта не указан канал.

    По каналам видно, где клиент переходит из одного в другой, и по ним сравнивают карты разных сегментов.
    «Вопрос о заказе» может быть чатом, звонком или письмом, и каждым занимается своя команда. Если каналы не
    указаны нигде, об этом сказано один раз.
    """,
)
