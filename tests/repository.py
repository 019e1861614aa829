"""A real git repository, away from this machine's configuration, with authors and days that never change."""

import os
import subprocess
from pathlib import Path

from loaded_cjm import search_path

WHEN = "2026-11-22T12:00:00+00:00"
_WHO = {"NAME": "Anna", "EMAIL": "anna@example.org", "DATE": WHEN}
_FORGOTTEN = ("GIT_", "CJM_", "LC_", "LANG", "PYTHON")
"""The last because with them `cjm` is started anew instead of being called where it is loaded."""
_KEPT = {name: value for name, value in os.environ.items() if not name.startswith(_FORGOTTEN)}


class Repository:
    """A folder in which git runs; `home` is where its global configuration stands."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment = {
            **_KEPT,
            **{f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()},
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "xdg"),
            "LANG": "C.UTF-8",
            "PATH": search_path(),
        }

    def run(self, *command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder, whatever comes of it."""
        return subprocess.run(
            command,
            cwd=folder or self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def git(self, *words: str, folder: Path | None = None) -> str:
        """What git prints; it may not complain."""
        done = self.run("git", *words, folder=folder)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> None:
        """Write a file of the work tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def commit(self, message: str) -> str:
        """Commit all there is; gives the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").strip()


def repository(place: Path, name: str = "maps") -> Repository:
    """A new repository without a commit."""
    folder, home = place / name, place / "home"
    folder.mkdir()
    home.mkdir(exist_ok=True)
    made = Repository(folder, home)
    made.git("init", "--quiet", "--initial-branch=main")
    return made
