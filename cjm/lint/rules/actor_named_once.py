"""An actor is named only once, and almost like somebody else in the map.

Then it is probably the same one, and whoever counts or filters by actors misses this place. Compared, word by
word, are the actors, the persona and the owners of the map.

Bad:
    persona: {name: Anna}
    stages:
      - name: Choice
        actions:
          - {name: Asks the seller, actors: [Anna, Seller]}
          - {name: Answers, actors: Seler}
          - {name: Sends the parcel, actors: Seller}
Good:
    persona: {name: Anna}
    stages:
      - name: Choice
        actions:
          - {name: Asks the seller, actors: [Anna, Seller]}
          - {name: Answers, actors: Seller}
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import starmap, zip_longest

from cjm.core.finding import Severity
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.suggest import closest, did_you_mean
from cjm.core.text import Text
from cjm.lint.language.words import words
from cjm.lint.parts import members
from cjm.lint.rule import Found, Rule, Subject

_SHORTEST_SLIP = 5
"""Letters of a word: shorter ones, such as names and abbreviations, are often alike by chance."""

_HINT = Text(
    en="if it is the same one, write the name the same way; if not, leave it",
    ru="если это одно и то же лицо, пишите одинаково; если нет, оставьте как есть",
)


def check(subject: Subject) -> Iterator[Found]:
    actors = list(_actors(subject))
    if not actors:
        return
    known = dict.fromkeys(_others(subject))
    counts = Counter(name for _, name in actors)
    for path, actor in actors:
        if counts[actor] == 1 and actor not in known:
            suggested = subject.suggester.closest(actor, _usual(known, counts))
            if suggested and _are_alike(actor, suggested):
                name = quoted(actor)
                message = Text(en=f"actor “{name}” is named only here", ru=f"участник «{name}» назван только здесь")
                yield Found(path, message + did_you_mean(suggested, actor), _HINT)
        known[actor] = None


def _usual(known: Mapping[str, None], counts: Mapping[str, int]) -> Iterator[str]:
    """The names that an actor may be meant by: those before it, and those that are named more often."""
    yield from known
    yield from (name for name, count in counts.items() if count > 1 and name not in known)


def _are_alike(one: str, other: str) -> bool:
    """Whether each word is like its counterpart: a sales manager is no account manager, and Ann is not Dan."""
    return all(starmap(_is_slip, zip_longest(words(one), words(other), fillvalue="")))


def _is_slip(word: str, like: str) -> bool:
    is_long = min(len(word), len(like)) >= _SHORTEST_SLIP
    return word == like or (is_long and word[0] == like[0] and closest(word, [like]) is not None)


def _actors(subject: Subject) -> Iterator[tuple[Path, str]]:
    for stage in subject.journey.stages:
        for step in stage.steps:
            yield from members((*step.at, "actors"), step.actors)


def _others(subject: Subject) -> Iterator[str]:
    """The persona and the owners."""
    if subject.journey.persona:
        yield subject.journey.persona.name
    yield from filter(None, (getattr(part, "owner", None) for part in subject.parts))


RULE = Rule(
    code="CJM613",
    severity=Severity.INFO,
    check=check,
    ru="""
    Участник назван один раз и почти так же, как кто-то другой в карте.

    Скорее всего, это одно и то же лицо, и тот, кто считает или отбирает по участникам, это место пропустит.
    Сравниваются, слово за словом, участники, персона и ответственные карты.
    """,
)
