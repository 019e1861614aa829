"""The words for the values of the format, as readers of a map see them."""

import re
from typing import Literal, TypeAlias

from cjm.core.text import Language, Text

Line: TypeAlias = Literal["interaction", "visibility", "internal"]
"""A line of the service blueprint."""
Confidence: TypeAlias = Literal["assumed", "observed", "measured"]
ProblemSeverity: TypeAlias = Literal["low", "medium", "high"]
SolutionStatus: TypeAlias = Literal["idea", "planned", "doing", "done", "rejected"]
State: TypeAlias = Literal["current", "future"]
Phase: TypeAlias = Literal["before", "purchase", "after"]
SourceType: TypeAlias = Literal[
    "analytics", "crm", "interview", "observation", "other", "review", "social", "support", "survey", "test"
]

_DECIMAL_POINT = re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?![\d.,])")
"""Not a day such as 01.10.2026 and not 1.000, which may be a thousand."""

EMOTIONS: dict[int, Text] = {
    -2: Text(en="angry", ru="злость"),
    -1: Text(en="annoyed", ru="раздражение"),
    0: Text(en="neutral", ru="нейтрально"),
    1: Text(en="good", ru="хорошо"),
    2: Text(en="delighted", ru="восторг"),
}
EMOTION_WORDS = {words.en: score for score, words in EMOTIONS.items()} | {
    words.ru: score for score, words in EMOTIONS.items()
}
"""The words that may stand for a score."""
BARS = {-2: "▁", -1: "▂", 0: "▄", 1: "▆", 2: "█"}
"""The emotions as a row of bars."""
SEVERITIES: dict[ProblemSeverity, Text] = {
    "high": Text(en="high", ru="высокая"),
    "medium": Text(en="medium", ru="средняя"),
    "low": Text(en="low", ru="низкая"),
}
CONFIDENCES: dict[Confidence, Text] = {
    "assumed": Text(en="assumed", ru="гипотеза"),
    "observed": Text(en="observed", ru="наблюдение"),
    "measured": Text(en="measured", ru="измерено"),
}
STATUSES: dict[SolutionStatus, Text] = {
    "idea": Text(en="idea", ru="идея"),
    "planned": Text(en="planned", ru="в планах"),
    "doing": Text(en="doing", ru="в работе"),
    "done": Text(en="done", ru="сделано"),
    "rejected": Text(en="rejected", ru="отклонено"),
}
STATES: dict[State, Text] = {
    "current": Text(en="as is", ru="как есть"),
    "future": Text(en="to be", ru="как должно быть"),
}
PHASES: dict[Phase, Text] = {
    "before": Text(en="before the purchase", ru="до покупки"),
    "purchase": Text(en="purchase", ru="покупка"),
    "after": Text(en="after the purchase", ru="после покупки"),
}
SOURCE_TYPES: dict[SourceType, Text] = {
    "analytics": Text(en="analytics", ru="аналитика"),
    "crm": Text(en="CRM", ru="CRM"),
    "interview": Text(en="interviews", ru="интервью"),
    "observation": Text(en="observation", ru="наблюдение"),
    "other": Text(en="other", ru="другое"),
    "review": Text(en="reviews", ru="отзывы"),
    "social": Text(en="social media", ru="соцсети"),
    "support": Text(en="support requests", ru="обращения в поддержку"),
    "survey": Text(en="survey", ru="опрос"),
    "test": Text(en="test", ru="тестирование"),
}
LINES: dict[Line, Text] = {
    "interaction": Text(en="line of interaction", ru="линия взаимодействия"),
    "visibility": Text(en="line of visibility", ru="линия видимости"),
    "internal": Text(en="line of internal interaction", ru="линия внутреннего взаимодействия"),
}
MOMENT_OF_TRUTH = Text(en="moment of truth", ru="момент истины")
IS_MOMENT_OF_TRUTH: dict[bool | None, Text] = {True: Text(en="yes", ru="да"), None: Text(en="no", ru="нет")}

MOMENT = "◆"
STATUS_SIGNS: dict[SolutionStatus, str] = {
    "idea": "◌",
    "planned": "☐",
    "doing": "▶",
    "done": "✓",
    "rejected": "×",
}
SEVERITY_SIGNS: dict[ProblemSeverity, str] = {"high": "▲▲▲", "medium": "▲▲", "low": "▲"}
ACTUAL = Text(en="now", ru="факт")
BASELINE = Text(en="was", ru="было")
QUOTED = Text(en="“{}”", ru="«{}»")


def signed(score: int) -> str:
    """A score as people write it, with a true minus.

    >>> signed(-1), signed(0), signed(2)
    ('−1', '0', '+2')
    """
    return f"{score:+d}".replace("-", "−") if score else "0"


def grouped(number: int) -> str:
    r"""A whole number with a narrow no-break space between thousands.

    >>> grouped(12000) == "12\u202f000"
    True
    """
    return f"{number:,}".replace(",", "\u202f")


def figure(text: str, language: Language) -> str:
    """A figure or target with the signs of print and the language's decimal mark.

    >>> figure(">= 4.5 %", "ru")
    '≥ 4,5 %'
    """
    printed = text.replace(">=", "≥").replace("<=", "≤")
    return _DECIMAL_POINT.sub(r"\1,\2", printed) if language == "ru" else printed
