"""The rules by their codes, so that one can be chosen without loading it; its file in `rules/` has the same name.

A code is never given to another rule.
"""

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "CJM201": "unknown-source",
    "CJM202": "unknown-touchpoint",
    "CJM203": "unknown-stage",
    "CJM204": "ambiguous-reference",
    "CJM205": "unused-source",
    "CJM206": "transition-to-itself",
    "CJM208": "duplicate-id",
    "CJM301": "stage-without-goal",
    "CJM302": "stage-without-expectations",
    "CJM303": "stage-without-touchpoint",
    "CJM304": "stage-without-kpi",
    "CJM305": "stage-without-emotion",
    "CJM306": "stage-without-tools",
    "CJM307": "problem-without-solution",
    "CJM308": "low-emotion-without-problem",
    "CJM309": "severe-problem-without-plan",
    "CJM310": "map-without-persona",
    "CJM311": "map-without-owner",
    "CJM312": "map-without-moment-of-truth",
    "CJM313": "touchpoint-without-channel",
    "CJM314": "touchpoint-without-owner",
    "CJM315": "solution-without-owner",
    "CJM316": "problem-without-severity",
    "CJM317": "persona-without-goals",
    "CJM318": "persona-without-pains",
    "CJM319": "map-without-scenario",
    "CJM320": "persona-without-segment",
    "CJM321": "map-without-sources",
    "CJM322": "no-stage-before-purchase",
    "CJM323": "no-stage-after-purchase",
    "CJM324": "painful-moment-of-truth",
    "CJM325": "unexplained-channel-switch",
    "CJM326": "stage-without-lane",
    "CJM327": "plan-without-priority",
    "CJM328": "moment-of-truth-without-words",
    "CJM401": "kpi-without-target",
    "CJM402": "kpi-without-unit",
    "CJM403": "kpi-without-source",
    "CJM404": "unreadable-target",
    "CJM405": "missed-target-without-problem",
    "CJM406": "conflicting-targets",
    "CJM407": "too-many-kpis",
    "CJM409": "target-without-direction",
    "CJM501": "review-overdue",
    "CJM502": "old-source",
    "CJM503": "mostly-assumed",
    "CJM504": "one-sided-evidence",
    "CJM505": "measured-without-source",
    "CJM506": "future-without-current",
    "CJM507": "reviewed-in-future",
    "CJM508": "old-figure",
    "CJM601": "duplicate-stage",
    "CJM602": "duplicate-touchpoint",
    "CJM603": "spelled-several-ways",
    "CJM604": "persona-differs",
    "CJM605": "stage-named-after-department",
    "CJM606": "goal-like-a-kpi",
    "CJM607": "solution-repeats-problem",
    "CJM608": "text-too-long",
    "CJM609": "mixed-scripts",
    "CJM610": "mixed-language",
    "CJM611": "kpi-like-a-goal",
    "CJM612": "unknown-channel",
}

GAPS = ("CJM3", "CJM401", "CJM402", "CJM403")
"""How the codes of the rules begin that report what is missing: in a draft they are notes."""

REFERENCES = ("CJM201", "CJM202", "CJM203", "CJM208")
"""The rules without which a map does not hold together: `validate` runs them too."""
