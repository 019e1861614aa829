"""What the formats of changes are given, and the words they share."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cjm.diff.change import Action, Change, Group, Level
from cjm.printable import printable
from cjm.review import MapReview, Status
from cjm.text import Language, Text, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """Maps before and after, and how to tell of them; `width` in display cells, None for lines of any length."""

    maps: Sequence[MapReview]
    language: Language = "en"
    colour: bool = False
    width: int | None = None


SIGNS: dict[Action, str] = {"added": "+", "removed": "−", "changed": "~", "renamed": "~", "moved": "→", "solved": "✓"}
THE_MAP = Text(en="Map", ru="Карта")
STATUSES: dict[Status, Text] = {
    "added": Text(en="new map, stages: {stages}", ru="новая карта, этапов: {stages}"),
    "removed": Text(en="map removed", ru="карта удалена"),
    "renamed": Text(en="map renamed, was {old}", ru="карта переименована, раньше {old}"),
    "changed": Text(en="", ru=""),
    "unchanged": Text(en="no change of meaning", ru="по смыслу ничего не изменилось"),
    "broken": Text(en="cannot be compared", ru="сравнить нельзя"),
}
_ACTIONS: dict[Action, Text] = {
    "added": Text(en="added", ru="добавлено"),
    "removed": Text(en="removed", ru="удалено"),
    "changed": Text(en="changed", ru="изменено"),
    "renamed": Text(en="renamed", ru="переименовано"),
    "moved": Text(en="moved", ru="перенесено"),
    "solved": Text(en="achieved", ru="достигнуто"),
}
_MAPS: dict[Status, Text] = {
    "added": Text(en="new map|new maps", ru="новая карта|новые карты|новых карт"),
    "removed": Text(en="map removed|maps removed", ru="карта удалена|карты удалены|карт удалено"),
    "renamed": Text(en="map renamed|maps renamed", ru="карта переименована|карты переименованы|карт переименовано"),
    "broken": Text(
        en="map cannot be compared|maps cannot be compared",
        ru="карту сравнить нельзя|карты сравнить нельзя|карт сравнить нельзя",
    ),
}
_CHANGES = Text(en="change|changes", ru="изменение|изменения|изменений")
_BREAKING = Text(en="breaking for references", ru="ломает ссылки")
_FINDINGS = Text(en="findings", ru="замечания")
_NEW, _FIXED = Text(en="new", ru="новые"), Text(en="fixed", ru="исправленные")
THEN, NOW = Text(en="before", ru="раньше"), Text(en="now", ru="теперь")
NOTHING = Text(en="no changes", ru="изменений нет")


def grouped(changes: Sequence[Change]) -> Iterator[tuple[Group, list[Change]]]:
    """The changes stage by stage, in the order in which they come."""
    return ((group, list(found)) for group, found in groupby(changes, key=lambda change: change.group))


def heading(group: Group, report: ChangeReport) -> str:
    """What a group is called: the stage with its number in the new map, or the map itself."""
    if not group.name:
        return THE_MAP.said(report.language)
    return f"{group.new or '−'} {printable(group.name)}"


def status_line(review: MapReview, language: Language) -> str:
    """What happened to the file itself; empty where it only changed."""
    stages = len(review.new.journey.stages) if review.new else 0
    return STATUSES[review.status].said(language).format(old=printable(review.old_name or ""), stages=stages)


def summary(report: ChangeReport) -> str:
    """One line: the maps that came, went or cannot be compared, the changes of each sort, the findings."""
    changes = [change for review in report.maps for change in review.changes]
    parts = [*_maps(report), *_sums(changes, report.language), *_breaking(changes, report.language)]
    return "; ".join([*(parts or [NOTHING.said(report.language)]), *_findings(report)])


def _maps(report: ChangeReport) -> Iterator[str]:
    counts = Counter(review.status for review in report.maps)
    for status, forms in _MAPS.items():
        if counts[status]:
            yield f"{counts[status]} {plural(counts[status], report.language, forms)}"


def _sums(changes: Sequence[Change], say: Language) -> Iterator[str]:
    counts = Counter(change.action for change in changes)
    told = [f"{counts[action]} {text.said(say)}" for action, text in _ACTIONS.items() if counts[action]]
    if told:
        sums = f"{len(changes)} {plural(len(changes), say, _CHANGES)}"
        yield f"{sums}: {', '.join(told)}" if len(told) > 1 else sums


def _breaking(changes: Sequence[Change], say: Language) -> Iterator[str]:
    count = sum(change.level is Level.BREAKING for change in changes)
    if count:
        yield f"{count} {_BREAKING.said(say)}"


def _findings(report: ChangeReport) -> Iterator[str]:
    say = report.language
    introduced = sum(len(review.introduced) for review in report.maps if review.status != "broken")
    fixed = sum(len(review.fixed) for review in report.maps)
    parts = [f"{count} {word.said(say)}" for count, word in ((introduced, _NEW), (fixed, _FIXED)) if count]
    if parts:
        yield f"{_FINDINGS.said(say)}: {', '.join(parts)}"
