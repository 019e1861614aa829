"""A stage leaves a lane empty that the team requires.

Maps can be compared only where they answer the same questions. The team lists the lanes that every stage should fill
in `required-lanes` of its settings, by the keys of the format or its own `x-` keys. Goal, expectations, touchpoints,
KPIs, emotion and tools have rules of their own; these are silent where the team leaves their lane out.

Bad:
    # cjm.toml: required-lanes = ["goal", "actions"]
    stages:
      - {name: Search, goal: Give an answer}
Good:
    # cjm.toml: required-lanes = ["goal", "actions"]
    stages:
      - {name: Search, goal: Give an answer, actions: [Asks a search engine]}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.model import Stage
from cjm.core.own_lane import entries
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject, about_stage
from cjm.lint.settings import LANES, REQUIRED_LANES


def check(subject: Subject) -> Iterator[Found]:
    required = [lane for lane in subject.settings.required_lanes if lane not in REQUIRED_LANES]
    for stage in subject.journey.stages:
        for lane in required:
            if not _is_filled(lane, stage):
                key = quoted(lane)
                message = about_stage(stage) + Text(en=f"has no `{key}`", ru=f"не заполнена дорожка `{key}`")
                hint = Text(
                    en=f"fill `{key}:`, or take it out of `required-lanes`",
                    ru=f"заполните `{key}:` или уберите её из `required-lanes`",
                )
                yield Found((*stage.at, lane), message, hint)


def _is_filled(lane: str, stage: Stage) -> bool:
    """A key that is not a lane of the format counts as filled: reading the settings reports it."""
    if lane.startswith("x-"):
        return any(entries(stage.extra.get(lane)))
    return lane not in LANES or bool(getattr(stage, lane))


RULE = Rule(
    code="CJM326",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У этапа не заполнена дорожка, которую требует команда.

    Сравнивать можно только карты, которые отвечают на одни и те же вопросы. Дорожки, обязательные для каждого
    этапа, команда перечисляет в настройке `required-lanes`: ключами формата или своими ключами `x-`. У цели,
    ожиданий, точек контакта, KPI, эмоций и инструментов есть собственные правила; они молчат, если команда свою
    дорожку не требует.
    """,
)
