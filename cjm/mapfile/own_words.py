"""The words that people write for the keys and values of a map, in Russian and English, and what the format calls them.

The first are the labels that readers of a map see, from the model; the others are from maps that people keep elsewhere.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cache

from cjm.core.fields import FieldInfo, all_fields
from cjm.core.model import Journey

_KEYS = {
    "goal": "цель, our goal, business goal",
    "customer_goal": "задача, потребность, цель клиента, customer goal, jtbd",
    "goals": "цели",
    "expectations": "ожидания клиента",
    "actions": "шаги, процесс, что делает, steps, doing, customer actions, user actions",
    "thoughts": "вопросы, thinking, questions",
    "touchpoints": "точки касания, точки взаимодействия, каналы, channels",
    "emotion": "эмоция, чувства, feeling, feelings",
    "problems": "проблемы, боли, барьеры, трудности, pain points, pains, issues, barriers",
    "pains": "боли, pain points",
    "solutions": "идеи, рекомендации, как решаем, ideas, fixes",
    "opportunities": "точки роста",
    "kpis": "метрики, показатели, metrics",
    "owner": "ответственные, владелец, подразделение, команда, отдел, team, teams, responsible",
    "reviewed": "проверено, пересмотрено, проверена",
    "source": "подтверждение, evidence",
    "stages": "стадии, шаги, steps, phases",
    "name": "имя, текст, text, title",
    "title": "название, заголовок, name",
    "about": "описание, портрет, description",
    "persona": "клиент, customer, user",
    "language": "lang",
    "duration": "время, срок, time",
    "tools": "средства, активности, activities",
    "frontstage": "фронт офис",
    "backstage": "бэк офис",
    "support": "поддержка",
}
_VALUES = {
    "severity": {"critical": "критично", "high": "высокий", "medium": "средний", "low": "низкий"},
    "effort": {"high": "высокий, высокие", "medium": "средний, средние", "low": "низкий, низкие"},
    "impact": {"high": "высокая, высокое", "medium": "средняя, среднее", "low": "низкая, низкое"},
    "status": {
        "planned": "запланировано, план, planning, todo", "doing": "делаем, in progress, wip",
        "done": "готово, выполнено, finished", "rejected": "отказались", "archived": "архив",
    },
    "state": {"current": "сейчас, today", "future": "будущее"},
    "score": {
        "annoyed": "frustrated", "unsure": "anxious, confused, worried", "calm": "relieved", "good": "satisfied",
        "тревога": "тревожно, беспокойство", "досада": "обида", "спокойно": "спокойствие, облегчение",
        "радость": "радостно", "восторг": "в восторге", "раздражение": "раздражён, раздражает",
    },
    "confidence": {"assumed": "предположение", "measured": "измерение"},
    "period": {"day": "день", "week": "неделя", "month": "месяц", "quarter": "квартал", "year": "год"},
}  # fmt: skip


_SCORE, _EMOTION = "score", "emotion"
"""The key of a feeling's number or word, and the key that may hold it alone."""


def key_for(word: str, known: Container[str]) -> str | None:
    """The key that somebody means by a word of their own.

    Args:
        word: what they wrote.
        known: the keys that there may be in this place.

    >>> key_for("Цель", {"goal", "name"}), key_for("pain_points", {"pains"}), key_for("budget", {"goal"})
    ('goal', 'pains', None)
    """
    return next((key for key in _keys().get(_folded(word), ()) if key in known), None)


def value_for(key: str, word: str, known: Container[str]) -> str | None:
    """The value of a key that somebody means by a word of their own.

    >>> value_for("severity", "Высокая", {"low", "high"}), value_for("state", "as is", {"current"})
    ('high', 'current')
    """
    listed = _values().get((_SCORE if key == _EMOTION else key, _folded(word)), ())
    return next((value for value in listed if value in known), None)


@cache
def _keys() -> Mapping[str, list[str]]:
    """The keys by the words for them."""
    keys: dict[str, list[str]] = defaultdict(list)
    for info in all_fields(Journey):
        for text in _called(info):
            keys[_folded(text)].append(info.key)
    for key, words in _KEYS.items():
        for word in words.split(", "):
            keys[word].append(key)
    return keys


def _called(info: FieldInfo) -> Iterator[str]:
    texts = [info.label, info.title, *([info.noun.text] if info.noun else [])]
    return (word for text in texts for word in (text.en, text.ru))


@cache
def _values() -> Mapping[tuple[str, str], list[str]]:
    """The values by their key and the words for them."""
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for info in all_fields(Journey):
        for value, text in info.words.items():
            for word in (text.en, text.ru):
                values[info.key, _folded(word)].append(str(value))
        for alias in info.aliases:
            values[_SCORE, _folded(alias)].append(alias)
    for key, words in _VALUES.items():
        for value, listed in words.items():
            for word in listed.split(", "):
                values[key, word].append(value)
    return values


def _folded(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ").replace("ё", "е").strip()
