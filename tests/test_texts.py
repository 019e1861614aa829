"""Nobody should have to learn YAML's traps: where a text is meant, what is written is the text."""

import pytest

from cjm.core.finding import Finding
from cjm.core.own_lane import entries
from cjm.mapfile.document import Document, read_document

TEXTS = [
    "no", "yes", "on", "true", "False", "0123", "007", "2026", "12:30", "1:30:00", "2026-10-01", "2026-10-01 12:30",
    "1e3", "1_000", "0x1F", "0o17", "0b11", "+7 701 123-45-67", ".5", "3.", "1.50", "-0", "+1", ".inf", ".nan",
    "99999999999999999999", "1e999", "=", "<<", "-1 000,5 ₸", "50 %", "100%", "№ 5", "₽", "—", "–", "… и так далее",
    "«Кафка» и другие", "„Faust“", "Ёлка", "don't", "C# и F#", "a:b", "https://example.org/?a=1&b=2#c", "10:00–18:00",
    "1) первое", "(скобки)", "a [b]", "a {b}", "a, b", "--", "-1", "---a", "...", "?да", "a & b", "a * b", "a!",
    "$100", "€", "^", "~/maps", "null и void", "\\n", "x|y", "x>y", "🪑", "日本語", "שלום", "e\u0301",
]  # fmt: skip

NOTHING = ["", "~", "null", "Null", "NULL", '""', "''", "|", "!!null"]


def read(text: str) -> Document:
    return read_document("map.cjm.yaml", text.encode())


def stage_named(name: str) -> str:
    return f"cjm: 1\ntitle: T\nstages:\n  - name: {name}\n"


@pytest.mark.parametrize("text", TEXTS)
def test_a_plain_text_is_the_text_as_written(text: str) -> None:
    document = read(
        f"cjm: 1\ntitle: {text}\npersona: {text}\nsources:\n  s: {text}\nstages:\n  - name: {text}\n    goal: {text}\n"
        f"    emotion: {{score: -1, name: '{text.replace(chr(39), chr(39) * 2)}'}}\n"
        f"    tools:\n      - {text}\n      - name: {text}\n    x-own:\n      - {text}\n"
    )
    assert document.findings == ()
    journey = document.journey
    stage = journey.stages[0]
    assert journey.persona
    assert stage.emotion
    assert [journey.title, journey.persona.name, journey.sources[0].name] == [text] * 3
    own = (text for _, text in entries(stage.extra["x-own"]))
    assert [stage.name, stage.goal, stage.emotion.name, *own] == [text] * 4
    assert [tool.name for tool in stage.tools] == [text] * 2


@pytest.mark.parametrize("nothing", NOTHING)
def test_only_null_and_nothing_are_empty(nothing: str) -> None:
    findings = read(stage_named(nothing)).findings
    assert [finding.rule.code for finding in findings] == ["CJM107"]


# Each text with the sign that YAML takes for its own, as the message names it.
NEED_QUOTES = {
    "@кресло": "@", "@ дом": "@", "`код`": "backquote", "%": "%", "%скидки": "%", "*важно*": "*", "* сноска": "*",
    "*a и ещё": "*", "& сыновья": "&", "&": "&", "!Важно": "!", "!a!b": "!", "| а": "|", "> 5 %": ">", ">= 300": ">",
    ", и": ",", "]": "]", "} конец": "}", "[Акция] кресло": "[", "{x} кресло": "{", "? да": "?", "?": "?",
    '"Топ-10" в поиске': '"', "'Кафка' и другие": "'", "'it's'": "'", ": двоеточие": ": ", "Вебинар: тест": ": ",
    "Да: нет: может быть": ": ", "путь: C:\\Temp": ": ", 'он: "да"': ": ",
}  # fmt: skip


@pytest.mark.parametrize("text", NEED_QUOTES)
def test_the_offered_quotes_are_the_cure(text: str) -> None:
    broken = stage_named(text)
    (finding,) = read(broken).findings
    assert finding.rule.code == "CJM008"
    assert NEED_QUOTES[text] in finding.message.en
    assert read(cured(broken, finding)).journey.stages[0].name == text


@pytest.mark.parametrize("text", ["@кресло", "%", ">= 300", "`код`", "*важно* и", "'Кафка' и другие", "[Акция] кресло"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("  - ", ""),
        ("  - name: ", "   # с комментарием"),
        ("  - {name: ", ", goal: Ответ}"),
        ("  - {goal: Ответ, name: ", "}"),
    ],
)
def test_the_cure_keeps_what_stands_around_the_text(before: str, text: str, behind: str) -> None:
    broken = f"cjm: 1\ntitle: T\nstages:\n{before}{text}{behind}\n"
    (finding,) = read(broken).findings
    document = read(cured(broken, finding))
    assert document.findings == ()
    assert document.journey.stages[0].name == text


@pytest.mark.parametrize("text", ["?да", "??", ":да", ":)", "да?", "http://дом", "-да"])
@pytest.mark.parametrize(
    "around", ["[{{name: {}}}]", "[{}]", "[ {} ]", "[Дом, {}]", "[Дом,{}]", "[{{name: Дом, goal: {}}}]"]
)
def test_inside_brackets_texts_begin_with_any_sign_that_no_space_follows(around: str, text: str) -> None:
    """As YAML 1.2 says; libyaml by itself holds to 1.1 there."""
    stage = read(f"cjm: 1\ntitle: T\nstages: {around.format(text)}\n").journey.stages[-1]
    assert text in (stage.name, stage.goal)


def cured(text: str, finding: Finding) -> str:
    """The text with the finding's place replaced by what its hint says to write."""
    assert finding.hint
    span, lines = finding.span, text.split("\n")
    assert span.line == span.end_line
    line = lines[span.line - 1]
    fix = finding.hint.en.removeprefix("write ")
    lines[span.line - 1] = line[: span.column - 1] + fix + line[span.end_column - 1 :]
    return "\n".join(lines)
