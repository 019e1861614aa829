"""Maps refer to one another in a circle by `map:` or `based_on:`.

A map in detail is part of a larger one, and a map of the future comes after that of today: whoever follows such a
circle never arrives. The rule sees the maps that are checked together.

Bad:
    # shop.cjm.yaml
    title: Shop
    stages: [{name: Checkout, map: checkout.cjm.yaml}]
    ---
    # checkout.cjm.yaml
    title: Checkout
    stages: [{name: Payment, map: shop.cjm.yaml}]
Good:
    # shop.cjm.yaml
    title: Shop
    stages: [{name: Checkout, map: checkout.cjm.yaml}]
    ---
    # checkout.cjm.yaml
    title: Checkout
    stages: [{name: Payment}]
"""

from collections.abc import Iterator, Sequence
from os.path import normpath
from pathlib import PurePath
from typing import NamedTuple

from cjm.core.finding import Severity
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.parts import map_references
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(en="delete one of the references that lead round", ru="удалите одну из ссылок, которые ведут по кругу")


class _Reference(NamedTuple):
    path: Path
    file: str
    map: int


def check_together(subjects: Sequence[Subject]) -> Iterator[tuple[int, Found]]:
    for number, reference in _leading_back(_references(subjects)):
        name = quoted(reference.file)
        message = Text(en=f"map `{name}` leads back to this one", ru=f"карта `{name}` ведёт обратно к этой")
        yield number, Found(reference.path, message, _HINT)


def _references(subjects: Sequence[Subject]) -> list[list[_Reference]]:
    """For each map, those of its references that lead to another map of the run."""
    numbers = {normpath(subject.file): number for number, subject in enumerate(subjects)}
    return [
        [
            _Reference(path, file, numbers[target])
            for path, file in map_references(subject.journey)
            if (target := normpath(PurePath(subject.file).parent / file)) in numbers
        ]
        for subject in subjects
    ]


def _leading_back(references: Sequence[Sequence[_Reference]]) -> Iterator[tuple[int, _Reference]]:
    """Each reference that closes a circle, with the number of its map."""
    done: set[int] = set()
    for start in range(len(references)):
        trail = {} if start in done else {start: iter(references[start])}
        while trail:
            number, ahead = next(reversed(trail.items()))
            reference = next(ahead, None)
            if reference is None:
                done.add(number)
                del trail[number]
            elif reference.map in trail:
                yield number, reference
            elif reference.map not in done:
                trail[reference.map] = iter(references[reference.map])


RULE = Rule(
    code="CJM211",
    severity=Severity.ERROR,
    check_together=check_together,
    ru="""
    Карты ссылаются друг на друга по кругу через `map:` или `based_on:`.

    Подробная карта — часть более крупной, а карта будущего появляется после карты «как есть»: кто пойдёт по такому
    кругу, никуда не придёт. Правило видит карты, которые проверяют вместе.
    """,
)
