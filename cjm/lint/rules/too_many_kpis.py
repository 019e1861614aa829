"""A stage has more KPIs than anybody watches.

A long list shows diligence instead of direction. Keep the figures that somebody acts on when they change; the limit
is `most-kpis` in the settings, 3 by default.

Bad:
    stages:
      - name: Search
        kpis: [Reach, Visits, Likes, Sign-ups]
Good:
    stages:
      - name: Search
        kpis: [Visits, Sign-ups]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject, about_stage

_HINT = Text(en="keep those that somebody acts on", ru="оставьте те, при изменении которых кто-то действует")


def check(subject: Subject) -> Iterator[Found]:
    most = subject.settings.most_kpis
    for stage in subject.journey.stages:
        count = len(stage.kpis)
        if count > most:
            message = about_stage(stage) + Text(
                en=f"has {count} KPIs, the limit is {most}",
                ru=f"KPI — {count}, а предел — {most}",
            )
            yield Found((*stage.at, "kpis"), message, _HINT)


RULE = Rule(
    code="CJM407",
    severity=Severity.WARNING,
    check=check,
    ru="""
    KPI у этапа больше, чем кто-либо отслеживает.

    Длинный список говорит о старании, а не о направлении. Оставьте показатели, при изменении которых кто-то
    действует; предел задаёт настройка `most-kpis`, без неё он равен 3.
    """,
)
