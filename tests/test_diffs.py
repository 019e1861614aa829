"""Pairs of maps and all that is said about them: a case is a folder with `old.cjm.yaml` and `new.cjm.yaml`."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import jsonpatch
import pytest
from conftest import Golden
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reported import found_in
from wcwidth import wcswidth

from cjm.compare.node import as_json
from cjm.compare.review import MapReview, review
from cjm.core.finding import Finding
from cjm.core.text import Language
from cjm.formats.changes._report import ChangeReport
from cjm.formats.registry import CHANGE_FORMATS
from cjm.mapfile.document import Document, read_document

HERE = Path(__file__).parent / "diffs"
PAIRS = sorted(path.parent.name for path in HERE.glob("*/old.cjm.yaml"))
LANGUAGES: tuple[Language, ...] = get_args(Language)
RULES = ("CJM202", "CJM301", "CJM307", "CJM312", "CJM401", "CJM501")
"""A few, so that a new rule changes no golden."""


def findings_of(document: Document) -> Sequence[Finding]:
    return found_in(document, codes=RULES)


each_pair = pytest.mark.parametrize("pair", PAIRS)


def side(pair: str, name: str) -> Document:
    return read_document(f"maps/{pair}.cjm.yaml", (HERE / pair / f"{name}.cjm.yaml").read_bytes())


def reviewed(pair: str) -> MapReview:
    return review(side(pair, "old"), side(pair, "new"), findings_of)


def rendered(output_format: str, *maps: MapReview, language: Language = "en", width: int | None = None) -> str:
    report = ChangeReport(maps=maps, language=language, width=width)
    text = CHANGE_FORMATS.load(output_format).render(report)
    return text.decode() if isinstance(text, bytes) else text


@each_pair
def test_terminal(pair: str, golden: Golden) -> None:
    texts = {
        (language, width): rendered("terminal", reviewed(pair), language=language, width=width)
        for language in LANGUAGES
        for width in (None, 80)
    }
    parts = [f"[{language}, {width or 'lines of any length'}]\n{text}" for (language, width), text in texts.items()]
    golden(HERE / pair / "changes.txt", "\n".join(parts))


@each_pair
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown(pair: str, language: Language, golden: Golden) -> None:
    golden(HERE / pair / f"changes.{language}.md", rendered("markdown", reviewed(pair), language=language))


@each_pair
def test_json(pair: str, golden: Golden) -> None:
    golden(HERE / pair / "changes.json", rendered("json", reviewed(pair)))


@each_pair
def test_a_json_patch_leads_from_the_old_map_to_the_new_one(pair: str) -> None:
    result = reviewed(pair)
    assert result.comparison
    old, new = (as_json(node) for node in (result.comparison.old, result.comparison.new))
    assert jsonpatch.apply_patch(old, json.loads(rendered("json-patch", result))) == new


@each_pair
def test_no_line_of_a_terminal_is_wider_than_it(pair: str) -> None:
    lines = rendered("terminal", reviewed(pair), language="ru", width=80).splitlines()
    assert max(map(wcswidth, lines)) <= 80


def test_formatting_is_no_change() -> None:
    result = reviewed("formatting")
    assert (result.status, result.changes, result.introduced, result.fixed) == ("unchanged", (), [], [])
    assert rendered("markdown", result) == "**cjm** · no changes\n"
    assert rendered("markdown") == "**cjm** · no changes\n"


@each_pair
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_format_shows_every_change_and_every_finding(pair: str, language: Language) -> None:
    result = reviewed(pair)
    for output_format, unescaped in (("terminal", str), ("markdown", shown)):
        text = unescaped(rendered(output_format, result, language=language))
        assert [
            each.message.localized(language) for each in result.changes if each.message.localized(language) not in text
        ] == []
    findings = [finding.message.localized(language) for finding in (*result.introduced, *result.fixed)]
    assert [message for message in findings if message not in text] == []


# Markdown


def tokens_of(markdown: str) -> list[Token]:
    blocks = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    return [token for block in blocks for token in (block.children or [block])]


def shown(markdown: str) -> str:
    """What a reader of Markdown sees, without the zero-width spaces."""
    parts = ("" if token.type == "html_inline" else token.content or "\n" for token in tokens_of(markdown))
    return "".join(parts).replace("\u200b", "")


@pytest.mark.parametrize("pair", ["hostile", "delivery"])
def test_nothing_in_markdown_is_the_authors_markup(pair: str) -> None:
    text = rendered("markdown", reviewed(pair), language="ru")
    tokens = tokens_of(text)
    assert {token.type for token in tokens if not token.block} <= {
        "text", "text_special", "html_inline", "code_inline", "strong_open", "strong_close",
    }  # fmt: skip
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<span>", "</span>"}
    assert all(set(token.content) <= set("+−~→✓▁▂▄▆█· ") for token in tokens if token.type == "code_inline")
    folds = [token.content for token in tokens if token.type == "html_block"]
    assert all(fold.startswith("<details><summary>") or fold == "</details>\n" for fold in folds)
    assert all(text[at + 1 :].startswith("&#8203;") for at, sign in enumerate(text) if sign == "@")


def many(result: MapReview, count: int, length: int = 0) -> list[MapReview]:
    return [replace(result, name=f"maps/{number}{'*' * length}.cjm.yaml") for number in range(count)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "length"), [(50, 0), (80, 0), (400, 250), (3, 70_000)])
@pytest.mark.parametrize("pair", ["hostile", "delivery"])
def test_markdown_stays_below_what_a_comment_holds(pair: str, count: int, length: int, language: Language) -> None:
    result = reviewed(pair)
    text = rendered("markdown", *many(result, count, length), language=language)
    assert len(text) < 65_000
    assert text.count("<details>") == text.count("</details>")
    body, more = text.split("\n… ", 1)
    left = {word: int(number) for number, word in (part.split()[-2:] for part in told_parts(more, language))}
    lists = body.count("\n- ")
    rows = len(result.changes) + len(result.introduced) + len(result.fixed)
    maps = sum(number for word, number in left.items() if word.startswith(("map", "карт")))
    assert body.count("\n### ") + maps == count
    assert lists + sum(left.values()) - maps == rows * count


def told_parts(more: str, language: Language) -> list[str]:
    words = more.strip().removesuffix(" more") if language == "en" else more.strip()
    return words.split(" and " if language == "en" else " и ")


# HTML


class Page(HTMLParser):
    """The tags, the attributes and the text of a page, as a browser without scripts would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.shown += "\n" if tag in ("li", "p", "tr", "h1", "h2", "h3") else ""

    def handle_data(self, data: str) -> None:
        self.shown += data


