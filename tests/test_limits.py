"""Hostile files are answered.

Each case took many minutes, or all memory, or ended the process, in some reader of YAML or in an early version of
this one, which are what `timeout` in pyproject.toml stops. Nothing here measures time.
"""

from collections.abc import Iterator, Sequence

import pytest
from reported import found_in

from cjm.core.finding import Finding
from cjm.lint.codes import RULES
from cjm.lint.suppression import MOST_CODES
from cjm.mapfile.document import read_document
from cjm.mapfile.source import LARGEST
from cjm.mapfile.yaml_tree import DEEPEST, MOST_NODES

pytestmark = pytest.mark.no_cover  # measuring coverage takes several times as long as what is measured
MAP = "cjm: 1\ntitle: T\nstages: [S]\n"


def alias_bomb(levels: int) -> str:
    yield_nine = [f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, levels)]
    return MAP + "x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + "".join(yield_nine)


def alias_ladder(levels: int) -> str:
    """Few values, but each in the one before: recursion in whoever walks the data."""
    return MAP + "x-0: &a0 [1]\n" + "".join(f"x-{n}: &a{n} [*a{n - 1}]\n" for n in range(1, levels))


def merge_ladder(levels: int) -> str:
    return MAP + "x-0: &a0 {k: 1}\n" + "".join(f"x-{n}: &a{n} {{<<: *a{n - 1}}}\n" for n in range(1, levels))


def steps(sign: str, levels: int) -> str:
    return "".join(f"{' ' * level}{sign}\n" for level in range(levels))


