"""The words for the values of the format, as readers of a map see them."""

import re
from typing import Literal, TypeAlias

from cjm.core.text import Language, Text

Line: TypeAlias = Literal["interaction", "visibility", "internal"]
"""A line of the service blueprint."""
Confidence: TypeAlias = Literal["assumed", "observed", "measured"]
Degree: TypeAlias = Literal["low", "medium", "high"]
ProblemSeverity: TypeAlias = Literal["low", "medium", "high", "critical"]
SolutionStatus: TypeAlias = Literal["idea", "planned", "doing", "done", "rejected"]
State: TypeAlias = Literal["current", "future"]
MapStatus: TypeAlias = Literal["draft", "live", "archived"]
Phase: TypeAlias = Literal["before", "purchase", "after"]
Period: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
Score: TypeAlias = int | float
"""From -2 to +2 in whole or half steps."""
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
_FEELINGS: dict[int, tuple[Text, ...]] = {
    -2: (Text(en="furious", ru="ярость"),),
    -1: (Text(en="sad", ru="досада"), Text(en="unsure", ru="тревога")),
    1: (Text(en="calm", ru="спокойно"), Text(en="happy", ru="радость")),
    2: (Text(en="proud", ru="гордость"),),
}
FEELINGS = {word: text for texts in _FEELINGS.values() for text in texts for word in (text.en, text.ru)}
"""Words for a score that say more than the score: what each is called in both languages."""
_SCORED = [(score, text) for score, word in EMOTIONS.items() for text in (word, *_FEELINGS.get(score, ()))]
EMOTION_WORDS = {text.en: score for score, text in _SCORED} | {text.ru: score for score, text in _SCORED}
"""The words that may stand for a score."""
SCORES: tuple[Score, ...] = (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2)
BARS = {-2: "▁", -1: "▂", 0: "▄", 1: "▆", 2: "█"}
"""The emotions as a row of bars."""
SEVERITIES: dict[ProblemSeverity, Text] = {
    "critical": Text(en="critical", ru="критическая"),
    "high": Text(en="high", ru="высокая"),
    "medium": Text(en="medium", ru="средняя"),
    "low": Text(en="low", ru="низкая"),
}
FREQUENCIES = {
    "always": Text(en="always", ru="всегда"),
    "often": Text(en="often", ru="часто"),
    "sometimes": Text(en="sometimes", ru="иногда"),
    "rarely": Text(en="rarely", ru="редко"),
}
IMPACTS: dict[Degree, Text] = {
    "high": Text(en="high", ru="высокий"),
    "medium": Text(en="medium", ru="средний"),
    "low": Text(en="low", ru="низкий"),
}
EFFORTS: dict[Degree, Text] = {
    "high": Text(en="high", ru="высокая"),
    "medium": Text(en="medium", ru="средняя"),
    "low": Text(en="low", ru="низкая"),
}
PERIODS: dict[Period, Text] = {
    "day": Text(en="a day", ru="за день"),
    "week": Text(en="a week", ru="за неделю"),
    "month": Text(en="a month", ru="за месяц"),
    "quarter": Text(en="a quarter", ru="за квартал"),
    "year": Text(en="a year", ru="за год"),
}
"""The span of a figure, as it is said after the figure."""
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
MAP_STATUSES: dict[MapStatus, Text] = {
    "draft": Text(en="draft", ru="черновик"),
    "live": Text(en="live", ru="действует"),
    "archived": Text(en="archived", ru="в архиве"),
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
SEVERITY_SIGNS: dict[ProblemSeverity, str] = {"critical": "■", "high": "▲▲▲", "medium": "▲▲", "low": "▲"}
ACTUAL = Text(en="now", ru="факт")
BASELINE = Text(en="was", ru="было")
QUOTED = Text(en="“{}”", ru="«{}»")


def signed(score: Score) -> str:
    """A score as people write it, with a true minus.

    >>> signed(-1), signed(0), signed(0.5), signed(-1.5)
    ('−1', '0', '+½', '−1½')
    """
    whole, half = divmod(abs(score), 1)
    return f"{'−' if score < 0 else '+' if score else ''}{int(whole) if whole or not half else ''}{'½' if half else ''}"


def step(score: Score) -> int:
    """The whole step of a score that decides its colour: of a half, the one nearer neutral.

    >>> step(-1.5), step(0.5), step(2)
    (-1, 0, 2)
    """
    return int(score)


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
