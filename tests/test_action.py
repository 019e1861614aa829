"""The GitHub Action: its file is in order, and the shell of its steps does what its page says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PAGE = ROOT / "docs" / "github-actions.md"

SOUND = "cjm: 1\ntitle: Shop\nstages: [Search]\n"
BROKEN = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search\n    gaol: Answer\n"
DEFAULTS = {name: each["default"] for name, each in ACTION["inputs"].items()}


def step_of(name: str) -> dict[str, Any]:
    return next(step for step in STEPS if step.get("id") == name)


def filled(environment: dict[str, str], inputs: dict[str, str]) -> dict[str, str]:
    """The environment of a step, with the given inputs."""
    expression = re.compile(r"\${{ inputs\.([a-z-]+) }}")
    return {name: expression.sub(lambda found: inputs[found[1]], value) for name, value in environment.items()}


def check(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
    """Run the step that checks, as a runner does: what it printed, its outputs and the summary of the job."""
    values = DEFAULTS | {name.replace("_", "-"): value for name, value in inputs.items()}
    step = step_of("check")
    variables = filled(step["env"], values)
    output, summary = folder / "output", folder / "summary"
    (folder / "temp").mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "CJM_TODAY": "2026-11-22",
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        **variables,
        "PROGRAMS": str(Path(sys.executable).parent),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
    return done, outputs, summary.read_text(encoding="utf-8") if summary.exists() else ""


def test_it_is_a_composite_action_whose_steps_name_their_shell() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {step["shell"] for step in STEPS if "run" in step} == {"bash"}


def test_no_script_holds_an_expression() -> None:
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_input_is_used_and_every_output_is_written() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])
    outputs = {name: each["value"] for name, each in ACTION["outputs"].items()}
    assert outputs == {name: f"${{{{ steps.check.outputs.{name} }}}}" for name in outputs}


def test_a_sound_map(tmp_path: Path) -> None:
    (tmp_path / "shop.cjm.yaml").write_text(SOUND, encoding="utf-8")
    done, outputs, summary = check(tmp_path, command="validate")
    assert (done.returncode, done.stdout) == (0, "")
    sarif = Path(outputs.pop("sarif"))
    assert outputs == {"status": "passed", "maps": "1", "errors": "0", "warnings": "0", "infos": "0"}
    assert json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert "1 map" in summary


def test_a_broken_map(tmp_path: Path) -> None:
    (tmp_path / "shop.cjm.yaml").write_text(BROKEN, encoding="utf-8")
    done, outputs, summary = check(tmp_path, command="validate")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=shop.cjm.yaml,line=5,")
    results = json.loads(Path(outputs.pop("sarif")).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["CJM101"]
    assert outputs == {"status": "failed", "maps": "1", "errors": "1", "warnings": "0", "infos": "0"}
    assert "CJM101" in summary


def test_inputs_reach_the_command_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "shop.cjm.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "a $(touch made); b.cjm.yaml").write_text(BROKEN, encoding="utf-8")
    paths = "a $(touch made); b.cjm.yaml\nshop.cjm.yaml\n"
    done, outputs, summary = check(tmp_path, paths=paths, args="--lang=ru\n--select=CJM1", fail_on="never")
    assert done.returncode == 0
    assert (outputs["status"], outputs["maps"], outputs["errors"]) == ("passed", "2", "1")
    assert "неизвестный ключ" in summary
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"command": "render"}, "::error::the input 'command' is neither lint nor validate"),
        ({"paths": "missing"}, "no such file or folder: missing"),
        ({"paths": "--help"}, "no such file or folder: --help"),
        ({}, "no map found"),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else "",
)
def test_what_cannot_be_checked_is_an_error(inputs: dict[str, str], message: str, tmp_path: Path) -> None:
    done, outputs, summary = check(tmp_path, **inputs)
    assert done.returncode == 2
    assert message in done.stdout + done.stderr
    assert (outputs, summary) == ({"status": "error"}, "")


def test_the_page_uses_inputs_that_there_are() -> None:
    workflows = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert workflows
    for workflow in map(yaml.safe_load, workflows):
        steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
        ours = [step for step in steps if step.get("uses", "").startswith("OWNER/REPOSITORY@")]
        assert ours
        assert {name for step in ours for name in step.get("with", {})} <= set(ACTION["inputs"])


def test_the_page_explains_every_input_and_output() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in (*ACTION["inputs"], *ACTION["outputs"]) if f"`{name}`" not in text] == []
