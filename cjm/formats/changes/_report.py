"""The input of the formats of changes, and the words they share."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cjm.compare.change import Action, Change, ChangeGroup, Level
from cjm.compare.review import MapReview, MapStatus
from cjm.core.finding import Finding
from cjm.core.safe_text import listed, one_line
from cjm.core.text import Language, Text, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """Maps before and after, and how to show them; `width` in display cells, None for lines of any length.

    A terminal shows the names of several maps, and that of a single one if `with_names` is set.
    """

    maps: Sequence[MapReview]
    language: Language = "en"
    colour: bool = False
    width: int | None = None
    with_names: bool = False


SIGNS: dict[Action, str] = {"added": "+", "removed": "−", "changed": "~", "renamed": "~", "moved": "→", "solved": "✓"}
TITLE = Text(en="What changed", ru="Что изменилось")
THE_MAP = Text(en="Map", ru="Карта")
STATUSES: dict[MapStatus, Text] = {
    "added": Text(en="new map, stages: {stages}", ru="новая карта, этапов: {stages}"),
    "removed": Text(en="map removed", ru="карта удалена"),
    "renamed": Text(en="map renamed, was {old}", ru="карта переименована, раньше {old}"),
    "changed": Text(en="", ru=""),
    "unchanged": Text(en="no change of meaning", ru="по смыслу ничего не изменилось"),
    "broken": Text(en="cannot be compared", ru="сравнить нельзя"),
}
ACTIONS: dict[Action, Text] = {
    "added": Text(en="added", ru="добавлено"),
    "removed": Text(en="removed", ru="удалено"),
    "changed": Text(en="changed", ru="изменено"),
    "renamed": Text(en="renamed", ru="переименовано"),
    "moved": Text(en="moved", ru="перенесено"),
    "solved": Text(en="achieved", ru="достигнуто"),
}
CHANGES = Text(en="change|changes", ru="изменение|изменения|изменений")
_MAY_BREAK = Text(
    en="may break references|may break references", ru="может сломать ссылки|могут сломать ссылки|могут сломать ссылки"
)
_FINDINGS = Text(en="findings", ru="замечания")
_NEW = Text(en="new|new", ru="новое|новых|новых")
_FIXED = Text(en="fixed|fixed", ru="исправлено|исправлены|исправлено")
_OF_MAPS: dict[MapStatus, Text] = {
    "added": Text(en="new map|new maps", ru="новая карта|новые карты|новых карт"),
    "removed": Text(en="map removed|maps removed", ru="карта удалена|карты удалены|карт удалено"),
    "renamed": Text(en="map renamed|maps renamed", ru="карта переименована|карты переименованы|карт переименовано"),
    "broken": Text(
        en="map cannot be compared|maps cannot be compared",
        ru="карту сравнить нельзя|карты сравнить нельзя|карт сравнить нельзя",
    ),
}
BREAKING = Text(en="may break references", ru="может сломать ссылки")
_NEW_FINDINGS = Text(en="New findings", ru="Новые замечания")
_FIXED_FINDINGS = Text(en="Fixed findings", ru="Исправленные замечания")
_WRONG = Text(en="What is wrong", ru="Что не так")
LINE = Text(en="line", ru="строка")
MAPS = Text(en="map|maps", ru="карта|карты|карт")
THEN, NOW = Text(en="before", ru="раньше"), Text(en="now", ru="теперь")
NOTHING = Text(en="no changes", ru="изменений нет")


def grouped(changes: Sequence[Change]) -> Iterator[tuple[ChangeGroup, list[Change]]]:
    """The changes stage by stage, in the order in which they come."""
    return ((group, list(found)) for group, found in groupby(changes, key=lambda change: change.group))


def heading(group: ChangeGroup, report: ChangeReport) -> str:
    """What a group is called: the stage with its number in the new map, or the map itself."""
    if not group.name:
        return THE_MAP.localized(report.language)
    return f"{group.new or '−'} {one_line(group.name)}"


def status_line(review: MapReview, language: Language) -> str:
    """What happened to the file itself; empty where it only changed."""
    stages = len(review.new.journey.stages) if review.new else 0
    return STATUSES[review.status].localized(language).format(old=one_line(review.old_name or ""), stages=stages)


def has_news(review: MapReview) -> bool:
    """Whether there is anything to report about a map."""
    return review.status != "unchanged" or bool(review.introduced or review.fixed)


def findings_of(review: MapReview) -> Iterator[tuple[Text, Sequence[Finding]]]:
    """The findings of a map with their headings: errors of a broken one, or what was introduced and fixed."""
    introduced = _WRONG if review.status == "broken" else _NEW_FINDINGS
    for title, findings in ((introduced, review.introduced), (_FIXED_FINDINGS, review.fixed)):
        if findings:
            yield title, findings


def side_of(finding: Finding, review: MapReview) -> Text:
    """On which side of a broken map something is wrong."""
    return THEN if id(finding) in review.wrong_before else NOW


def stages_of(review: MapReview) -> str:
    """The stages of a map that is there on one side only, in a line; else nothing."""
    side = review.new if review.status == "added" else review.old if review.status == "removed" else None
    return listed(stage.name for stage in side.journey.stages) if side else ""


def summary(report: ChangeReport) -> str:
    """One line: what happened to whole maps, how many changes of each kind, how many findings introduced or fixed."""
    parts = [*_of_maps(report), *_changes(report), *_findings(report)]
    return "; ".join(parts) or NOTHING.localized(report.language)


def counted(count: int, forms: Text, language: Language) -> str:
    """A number and the form of a noun that goes with it."""
    return f"{count} {plural(count, language, forms)}"


def _of_maps(report: ChangeReport) -> Iterator[str]:
    counts = Counter(review.status for review in report.maps)
    return (counted(counts[status], forms, report.language) for status, forms in _OF_MAPS.items() if counts[status])


def _changes(report: ChangeReport) -> Iterator[str]:
    changes = [change for review in report.maps for change in review.changes]
    if not changes:
        return
    language = report.language
    counts = Counter(change.action for change in changes)
    actions = ", ".join(
        f"{counts[action]} {text.localized(language)}" for action, text in ACTIONS.items() if counts[action]
    )
    yield counted(len(changes), CHANGES, language) + (f": {actions}" if set(counts) != {"changed"} else "")
    yield from breaking(changes, language)


def breaking(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """How many changes may break references, if any."""
    count = sum(change.level is Level.BREAKING for change in changes)
    if count:
        yield counted(count, _MAY_BREAK, language)


def _findings(report: ChangeReport) -> Iterator[str]:
    language = report.language
    introduced = sum(len(review.introduced) for review in report.maps if review.status != "broken")
    fixed = sum(len(review.fixed) for review in report.maps)
    parts = [counted(count, forms, language) for count, forms in ((introduced, _NEW), (fixed, _FIXED)) if count]
    if parts:
        yield f"{_FINDINGS.localized(language)}: {', '.join(parts)}"
