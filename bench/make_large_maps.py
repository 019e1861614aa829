#!/usr/bin/env python3
"""Make maps that are as large as cjm reads, each grown in one way; docs/limits.md says what they cost.

python bench/make_large_maps.py build/large --share 0.25
"""

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import yaml

from cjm.lint.codes import RULES
from cjm.mapfile.source import LARGEST
from cjm.mapfile.yaml_tree import MOST_NODES

MAP = "cjm: 1\ntitle: T\n"
STAGE = f"{MAP}stages:\n  - name: S\n"
STAGES = f"{MAP}stages:\n"
LONG = "a" * 500_000
NUMBER = "§"
"""Where the number of a part goes."""


class Shape(NamedTuple):
    """A map that grows: its text before and after the parts, a part, and how many nodes a part has, if aliases do."""

    before: str
    part: str
    after: str = ""
    nodes: int = 0

    def text(self, count: int) -> str:
        """The map with a number of parts."""
        parts = (self.part.replace(NUMBER, str(number)) for number in range(count))
        return "".join((self.before, *parts, self.after))

    def most(self) -> int:
        """How many parts are within the limits of the reader."""
        letters = LARGEST - len((self.before + self.after).encode())
        by_size = letters // len(self.part.replace(NUMBER, "123456").encode())
        nodes = self.nodes or _nodes(self.text(3)) - _nodes(self.text(2))
        return min(by_size, (MOST_NODES - _nodes(self.text(1))) // nodes) if nodes else by_size


def _nodes(text: str) -> int:
    kinds = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)
    count = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            count += isinstance(event, kinds)
    return count


def _lane(key: str, item: str = "A §") -> Shape:
    return Shape(f"{STAGE}    {key}:\n", f"      - {item}\n")


