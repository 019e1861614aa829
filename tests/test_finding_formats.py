"""The formats of CI servers: goldens of whole reports, and what must hold whatever an author writes.

What a format says is read back the way its reader does, and must be the text that was put in.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import Golden
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reported import found_in

from cjm.core.finding import Finding, Related, RuleInfo, Severity, in_order
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.span import Span
from cjm.core.text import Language, Text, untranslated
from cjm.formats.findings._location import path_of, uri_of
from cjm.formats.findings._report import Report, advice
from cjm.formats.registry import FINDING_FORMATS
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import SourceText

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
FORMATS = ("checkstyle", "github", "gitlab", "junit", "markdown", "sarif")
RULES = ("CJM202", "CJM301", "CJM307", "CJM312", "CJM401", "CJM602")
"""A few, so that a new rule changes no golden."""
HOSTILE_NAME = "карты/100 %, a:b\n::error::x|<i>.cjm.yaml"
CASES: dict[str, tuple[Language, dict[str, Path]]] = {
    "first-draft": ("en", {"docs/first-draft.cjm.yaml": HERE.parent / "docs/first-draft.cjm.yaml"}),
    "hostile": ("ru", {HOSTILE_NAME: REPORTS / "hostile.cjm.yaml"}),
    "clean": (
        "en",
        {f"{name}.cjm.yaml": HERE.parent / f"examples/{name}.cjm.yaml" for name in ("ecommerce-short", "online-shop")},
    ),
    "syntax": (
        "en",
        {f"{name}.cjm.yaml": HERE / f"maps/reading/{name}.cjm.yaml" for name in ("duplicate-keys", "open-quote")},
    ),
    "aliases": ("en", {"<stdin>": HERE / "maps/aliases/fault-after-an-alias.cjm.yaml"}),
}


def reported(documents: Sequence[Document], language: Language = "en", root: str = "") -> Report:
    findings = [finding for document in documents for finding in found_in(document, codes=RULES)]
    sources = {document.source.name: document.source for document in documents}
    return Report(findings=in_order(findings), sources=sources, language=language, root=root)


def case(name: str) -> Report:
    language, files = CASES[name]
    return reported([read_document(name, path.read_bytes()) for name, path in files.items()], language)


def rendered(output_format: str, report: Report) -> str:
    return FINDING_FORMATS.load(output_format).render(report)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_report(name: str, output_format: str, golden: Golden) -> None:
    text = rendered(output_format, case(name))
    golden(REPORTS / f"{name}.{output_format}", text.replace(f'"version": "{version("cjmap")}"', '"version": "0"'))


# What each format says, read back: the file, the line and the text of each finding.


def read_github(text: str) -> list[tuple[str, int, str]]:
    """As GitHub's runner reads its log: commands at the beginning of a line, `%25` undone last."""
    found = []
    for line in text.split("\n")[:-1]:
        assert line.startswith("::")
        head, _, data = line[2:].partition("::")
        _, _, listed = head.partition(" ")
        properties = dict(each.split("=", 1) for each in listed.split(","))
        found.append((_unescaped(properties["file"]), int(properties["line"]), _unescaped(data)))
    return found


def _unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read_gitlab(text: str) -> list[tuple[str, int, str]]:
    places = [(each["location"], each["description"]) for each in json.loads(text)]
    return [(location["path"], location["lines"]["begin"], message) for location, message in places]


def read_checkstyle(text: str) -> list[tuple[str, int, str]]:
    return [
        (file.attrib["name"], int(error.attrib["line"]), error.attrib["message"])
        for file in parsed(text).iter("file")
        for error in file
    ]


def read_junit(text: str) -> list[tuple[str, int, str]]:
    found = []
    for element in parsed(text).findall("testsuite/testcase[@line]"):
        path, line = element.attrib["file"], int(element.attrib["line"])
        message = str(element[0].text).removeprefix(f"{one_line(path)}:{line}:1: ")
        found.append((path, line, message))
    return found


def parsed(xml: str) -> Element:
    return fromstring(xml)  # noqa: S314 (we wrote it)


def read_sarif(text: str) -> list[tuple[str, int, str]]:
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        uri, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
        message = result["message"]["text"].replace("{{", "{").replace("}}", "}")
        found.append((escape_controls(unquote(uri)), line, message))
    return found


READERS = {
    "checkstyle": read_checkstyle,
    "github": read_github,
    "gitlab": read_gitlab,
    "junit": read_junit,
    "sarif": read_sarif,
}
RULE_INFO = RuleInfo(
    code="CJM999",
    name="made-up",
    severity=Severity.WARNING,
    page="A sentence.\n\nA reason.\n\nBad:\n    a: 1\nGood:\n    a: 2\n",
    ru="Предложение.\n\nПричина.",
)

