"""The persona has no pains.

What troubles the person before you appear explains why one looks for you at all, and what one will not forgive.

Bad:
    persona: {name: Sergey, segment: Owners of online shops}
Good:
    persona: {name: Sergey, segment: Owners of online shops, pains: [A click costs twice as much as last year]}
"""

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import personas
from cjm.lint.rule import Rule

RULE = Rule(
    code="CJM318",
    severity=Severity.INFO,
    check=everything_has(
        "pains",
        personas,
        Text(en="has no pains", ru="не указаны боли"),
        Text(
            en="list in `pains:` what troubles the person, with or without you",
            ru="перечислите в `pains:`, что человеку мешает — с вами или без вас",
        ),
    ),
    ru="""
    У персоны нет болей.

    То, что мешает человеку ещё до встречи с вами, объясняет, зачем он вообще вас ищет и чего не простит.
    """,
)