SHAPES = {
    "stages": Shape(STAGES, "  - S §\n"),
    "stages with goals": Shape(STAGES, "  - name: S §\n    goal: G §\n"),
    "stages of one name": Shape(STAGES, "  - S\n"),
    "stages of one id": Shape(STAGES, "  - {name: S §, id: s}\n"),
    "stages without names": Shape(STAGES, "  - goal: G §\n"),
    "stages with an unknown key": Shape(STAGES, "  - name: S §\n    gaol: G\n"),
    "stages with own lanes": Shape(STAGES, "  - {name: S §, x-l§: A}\n"),
    "expectations": _lane("expectations"),
    "touchpoints": _lane("touchpoints"),
    "touchpoints of one name": _lane("touchpoints", "A"),
    "touchpoints with all keys": _lane(
        "touchpoints",
        "{name: A §, id: a-§, owner: o§, source: s, confidence: assumed, channel: c§, emotion: -1}",
    ),
    "touchpoints with owners": _lane("touchpoints", "{name: A, owner: owner§}"),
    "touchpoints with channels": _lane("touchpoints", "{name: A §, channel: channel§}"),
    "touchpoints with long channels": _lane("touchpoints", "{name: A, channel: channel of the shop §}"),
    "touchpoints of one id": _lane("touchpoints", "{name: A §, id: a}"),
    "problems": _lane("problems"),
    "problems with solutions": _lane("problems", "{name: P §, severity: high, solutions: [S §]}"),
    "solutions": Shape(f"{STAGE}    problems:\n      - name: P\n        solutions:\n", "          - S §\n"),
    "problems of unknown touchpoints": _lane("problems", "{name: P §, touchpoint: t§}"),
    "problems of one touchpoint": Shape(
        f"{STAGE}    touchpoints: [T]\n    problems:\n", "      - {name: P §, touchpoint: T}\n"
    ),
    "touchpoints with problems": Shape(
        f"{STAGE}    touchpoints: &t\n", "      - {name: T §, emotion: -2}\n", "    problems: [P]\n"
    ),
    "kpis": _lane("kpis", '{name: K §, target: "> §", actual: §, unit: "%"}'),
    "kpis of one name": _lane("kpis", "{name: K, target: §}"),
    "tools": _lane("tools"),
    "tools that differ in a letter": _lane("tools", "Instagram§"),
    "unknown sources": _lane("tools", "{name: A, source: s§}"),
    "pains": Shape(f"{MAP}persona:\n  name: P\n  pains:\n", "    - P §\n", "stages: [S]\n"),
    "sources": Shape(f"{MAP}sources:\n", "  s§: {name: N §, date: 2026-10-01}\n", "stages: [S]\n"),
    "transitions": Shape(f"{STAGES}  - S\n  - T\ntransitions:\n", "  - {from: S, to: T, name: N §}\n"),
    "transitions to nowhere": Shape(f"{STAGES}  - S\ntransitions:\n", "  - {from: S, to: T§}\n"),
    "an own list": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - A §\n"),
    "an own list of lists": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - [A §]\n"),
    "an own mapping": Shape(f"{MAP}stages: [S]\nx-a:\n", "  a§: A\n"),
    "own keys": Shape(f"{MAP}stages: [S]\n", "x-a§: A\n"),
    "an own lane": _lane("x-lane", "A §"),
    "unknown keys": Shape(f"{MAP}stages: [S]\n", "stagee§: A\n"),
    "unknown keys of a stage": Shape(STAGE, "    gaol§: A\n"),
    "unknown keys without a name": Shape(f"{STAGES}  - goal: G\n", "    naem§: A\n"),
    "unknown words": Shape(STAGES, "  - {name: S, phase: befoer}\n"),
    "wrong dates": Shape(f"{MAP}sources:\n", "  s§: {name: N, date: 2026-02-30}\n", "stages: [S]\n"),
    "empty values": Shape(STAGES, "  - {name: S, goal: }\n"),
    "one key again and again": Shape(f"{MAP}stages: [S]\n", "x-a: 1\n"),
    "keys that are numbers": Shape(f"{MAP}stages: [S]\n", "§: 1\n"),
    "unknown tags": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - !a§ b\n"),
    "unknown aliases": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - *a\n"),
    "texts that comments cut": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - Discount #§\n"),
    "items in a text": Shape(f"{STAGES}  - name: S\n    goal: G\n", "       - A §\n"),
    "a map in one line": Shape("{cjm: 1, title: T, stages: [", "{name: S §, goal: G §}, ", "]}\n"),
    "a lane in one line": Shape("{cjm: 1, title: T, stages: [{name: S, actions: [", "A §, ", "]}]}\n"),
    "unknown keys in one line": Shape("{cjm: 1, title: T, stages: [S], ", "stagee§: A, ", "}\n"),
    "wide letters in one line": Shape("{cjm: 1, title: T, stages: [S], x-a: [", "語§, ", "]}\n"),
    "anchors": Shape(f"{MAP}stages: [S]\nx-a:\n", "  - &a§ A\n"),
    "aliases": Shape(f"{MAP}stages: [S]\nx-a: &a A\nx-b:\n", "  - *a\n"),
    "aliases of a long text": Shape(f"{MAP}x-a: &a {'a ' * 50}\nstages:\n", "  - *a\n", nodes=4),
    "aliases of a stage": Shape(f"{STAGES}  - &a {{name: S, goal: G, touchpoints: [A, B, C]}}\n", "  - *a\n", nodes=10),
    "aliases of aliases": Shape(
        f"{MAP}x-a: &a [{'A, ' * 50}]\nx-b: &b [{'*a, ' * 50}]\nstages:\n  - name: S\n    x-c:\n",
        "      - *b\n",
        nodes=2551,
    ),
    "merge keys": Shape(
        f"{MAP}x-a: &a {{goal: G, actions: [{'A, ' * 20}]}}\nstages:\n", "  - {name: S §, <<: *a}\n", nodes=30
    ),
    "a merge of many": Shape(f"{MAP}stages: [S]\nx-a: &a {{b: c}}\nx-b:\n  <<: [", "*a, ", "]\n", nodes=3),
    "merges of one mapping of many": Shape(
        f"{MAP}stages: [S]\nx-a: &a {{{', '.join(f'a{n}: b' for n in range(100))}}}\nx-b:\n",
        "  - {<<: *a}\n",
        nodes=204,
    ),
    "comments": Shape(f"{MAP}stages: [S]\n", "# A §\n"),
    "blank lines": Shape(f"{MAP}stages: [S]\n", "\n"),
    "carriage returns": Shape(f"{MAP}stages: [S]\n", "\r"),
    "trailing spaces": Shape(f"{MAP}stages: [S]\nx-a: b", " "),
    "comments for the linter": Shape(
        f"{MAP}stages:\n", f"  # cjm: ignore[{','.join(RULES)}] why\n", f"  - name: S\n    actions: [{'A, ' * 1000}]\n"
    ),
    "comments for the linter above a list": Shape(
        MAP + f"# cjm: ignore[{','.join(RULES)}] why\n" * 1000 + "stages:\n", "  - S §\n"
    ),
    "one comment of every code": Shape(f"{MAP}# cjm: ignore[", ",".join(RULES) + ",", "] why\nstages: [S]\n"),
    "comments with codes that are not": Shape(f"{MAP}stages: [S]\n", "# cjm: ignore[CJM3x§] why\n"),
    "comments within comments": Shape(STAGES, "  # cjm: ignore[CJM301] why\n  - name: S §\n"),
    "comments with many unknown codes": Shape(f"{MAP}# cjm: ignore[", "CJMx§,", "] why\nstages: [S]\n"),
    "comments without a rule": Shape(f"{MAP}stages: [S]\n", "# cjm: ignore\n"),
    "comments in a text": Shape(f"{STAGE}    goal: |\n", "      # cjm: ignore[CJM301] why\n"),
    "stages with a comment each": Shape(STAGES, "  - name: S §  # cjm: ignore[CJM301] why\n"),
    "a block text": Shape(f"{STAGE}    goal: |\n", "      A §\n"),
    "a folded text": Shape(f"{STAGE}    goal: >\n", "      A §\n"),
    "a plain text of many lines": Shape(f"{STAGE}    goal: A\n", "      A §\n"),
    "a quoted text": Shape(f'{STAGE}    goal: "', "A § ", '"\n'),
    "a quoted text of escapes": Shape(f'{STAGE}    goal: "', r"\u0041", '"\n'),
    "a quoted text of pairs": Shape(f'{STAGE}    goal: "', r"\ud83d\ude00", '"\n'),
    "quoted texts of pairs": _lane("actions", r'"\ud83d\ude00 §"'),
    "a text of line separators": Shape(f'{STAGE}    goal: "', "\u2028", '"\n'),
    "a text of one word": Shape(f"{STAGE}    goal: ", "a", "\n"),
    "a name of one word": Shape(f"{STAGES}  - name: ", "a", "\n"),
    "a text of two alphabets": Shape(f"{STAGE}    goal: ", "aа", "\n"),
    "words of two alphabets": Shape(f"{STAGE}    goal: ", "caр§ ", "\n"),
    "a text of spaces": Shape(f'{STAGE}    goal: "a', " ", 'b"\n'),
    "a text of invisible letters": Shape(f"{STAGE}    goal: a", "\u200b", "\n"),
    "a long key": Shape(f"{MAP}stages: [S]\n? x-", "a", "\n: b\n"),
    "a long unknown key": Shape(f"{MAP}stages: [S]\n? ", "a", "\n: b\n"),
    "a long id": Shape(f"{STAGE}    id: ", "a", "\n"),
    "a long link": Shape(f"{STAGE}    tools:\n      - {{name: A, url: https://a/", "a", "}\n"),
    "a long number": Shape(f"{STAGE}    kpis:\n      - {{name: K, target: ", "9", "}\n"),
    "a long target": Shape(f"{STAGE}    kpis:\n      - {{name: K, target: '> 1 ", "9", "', actual: 9}\n"),
    "a long target of groups": Shape(f"{STAGE}    kpis:\n      - {{name: K, target: '> 1", " 999", "', actual: 9}\n"),
    "a long actual": Shape(f"{STAGE}    kpis:\n      - {{name: K, target: '> 1', actual: ", "9", "}\n"),
    "a long emotion": Shape(f"{STAGE}    emotion: ", "1", "\n"),
    "a long exponent": Shape(f"{STAGE}    emotion: 1e", "9", "\n"),
    "a long date": Shape(f"{MAP}stages: [S]\nreviewed: 2026-10-", "0", "1\n"),
    "a long interval": Shape(f"{MAP}stages: [S]\nreviewed: 2026-10-01\nreview_every: ", "9", "d\n"),
    "a long sample": Shape(f"{MAP}stages: [S]\nsources:\n  s: {{name: N, sample: ", "9", "}\n"),
    "a long version": Shape("cjm: 1", "0", "\ntitle: T\nstages: [S]\n"),
    "a long anchor": Shape(f"{MAP}stages: [S]\nx-a: &a", "a", " b\n"),
    "a long tag": Shape(f"{MAP}stages: [S]\nx-a: !a", "a", " b\n"),
    "a long comment": Shape(f"{MAP}stages: [S]\n# ", "a", "\n"),
    "a long name above touchpoints": Shape(
        f"{STAGES}  - name: {LONG}\n    touchpoints:\n", "      - {name: T §, id: t, channel: A, owner: O}\n"
    ),
    "a long id above problems": Shape(f"{STAGES}  - name: S\n    id: {LONG}\n    problems:\n", "      - P §\n"),
    "a long reference": Shape(f"{STAGE}    problems:\n", f"      - {{name: P §, touchpoint: {LONG[:500]}}}\n"),
    "a long key above a list": Shape(f"{MAP}stages: [S]\n? x-{LONG}\n:\n", "  - A §\n"),
    "a long key above a mapping": Shape(f"{MAP}stages: [S]\n? x-{LONG}\n:\n", "  a§: A\n"),
    "a long key above unknown keys": Shape(f"{MAP}stages: [S]\n? {LONG}\n:\n", "  a§: A\n"),
    "a long title": Shape(f"cjm: 1\ntitle: {LONG}\nstages:\n", "  - S §\n"),
    "long keys in one another": Shape(
        f"{MAP}stages: [S]\nx-a: {f'{{{LONG[:1000]}: ' * 90}[", "A §, ", f"]{'}' * 90}\n"
    ),
    "an open bracket": Shape(f"{MAP}stages: [S]\nx-a: [", "A, ", "\n"),
    "an open quote": Shape(f"{MAP}stages: [S]\nx-a: '", "A\n", "\n"),
    "a tab at the end": Shape(f"{MAP}stages:\n", "  - S §\n", "\t- S\n"),
    "an odd line at the end": Shape(f"{MAP}stages:\n", "  - S §\n", "   oops\n"),
    "marks of a conflict": Shape(f"{MAP}stages:\n", "<<<<<<< a\n"),
    "items with dashes": Shape(f"{MAP}stages:\n", "  – S §\n"),
    "no-break spaces": Shape(f"{MAP}stages: [S]\n", "x-a§:\u00a0b\n"),
    "brackets in quotes": Shape(f'{MAP}stages: [S]\nx-a: ["', "[", '"] b\n'),
    "deep lists": Shape(f"{MAP}stages: [S]\nx-a:\n", f"  - {'[' * 90}{']' * 90}\n"),
    "deep mappings": Shape(f"{MAP}stages: [S]\nx-a:\n", f"  - {'{a: ' * 90}1{'}' * 90}\n"),
    "deep own lane": _lane("x-lane", f"{'{a: ' * 90}§{'}' * 90}"),
}


def main() -> None:
    """Write the maps that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make maps that are as large as cjm reads.")
    parser.add_argument("folder", type=Path, help="where to write them; it is made if it is not there")
    parser.add_argument("--share", type=float, default=1.0, help="of the largest that is read (default: 1)")
    parser.add_argument("--only", default="", help="only those with these words in their names")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, shape in SHAPES.items():
        if arguments.only in name:
            text = shape.text(int(shape.most() * arguments.share))
            path = arguments.folder / f"{name.replace(' ', '-')}.cjm.yaml"
            path.write_bytes(text.encode())
            sys.stdout.write(f"{path.stat().st_size:>9,} bytes  {path}\n")


if __name__ == "__main__":
    main()