@each_pair
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_every_change_and_every_finding(pair: str, language: Language) -> None:
    result = reviewed(pair)
    text = Page(rendered("html", result, language=language)).shown
    assert [
        each.message.localized(language) for each in result.changes if each.message.localized(language) not in text
    ] == []
    findings = [finding.message.localized(language) for finding in (*result.introduced, *result.fixed)]
    assert [message for message in findings if message not in text] == []


def test_a_page_without_its_picture(golden: Golden) -> None:
    page = rendered("html", reviewed("hostile"), language="ru")
    page = re.sub(r"<svg.*?</svg>|(?<=<style>).*?(?=</style>)", "…", page, flags=re.DOTALL)
    page = re.sub(r"'sha256-[^']+'", "'sha256-…'", page)
    golden(
        HERE / "hostile" / "changes.html",
        re.sub(r"(?=<(?:h\d|p|ul|li|table|tr|meta|title|style|body|div)\b)", "\n", page),
    )


@each_pair
def test_a_page_needs_nothing_and_runs_nothing(pair: str) -> None:
    page = Page(rendered("html", reviewed(pair), reviewed("renamed")))
    tags = Counter(tag for tag, _ in page.elements)
    assert not {"script", "img", "iframe", "link", "object", "base", "form", "foreignobject", "use"} & set(tags)
    assert tags["svg"] == (1 if pair == "formatting" else 2)
    names = {name for _, attributes in page.elements for name in attributes}
    assert [name for name in names if name.startswith("on") or name in ("src", "style", "srcset")] == []
    links = [value or "" for _, each in page.elements for name, value in each.items() if name.endswith("href")]
    assert all(link.startswith(("#", "https://")) for link in links)
    (policy,) = [each["content"] or "" for _, each in page.elements if "http-equiv" in each]
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_two_posters_on_a_page_share_no_id() -> None:
    page = Page(rendered("html", reviewed("plants"), reviewed("renamed"), reviewed("delivery")))
    ids = [str(attributes["id"]) for _, attributes in page.elements if "id" in attributes]
    assert sorted(set(ids)) == sorted(ids)


# Maps that are on one side only, or broken


def test_a_new_map_is_reported_with_its_stages(golden: Golden) -> None:
    result = review(None, side("plants", "new"), findings_of)
    golden(HERE / "new-map.md", rendered("markdown", result))


def test_a_removed_map_is_reported_with_its_stages(golden: Golden) -> None:
    result = review(side("plants", "old"), None, findings_of)
    golden(HERE / "removed-map.md", rendered("markdown", result, language="ru"))


def test_a_broken_map_is_reported_with_its_errors(golden: Golden) -> None:
    broken = read_document("maps/shop.cjm.yaml", b"cjm: 1\ntitle: T\nstages:\n  - name: '@all <b>'\n    gaol: x\n")
    result = [review(side("plants", "old"), broken, findings_of), reviewed("loosened")]
    for language in LANGUAGES:
        golden(HERE / f"broken.{language}.md", rendered("markdown", *result, language=language))
        golden(HERE / f"broken.{language}.txt", rendered("terminal", *result, language=language))


def test_the_same_error_on_both_sides_is_reported_for_each() -> None:
    old, new = (read_document("maps/shop.cjm.yaml", b"&b {x: *b}") for _ in range(2))
    text = rendered("terminal", review(old, new, findings_of))
    assert text.count("  before 1:8: `*b` is inside what it repeats") == 1
    assert text.count("  now 1:8: `*b` is inside what it repeats") == 1


def test_a_renamed_file_keeps_its_changes() -> None:
    old, new = side("loosened", "old"), read_document("maps/new name.cjm.yaml", written("loosened"))
    text = rendered("markdown", review(old, new, findings_of, is_renamed=True))
    assert "### maps/new name.cjm.yaml\n\nmap renamed, was maps/loosened.cjm.yaml\n" in text


def written(pair: str) -> bytes:
    return (HERE / pair / "new.cjm.yaml").read_bytes()


@pytest.mark.parametrize("output_format", [name for name in CHANGE_FORMATS.names() if name != "json-patch"])
def test_every_format_reports_a_map_with_changes_and_no_findings(output_format: str) -> None:
    maps = [replace(reviewed("plants"), introduced=(), fixed=())]
    assert CHANGE_FORMATS.load(output_format).render(ChangeReport(maps=maps))
