"""The template for GitLab CI: its script writes the reports that its artifacts name."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "templates" / "cjm.gitlab-ci.yml"
JOB: dict[str, Any] = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["cjm"]
REPORTS: dict[str, str] = JOB["artifacts"]["reports"]

SOUND = "cjm: 1\ntitle: Shop\nstages: [Search]\n"
BROKEN = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search\n    gaol: Answer\n"


def run(script: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run lines of a job as GitLab's runner does: in one shell that stops at the first failure."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "LANG": "C.UTF-8", "CJM_TODAY": "2026-11-22", **variables}
    command = ["bash", "-eo", "pipefail", "-c", "\n".join(script)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_script_writes_both_reports(tmp_path: Path) -> None:
    (tmp_path / "sound.cjm.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "broken.cjm.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(JOB["script"], tmp_path, CJM_ARGS="--select CJM1 --lang ru")
    assert done.returncode == 1
    assert "broken.cjm.yaml:5:5 error CJM101" in done.stdout
    assert "неизвестный ключ" in done.stdout
    quality = json.loads((tmp_path / REPORTS["codequality"]).read_text(encoding="utf-8"))
    assert [(one["check_name"], one["location"]["path"]) for one in quality] == [("CJM101", "broken.cjm.yaml")]
    junit = (tmp_path / REPORTS["junit"]).read_text(encoding="utf-8")
    assert (junit.count("<testsuite "), junit.count("<failure ")) == (2, 1)


def test_paths_may_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "sound.cjm.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "broken.cjm.yaml").write_text(BROKEN, encoding="utf-8")
    done = run(JOB["script"], tmp_path, CJM_PATHS="sound.cjm.yaml", CJM_ARGS="--select CJM1")
    assert (done.returncode, done.stderr) == (0, "1 map: nothing found\n")
    assert json.loads((tmp_path / REPORTS["codequality"]).read_text(encoding="utf-8")) == []


def test_without_a_package_the_job_fails_with_a_reason(tmp_path: Path) -> None:
    done = run(JOB["before_script"], tmp_path)
    assert done.returncode != 0
    assert "CJM_PACKAGE: set it to what pip should install" in done.stderr


def test_reports_are_kept_when_the_job_fails() -> None:
    assert JOB["artifacts"]["when"] == "always"
    assert sorted(JOB["artifacts"]["paths"]) == sorted(REPORTS.values())


def test_the_page_explains_every_variable() -> None:
    text = (ROOT / "docs" / "gitlab-ci.md").read_text(encoding="utf-8")
    variables = set(re.findall(r"CJM_[A-Z]+", str(JOB)))
    assert {name for name in variables if f"| `{name}` |" in text} == variables
    assert all(yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