texts = st.text(max_size=30) | st.text("`|<>&%:,;\\[](){}@#$*_~!=\r\n\t\x1b\u202e\u2028 a1", max_size=30)
messages = texts.filter(one_line)
names = texts.map(lambda text: text.replace("/", "").replace("\0", "")).filter(lambda name: name not in {"", ".", ".."})


def made(message: str, file: str = "a.cjm.yaml", line: int = 1, severity: Severity = Severity.WARNING) -> Finding:
    rule = replace(RULE_INFO, severity=severity)
    return Finding(
        rule=rule, message=untranslated(message), hint=untranslated("do it"), file=file, span=Span(line, 1, line, 2)
    )


def report_of(*findings: Finding) -> Report:
    return Report(findings=findings, sources={finding.file: SourceText(finding.file, "") for finding in findings})


@pytest.mark.parametrize("output_format", READERS)
@given(message=messages, file=names)
def test_reads_back_what_was_written(output_format: str, message: str, file: str) -> None:
    report = report_of(made(message, file, line=7))
    text = rendered(output_format, report)
    message = f"{one_line(message)} → do it"
    if output_format == "sarif":
        message = message.replace("](", "] (")
    assert READERS[output_format](text) == [(escape_controls(file), 7, message)]


@pytest.mark.parametrize("output_format", READERS)
def test_a_hostile_map_reads_back(output_format: str) -> None:
    report = case("hostile")
    parsed = READERS[output_format](rendered(output_format, report))
    expected = sorted((path_of(finding.file, report), finding.span.line) for finding in report.findings)
    assert sorted((file, line) for file, line, _ in parsed) == expected


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_name_that_is_no_unicode_can_be_written(output_format: str) -> None:
    assert rendered(output_format, report_of(made("m", "a\udcff.cjm.yaml"))).encode()


def test_no_workflow_command_can_be_smuggled_in() -> None:
    text = rendered("github", case("hostile"))
    assert [line.split(" ")[0] for line in text.splitlines()] == ["::error"] * 3 + ["::warning"] * 8
    assert all(line.count("::") >= 2 and "::error::" not in line.split("::", 2)[1] for line in text.splitlines())


def test_github_is_given_no_more_than_it_takes() -> None:
    counts = {Severity.INFO: 10, Severity.WARNING: 25, Severity.ERROR: 12}
    findings = [made(f"m{n}", severity=severity) for severity, count in counts.items() for n in range(count)]
    lines = rendered("github", report_of(*findings)).splitlines()
    kinds = [line[2:].split(" ")[0] for line in lines]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert lines[-1] == "::notice title=cjm::18 more findings not shown: GitHub takes 10 of each kind"


def test_github_has_no_columns_where_lines_differ() -> None:
    finding = replace(made("m"), span=Span(2, 5, 3, 1))
    assert "line=2,endLine=3,title=" in rendered("github", report_of(finding))


# Markdown


def tokens_of(markdown: str) -> list[Token]:
    blocks = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    return [token for block in blocks for token in (block.children or [block])]


def cells_of(markdown: str) -> list[str]:
    blocks = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    return [_text(block.children or []) for block in blocks if block.type == "inline"]


def _text(tokens: Sequence[Token]) -> str:
    shown = (
        "\n" if token.content == "<br>" else "" if token.type == "html_inline" else token.content for token in tokens
    )
    return "".join(shown).replace("\u200b", "")


@given(message=messages, file=names.filter(one_line))
def test_markdown_reads_back_what_was_written(message: str, file: str) -> None:
    summary, heading, *cells = cells_of(rendered("markdown", report_of(made(message, file))))
    shown, named = (one_line(escape_controls(text)).replace("\u200b", "") for text in (message, file))
    assert summary == "cjm · 1 map: 1 warning"
    assert heading.split() == named.split()
    assert cells[:7] == ["Place", "Severity", "Rule", "Finding", "1:1", "warning", "CJM999 made-up"]
    (cell,) = cells[7:]  # markdown-it takes wide blanks off the ends of cells, too
    assert [line.strip() for line in cell.split("\n")] == [shown.strip(), "→ do it"]


def test_nothing_in_markdown_is_the_authors_markup() -> None:
    text = rendered("markdown", case("hostile"))
    allowed = {"text", "text_special", "html_inline", "strong_open", "strong_close"}
    inside = [token for token in tokens_of(text) if not token.block]
    assert {token.type for token in inside} <= allowed
    assert {token.content for token in inside if token.type == "html_inline"} <= {"<br>", "<span>", "</span>"}
    assert all(text[at + 1 :].startswith("&#8203;") for at, sign in enumerate(text) if sign == "@")


def test_markdown_stays_below_what_a_comment_holds() -> None:
    findings = [made(f"message {n} " + "*" * 30, line=n + 1) for n in range(2000)]
    text = rendered("markdown", report_of(*findings))
    shown = text.count("\n| ") - 2
    assert 60_000 < len(text) < 65_000
    assert text.endswith(f"\n… and {2000 - shown} more findings\n")


