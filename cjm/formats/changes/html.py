"""Changes as one page that needs nothing else: the list of them, and the poster of each map with them marked.

The page asks for no script and for nothing from elsewhere, and forbids both; a style applies by its hash alone.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, tostring

from cjm.compare.change import Change, Level
from cjm.compare.review import MapReview
from cjm.core.finding import Finding
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.drawing.view import View
from cjm.formats.changes._report import (
    BREAKING,
    LINE,
    SIGNS,
    TITLE,
    ChangeReport,
    findings_of,
    grouped,
    has_news,
    heading,
    side_of,
    stages_of,
    status_line,
    summary,
)
from cjm.formats.changes._stage_emotions import (
    AFTER,
    BEFORE,
    EMOTIONS,
    NOTHING,
    STAGE,
    StageEmotion,
    StageEmotionRow,
    changed_emotions,
    curves,
)
from cjm.formats.format import Format

FORMAT = Format(endings=(".html",), spelling="xml")

_STYLE = files("cjm.formats.changes").joinpath("page.css")
_POSTER = Text(en="The map with its changes", ru="Карта с изменениями")


def render(report: ChangeReport) -> bytes:
    """A page in UTF-8."""
    page = Element("html", lang=report.language)
    head = SubElement(page, "head")
    page.append(_body([review for review in report.maps if has_news(review)], report))
    _fill(head, report)
    policy = "; ".join(["default-src 'none'", "base-uri 'none'", "form-action 'none'", _styles(page), "font-src data:"])
    head.insert(1, Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}))
    return b"<!DOCTYPE html>\n" + bytes(tostring(page, encoding="utf-8", method="html")) + b"\n"


def _fill(head: Element, report: ChangeReport) -> None:
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", {"name": "color-scheme", "content": "light dark"})
    title = TITLE.localized(report.language)
    names = ", ".join(one_line(review.name) for review in report.maps)
    _text_element(head, "title", f"{title}: {names}" if names else title)
    _text_element(head, "style", _STYLE.read_text(encoding="utf-8"))


def _styles(page: Element) -> str:
    """The styles that the page may apply: each by its hash."""
    hashes = (b64encode(sha256((style.text or "").encode()).digest()).decode() for style in page.iter("style"))
    return " ".join(["style-src", *(f"'sha256-{digest}'" for digest in dict.fromkeys(hashes))])


def _text_element(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """An element with a text; empty attributes are left out."""
    element = SubElement(
        parent, tag, {name.strip("_").replace("_", "-"): value for name, value in attributes.items() if value}
    )
    element.text = text
    return element


def _body(reviews: list[MapReview], report: ChangeReport) -> Element:
    body = Element("body")
    main = SubElement(body, "main")
    _text_element(main, "h1", TITLE.localized(report.language))
    _text_element(main, "p", summary(report), class_="summary")
    if len(reviews) > 1:
        _contents(main, reviews, report)
    for number, review in enumerate(reviews, start=1):
        main.append(_section(review, number, report))
    return body


def _contents(main: Element, reviews: list[MapReview], report: ChangeReport) -> None:
    listing = SubElement(SubElement(main, "nav"), "ul")
    for number, review in enumerate(reviews, start=1):
        entry = SubElement(listing, "li")
        link = _text_element(entry, "a", one_line(review.name), href=f"#map-{number}")
        link.tail = f" · {status_line(review, report.language) or summary(replace(report, maps=[review]))}"


def _section(review: MapReview, number: int, report: ChangeReport) -> Element:
    section = Element("section", id=f"map-{number}")
    _text_element(section, "h2", one_line(review.name))
    for line in (status_line(review, report.language), stages_of(review)):
        if line:
            _text_element(section, "p", line)
    _emotions(section, review, report)
    for group, changes in grouped(review.changes):
        _listing(section, heading(group, report), (_change(change, report) for change in changes))
    for title, findings in findings_of(review):
        _listing(section, title.localized(report.language), (_finding(each, review, report) for each in findings))
    if review.status != "broken":
        _poster(section, review, report)
    return section


def _listing(section: Element, title: str, entries: Iterable[Element]) -> None:
    _text_element(section, "h3", title)
    SubElement(section, "ul", {"class": "changes"}).extend(entries)


def _change(change: Change, report: ChangeReport) -> Element:
    entry = Element("li", {"class": f"{change.action} {change.level.word}"})
    sign = _text_element(entry, "span", SIGNS[change.action], class_="sign")
    sign.tail = f" {change.message.localized(report.language)}"
    if change.level is Level.BREAKING:
        sign.tail += " "
        _text_element(entry, "strong", BREAKING.localized(report.language))
    return entry


def _finding(finding: Finding, review: MapReview, report: ChangeReport) -> Element:
    language, rule = report.language, finding.rule
    side = f"{side_of(finding, review).localized(language)}, " if review.status == "broken" else ""
    entry = Element("li", {"class": finding.severity.word})
    code = _text_element(entry, "code", f"{rule.code} {rule.name}")
    code.tail = f" {one_line(finding.message.localized(language))} "
    _text_element(entry, "small", f"{finding.severity.word}, {side}{LINE.localized(language)} {finding.span.line}")
    return entry


def _emotions(section: Element, review: MapReview, report: ChangeReport) -> None:
    """Both curves in a line, then the stages whose emotions changed."""
    rows, language = changed_emotions(review), report.language
    if not rows:
        return
    _text_element(section, "h3", EMOTIONS.localized(language))
    _text_element(section, "p", " → ".join(curves(review)), class_="bars", aria_hidden="true")
    table = SubElement(section, "table")
    head = SubElement(SubElement(table, "thead"), "tr")
    for text in (STAGE, BEFORE, AFTER):
        _text_element(head, "th", text.localized(language), scope="col")
    SubElement(table, "tbody").extend(_row(row, report) for row in rows)


def _row(row: StageEmotionRow, report: ChangeReport) -> Element:
    line = Element("tr")
    _text_element(line, "th", heading(row.stage, report), scope="row")
    for stage_emotion in (row.before, row.after):
        line.append(_stage_emotion(stage_emotion))
    return line


def _stage_emotion(stage_emotion: StageEmotion | None) -> Element:
    cell = Element("td")
    cell.text = (
        f"{stage_emotion.figure} "
        if stage_emotion and stage_emotion.figure
        else ""
        if stage_emotion and stage_emotion.bars
        else NOTHING
    )
    if stage_emotion and stage_emotion.bars:
        SubElement(
            cell, "span", {"class": "bars", "role": "img", "aria-label": stage_emotion.figures}
        ).text = stage_emotion.bars
    return cell


def _poster(section: Element, review: MapReview, report: ChangeReport) -> None:
    """The picture, in a frame of its own that scrolls where the page is narrower."""
    from cjm.drawing.svg import inline
    from cjm.formats.changes._marked_sheet import marked_sheet

    sheet = marked_sheet(replace(report, maps=[review]))
    frame = {"class": "poster", "role": "region", "aria-label": _POSTER.localized(report.language), "tabindex": "0"}
    SubElement(section, "div", frame).append(inline(sheet, View.POSTER))
