"""Author's text is shown so that nothing in it can steer a terminal, or the reader's eye."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.core.safe_text import escape_controls, listed, one_line, quoted
from cjm.core.suggest import Suggester, closest


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Путь  клиента\n\tдальше", "Путь клиента дальше"),
        ("\x1b[31mred\x1b[0m", "⟨U+001B⟩[31mred⟨U+001B⟩[0m"),
        ("\x1b]0;title\x07", "⟨U+001B⟩]0;title⟨U+0007⟩"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("a\u202egnp.exe", "a⟨U+202E⟩gnp.exe"),
        ("a\u2066b\u2069c", "a⟨U+2066⟩b⟨U+2069⟩c"),
        ("a\u2028b\u0085c", "a⟨U+2028⟩b⟨U+0085⟩c"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("a\U000e0080b", "a⟨U+E0080⟩b"),
        ("семья 👨‍👩‍👧 и ё", "семья 👨‍👩‍👧 и ё"),
    ],
)
def test_harmful_characters_are_escaped(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_shown_text_is_one_line_without_controls(text: str) -> None:
    shown = one_line(text)
    assert not [letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")]
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    assert one_line(shown) == shown


@given(st.text("ab \n\t"))
def test_escaping_keeps_spaces_and_line_breaks(text: str) -> None:
    assert escape_controls(text) == text


@given(st.text(max_size=80), st.integers(1, 60))
def test_a_quoted_text_is_never_longer_than_the_limit(text: str, longest: int) -> None:
    shown = quoted(text, longest=longest)
    assert len(shown) <= longest
    assert shown == one_line(text) or shown.endswith("…")


def test_names_in_a_row() -> None:
    assert listed([]) == ""
    assert listed(["a", "b"]) == "a, b"
    assert listed((f"n{n}" for n in range(10**9)), most=3) == "n0, n1, n2, …"


@pytest.mark.parametrize(
    ("word", "known", "suggested"),
    [
        ("gaol", ["goal", "tools"], "goal"),
        ("Webinars", ["webinar", "blog"], "webinar"),
        ("WEBINAR", ["Webinar", "webinars"], "Webinar"),
        ("вебенар", ["Вебинар"], "Вебинар"),
        ("budget", ["goal", "tools"], None),
        ("", ["goal"], None),
        ("goal", [], None),
        ("g" * 61, ["g" * 60], None),
    ],
)
def test_the_suggested_word(word: str, known: list[str], suggested: str | None) -> None:
    assert closest(word, known) == suggested


def test_guesses_come_to_an_end() -> None:
    suggester = Suggester(left=2)
    assert [suggester.closest("gaol", ["goal"]) for _ in range(3)] == ["goal", "goal", None]
