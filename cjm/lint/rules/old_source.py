"""A source is older than the team lets a source be.

Customers and channels change faster than the research about them. What an old source says may have been true
once. The default of `oldest-source` is 1y.

Bad:
    sources:
      interviews: {type: interview, name: Interviews with buyers, date: 2019-05-14}
    stages: [{name: Search}]
Good:
    sources:
      interviews: {type: interview, name: Interviews with buyers, date: 2026-10-14}
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.age import due, in_words
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    oldest = subject.settings.oldest_source
    for source in subject.journey.sources:
        last_day = due(source.date, oldest) if source.date else None
        if last_day and last_day < subject.today:
            name, age = quoted(source.name), in_words(oldest)
            message = Text(
                en=f"source “{name}” is from {source.date}, more than {age.en} ago",
                ru=f"источник «{name}» датирован {source.date}: с тех пор прошло больше {age.ru}",
            )
            hint = Text(
                en="repeat the research, or look for a newer source, and set its `date:`",
                ru="повторите исследование или найдите источник посвежее и обновите `date:`",
            )
            yield Found((*source.at, "date"), message, hint)


RULE = Rule(
    code="CJM502",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Источник старше, чем допускает команда.

    Клиенты и каналы меняются быстрее, чем исследования о них. Старый источник говорит о том, что было верно
    когда-то. Если `oldest-source` не задан, предел — 1y.
    """,
)
