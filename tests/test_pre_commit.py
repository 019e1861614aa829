"""The hooks for pre-commit, by the real pre-commit on a real git repository, with the configurations of their page."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
MANIFEST = ".pre-commit-hooks.yaml"
CONFIG = ".pre-commit-config.yaml"

SOUND = "cjm: 1\ntitle: Shop\nstages: [Search]\n"
BROKEN = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search\n    gaol: Answer\n"


class Workplace:
    """A folder with a home of its own, in which git and pre-commit run."""

    def __init__(self, folder: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CJM_"))}
        who = {
            f"GIT_{role}_{what}": "cjm@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self._environment = {
            **kept,
            **who,
            "LANG": "C.UTF-8",
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        }

    def run(self, *command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=folder, env=self._environment, capture_output=True, encoding="utf-8", check=False
        )

    def git(self, *words: str, folder: Path) -> str:
        done = self.run("git", *words, folder=folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit_all(self, folder: Path) -> str:
        """Make a folder a repository with one commit; gives the commit."""
        self.git("init", "--quiet", folder=folder)
        self.git("add", "--all", folder=folder)
        self.git("commit", "--quiet", "--no-gpg-sign", "--no-verify", "--message", "All of it", folder=folder)
        return self.git("rev-parse", "HEAD", folder=folder).strip()

    def hooks(self, folder: Path) -> str:
        """Run the hooks on everything; gives what pre-commit prints."""
        self.git("add", "--all", folder=folder)
        done = self.run(*PRE_COMMIT, "run", "--all-files", "--color=never", folder=folder)
        return f"{done.stdout}{done.stderr}[{done.returncode}]"


def copy_of_the_checkout(folder: Path, workplace: Workplace) -> None:
    """All that git tracks or would track, as it stands in the work tree."""
    listed = workplace.git("ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def configurations(repository: Path, revision: str) -> list[str]:
    """The configurations of the page, with a repository that there is."""
    page = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    page = page.replace("https://HOST/OWNER/REPOSITORY", repository.as_uri()).replace("REVISION", revision)
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_the_manifest_is_valid() -> None:
    done = subprocess.run([*PRE_COMMIT, "validate-manifest", MANIFEST], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.slow
@pytest.mark.timeout(600)  # it builds an environment, and loads what that needs
def test_hooks_pass_a_sound_map_and_stop_a_broken_one(tmp_path: Path) -> None:
    workplace = Workplace(tmp_path)
    if workplace.run(sys.executable, "-m", "pip", "download", "hatchling", "--no-deps", folder=tmp_path).returncode:
        pytest.skip("pre-commit builds the hook's environment with pip, and pip reaches no package index here")
    tool, maps = tmp_path / "tool", tmp_path / "maps"
    tool.mkdir()
    maps.mkdir()
    copy_of_the_checkout(tool, workplace)
    from_the_page, whole = configurations(tool, workplace.commit_all(tool))
    both = f"{from_the_page}      - id: cjm-validate\n"
    (maps / "shop.cjm.yaml").write_text(SOUND, encoding="utf-8")
    (maps / "notes.yaml").write_text("no: map\n", encoding="utf-8")
    (maps / "cjm.toml").write_text('select = ["CJM1"]\n', encoding="utf-8")
    (maps / CONFIG).write_text(both, encoding="utf-8")
    workplace.commit_all(maps)

    output = workplace.hooks(maps)
    assert re.findall(r"^(cjm \w+)\.+(\w+)$", output, re.MULTILINE) == [
        ("cjm lint", "Passed"),
        ("cjm validate", "Passed"),
    ]
    assert output.endswith("[0]")

    (maps / "broken.cjm.yml").write_text(BROKEN, encoding="utf-8")
    for configuration, hooks in ((both, 2), (whole, 1)):
        (maps / CONFIG).write_text(configuration, encoding="utf-8")
        output = workplace.hooks(maps)
        assert output.count("...Failed\n") == hooks
        assert output.count("broken.cjm.yml:5:5 error CJM101 unknown-key") == hooks
        assert output.count("2 maps: 1 error\n") == hooks
        assert output.endswith("[1]")
