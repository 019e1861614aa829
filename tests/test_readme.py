"""The README is true: its excerpts, its tables, its files."""

import re
from pathlib import Path

import pytest
from conftest import Golden

from cjm.formats.catalogue import markdown
from cjm.formats.catalogue._listing import Listing
from cjm.lint.catalogue import all_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def section(text: str, mark: str) -> re.Match[str]:
    """The place between a mark and the next blank line after a table."""
    found = re.search(rf"<!-- {mark} -->\n(?P<body>.*?)(?=\n\n)", text, re.DOTALL)
    assert found, f"the README has no mark {mark}"
    return found


def test_the_table_of_findings_is_the_catalogue(golden: Golden) -> None:
    text = README.read_text(encoding="utf-8")
    found = section(text, "the catalogue")
    golden(
        README,
        text[: found.start("body")]
        + "\n"
        + markdown.render(Listing(rules=all_rules())).rstrip()
        + text[found.end("body") :],
    )


def test_the_excerpt_is_fifteen_lines_of_the_example() -> None:
    excerpt = re.search(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert excerpt
    assert len(excerpt[1].splitlines()) == 15
    assert excerpt[1] in (ROOT / "examples" / "ecommerce-short.cjm.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_to_files_that_are_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_example_is_listed() -> None:
    text = README.read_text(encoding="utf-8")
    assert [path.name for path in sorted((ROOT / "examples").iterdir()) if path.name not in text] == []