# SARIF


@pytest.fixture(scope="module")
def sarif_schema() -> Draft4Validator:
    return Draft4Validator(json.loads((REPORTS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", CASES)
def test_sarif_follows_the_schema_of_oasis(name: str, sarif_schema: Draft4Validator) -> None:
    log = json.loads(rendered("sarif", case(name)))
    assert [error.message for error in sarif_schema.iter_errors(log)] == []
    (run,) = log["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        assert set(location["physicalLocation"]["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(marks)) == len(marks) == len(case(name).findings)


def test_sarif_knows_related_places() -> None:
    place = Related(message=untranslated("first [here](1)"), span=Span(1, 2, 3, 4))
    log = json.loads(rendered("sarif", report_of(replace(made("m"), related=(place,)))))
    (related,) = log["runs"][0]["results"][0]["relatedLocations"]
    assert related["message"] == {"text": "first [here] (1)"}
    assert related["physicalLocation"]["region"]["endColumn"] == 4


def test_a_teams_level_is_the_results_and_the_kinds_the_rules() -> None:
    (run,) = json.loads(rendered("sarif", report_of(replace(made("m"), level=Severity.ERROR))))["runs"]
    assert run["results"][0]["level"] == "error"
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "warning"}


@pytest.mark.parametrize(
    ("file", "path", "uri"),
    [
        ("./a/../b c.cjm.yaml", "b c.cjm.yaml", "b%20c.cjm.yaml"),
        ("/work/maps/карта.cjm.yaml", "maps/карта.cjm.yaml", "maps/%D0%BA%D0%B0%D1%80%D1%82%D0%B0.cjm.yaml"),
        ("/other/a:b.cjm.yaml", "/other/a:b.cjm.yaml", "file:///other/a%3Ab.cjm.yaml"),
        ("../x.cjm.yaml", "/x.cjm.yaml", "file:///x.cjm.yaml"),
        ("a:b.cjm.yaml", "a:b.cjm.yaml", "a%3Ab.cjm.yaml"),
        ("<stdin>", "<stdin>", "%3Cstdin%3E"),
    ],
)
def test_where_a_file_is(file: str, path: str, uri: str) -> None:
    report = replace(report_of(made("m", file)), root="/work")
    assert (path_of(file, report), uri_of(file, report)) == (path, uri)


# JUnit


def test_a_clean_file_is_a_passing_case_and_a_note_passes_too() -> None:
    clean = cases_and_failures(rendered("junit", case("clean")))
    noted = cases_and_failures(rendered("junit", report_of(made("m", severity=Severity.INFO))))
    assert (clean, noted) == ((2, 0), (1, 0))
    assert cases_and_failures(rendered("junit", report_of(made("m"), made("n")))) == (2, 2)


def cases_and_failures(xml: str) -> tuple[int, int]:
    root = parsed(xml)
    assert root.attrib["tests"] == str(len(root.findall("testsuite/testcase")))
    return int(root.attrib["tests"]), int(root.attrib["failures"])


# Fingerprints

MAP = """\
cjm: 1
title: Кресло
stages:
  - name: Поиск
    kpis: [Охват, Охват]
    problems:
      - {name: Дорого, touchpoint: Сайт}
  - id: pay
    name: Оплата
    goal: Деньги
    kpis: [{name: Чек}]
"""
MOVED = """\
# a comment

title: Кресло
cjm: 1

stages:
  - name: Ещё один этап
    goal: Новый
  - kpis: [{name: Чек}]
    goal: Деньги
    name: Касса
    id: pay
  - problems:
      - {touchpoint: Сайт,
         name: Дорого}
    kpis:
      - Охват
      - name: Охват
    name: Поиск
"""


def fingerprints(text: str) -> list[str]:
    report = reported([read_document("a.cjm.yaml", text.encode())])
    return sorted(each["fingerprint"] for each in json.loads(rendered("gitlab", report)))


def test_fingerprints_survive_moved_lines_stages_and_keys() -> None:
    assert len(fingerprints(MAP)) == 6
    assert fingerprints(MOVED) == fingerprints(MAP)


def test_fingerprints_are_of_rule_file_and_names() -> None:
    renamed = fingerprints(MAP.replace("Охват", "Просмотры"))
    assert len(set(renamed) & set(fingerprints(MAP))) == 4


def test_sarif_and_gitlab_have_the_same_fingerprints() -> None:
    report = case("first-draft")
    results = json.loads(rendered("sarif", report))["runs"][0]["results"]
    issues = json.loads(rendered("gitlab", report))
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert marks == [issue["fingerprint"] for issue in issues]


def test_advice_is_one_line() -> None:
    finding = replace(made("a\nb"), hint=Text(en="c\nd", ru="e"))
    assert advice(finding, "en") == "a b → c d"
    assert advice(replace(finding, hint=None), "en") == "a b"
