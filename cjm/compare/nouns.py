"""What the things and the fields of a map are called in a sentence about a change."""

from dataclasses import dataclass
from typing import Literal

from cjm.core.text import Text, untranslated

_GENDERS = "mfn"


@dataclass(frozen=True, slots=True)
class Noun:
    """A sort of thing: the word of its kind in a change's code, its name, and the gender of the Russian one."""

    word: str
    text: Text
    gender: Literal["m", "f", "n"]

    def agreeing(self, participle: Text) -> Text:
        """The form that goes with the noun, of a text whose Russian lists masculine, feminine and neuter by `|`."""
        return Text(en=participle.en, ru=participle.ru.split("|")[_GENDERS.index(self.gender)])


NOUNS: dict[str, Noun] = {
    "persona": Noun("persona", Text(en="persona", ru="персона"), "f"),
    "goals": Noun("persona-goal", Text(en="persona’s goal", ru="цель персоны"), "f"),
    "needs": Noun("persona-need", Text(en="persona’s need", ru="потребность персоны"), "f"),
    "pains": Noun("persona-pain", Text(en="persona’s pain", ru="боль персоны"), "f"),
    "motivations": Noun("persona-motivation", Text(en="persona’s motivation", ru="мотив персоны"), "m"),
    "sources": Noun("source", Text(en="source", ru="источник"), "m"),
    "stages": Noun("stage", Text(en="stage", ru="этап"), "m"),
    "expectations": Noun("expectation", Text(en="expectation", ru="ожидание"), "n"),
    "actions": Noun("action", Text(en="action", ru="действие"), "n"),
    "thoughts": Noun("thought", Text(en="thought", ru="мысль"), "f"),
    "touchpoints": Noun("touchpoint", Text(en="touchpoint", ru="точка контакта"), "f"),
    "emotion": Noun("emotion", Text(en="emotion", ru="эмоция"), "f"),
    "problems": Noun("problem", Text(en="problem", ru="проблема"), "f"),
    "solutions": Noun("solution", Text(en="solution", ru="решение"), "n"),
    "kpis": Noun("kpi", untranslated("KPI"), "m"),
    "tools": Noun("tool", Text(en="tool", ru="инструмент"), "m"),
    "frontstage": Noun("frontstage", Text(en="frontstage action", ru="видимое действие"), "n"),
    "backstage": Noun("backstage", Text(en="backstage action", ru="невидимое действие"), "n"),
    "support": Noun("support", Text(en="support process", ru="процесс поддержки"), "m"),
    "transitions": Noun("transition", Text(en="transition", ru="переход"), "m"),
}
"""By the key below which such things stand, in the order of a map."""

FIELDS: dict[str, Text] = {
    "about": Text(en="about", ru="о персоне"),
    "actual": Text(en="actual", ru="факт"),
    "baseline": Text(en="baseline", ru="исходное значение"),
    "channel": Text(en="channel", ru="канал"),
    "confidence": Text(en="confidence", ru="достоверность"),
    "customer_goal": Text(en="customer’s goal", ru="цель клиента"),
    "date": Text(en="date", ru="дата"),
    "duration": Text(en="duration", ru="длительность"),
    "from": Text(en="from", ru="откуда"),
    "goal": Text(en="goal", ru="цель этапа"),
    "id": untranslated("id"),
    "key": Text(en="key", ru="ключ"),
    "language": Text(en="language", ru="язык"),
    "moment_of_truth": Text(en="moment of truth", ru="момент истины"),
    "name": Text(en="name", ru="название"),
    "owner": Text(en="owner", ru="ответственный"),
    "phase": Text(en="phase", ru="фаза"),
    "quote": Text(en="quote", ru="цитата"),
    "review_every": Text(en="review every", ru="периодичность пересмотра"),
    "reviewed": Text(en="last review", ru="последний пересмотр"),
    "sample": Text(en="sample", ru="выборка"),
    "scenario": Text(en="scenario", ru="сценарий"),
    "score": Text(en="emotion", ru="эмоция"),
    "segment": Text(en="segment", ru="сегмент"),
    "severity": Text(en="severity", ru="серьёзность"),
    "source": Text(en="source", ru="источник"),
    "state": Text(en="state", ru="вид карты"),
    "status": Text(en="status", ru="статус"),
    "target": Text(en="target", ru="цель"),
    "title": Text(en="title", ru="название карты"),
    "to": Text(en="to", ru="куда"),
    "touchpoint": Text(en="touchpoint", ru="точка контакта"),
    "type": Text(en="type", ru="вид"),
    "unit": Text(en="unit", ru="единица измерения"),
    "url": Text(en="link", ru="ссылка"),
}
"""By key; a key that is the author's own is its own name."""
