"""No merge loses a comment, wherever YAML allows one."""

import re

import pytest

from cjm.compare.merge.hunk import Labels
from cjm.compare.merge.layout import layout_of
from cjm.compare.merge.merge import merged
from cjm.mapfile.document import read_document

EVERYWHERE = """\
# c01
---  # c02
# c03
cjm: 1  # c04
title: &title  # c05
  # c06
  Coffee  # c07
owner: !!str  # c08
  crm
reviewed: 2026-01-01  # c09
persona:  # c10
  # c11
  name: "Anna # 1"  # c12
    # c13
  quote: |  # c14
    First # of all
    second
  # c15
  goals: [  # c16
    Fast,  # c17
    # c18
    Cheap  # c19
    # c20
  ]  # c21
  pains:  # c22
    # c23
    - !!str &slow Slow  # c24
    - >-  # c25
      Dear
# c26
stages:  # c27
  # c28
  -  # c29
    # c30
    name: Search  # c31
    goal: &goal >+  # c32
      To find

    # c33
    touchpoints:  # c34
      - Site  # c35
      # c36
      - name: 'Shop # 2'  # c37
        channel:  # c38
          web  # c39
        emotion: {  # c40
          score: 1,  # c41
          name: &glad  # c42
            Glad  # c43
        }  # c44
  # c45
  - name: Buy  # c46
    kpis:
      - {name: Sales,  # c47
         target: ">= 300"}  # c48
      - name: !!str  # c49
          # c50
          &visits  # c51
          Visits
  - name: Use  # c52
    tools: []  # c53
    problems:  # c54
      - Waiting  # c55
x-note: {  # c56
  a: [1,  # c57
      2],
  b: &empty  # c58
}
# c59
"""
"""Comments above, after, and in between whatever a map is written with."""

PLACES = sorted(re.findall(r"# (c\d+)", EVERYWHERE))
_COMMENT = re.compile(r"^ *# c\d+\n|  # c\d+$", re.MULTILINE)

EDITS = {
    "title": ("Coffee", "Tea"),
    "title without its anchor": ("title: &title\n  Coffee", "title: Coffee"),
    "owner": ("crm", "sales"),
    "owner without its tag": ("!!str\n  crm", "crm"),
    "reviewed": ("2026-01-01", "2026-10-01"),
    "name": ("Anna", "Eva"),
    "line of a quote": ("second", "third"),
    "quote in one line": ("|\n    First # of all\n    second", "First"),
    "no quote": ("  quote: |\n    First # of all\n    second\n", ""),
    "goal": ("Fast", "Quick"),
    "goals in one line": ("[\n    Fast,\n    Cheap\n  ]", "[Fast, Cheap]"),
    "goals in lines": ("[\n    Fast,\n    Cheap\n  ]", "\n    - Fast\n    - Cheap"),
    "no goals": ("  goals: [\n    Fast,\n    Cheap\n  ]\n", ""),
    "pain": ("Dear", "Cheap"),
    "pain without its anchor": ("!!str &slow Slow", "Slow"),
    "one pain less": ("    - !!str &slow Slow\n", ""),
    "name of a stage": ("Search", "Find"),
    "hyphen beside the name": ("  -\n    name: Search", "  - name: Search"),
    "folded text": ("To find", "To look"),
    "no folded text": ("    goal: &goal >+\n      To find\n\n", ""),
    "touchpoint": ("- Site", "- {name: Site, channel: web}"),
    "new touchpoint": ("      - Site\n", "      - Ad\n      - Site\n"),
    "one touchpoint less": ("      - Site\n", ""),
    "score": ("score: 1", "score: 2"),
    "emotion in one word": ("{\n          score: 1,\n          name: &glad\n            Glad\n        }", "1"),
    "channel": ("          web", "          shop"),
    "target": (">= 300", ">= 400"),
    "text of a KPI": ("Visits", "Calls"),
    "one stage less": ("  - name: Use\n    tools: []\n    problems:\n      - Waiting\n", ""),
    "problem": ("Waiting", "A queue"),
    "own list": ("2],", "3],"),
    "own value": ("b: &empty", "b: 1"),
}


def with_comment(place: str | None) -> str:
    """The map with the comment of one place alone."""
    return _COMMENT.sub(lambda found: found[0] if place and place in found[0] else "", EVERYWHERE)


def edited(text: str, name: str) -> str:
    old, new = EDITS[name]
    return text.replace(old, new, 1)


def places_near(edit: str) -> list[str]:
    """The places in and around what an edit changes."""
    first_line = EDITS[edit][0].splitlines()[0]
    number = EVERYWHERE[: EVERYWHERE.index(first_line)].count("# c")
    return PLACES[max(number - 5, 0) : number + 9]


def in_lines(_base: bytes, ours: bytes, theirs: bytes, /, *, names: tuple[str, str], size: int) -> tuple[bytes, int]:
    """The lines of both, as where git sees a conflict in all of them: so each merge is one by meaning."""
    return ours + theirs, len(names) * size


def is_lost(base: str, ours: str, theirs: str, comment: str) -> bool:
    result = merged(base.encode(), ours.encode(), theirs.encode(), Labels(), in_lines)
    return f"# {comment}\n".encode() not in result.data


def test_every_place_is_understood() -> None:
    """A merge by meaning is tried wherever the comment is; none is left to git from the beginning."""
    for place in [None, *PLACES]:
        document = read_document("", with_comment(place).encode())
        assert document.is_sound
        assert layout_of(document)


@pytest.mark.parametrize("edit", EDITS)
def test_a_new_comment_survives_an_edit_of_the_other_side(edit: str) -> None:
    plain = with_comment(None)
    theirs = edited(plain, edit)
    assert theirs != plain
    assert read_document("", theirs.encode()).is_sound
    assert [place for place in places_near(edit) if is_lost(plain, with_comment(place), theirs, place)] == []
    assert [place for place in places_near(edit) if is_lost(plain, theirs, with_comment(place), place)] == []
