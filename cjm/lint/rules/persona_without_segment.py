"""The persona belongs to no segment.

A name alone is one person; the segment says for how many the map holds, and which other maps are missing.

Bad:
    persona: Sergey
Good:
    persona: {name: Sergey, segment: Owners of online shops}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import personas
from cjm.lint.rule import Rule

RULE = Rule(
    code="CJM320",
    severity=Severity.INFO,
    check=everything_has(
        "segment",
        personas,
        Text(en="belongs to no segment", ru="не указан сегмент"),
        Text(
            en="name in `segment:` the customers that the persona represents",
            ru="назовите в `segment:` группу клиентов, которую представляет персона",
        ),
    ),
    ru="""
    У персоны не указан сегмент.

    Имя — это один человек. Сегмент говорит, для скольких людей верна карта и каких карт ещё не хватает.
    """,
)
