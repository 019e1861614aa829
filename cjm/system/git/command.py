"""Runs git, and explains its errors."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from cjm.core.errors import GitError
from cjm.core.text import Text, untranslated

BROKEN_HINT = Text(
    en="run `git fsck`; `git fetch --refetch`, or a new clone, brings back what is missing",
    ru="выполните `git fsck`; недостающее вернёт `git fetch --refetch` или новый клон",
)

_NOT_INSTALLED = Text(en="git is not installed", ru="git не установлен")
_INSTALL_IT = Text(en="install git, so that it is on the PATH", ru="установите git так, чтобы он был в PATH")
_IN_ENGLISH = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}  # its messages are read, and reading changes nothing
_UNREADABLE = "не читается объект репозитория"
_REASONS = {
    "not a git repository": (
        "здесь нет репозитория git",
        Text(en="run this inside a clone", ru="запустите команду внутри клона"),
    ),
    "must be run in a work tree": (
        "здесь нет рабочей папки",
        Text(
            en="name two revisions: a bare repository has no files to compare with",
            ru="укажите две ревизии: в bare-репозитории нет файлов, с которыми можно сравнить",
        ),
    ),
    "dubious ownership": (
        "репозиторий принадлежит другому пользователю",
        Text(
            en="the folder belongs to another user; `git status` there says how to trust it",
            ru="как разрешить работу с чужой папкой, подскажет `git status` в ней",
        ),
    ),
    "could not lock config file": (
        "не удалось заблокировать файл настроек",
        Text(
            en="it is read-only, or another git process is writing it",
            ru="он доступен только для чтения, или в него сейчас пишет другой процесс git",
        ),
    ),
    "bad config line": ("ошибка в файле настроек", untranslated("")),
    "unable to read": (_UNREADABLE, BROKEN_HINT),
    "could not get object info": (_UNREADABLE, BROKEN_HINT),
    "inflate": (_UNREADABLE, BROKEN_HINT),
}
"""Words of git's errors, what they mean in Russian, and what to do."""


def run_git(folder: str, words: Sequence[str], *, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, whatever its exit code.

    Args:
        folder: where it runs.
        words: its arguments.
        stdin: its standard input.

    Raises:
        GitError: git is not installed.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError(_NOT_INSTALLED, hint=_INSTALL_IT)
    environment = {**os.environ, **_IN_ENGLISH}
    return subprocess.run(  # noqa: S603 (words of ours)
        [program, *words], cwd=folder, input=stdin, env=environment, capture_output=True, check=False
    )


def git_output(folder: str, words: Sequence[str]) -> bytes:
    """What git prints; the arguments are those of `run_git`.

    Raises:
        GitError: git is not installed, or failed.
    """
    done = run_git(folder, words)
    if done.returncode:
        raise refusal(done)
    return done.stdout


def refusal(done: subprocess.CompletedProcess[bytes]) -> GitError:
    """Git's error as one of ours."""
    lines = os.fsdecode(done.stderr).splitlines()
    sentence = next((line for line in lines if line.startswith(("fatal: ", "error: "))), None)
    if sentence is None:
        return GitError(Text(en="git: it gave no reason", ru="git: причина не названа"))
    message = sentence.removeprefix("fatal: ").removeprefix("error: ")
    for words, (meaning, hint) in _REASONS.items():
        if words in message:
            return GitError(Text(en=f"git: {message}", ru=f"git: {meaning} ({message})"), hint=hint)
    return GitError(untranslated(f"git: {message}"))


def wants_colour(folder: str) -> bool:
    """Whether git shows differences in colour here, on a terminal or through its pager."""
    is_terminal = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    done = run_git(folder, ["config", "--get-colorbool", "color.diff", "true" if is_terminal else "false"])
    return done.stdout.strip() == b"true"


def names_of(listing: bytes) -> list[str]:
    """The names in what git prints with `-z`."""
    return [name for name in os.fsdecode(listing).split("\0") if name]