REFUSED = {
    "a file above the limit": ("a" * (LARGEST + 1), "CJM003"),
    "a larger file still": ("a: b\n" * 1_200_000, "CJM003"),
    "100,000 brackets": ("[" * 100_000, "CJM004"),
    "100,000 braces": ("{a: " * 100_000, "CJM004"),
    "100,000 dashes in a line": ("- " * 100_000, "CJM004"),
    "3,000 keys in steps": (steps("a:", 3_000), "CJM004"),
    "3,000 items in steps": (steps("-", 3_000), "CJM004"),
    "a ladder of aliases": (alias_ladder(400), "CJM004"),
    "a ladder of merges": (merge_ladder(300), "CJM004"),
    "an alias bomb": (alias_bomb(9), "CJM005"),
    "a long text repeated 20,000 times": (f"{MAP}x-a: &a {'a' * 100_000}\nx-b: [{'*a, ' * 20_000}]", "CJM005"),
    "a mapping of long texts repeated": (f"{MAP}x-a: &a\n  b: {'a' * 100_000}\nx-b: [{'*a, ' * 20_000}]", "CJM005"),
    "a long text repeated in a merge": (
        f"{MAP}x-a: &a {{b: {'a' * 100_000}}}\nx-b:\n{'  - {<<: *a}' + chr(10)}" * 1 + "  - {<<: *a}\n" * 1_000,
        "CJM005",
    ),
    "a long key repeated as a text": (f"{MAP}? &a x-{'a' * 100_000}\n: 1\nx-b: [{'*a, ' * 1_000}]", "CJM005"),
    "a long name above 20,000 touchpoints": (
        f"{MAP[:-4]}\n  - name: {'a' * 100_000}\n    touchpoints:\n{'      - T' + chr(10)}" + "      - T\n" * 20_000,
        "CJM005",
    ),
    "a long key above 20,000 items": (f"{MAP}? x-{'a' * 100_000}\n: [{'1, ' * 20_000}]", "CJM005"),
    "long keys in one another": (f"{MAP}x-a: {f'{{{1000 * chr(97)}: ' * 90}[{'1,' * 20_000}]{'}' * 90}", "CJM005"),
    "250,000 keys": ("".join(f"x-{n}: 1\n" for n in range(250_000)), "CJM005"),
    "250,000 items": (MAP + f"x-a: [{'1,' * 250_000}]", "CJM005"),
    "two million dashes in a text": (f"x-a: |\n  {'- ' * 2_000_000}\n bad\n", "CJM006"),
    "two million blanks": (f"x-a: [a{' ' * 2_000_000}, b{' ' * 2_000_000}\n", "CJM006"),
    "an open quote before two million letters": (f"x-a: '{'a' * 2_000_000}", "CJM006"),
    "a million brackets in quotes": (f'x-a: ["{"[" * 1_000_000}{"]" * 1_000_001}"] b', "CJM008"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_one_finding(name: str) -> None:
    text, code = REFUSED[name]
    assert [finding.rule.code for finding in found(text)] == [code]


def strangers() -> Iterator[tuple[str, str, int, str]]:
    """Readable files with very many errors: each is reported, with suggestions only for the first ones."""
    keys = "".join(f"stagee{n}: 1\n" for n in range(20_000))
    yield "20,000 unknown keys", MAP + keys, 20_000, "CJM101"
    aliases = "*a, " * 20_000
    yield "20,000 unknown aliases", MAP + f"x-a: [{aliases}]", 20_000, "CJM014"
    twice = "x-a: 1\n" * 20_000
    yield "one key 20,000 times", MAP + twice, 19_999, "CJM009"
    sources = "".join(f"  key{n}: a\n" for n in range(10_000))
    values = "  - {name: S, emotion: anrgy}\n" * 5_000
    yield "5,000 unknown words", f"cjm: 1\ntitle: T\nstages:\n{values}", 5_000, "CJM104"
    thoughts = "".join(f"      - {{name: a, source: kee{n}}}\n" for n in range(5_000))
    stages = f"stages:\n  - name: S\n    thoughts:\n{thoughts}"
    yield "5,000 unknown sources beside 10,000", f"cjm: 1\ntitle: T\nsources:\n{sources}{stages}", 5_000, "CJM201"
    nameless = "".join(f"    naem{n}: 1\n" for n in range(10_000))
    yield "10,000 unknown keys without a name", f"{MAP[:-4]}\n  - goal: G\n{nameless}", 10_000, "CJM101"
    line = ", ".join(f"stagee{n}: 1" for n in range(10_000))
    yield "10,000 unknown keys in one line", f"{{cjm: 1, title: T, stages: [S], {line}}}", 10_000, "CJM101"
    long = "a" * 1_000_000
    ways = "  - {from: S, to: S1}\n" * 5_000
    yield "5,000 ways to nowhere beside a long name", f"{MAP[:-4]}\n  - {long}\ntransitions:\n{ways}", 10_000, "CJM203"
    swallowed = "       - A\n" * 60_000
    yield "60,000 items in a text", f"{MAP[:-4]}\n  - name: S\n    goal: G\n{swallowed}", 1, "CJM005"
    comments = "    # cjm: ignore[CJM301] reason\n" * 20_000
    yield "20,000 suppressions of one goal", f"{MAP[:-4]}\n  - name: S\n{comments}    goal: G\n", 20_000, "CJM901"
    codes = [code for code in RULES if code.startswith("CJM3")]
    every = f"# cjm: ignore[{','.join(codes)}] reason\n" * 300
    items = "  - A\n" * 20_000
    yield "comments with all rules above a list", f"{MAP}{every}x-a:\n{items}", 300 * len(codes), "CJM901"
    yield "20,001 rules in a comment", f"{MAP}# cjm: ignore[{'CJM301,' * 20_001}] reason\n", 1, "CJM904"
    yield "30,000 comments", f"{MAP}{'# cjm: ' + chr(10)}" + "# cjm: ignore\n" * 30_000, MOST_CODES + 1, "CJM904"
    yield "20,000 suppressions of one map", f"{comments.replace('ignore', 'ignore-file')}{MAP}", 19_999, "CJM901"


@pytest.mark.parametrize(("text", "count", "code"), [pytest.param(*case[1:], id=case[0]) for case in strangers()])
def test_very_many_errors_are_reported(text: str, count: int, code: str) -> None:
    assert len([finding for finding in found(text) if finding.rule.code == code]) == count


def test_what_is_just_within_the_limits_is_read() -> None:
    padding = "#" * (LARGEST - len(MAP))
    deep = f"x-a: {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}\n"
    many = f"x-b: [{'1,' * (MOST_NODES - 20)}]\n"
    signs = (
        "x-c: '" + "".join(map(chr, range(0xE000, 0xF900))) + "".join(map(chr, range(0xF0000, 0x10FFFE))) + "\u2028'"
    )
    long = f"x-d: &a {'a' * 200}\nx-e: [{'*a, ' * 24_000}]"
    for text in (MAP + padding, MAP + deep, MAP + many, MAP + signs, MAP + long, alias_ladder(DEEPEST - 1)):
        assert read_document("map.cjm.yaml", text.encode()).findings == ()


def found(text: str) -> Sequence[Finding]:
    """What is found where rules run too, unless the text is refused."""
    document = read_document("map.cjm.yaml", text.encode())
    return found_in(document)
