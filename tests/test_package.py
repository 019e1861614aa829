"""What is installed: the wheel, its schema, its command."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent


def test_the_wheel_holds_what_runs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("cjmap-*.whl")
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        for schema in ("cjm.schema.json", "cjm-toml.schema.json", "cjm-baseline.schema.json"):
            assert archive.read(f"cjm/{schema}") == (ROOT / "schema" / schema).read_bytes()
        archive.extractall(tmp_path / "installed")
    assert "cjm/py.typed" in names
    assert not [name for name in names if not name.startswith(("cjm/", "cjmap-"))]
    command = [sys.executable, "-m", "cjm", "validate", str(ROOT / "examples")]
    environment = {"PYTHONPATH": str(tmp_path / "installed"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "10 maps: nothing found\n")
