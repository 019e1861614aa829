"""Changes as Markdown, for a comment on a pull request or the summary of a CI run."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjm.compare.change import Change, Level
from cjm.compare.review import MapReview
from cjm.core.finding import Finding
from cjm.core.text import Text
from cjm.formats.changes._report import (
    BREAKING,
    CHANGES,
    LINE,
    MAPS,
    SIGNS,
    ChangeReport,
    breaking,
    counted,
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
from cjm.formats.findings._report import FINDINGS
from cjm.formats.format import Format
from cjm.formats.markdown_text import LONGEST, as_markdown

FORMAT = Format(endings=(".md",))

_LONG_LIST = 12
"""A longer list is folded."""
_MORE = Text(en="… and {} more", ru="… и ещё {}")
_AND = Text(en=" and ", ru=" и ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Entries that may be cut short between a head and a tail, and what they are called when they are counted."""

    head: str = ""
    entries: Sequence[str]
    tail: str = ""
    noun: Text


def render(report: ChangeReport) -> str:
    """The summary in one line, then the maps, until the limit is reached."""
    blocks = [block for review in report.maps if has_news(review) for block in _of_map(review, report)]
    head = f"**cjm** · {as_markdown(summary(report))}\n"
    text, left = _fitted(blocks, LONGEST - len(head))
    return head + text + _more(left, report)


def _fitted(blocks: Iterable[_Block], room: int) -> tuple[str, Counter[Text]]:
    """As much of the blocks as there is room for, and how much of each noun is left out."""
    parts: list[str] = []
    left: Counter[Text] = Counter()
    for block in blocks:
        room -= len(block.head) + len(block.tail)
        shown = 0
        for entry in block.entries:
            room -= len(entry)
            shown += room >= 0
        if shown:
            parts += [block.head, *block.entries[:shown], block.tail]
        left[block.noun] += len(block.entries) - shown
    return "".join(parts), left


def _more(left: Counter[Text], report: ChangeReport) -> str:
    language = report.language
    counts = [counted(count, noun, language) for noun, count in left.items() if count]
    return f"\n{_MORE.localized(language).format(_AND.localized(language).join(counts))}\n" if counts else ""


def _of_map(review: MapReview, report: ChangeReport) -> Iterator[_Block]:
    language = report.language
    yield _Block(entries=[_introduction(review, report)], noun=MAPS)
    for group, changes in grouped(review.changes):
        entries = [_change(change, report) for change in changes]
        folded = [counted(len(changes), CHANGES, language), *breaking(changes, language)]
        yield _listed(heading(group, report), entries, CHANGES, ", ".join(folded))
    for title, findings in findings_of(review):
        entries = [_finding(finding, review, report) for finding in findings]
        yield _listed(title.localized(language), entries, FINDINGS, counted(len(entries), FINDINGS, language))


def _introduction(review: MapReview, report: ChangeReport) -> str:
    lines = [as_markdown(line) for line in (status_line(review, report.language), stages_of(review)) if line]
    paragraphs = "".join(f"\n{line}\n" for line in lines)
    return f"\n### {as_markdown(review.name)}\n{paragraphs}{_emotions(review, report)}"


def _emotions(review: MapReview, report: ChangeReport) -> str:
    """Both curves in a line, then the stages whose emotions changed."""
    rows, language = changed_emotions(review), report.language
    if not rows:
        return ""
    before, after = curves(review)
    columns = " | ".join(text.localized(language) for text in (STAGE, BEFORE, AFTER))
    table = "".join(_row(row, report) for row in rows)
    return f"\n{EMOTIONS.localized(language)}: `{before}` → `{after}`\n\n| {columns} |\n| --- | --- | --- |\n{table}"


def _row(row: StageEmotionRow, report: ChangeReport) -> str:
    stage = as_markdown(heading(row.stage, report))
    return f"| {stage} | {_stage_emotion(row.before)} | {_stage_emotion(row.after)} |\n"


def _stage_emotion(stage_emotion: StageEmotion | None) -> str:
    shown = [stage_emotion.figure, f"`{stage_emotion.bars}`" if stage_emotion.bars else ""] if stage_emotion else []
    return " ".join(filter(None, shown)) or NOTHING


def _listed(title: str, entries: Sequence[str], noun: Text, folded: str) -> _Block:
    """A heading and a list; a long list is folded below a line of our own words."""
    head, tail = f"\n**{as_markdown(title)}**\n\n", ""
    if len(entries) > _LONG_LIST:
        head += f"<details><summary>{folded}</summary>\n\n"
        tail = "\n</details>\n"
    return _Block(head=head, entries=entries, tail=tail, noun=noun)


def _change(change: Change, report: ChangeReport) -> str:
    mark = f" · **{BREAKING.localized(report.language)}**" if change.level is Level.BREAKING else ""
    return f"- `{SIGNS[change.action]}` {as_markdown(change.message.localized(report.language))}{mark}\n"


def _finding(finding: Finding, review: MapReview, report: ChangeReport) -> str:
    rule, language = finding.rule, report.language
    side = f"{side_of(finding, review).localized(language)}, " if review.status == "broken" else ""
    where = f"{side}{LINE.localized(language)} {finding.span.line}"
    message = as_markdown(finding.message.localized(language))
    return f"- {finding.severity.word} {rule.code} {rule.name}: {message} ({where})\n"
