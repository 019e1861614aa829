"""The README is true, in English and in Russian: its excerpts, its tables, its files."""

import re
from pathlib import Path

import pytest
from conftest import Golden

from cjm.core.text import Language
from cjm.formats.catalogue import markdown
from cjm.formats.catalogue._listing import Listing
from cjm.lint.catalogue import all_rules

ROOT = Path(__file__).parent.parent
READMES: dict[Language, Path] = {"en": ROOT / "README.md", "ru": ROOT / "README.ru.md"}
EXAMPLES: dict[Language, str] = {"en": "ecommerce-short.cjm.yaml", "ru": "ecommerce-short.ru.cjm.yaml"}

each_language = pytest.mark.parametrize("language", READMES)


def readme(language: Language) -> str:
    return READMES[language].read_text(encoding="utf-8")


def section(text: str, mark: str) -> re.Match[str]:
    """The place between a mark and the next blank line after a table."""
    found = re.search(rf"<!-- {mark} -->\n(?P<body>.*?)(?=\n\n)", text, re.DOTALL)
    assert found, f"the README has no mark {mark}"
    return found


@each_language
def test_the_table_of_findings_is_the_catalogue(language: Language, golden: Golden) -> None:
    text = readme(language)
    found = section(text, "the catalogue")
    golden(
        READMES[language],
        text[: found.start("body")]
        + "\n"
        + markdown.render(Listing(rules=all_rules(), language=language)).rstrip()
        + text[found.end("body") :],
    )


@each_language
def test_the_excerpt_is_fifteen_lines_of_the_example(language: Language) -> None:
    excerpt = re.search(r"```yaml\n(.*?)```", readme(language), re.DOTALL)
    assert excerpt
    assert len(excerpt[1].splitlines()) == 15
    assert excerpt[1] in (ROOT / "examples" / EXAMPLES[language]).read_text(encoding="utf-8")


@each_language
def test_the_readme_begins_with_a_link_to_its_twin(language: Language) -> None:
    twin = READMES["ru" if language == "en" else "en"].name
    assert f"]({twin})" in readme(language).splitlines()[2]


def test_the_readme_says_the_same_in_both_languages() -> None:
    assert outline(readme("ru")) == outline(readme("en"))


def outline(text: str) -> dict[str, list[str]]:
    """What both languages share: headings, commands, links and measured figures, each in order."""
    shell = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return {
        "headings": re.findall(r"^#+(?= )", text, re.MULTILINE),
        "commands": [re.sub(r" *# .*", "", block) for block in shell],
        "console": re.findall(r"^(\$ .*?)(?: --lang ru)?$", text, re.MULTILINE),
        "settings": re.findall(r"^```toml\n.*?^```", text, re.DOTALL | re.MULTILINE),
        "links": [link.replace(".ru.", ".") for link in re.findall(r"\]\(([^)]+)\)", text)],
        "figures": [figure.replace(",", ".") for figure in re.findall(r"\| ([\d.,]+)(?= (?:s|с|MiB|МиБ) )", text)],
    }


@pytest.mark.parametrize("page", ["README.md", "README.ru.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_to_files_that_are_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@each_language
def test_every_example_is_listed(language: Language) -> None:
    text = readme(language)
    assert [path.name for path in sorted((ROOT / "examples").iterdir()) if path.name not in text] == []
