"""Both validators find the same errors in whatever a map may hold, and the program works with either."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_maps import CASES
from test_schema import mutated_maps
from validators import OF_MAPS, OF_SETTINGS

from cjm.core.finding import Finding, in_order
from cjm.mapfile.document import read_document
from cjm.mapfile.schema_error import SchemaError, Validate

MAP = {"cjm": 1, "title": "T", "stages": ["S"]}
WITHOUT_RUST = "import sys; sys.modules['jsonschema_rs'] = None; from cjm.__main__ import main; sys.exit(main())"
BROKEN = Path(__file__).parent / "maps" / "schema" / "wrong-types.cjm.yaml"

strange_texts = st.text(max_size=8) | st.text(
    "\n\r\t\x0b\x1c\x1f \x85\xa0\u180e\u2000\u2028\u3000\ufeffa1-", max_size=4
)
keys = st.sampled_from(["owner", "language", "reviewed", "review_every", "title", "persona", "state", "тест", "x-a"])


def errors(validate: Validate, data: Any) -> list[SchemaError]:
    """What a validator finds, in an order that does not depend on it."""
    return sorted(validate(data), key=lambda error: repr((error.path, error.schema_location, error.key)))


def findings(text: str) -> Iterator[Sequence[Finding]]:
    return (in_order(read_document("map", text.encode(), validate).findings) for validate in OF_MAPS.values())


@settings(max_examples=60)
@given(mutated_maps())
def test_the_same_errors_in_a_map(data: Any) -> None:
    in_rust, in_python = (errors(validate, data) for validate in OF_MAPS.values())
    assert in_rust == in_python


@settings(max_examples=40)
@given(mutated_maps())
def test_the_same_findings_in_a_map(data: Any) -> None:
    in_rust, in_python = findings(json.dumps(data, ensure_ascii=False))
    assert in_rust == in_python


@given(st.dictionaries(keys, strange_texts, min_size=1))
@example({"language": "ru\n"})
@example({"owner": "\x1c"})
@example({"owner": "\ufeff"})
@example({"owner": "\u200b\u00a0\u3164"})
@example({"sources": {"a": {"name": "A", "url": "https://example.org/\ufffe\u0085"}}})
@example({"sources": {"a": {"name": "A", "url": "https://example.org\n"}}})
def test_the_same_errors_in_strange_texts(changes: dict[str, Any]) -> None:
    in_rust, in_python = (errors(validate, {**MAP, **changes}) for validate in OF_MAPS.values())
    assert in_rust == in_python


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_findings_in_a_case(case: Path) -> None:
    in_rust, in_python = findings(case.read_text(encoding="utf-8"))
    assert in_rust == in_python


values = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 200) | st.sampled_from(["", "90d", "info", "never", "CJM3"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["CJM3", "*"]), inner, max_size=2),
    max_leaves=4,
)


@given(
    st.dictionaries(
        st.sampled_from(["select", "severity", "per-file-ignores", "fail-on", "most-kpis", "slect"]), values
    )
)
def test_the_same_errors_in_settings(data: Any) -> None:
    in_rust, in_python = (errors(validate, data) for validate in OF_SETTINGS.values())
    assert in_rust == in_python


def test_the_program_works_where_jsonschema_rs_is_not_installed() -> None:
    with_rust, without = (
        subprocess.run([sys.executable, *start, "validate", str(BROKEN)], capture_output=True, check=False)
        for start in (["-m", "cjm"], ["-c", WITHOUT_RUST])
    )
    assert (without.returncode, without.stdout) == (with_rust.returncode, with_rust.stdout)
    assert with_rust.returncode == 1
