"""Files that an editor cannot show: encodings, line breaks, control characters, and files with nothing in them."""

from pathlib import Path

import pytest
from conftest import Golden
from reported import as_lines, place

from cjm.core.finding import in_order
from cjm.lint.catalogue import all_rules
from cjm.mapfile.document import Document, read_document

MAP = "cjm: 1\ntitle: Кресло для дома\nstages: [Поиск]\n"
MARK = b"\xef\xbb\xbf"

FAULTY = {
    "nothing": (b"", "1:1-1:1 CJM012"),
    "only a byte order mark": (MARK, "1:1-1:1 CJM012"),
    "only blanks": (b"  \n\n", "1:1-1:1 CJM012"),
    "only comments": (b"# cjm: 1\n# title: T", "1:1-1:1 CJM012"),
    "only a document's beginning": (b"---\n", "1:1-1:1 CJM012"),
    "only null": (b"~", "1:1-1:1 CJM012"),
    "UTF-16 little-endian": (MAP.encode("utf-16"), "1:1-1:1 CJM001"),
    "UTF-16 big-endian": (b"\xfe\xff" + MAP.encode("utf-16-be"), "1:1-1:1 CJM001"),
    "UTF-32": (MAP.encode("utf-32"), "1:1-1:1 CJM001"),
    "UTF-16 without a mark": ("cjm: 1".encode("utf-16-le"), "1:2-1:3 CJM002"),
    "Windows-1251": (MAP.encode("cp1251"), "2:8-2:9 CJM001"),
    "cut in the middle of a letter": (MAP.encode()[: MAP.encode().index("Поиск".encode()) + 1], "3:10-3:11 CJM001"),
    "a wrong byte behind a mark": (MARK + b"cjm: 1\ntitle: \xff\n", "2:8-2:9 CJM001"),
    "half of a surrogate pair": (b"title: \xed\xa0\x80", "1:8-1:9 CJM001"),
    "NUL": (b"cjm: 1\ntitle: a\0b\n", "2:9-2:10 CJM002"),
    "a terminal's escape": (b"title: \x1b[31mred", "1:8-1:9 CJM002"),
    "DEL": (b"title: a\x7f", "1:9-1:10 CJM002"),
    "a C1 control": ("title: a\u009b".encode(), "1:9-1:10 CJM002"),
    "no character": ("title: a\ufffe".encode(), "1:9-1:10 CJM002"),
    "a fault behind CRLF": (MAP.replace("title", "titel").replace("\n", "\r\n").encode(), "2:1-2:6 CJM101"),
    "a fault behind CR": (MAP.replace("title", "titel").replace("\n", "\r").encode(), "2:1-2:6 CJM101"),
    "a fault behind NEL": (MAP.replace("для", "\u0085").replace("[Поиск]", "5").encode(), "3:9-3:10 CJM103"),
    "a fault behind a letter of two code units": (b"{cjm: 1, title: \xf0\x9f\xaa\x91, stages: 5}", "1:28-1:29 CJM103"),
}

SOUND = {
    "a byte order mark": MARK + MAP.encode(),
    "CRLF": MAP.replace("\n", "\r\n").encode(),
    "CR": MAP.replace("\n", "\r").encode(),
    "no break at the end": MAP.rstrip().encode(),
    "a document's marks": f"%YAML 1.2\n---\n{MAP}...\n".encode(),
}


def read(data: bytes) -> Document:
    return read_document("map.cjm.yaml", data)


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_bytes_are_one_finding_in_its_place(name: str) -> None:
    data, expected = FAULTY[name]
    findings = in_order(read(data).findings)
    assert [f"{place(finding.span)} {finding.rule.code}" for finding in findings] == [expected]


def test_findings_about_faulty_bytes(golden: Golden) -> None:
    texts = [f"--- {name}\n{as_lines(in_order(read(data).findings))}" for name, (data, _) in FAULTY.items()]
    golden(Path(__file__).parent / "maps-in-bytes.golden.txt", "".join(texts))


@pytest.mark.parametrize("name", SOUND)
def test_sound_bytes_read_as_the_same_map(name: str) -> None:
    document = read(SOUND[name])
    assert document.findings == ()
    assert document.journey == read(MAP.encode()).journey


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029", "\ufeff", "\u00a0", "\U0010fff0"])
def test_signs_that_are_text_in_yaml_1_2(sign: str) -> None:
    """Line breaks of YAML 1.1 among them: libyaml would end the line there."""
    document = read(f"cjm: 1\ntitle: a{sign}b\nstages: [{{name: c{sign}d, goal: Ответ}}]\n".encode())
    assert document.findings == ()
    assert document.journey.title == f"a{sign}b"
    assert document.journey.stages[0].name == f"c{sign}d"
    assert document.journey.stages[0].goal == "Ответ"


def test_the_table_covers_what_reading_finds_in_bytes() -> None:
    codes = {expected.split()[1] for _, expected in FAULTY.values()}
    assert {rule.code for rule in all_rules() if rule.name in ("not-utf-8", "control-character", "empty-file")} < codes
