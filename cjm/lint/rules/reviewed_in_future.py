"""The map says that it was reviewed on a day that is still to come.

A slip in the year keeps the map fresh for as long as it takes until somebody notices, and no reminder comes.

Bad:
    reviewed: 2062-10-01
Good:
    reviewed: 2026-10-01
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    reviewed = subject.journey.reviewed
    if reviewed and reviewed > subject.today:
        message = Text(
            en=f"the map was reviewed on {reviewed}, a day that is still to come",
            ru=f"карту пересмотрели {reviewed}, а этот день ещё не наступил",
        )
        hint = Text(
            en="write the day of the last review; when the next one is due follows from `review_every:`",
            ru="запишите день последнего пересмотра; срок следующего задаёт `review_every:`",
        )
        yield Found(("reviewed",), message, hint)


RULE = Rule(
    code="CJM507",
    severity=Severity.WARNING,
    check=check,
    ru="""
    По записи в карте её пересмотрели в день, который ещё не наступил.

    Из-за опечатки в годе карта считается свежей, пока кто-нибудь не заметит, и напоминание не приходит.
    """,
)
