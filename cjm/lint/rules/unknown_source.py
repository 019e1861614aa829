"""A `source:` refers to a source that the map does not list.

Readers would look for the evidence and not find it. Every source is listed once in `sources` at the top of the map
and is referred to by its key.

Bad:
    sources:
      interviews: Interviews with shop owners
    stages:
      - name: Search
        thoughts:
          - {name: Can I do this alone?, source: intervews}
Good:
    sources:
      interviews: Interviews with shop owners
    stages:
      - name: Search
        thoughts:
          - {name: Can I do this alone?, source: interviews}
"""

from collections.abc import Iterable, Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import listed, quoted
from cjm.core.suggest import did_you_mean
from cjm.core.text import Text
from cjm.lint.parts import members
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    known = dict.fromkeys(source.key for source in subject.journey.sources)
    for entity in subject.parts:
        for path, key in members((*entity.at, "source"), getattr(entity, "source", ())):
            if key not in known:
                message = Text(en=f"there is no source `{quoted(key)}`", ru=f"источника `{quoted(key)}` нет")
                suggested = did_you_mean(subject.suggester.closest(key, known), key)
                yield Found(path, message + suggested, _hint(known))


def _hint(known: Iterable[str]) -> Text:
    if not known:
        return Text(en="list it in `sources:` at the top of the map", ru="внесите его в `sources:` в начале карты")
    keys = listed(known)
    return Text(en=f"sources of this map: {keys}", ru=f"источники этой карты: {keys}")


RULE = Rule(
    code="CJM201",
    severity=Severity.ERROR,
    check=check,
    ru="""
    Ключ `source:` указывает на источник, которого в карте нет.

    Читатель будет искать подтверждение и не найдёт его. Каждый источник записан один раз в `sources`
    в начале карты, и на него ссылаются по ключу.
    """,
)
