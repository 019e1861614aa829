"""What is said about a settings file that says something that cannot be, by each validator and in both languages."""

from pathlib import Path

import pytest
from validators import by_each_validator_of_settings

from cjm.core.errors import UsageError
from cjm.mapfile.schema_error import Validate
from cjm.workspace.settings import SettingsSource
from cjm.workspace.settings_file import ProjectSettings, as_toml, read_settings

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
        ("`review-every` is a day, a time or not a number", "`review-every` — это дата, время или не число"),
        AGE,
    ),
    "most-assumed = 101": (
        ("`most-assumed` is 101", "`most-assumed` — это 101"),
        ("expected a whole number from 0 to 100", "ожидается целое число от 0 до 100"),
    ),
    "most-kpis = nan": (
        ("`most-kpis` is a day, a time or not a number", "`most-kpis` — это дата, время или не число"),
        ("expected a whole number from 1 up", "ожидается целое число от 1"),
    ),
    "slect = []": (("unknown key `slect`", "неизвестный ключ `slect`"), ("did you mean select?", "возможно, select?")),
}


@by_each_validator_of_settings
@pytest.mark.parametrize("text", CASES)
def test_errors_are_in_both_languages(text: str, validate: Validate) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings("cjm.toml", text, validate)
    (message, message_ru), (hint, hint_ru) = CASES[text]
    assert (caught.value.message.en, caught.value.hint.en) == (f"cjm.toml: {message}", hint)
    assert (caught.value.message.ru, caught.value.hint.ru) == (f"cjm.toml: {message_ru}", hint_ru)


def test_settings_that_are_written_read_back() -> None:
    text = 'select = ["CJM3"]\nmax-warnings = 3\nchannels = ["сайт"]\n[severity]\nCJM301 = "error"\n'
    read = read_settings("cjm.toml", text)
    assert read
    assert read_settings("cjm.toml", as_toml(read)) == read
    assert read_settings("cjm.toml", as_toml(ProjectSettings())) == read_settings("cjm.toml", "")


@pytest.mark.parametrize(("text", "there"), [("", False), ("[tool.cjm]\n", True), ("[tool]\nblack = 1\n", False)])
def test_a_pyproject_may_have_nothing_of_ours(text: str, *, there: bool) -> None:
    assert (read_settings("pyproject.toml", text) is not None) == there


def test_settings_are_read_once_a_run(tmp_path: Path) -> None:
    file = tmp_path / "cjm.toml"
    file.write_text('fail-on = "error"\n', encoding="utf-8")
    run = SettingsSource()
    assert run.for_map(str(tmp_path)).lint.fail_on == "error"
    file.write_text('fail-on = "never"\n', encoding="utf-8")
    assert run.for_map(str(tmp_path)).lint.fail_on == "error"
    assert SettingsSource().for_map(str(tmp_path)).lint.fail_on == "never"
