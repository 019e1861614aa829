"""A KPI does not say where its figure comes from.

Two reports seldom give the same number. With a source everyone looks at the same one, and somebody can update it.
The rule is silent in a map without any sources: that is another finding.

Bad:
    sources:
      crm: {type: crm, name: HubSpot}
    stages:
      - name: Search
        kpis:
          - {name: New contacts, target: "≥ 600"}
Good:
    sources:
      crm: {type: crm, name: HubSpot}
    stages:
      - name: Search
        kpis:
          - {name: New contacts, target: "≥ 600", source: crm}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Kpi
from cjm.core.model import Journey
from cjm.core.text import Text
from cjm.lint.gaps import everything_has
from cjm.lint.parts import kpis
from cjm.lint.rule import Rule


def _where_sources_are_listed(journey: Journey) -> Iterator[Kpi]:
    return kpis(journey) if journey.sources else iter(())


RULE = Rule(
    code="CJM403",
    severity=Severity.INFO,
    check=everything_has(
        "source",
        _where_sources_are_listed,
        Text(en="has no source", ru="не указан источник"),
        Text(
            en="name in `source:` the report that the figure is taken from",
            ru="назовите в `source:` отчёт, из которого берётся число",
        ),
    ),
    ru="""
    Не сказано, откуда берётся число KPI.

    Два отчёта редко дают одно и то же число. Когда источник назван, все смотрят в один отчёт, и есть где
    обновить значение. В карте совсем без источников правило молчит: об этом говорит другое.
    """,
)
