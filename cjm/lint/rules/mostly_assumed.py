"""Most of what the map states is assumed rather than known.

A map of guesses looks just as certain as a map of facts. Counted are the statements that have a `confidence`,
from five on; the limit is `most-assumed`, 50 per cent where it is left out.

Bad:
    stages:
      - name: Search
        thoughts:
          - {name: Can I do this alone?, confidence: assumed}
          - {name: Whom can I trust?, confidence: assumed}
          - {name: How much is it?, confidence: assumed}
        problems:
          - {name: Too many ads, confidence: observed}
          - {name: No prices, confidence: observed}
Good:
    stages:
      - name: Search
        thoughts:
          - {name: Can I do this alone?, confidence: observed}
          - {name: Whom can I trust?, confidence: assumed}
          - {name: How much is it?, confidence: observed}
        problems:
          - {name: Too many ads, confidence: observed}
          - {name: No prices, confidence: observed}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text, plural
from cjm.lint.rule import Found, Rule, Subject

_TOO_FEW = 5
_STATEMENTS = Text(en="statement|statements", ru="утверждения|утверждений|утверждений")


def check(subject: Subject) -> Iterator[Found]:
    known = [confidence for part in subject.parts if (confidence := getattr(part, "confidence", None))]
    total, assumed, most = len(known), known.count("assumed"), subject.settings.most_assumed
    if total >= _TOO_FEW and assumed * 100 > most * total:
        share = max((assumed * 200 + total) // (2 * total), most + 1)
        words = [plural(total, "en", _STATEMENTS), plural(total, "ru", _STATEMENTS)]
        message = Text(
            en=f"{assumed} of {total} {words[0]} ({share} %) are assumed, the limit is {most} %",
            ru=f"гипотезы — {assumed} из {total} {words[1]} ({share} %), а предел — {most} %",
        )
        hint = Text(
            en="check the most important ones with customers or figures first",
            ru="начните с самых важных: проверьте их на клиентах или по данным",
        )
        yield Found(("title",), message, hint)


RULE = Rule(
    code="CJM503",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Большая часть утверждений карты — гипотезы.

    Карта из догадок выглядит так же убедительно, как карта из фактов. Считаются утверждения, у которых указан
    `confidence`, если их не меньше пяти. Предел задаёт `most-assumed`; если он не задан, это 50 процентов.
    """,
)
