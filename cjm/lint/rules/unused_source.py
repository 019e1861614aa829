"""A source is listed, and nothing in the map refers to it.

The list then promises research that no card shows. Say with `source:` what was learned there, or take the source
out. A source that a misspelt `source:` probably means counts as used.

Bad:
    sources:
      interviews: Interviews with shop owners
    stages: [{name: Search, thoughts: [Can I do this alone?]}]
Good:
    sources:
      interviews: Interviews with shop owners
    stages:
      - name: Search
        thoughts:
          - {name: Can I do this alone?, source: interviews}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    sources = subject.journey.sources
    used = _used(subject) if sources else {}
    for source in sources:
        if source.key not in used:
            key = quoted(source.key)
            message = Text(en=f"nothing refers to source `{key}`", ru=f"на источник `{key}` нет ни одной ссылки")
            hint = Text(
                en=f"say `source: {key}` at what was learned there, or take it out of `sources:`",
                ru=f"укажите `source: {key}` у того, что из него узнали, или уберите его из `sources:`",
            )
            yield Found(source.at, message, hint)


def _used(subject: Subject) -> dict[str | None, None]:
    known = dict.fromkeys(source.key for source in subject.journey.sources)
    keys: dict[str | None, None] = dict.fromkeys(
        key for entity in subject.parts for key in getattr(entity, "source", ())
    )
    strangers = [key for key in keys if key is not None and key not in known]
    return keys | dict.fromkeys(subject.suggester.closest(key, known) for key in strangers)


RULE = Rule(
    code="CJM205",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Источник есть в списке, но в карте на него нет ни одной ссылки.

    Тогда список обещает исследование, которого не видно ни в одной карточке. Укажите через `source:`, что из него
    узнали, или уберите источник. Если в `source:` опечатка, источник, который, видимо, имелся в виду, считается
    использованным.
    """,
)
