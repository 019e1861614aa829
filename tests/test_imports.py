"""What a command loads: what it does not need would be waited for each time it runs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "ecommerce-short.cjm.yaml"
MAP = "shop.cjm.yaml"
PARSER = {"click"}
DRAWING = {"cjm.drawing.poster", "cjm.drawing.svg", "cjm.system.graphviz", "fontTools", "graphviz", "pygraphviz"}
SETTINGS_OF_GIT = {"cjm.system.git.setup", "cjm.compare.merge"}
NEVER = {"cjm.cli.commands.rules", "importlib.metadata", "importlib.resources", "rich.markdown", "traceback"}
READING = {"jsonschema_rs", "yaml"}
CASES = {
    "--version": {"cjm.core", "dataclasses", "re", *PARSER, *DRAWING, *READING, "rich", "subprocess"},
    f"validate {MAP}": {*DRAWING, "cjm.compare", "rich", "difflib", "cjm.formats.findings.sarif"},
    f"lint {MAP}": {*DRAWING, "cjm.compare", "rich", "difflib", "cjm.formats.findings.sarif"},
    f"diff {MAP} {MAP}": {
        *DRAWING,
        "cjm.drawing",
        "rich.console",
        "cjm.formats.changes.html",
        "cjm.system.git",
        "subprocess",
    },
    f"git textconv -- {MAP}": {
        *PARSER,
        *DRAWING,
        "cjm.lint",
        "cjm.formats",
        "rich",
        "difflib",
        "subprocess",
        "tempfile",
    },
    f"git merge-driver -- {MAP} {MAP} {MAP} 7 x": {*PARSER, *DRAWING, "cjm.lint", "cjm.formats", "rich"},
    f"git diff-driver -- x {MAP} 1 100644 {MAP} 1 100644": {*PARSER, *DRAWING, "rich.console", *SETTINGS_OF_GIT},
    "schema": {*DRAWING, "cjm.compare", "cjm.lint", "cjm.workspace", "cjm.formats", "rich"},
    f"render {MAP}": {"cjm.compare", "cjm.formats.changes", *DRAWING - {"cjm.drawing.poster"}},
    "render --help": {*DRAWING, "rich", "cjm.compare"},
}
REPORT = """
import sys
from cjm.__main__ import main
try:
    main()
finally:
    sys.stdout.flush()
    print("\\n".join(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("command", CASES, ids=str)
def test_a_command_loads_only_what_it_needs(command: str, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / MAP)
    words = [sys.executable, "-c", REPORT, *command.split()]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    loaded = done.stderr.splitlines()
    assert "cjm.__main__" in loaded
    unneeded = CASES[command] | NEVER
    assert [name for name in loaded if any(name == each or name.startswith(f"{each}.") for each in unneeded)] == []
