"""What holds for any bytes and any text: reading never raises, places lie in the text, and YAML 1.2 means what it says.

ruamel.yaml's pure reader and writer, in YAML 1.2, is the oracle of the meaning.
"""

import datetime as dt
import io
import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from reported import found_in
from ruamel.yaml import YAML
from samples import EXAMPLES
from yaml import MarkedYAMLError

from cjm.core.finding import Finding
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.scalars import resolved
from cjm.mapfile.source import read_source
from cjm.mapfile.yaml_tree import read_tree

NO_WORDS = Text(en="", ru="")
REAL_MAPS = [path.read_text(encoding="utf-8") for path in EXAMPLES]

SCRAPS = [
    "- ", "  ", "\n", "\n  ", ": ", "a", "key: ", "[", "]", "{", "}", ", ", "'", '"', "|\n", ">\n", "#", " # c", "&a ",
    "*a", "!t ", "!<", "%YAML 1.2\n", "---\n", "...\n", "? ", "@", "`", "\t", "\\", "\r", "\x85", "\u2028", "\ufeff",
    "é", "😀", "!!int ", "<<: ", "~", "1", "0", "\r\n", "x-a: ", "name: ", "stages:\n", "cjm: 1\n", "title: T\n",
]  # fmt: skip

scraps = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join)


@st.composite
def mutated_examples(draw: st.DrawFn) -> str:
    """An example map in which a few characters were deleted and others typed in."""
    text = draw(st.sampled_from(REAL_MAPS))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 10, 200])))
    return text[:start] + draw(st.lists(st.sampled_from(SCRAPS), max_size=4).map("".join)) + text[end:]


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    the_laws_hold(read_document("map.cjm.yaml", data))


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused(text: str) -> None:
    the_laws_hold(read_document("map.cjm.yaml", text.encode("utf-8", "surrogatepass")))


@settings(max_examples=300)
@given(scraps)
@example("*a b")
@example("- ")
@example("a: &a [*a]")
@example("<<: \n  <<: ")
@example("%TAG ! a\n%TAG ! a\n")
def test_any_heap_of_yaml_signs_is_read_or_refused(text: str) -> None:
    the_laws_hold(read_document("map.cjm.yaml", text.encode()))


@given(mutated_examples())
def test_any_slip_in_a_real_map_is_read_or_refused(text: str) -> None:
    the_laws_hold(read_document("map.cjm.yaml", text.encode()))


@given(scraps | mutated_examples())
@example("[" * 2_000)
@example("a: [:x]")
def test_findings_do_not_depend_on_the_words_of_libyaml(text: str) -> None:
    """Other versions of it say the same in other words."""
    findings = read_document("map.cjm.yaml", text.encode()).findings
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(MarkedYAMLError, "__init__", in_other_words)
        others = read_document("map.cjm.yaml", text.encode()).findings
    assert [without_its_words(finding) for finding in others] == [without_its_words(finding) for finding in findings]


def in_other_words(  # noqa: PLR0913, PLR0917 - as libyaml's binding calls it
    error: Any,
    context: str | None = None,
    context_mark: object = None,
    problem: str | None = None,  # noqa: ARG001
    problem_mark: object = None,
    note: str | None = None,
) -> None:
    error.context, error.problem = context and "nearby", "something is wrong"
    error.context_mark, error.problem_mark, error.note = context_mark, problem_mark, note


def without_its_words(finding: Finding) -> Finding:
    is_its_own = finding.message.en.startswith("this is not YAML: ")
    return replace(finding, message=NO_WORDS) if is_its_own else finding


def the_laws_hold(document: Document) -> None:
    findings = found_in(document)
    assert findings or document.is_readable, "silence about a file that was not read"
    places = [finding.span for finding in findings] + [more.span for finding in findings for more in finding.related]
    for span in places:
        assert is_inside(span, document.source.lines)
    for finding in findings:
        assert finding.message.en
        assert finding.message.ru


