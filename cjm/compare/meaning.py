"""What a new value of a field means."""

from typing import NamedTuple

from cjm.compare import wording
from cjm.compare.change import Action
from cjm.compare.node import Node
from cjm.core.items import Kpi, Solution
from cjm.core.measure import has_met, read_target
from cjm.core.text import Text

_MEETS = Text(en="now meets its target", ru="достиг цели")
_MISSES = Text(en="misses its target", ru="не достигает цели")
_NO_LONGER_MEETS = Text(en="no longer meets its target", ru="больше не достигает цели")


class Meaning(NamedTuple):
    """The action, the kind of the change, and its message."""

    action: Action
    kind: str
    message: Text


def meaning_of(old: Node, new: Node, field: str) -> Meaning:
    """Name the change of a field that differs between the two of a pair."""
    if new.kind is Solution and field == "status" and new.fields.get("status") == "done":
        return Meaning("solved", "problem-solved", wording.solved(new))
    if new.kind is Kpi and field in old.fields and field in new.fields and (found := _of_figure(old, new, field)):
        return found
    kind = "emotion-changed" if field == "score" else f"{new.noun.word}-{field.replace('_', '-')}-changed"
    return Meaning("changed", kind, wording.changed(old, new, field))


def _of_figure(old: Node, new: Node, field: str) -> Meaning | None:
    """What a new figure of a KPI means for its target, if anything."""
    if field == "target":
        return _of_target(old, new)
    return _of_actual(old, new) if field == "actual" else None


def _of_target(old: Node, new: Node) -> Meaning | None:
    before, now = read_target(str(old.fields["target"])), read_target(str(new.fields["target"]))
    if not before or not now or (before.comparison, before.unit, before.upper) != (now.comparison, now.unit, now.upper):
        return None
    if before.number == now.number:
        return None
    is_up = now.number > before.number
    words = Text(en="target raised", ru="цель повышена") if is_up else Text(en="target lowered", ru="цель снижена")
    kind = "kpi-target-raised" if is_up else "kpi-target-lowered"
    return Meaning("changed", kind, wording.target_changed(new, words, old.fields["target"], new.fields["target"]))


def _of_actual(old: Node, new: Node) -> Meaning | None:
    was_met, is_met = _is_met(old), _is_met(new)
    if is_met is None or was_met == is_met:
        return None
    if is_met:
        return Meaning("solved", "kpi-met", wording.target_met(new, _MEETS, old.fields["actual"]))
    words = _MISSES if was_met is None else _NO_LONGER_MEETS
    return Meaning("changed", "kpi-missed", wording.target_met(new, words, old.fields["actual"]))


def _is_met(kpi: Node) -> bool | None:
    """Whether a KPI reaches its target; None where its figures leave a doubt."""
    target, actual, unit = (str(kpi.fields.get(field, "")) for field in ("target", "actual", "unit"))
    return has_met(target, actual, unit)
