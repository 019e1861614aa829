"""What is said about a settings file that says something that cannot be, by each validator and in both languages."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from validators import OF_SETTINGS, by_each_validator_of_settings

from cjm.core.errors import UsageError
from cjm.mapfile.schema_error import Validate
from cjm.workspace.settings import SettingsSource
from cjm.workspace.settings_file import LARGEST, ProjectSettings, as_toml, read_settings

AGE = ('expected a number with d, w, m or y, such as "90d"', 'ожидается число и d, w, m или y, например "90d"')
CASES = {
    'fail-on = "somtimes"': (
        ('`fail-on` is "somtimes"', '`fail-on` — это "somtimes"'),
        ("expected one of: error, warning, info, never", "ожидается одно из: error, warning, info, never"),
    ),
    'severity = {CJM301 = "bad"}': (
        ('`severity.CJM301` is "bad"', '`severity.CJM301` — это "bad"'),
        ("expected one of: error, warning, info", "ожидается одно из: error, warning, info"),
    ),
    'select = "CJM3"': (
        ('`select` is "CJM3"', '`select` — это "CJM3"'),
        ('expected a list such as ["a", "b"]', 'ожидается список вида ["a", "b"]'),
    ),
    'select = [""]': (
        ('`select[0]` is ""', '`select[0]` — это ""'),
        ("expected a text in quotes that is not empty", "ожидается непустой текст в кавычках"),
    ),
    "ignore = [{a = 1}]": (
        ("`ignore[0]` is a table", "`ignore[0]` — это таблица"),
        ("expected a text in quotes that is not empty", "ожидается непустой текст в кавычках"),
    ),
    "per-file-ignores = []": (
        ("`per-file-ignores` is a list", "`per-file-ignores` — это список"),
        ("expected a table", "ожидается таблица"),
    ),
    "review-every = 90": (("`review-every` is 90", "`review-every` — это 90"), AGE),
    "review-every = 2026-01-01": (
        ("`review-every` is a day", "`review-every` — это дата"),
        AGE,
    ),
    "most-assumed = 101": (
        ("`most-assumed` is 101", "`most-assumed` — это 101"),
        ("expected a whole number from 0 to 100", "ожидается целое число от 0 до 100"),
    ),
    "most-kpis = nan": (
        ("`most-kpis` is not a number that is finite", "`most-kpis` — это не конечное число"),
        ("expected a whole number from 1 up", "ожидается целое число от 1"),
    ),
    "slect = []": (("unknown key `slect`", "неизвестный ключ `slect`"), ("did you mean select?", "возможно, select?")),
}


@by_each_validator_of_settings
@pytest.mark.parametrize("text", CASES)
def test_errors_are_in_both_languages(text: str, validate: Validate) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings("cjm.toml", text.encode(), validate)
    (message, message_ru), (hint, hint_ru) = CASES[text]
    assert (caught.value.message.en, caught.value.hint.en) == (f"cjm.toml: {message}", hint)
    assert (caught.value.message.ru, caught.value.hint.ru) == (f"cjm.toml: {message_ru}", hint_ru)


TO_TOML = "https://toml.io shows how it is written"
TO_UTF8 = "save the file with the encoding UTF-8"
FLAWS = {
    b"ignore = [": ("cjm.toml:1:11 is not TOML: Invalid value", TO_TOML),
    b"a = 1\nb = \n": ("cjm.toml:2:5 is not TOML: Invalid value", TO_TOML),
    "select = []".encode("utf-16"): ("cjm.toml:1:1: the file is saved as UTF-16", TO_UTF8),
    b"a = 1\n# \xff": ("cjm.toml:2:3: the byte 0xFF is not UTF-8", TO_UTF8),
    b"a = " + b"[" * 5000: ("cjm.toml is not TOML: it is nested too deeply", TO_TOML),
    b"severity" + b".a" * 5000 + b" = 1": (
        "cjm.toml: it is nested too deeply",
        "write the value without so many lists and tables around it",
    ),
    b"most-kpis = " + b"9" * 5000: ("cjm.toml is not TOML: a number in it has too many digits", TO_TOML),
    b"#" * (LARGEST + 1): ("cjm.toml is larger than 128 KiB", "name another file, or shorten it"),
}


@pytest.mark.parametrize("data", FLAWS, ids=lambda data: repr(data[:12]))
def test_a_file_that_cannot_be_read_is_a_sentence_with_its_place(data: bytes) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings("cjm.toml", data)
    assert (caught.value.message.en, caught.value.hint.en) == FLAWS[data]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool = 1", "pyproject.toml: `tool` is 1"),
        ("[[tool]]", "pyproject.toml: `tool` is a list"),
        ("tool.cjm = []", "pyproject.toml: `tool.cjm` is a list"),
        ("tool.cjm.severity.CJM301 = 1979-05-27T07:32:00Z", "pyproject.toml: `tool.cjm.severity.CJM301` is a day with"),
    ],
)
def test_the_place_of_a_wrong_value_counts_from_the_top_of_the_file(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings("pyproject.toml", text.encode())
    assert caught.value.message.en.startswith(message)


STRANGE = (
    "1", "-1", "1.0", "1.5", "true", "nan", "-inf", "1e999", "9223372036854775807", "9223372036854775808", "9" * 5000,
    "0x" + "f" * 5000, "2026-01-01", "10:00:00", "1979-05-27T07:32:00Z", "'90d'", "'error'", "'CJM3'", "'goal'", "'*'",
    "''", '"\\u0000"', '"\\u007f"', '"\\u202e"', '"\\U000e0041"', f"'{'a' * 5000}'", "[" * 300 + "]" * 300,
)  # fmt: skip
PLACES = (
    "select", "severity", "severity.CJM301", "per-file-ignores", "per-file-ignores.'*'", "fail-on", "max-warnings",
    "required-lanes", "review-every", "most-kpis", "channels", "slect", "''", "tool", "tool.cjm", "tool.cjm.ignore",
    "tool.cjm.most-kpis", '"\\u202e"', "a" * 5000, "a" + ".a" * 60,
)  # fmt: skip
toml_values = st.recursive(
    st.sampled_from(STRANGE),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
        | inner.map("{{CJM301 = {}}}".format)
        | inner.map("{{'*' = {}}}".format)
    ),
    max_leaves=3,
)


@given(
    st.sampled_from(["cjm.toml", "pyproject.toml"]),
    st.sampled_from(PLACES),
    toml_values,
    st.sampled_from([*OF_SETTINGS.values()]),
)
@example("cjm.toml", "channels", '["\\u007f\\U000e0041"]', OF_SETTINGS["python"])
def test_whatever_is_set_is_settings_or_a_sentence(origin: str, place: str, value: str, validate: Validate) -> None:
    try:
        read = read_settings(origin, f"{place} = {value}\n".encode(), validate)
    except UsageError as error:
        message, hint = error.message, error.hint
        assert all(len(words) < 400 for text in (message, hint) for words in (text.en, text.ru))
        assert message.en.startswith(origin)
    else:
        written = as_toml(read or ProjectSettings())
        again = read_settings("cjm.toml", written.encode())
        assert again
        assert as_toml(again) == written


def test_settings_that_are_written_read_back() -> None:
    text = 'select = ["CJM3"]\nmax-warnings = 3\nchannels = ["сайт"]\n[severity]\nCJM301 = "error"\n'
    read = read_settings("cjm.toml", text.encode())
    assert read
    assert read_settings("cjm.toml", as_toml(read).encode()) == read
    assert read_settings("cjm.toml", as_toml(ProjectSettings()).encode()) == read_settings("cjm.toml", b"")


@pytest.mark.parametrize(("text", "there"), [("", False), ("[tool.cjm]\n", True), ("[tool]\nblack = 1\n", False)])
def test_a_pyproject_may_have_nothing_of_ours(text: str, *, there: bool) -> None:
    assert (read_settings("pyproject.toml", text.encode()) is not None) == there


def test_settings_are_read_once_a_run(tmp_path: Path) -> None:
    file = tmp_path / "cjm.toml"
    file.write_text('fail-on = "error"\n', encoding="utf-8")
    run = SettingsSource()
    assert run.for_map(str(tmp_path)).lint.fail_on == "error"
    file.write_text('fail-on = "never"\n', encoding="utf-8")
    assert run.for_map(str(tmp_path)).lint.fail_on == "error"
    assert SettingsSource().for_map(str(tmp_path)).lint.fail_on == "never"