def is_inside(span: Span, lines: list[str]) -> bool:
    ordered = (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    ends = ((span.line, span.column), (span.end_line, span.end_column))
    return ordered and all(line <= len(lines) and column <= len(lines[line - 1]) + 1 for line, column in ends)


plain_scalars = st.one_of(
    st.from_regex(r"\A[-+]?[0-9]{1,17}\Z"),
    st.from_regex(r"\A[-+]?([0-9]{1,5}\.[0-9]{0,5}|\.[0-9]{1,5})([eE][-+]?[0-9]{1,2})?\Z"),
    st.from_regex(r"\A0o[0-7]{1,6}\Z"),
    st.from_regex(r"\A0x[0-9a-fA-F]{1,6}\Z"),
    st.sampled_from(["", "~", "null", "Null", "NULL", "nULL", "true", "True", "TRUE", "tRUE", "false", "no", "yes"]),
    st.text("aeno01.xX+-~", min_size=2, max_size=5),
)

DEVIATIONS = {
    # Ours must be JSON, and a day is a text of a certain form: its schema says so.
    ".inf": (".inf", math.inf),
    "-.INF": ("-.INF", -math.inf),
    "2026-10-01": ("2026-10-01", dt.date(2026, 10, 1)),
    # A sample of that size is none; JSON's numbers are floats beyond 2**53.
    "1234567890123456789": (1.2345678901234568e18, 1234567890123456789),
    # Here ruamel.yaml keeps to YAML 1.1; the core schema of 1.2.2 has no such numbers.
    "1_000": ("1_000", 1000),
    "0b11": ("0b11", 3),
    "+0x1F": ("+0x1F", 31),
    # And it has no exponent behind a number without a whole part, which the core schema allows.
    ".5e1": (5.0, ".5e1"),
}


def yaml_1_2() -> YAML:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml


def by_ruamel(text: str) -> Any:
    return yaml_1_2().load(f"a: {text}\n")["a"]


def deviates(text: str) -> bool:
    """Forms of which the table of deviations has an example."""
    unsigned = text.lstrip("+-")
    return (
        unsigned.lower() in (".inf", ".nan")
        or "_" in text
        or unsigned.startswith("0b")
        or (unsigned != text and unsigned.startswith(("0x", "0o")))
        or (unsigned.startswith(".") and "e" in unsigned.lower())
    )


@settings(max_examples=200)
@given(plain_scalars.filter(lambda text: not deviates(text)))
def test_plain_scalars_mean_what_yaml_1_2_says(text: str) -> None:
    assert same(resolved(text), by_ruamel(text))


@pytest.mark.parametrize("text", DEVIATIONS)
def test_known_deviations_from_ruamel_yaml(text: str) -> None:
    ours, theirs = DEVIATIONS[text]
    assert same(resolved(text), ours)
    assert same(by_ruamel(text), theirs)


def same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


# ruamel.yaml writes NEL, LS and PS as the line breaks that they were in YAML 1.1; `test_bytes.py` tries them. And in
# brackets it refuses what it writes itself of texts that begin with a question mark or a colon; see `test_texts.py`.
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x85\u2028\u2029")
texts = st.text(letters, max_size=20).filter(lambda text: not text.startswith(("?", ":")))
keys = texts.filter(lambda key: key != "<<")
numbers = st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(keys, values, min_size=1, max_size=5), st.booleans())
def test_what_ruamel_yaml_writes_reads_back_equal(data: dict[str, object], in_brackets: bool) -> None:  # noqa: FBT001
    written = io.StringIO()
    yaml = yaml_1_2()
    yaml.default_flow_style = in_brackets
    yaml.dump(data, written)
    assume(yaml_1_2().load(written.getvalue()) == data)  # it loses a blank where it folds long texts of escapes
    source, faults = read_source("data.yaml", written.getvalue().encode())
    assert faults == []
    tree, faults = read_tree(source)
    assert (tree.data, faults) == (data, [])


json_values = st.recursive(
    st.none() | st.booleans() | numbers | st.text(letters, max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(letters, max_size=8), inner, max_size=4),
    max_leaves=15,
)


@given(
    st.dictionaries(st.text(letters, max_size=8), json_values, min_size=1), st.booleans(), st.sampled_from([None, 1])
)
@example({"<<": {"a": "\U0001f600"}, "\\ud83d\\ude00": "\\\U0001f600\U0010ffff"}, True, None)  # noqa: FBT003
@example({"\U000f0000": "\U000f0002\U000f0003"}, True, None)  # noqa: FBT003 (signs that the reader might take for its own)
def test_json_is_yaml(data: dict[str, object], in_ascii: bool, indent: int | None) -> None:  # noqa: FBT001
    text = json.dumps(data, ensure_ascii=in_ascii, indent=indent)
    source, faults = read_source("data.json", text.encode())
    assume(faults == [])  # JSON allows DEL and C1 as they are
    tree, faults = read_tree(source)
    assert (tree.data, faults) == (data, [])


PAIR = r"\uD83D\ude00"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f'a: "{PAIR}"', "😀"),
        (rf'a: "\\{PAIR}"', "\\😀"),
        (r'a: "\\uD83D\\ude00"', PAIR),
        (f"a: {PAIR} # {PAIR}", PAIR),
        (f"a: '{PAIR}{PAIR}'", PAIR + PAIR),
        (f"a: |-\n  {PAIR}\n  x", f"{PAIR}\nx"),
    ],
)
def test_a_pair_of_codes_is_one_sign_only_in_double_quotes(text: str, data: str) -> None:
    tree, faults = read_tree(read_source("map", text.encode())[0])
    assert (tree.data, faults) == ({"a": data}, [])


def test_a_quoted_merge_key_is_a_key() -> None:
    tree, faults = read_tree(read_source("map", b'a: &a {x: 1}\nb: {"<<": *a}\nc: {<<: *a}\n')[0])
    assert faults == []
    assert tree.data == {"a": {"x": 1}, "b": {"<<": {"x": 1}}, "c": {"x": 1}}


def test_an_alias_of_a_key_repeats_its_text() -> None:
    tree, faults = read_tree(read_source("map", b"&b x: *b\n")[0])
    assert (tree.data, faults) == ({"x": "x"}, [])
    assert tree.anchored(("x",)) is None
