"""The texts of a journey, one by one."""

from collections.abc import Iterable, Iterator

from cjm.core.fields import fields_of
from cjm.core.items import Entity
from cjm.core.model import Stage
from cjm.core.own_lane import entries
from cjm.core.path import Path


def texts(parts: Iterable[Entity]) -> Iterator[tuple[Path, str]]:
    """Every text of parts of a journey, and where it is; references, figures and codes are not texts."""
    for part in parts:
        for info in fields_of(type(part)):
            if info.is_text and (value := getattr(part, info.name)):
                yield from entries(list(value) if info.is_list else value, (*part.at, info.key))
        if isinstance(part, Stage):  # elsewhere an author's own keys are not drawn, and may be for machines
            for key, own in part.extra.items():
                yield from entries(own, (*part.at, key))
