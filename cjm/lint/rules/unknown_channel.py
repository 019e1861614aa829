"""A touchpoint names a channel that is not among the team's channels.

Maps can be compared, and figures added up, only where one channel has one name. The list is in `channels` of
`cjm.toml`; without one this rule is silent. A spelling that differs from a listed one by letter case, spaces or
hyphens alone is fixed by `cjm lint --fix`.

Bad:
    # cjm.toml: channels = ["e-mail", "website"]
    stages:
      - name: Search
        touchpoints:
          - {name: Newsletter, channel: Email}
Good:
    stages:
      - name: Search
        touchpoints:
          - {name: Newsletter, channel: e-mail}
"""

import re
from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.suggest import did_you_mean
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject

_BETWEEN = re.compile(r"[\s_‐‑–—-]+")


def check(subject: Subject) -> Iterator[Found]:
    known = subject.settings.channels
    listed = ", ".join(quoted(channel) for channel in known)
    hint = Text(en=f"channels of your team: {listed}", ru=f"каналы вашей команды: {listed}")
    bare = {_bare(channel): channel for channel in known}
    for touchpoint in (touchpoint for stage in subject.journey.stages for touchpoint in stage.touchpoints):
        channel = touchpoint.channel
        if known and channel and channel not in known:
            fix = bare.get(_bare(channel))
            message = Text(en=f"unknown channel `{quoted(channel)}`", ru=f"неизвестный канал `{quoted(channel)}`")
            suggested = did_you_mean(fix or subject.suggester.closest(channel, known), channel)
            yield Found((*touchpoint.at, "channel"), message + suggested, hint, fix=fix)


def _bare(channel: str) -> str:
    return _BETWEEN.sub("", channel.casefold())


RULE = Rule(
    code="CJM612",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У точки контакта указан канал не из списка команды.

    Карты можно сравнивать, а показатели складывать, только когда у одного канала одно имя. Список стоит в
    `channels` файла `cjm.toml`; без него это правило молчит. Написание, которое отличается от списка лишь
    регистром, пробелами или дефисами, исправит `cjm lint --fix`.
    """,
)
