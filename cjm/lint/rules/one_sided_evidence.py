"""The map is based only on figures, or only on what people say.

Figures show how many, conversations and observations show why. A map needs both: figures alone explain nothing,
a few voices alone may be exceptions.

Bad:
    sources:
      metrics: {type: analytics, name: Web analytics}
      deals: {type: crm, name: Deals}
    stages: [{name: Search}]
Good:
    sources:
      metrics: {type: analytics, name: Web analytics}
      interviews: {type: interview, name: Interviews with buyers}
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import listed
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject

_QUANTITATIVE = ("analytics", "crm", "survey", "test")
_QUALITATIVE = ("interview", "observation", "review", "social", "support")
_TOO_FEW = 2


def check(subject: Subject) -> Iterator[Found]:
    types = [source.type for source in subject.journey.sources if source.type in _QUANTITATIVE + _QUALITATIVE]
    names = listed(dict.fromkeys(str(kind) for kind in types))
    if len(types) < _TOO_FEW:
        return
    if all(kind in _QUANTITATIVE for kind in types):
        yield Found(("sources",), *_only_figures(names))
    elif all(kind in _QUALITATIVE for kind in types):
        yield Found(("sources",), *_only_voices(names))


def _only_figures(names: str) -> tuple[Text, Text]:
    return Text(
        en=f"all sources are quantitative ({names}): they show how many, not why",
        ru=f"все источники количественные ({names}): видно, сколько, но не видно почему",
    ), Text(
        en="add a source that lets customers speak: interview, observation, review, support",
        ru="добавьте источник, где говорят сами клиенты: interview, observation, review, support",
    )


def _only_voices(names: str) -> tuple[Text, Text]:
    return Text(
        en=f"all sources are qualitative ({names}): they show why, not how many",
        ru=f"все источники качественные ({names}): видно почему, но не видно, сколько",
    ), Text(
        en="add a source of figures: analytics, crm, survey, test",
        ru="добавьте источник с цифрами: analytics, crm, survey, test",
    )


RULE = Rule(
    code="CJM504",
    severity=Severity.INFO,
    check=check,
    ru="""
    Карта опирается только на цифры или только на слова.

    Цифры показывают, сколько, а разговоры и наблюдения — почему. Карте нужно и то и другое: одни цифры ничего
    не объясняют, а несколько голосов могут оказаться исключением.
    """,
)
