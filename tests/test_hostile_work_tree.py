"""Modules that a stranger committed are not imported: not in CI, and not when git starts what was installed."""

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from loaded_cjm import PROGRAMS
from repository import Repository, repository
from test_action import DEFAULTS, ROOT, SOUND, filled, step_of
from test_gitlab_template import JOB

MODULES = (
    "venv.py", "pip/__init__.py", "pip/__main__.py", "ensurepip.py", "json.py", "pathlib.py", "sitecustomize.py",
    "usercustomize.py", "cjm.py", "yaml.py", "click.py", "rich.py", "enum.py", "__main__.py", "hatchling/build.py",
)  # fmt: skip


@pytest.fixture
def shop(tmp_path: Path) -> Repository:
    """A repository with a sound map among modules that leave a mark when they are imported."""
    (tmp_path / "temp").mkdir()
    made = repository(tmp_path, "shop")
    made.environment |= {
        "RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "PYTHON": sys.executable, "TOKEN": "", "NUMBER": "1",
        "GITHUB_API_URL": "http://127.0.0.1:9", "GITHUB_REPOSITORY": "team/maps", "ACTION": str(ROOT),
        "PROGRAMS": str(PROGRAMS), "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    made.write("shop.cjm.yaml", SOUND)
    for name in MODULES:
        made.write(name, f"open({str(mark_in(tmp_path))!r}, 'a').write(__file__ + '\\n')\nraise SystemExit(99)\n")
    made.commit("First")
    return made


def mark_in(folder: Path) -> Path:
    return folder / "mark"


def assert_no_mark(folder: Path) -> None:
    assert not mark_in(folder).exists(), mark_in(folder).read_text(encoding="utf-8")


def run_step(made: Repository, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the shell of one of the action's steps, as a runner does."""
    step = step_of(name)
    made.environment = filled(step["env"], DEFAULTS) | made.environment | environment
    return made.run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])


def wheel(folder: Path) -> Path:
    """A package that pip installs without any index."""
    made, info = folder / "cjm-1-py3-none-any.whl", "cjm-1.dist-info"
    with ZipFile(made, "w") as archive:
        archive.writestr("cjm/__main__.py", "print('installed')\n")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: cjm\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return made


@pytest.mark.slow
def test_the_action_installs_without_them(shop: Repository, tmp_path: Path) -> None:
    package = os.path.relpath(wheel(tmp_path), shop.folder)
    done = run_step(shop, "install", PACKAGE=package, PYTHONPATH=".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    programs = (tmp_path / "output").read_text(encoding="utf-8").strip().removeprefix("programs=")
    assert shop.run(f"{programs}/python", "-I", "-m", "cjm").stdout == "installed\n"
    assert_no_mark(tmp_path)


@pytest.mark.parametrize("step", ["check", "changes"])
def test_the_action_runs_without_them(shop: Repository, tmp_path: Path, step: str) -> None:
    shop.write("shop.cjm.yaml", SOUND.replace("Shop", "Our shop"))
    base = shop.git("rev-parse", "HEAD").strip()
    done = run_step(shop, step, BASE=base, PYTHONPATH=".", FAIL_ON="never")
    assert done.returncode == 0, done.stdout + done.stderr
    assert_no_mark(tmp_path)


def test_the_job_for_gitlab_runs_without_them(shop: Repository, tmp_path: Path) -> None:
    shop.environment |= {"CJM_PACKAGE": "pip", "CJM_ARGS": "--fail-on never", "PYTHONPATH": "."}
    done = shop.run("bash", "-eo", "pipefail", "-c", "\n".join([*JOB["before_script"], *JOB["script"]]))
    assert done.returncode == 0, done.stdout + done.stderr
    assert_no_mark(tmp_path)


def test_the_hooks_run_without_them(shop: Repository, tmp_path: Path) -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        done = shop.run("env", "PYTHONPATH=.", *hook["entry"].split(" "), "shop.cjm.yaml")
        assert done.returncode in (0, 1), done.stderr
    assert_no_mark(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["action.yml", "templates/cjm.gitlab-ci.yml", "docs/github-actions.md", "docs/gitlab-ci.md", "docs/pre-commit.md"],
)
def test_nothing_for_ci_says_to_look_for_modules_in_the_current_folder(name: str) -> None:
    assert re.findall(r"python[0-9\"]* -m .*", (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("program", [[sys.executable, "-P", "-m", "cjm"], ["cjm"]], ids=len)
def test_git_starts_what_was_installed_without_them(shop: Repository, tmp_path: Path, program: list[str]) -> None:
    assert shop.run(*program, "git", "install").returncode == 0
    shop.write("-s.cjm.yaml", SOUND)
    shop.write("--help.cjm.yaml", SOUND)
    shop.commit("Second")
    for branch in ("topic", "main"):
        shop.git("switch", "--quiet", *(["--create"] if branch == "topic" else []), branch)
        for name in ("shop.cjm.yaml", "-s.cjm.yaml", "--help.cjm.yaml"):
            shop.write(name, SOUND.replace("Shop", branch) if branch == "main" else f"{SOUND}owner: {branch}\n")
        assert shop.git("diff").count("1 change") == 3
        assert len(re.findall(rf"^\+[^+].*{branch}\"?$", shop.git("diff", "--no-ext-diff"), re.MULTILINE)) == 3
        shop.commit(branch)
    shop.git("merge", "--quiet", "--no-edit", "topic")
    assert "owner: topic" in (shop.folder / "--help.cjm.yaml").read_text(encoding="utf-8")
    assert_no_mark(tmp_path)
