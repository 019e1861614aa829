"""Runs git, and explains its errors."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from cjm.core.errors import GitError
from cjm.core.safe_text import quoted
from cjm.core.text import Text, untranslated

BROKEN_HINT = Text(
    en="run `git fsck`; `git fetch --refetch`, or a new clone, brings back what is missing",
    ru="выполните `git fsck`; недостающее вернёт `git fetch --refetch` или новый клон",
)

_FETCH_HINT = Text(
    en="the clone is partial: GIT_NO_LAZY_FETCH=0 lets git fetch what is missing, if you trust the clone's settings",
    ru="клон частичный: GIT_NO_LAZY_FETCH=0 разрешит git скачать недостающее, если вы доверяете настройкам клона",
)

_NOT_INSTALLED = Text(en="git is not installed", ru="git не установлен")
_INSTALL_IT = Text(en="install git, so that it is on the PATH", ru="установите git так, чтобы он был в PATH")
_IN_ENGLISH = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}  # its messages are read, and reading changes nothing
_HARMLESS = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "diff.external="),
    *("-c", "safe.bareRepository=explicit"),
)
"""What keeps the configuration of a stranger's repository from naming a program that git would start."""

_CONFIG_COUNT = "GIT_CONFIG_COUNT"
_COUNT = re.compile("[0-9]{1,9}")
_EXTERNAL_DIFF = "GIT_EXTERNAL_DIFF"
_NO_LAZY_FETCH = "GIT_NO_LAZY_FETCH"
_BARE = "cannot use bare repository"
_NOT_NAMED = Text(
    en="this is a bare repository, or git's own folder, and is used only where it is named",
    ru="это bare-репозиторий или собственная папка git; их нужно указать явно",
)
_NAME_IT = Text(
    en="set GIT_DIR=. if you trust it: files that somebody committed can look the same",
    ru="если доверяете ему, задайте GIT_DIR=.: так же могут выглядеть файлы, которые кто-то закоммитил",
)
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
    "could not fetch": ("объекта нет в этом клоне", _FETCH_HINT),
    "bad config line": ("ошибка в файле настроек", untranslated("")),
    "unable to read": (_UNREADABLE, BROKEN_HINT),
    "could not get object info": (_UNREADABLE, BROKEN_HINT),
    "inflate": (_UNREADABLE, BROKEN_HINT),
}
"""Words of git's errors, what they mean in Russian, and what to do."""


def run_git(
    folder: str, words: Sequence[str], *, stdin: bytes = b"", settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, whatever its exit code; nothing that the repository names is started, or fetched.

    Args:
        folder: where it runs.
        words: its arguments.
        stdin: its standard input.
        settings: values that hold instead of those in the configuration, by key.

    Raises:
        GitError: git is not installed, or the environment has no sensible settings for it.
    """
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():  # Windows looks into the current folder first
        raise GitError(_NOT_INSTALLED, hint=_INSTALL_IT)
    return subprocess.run(  # noqa: S603 (words of ours)
        [program, *_HARMLESS, *words],
        cwd=folder,
        input=stdin,
        env=_environment(settings or {}),
        capture_output=True,
        check=False,
    )


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The variables for git: missing objects are fetched on request alone, for settings say by which program."""
    environment = {**os.environ, **_IN_ENGLISH, "GIT_TERMINAL_PROMPT": "0"}
    environment.pop(_EXTERNAL_DIFF, None)
    if environment.setdefault(_NO_LAZY_FETCH, "1") != "0":
        environment["GIT_ALLOW_PROTOCOL"] = ""  # for a git that does not know the other variable
    count = _count_of_settings(environment)
    for number, (key, value) in enumerate(settings.items(), start=count):
        environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return {**environment, _CONFIG_COUNT: str(count + len(settings))}


def _count_of_settings(environment: Mapping[str, str]) -> int:
    """How many values the environment has for git."""
    count = environment.get(_CONFIG_COUNT) or "0"
    if not _COUNT.fullmatch(count):
        shown = quoted(count)
        raise GitError(
            Text(en=f"{_CONFIG_COUNT} is '{shown}', not a number", ru=f"{_CONFIG_COUNT} — это «{shown}», а не число"),
            hint=Text(en="remove it from the environment", ru="уберите эту переменную окружения"),
        )
    return int(count)


def without_filters(folder: str) -> dict[str, str]:
    """The settings that keep git from passing files of the work tree through programs."""
    keys = names_of(run_git(folder, ["config", "-z", "--name-only", "--get-regexp", r"^filter\."]).stdout)
    drivers = {key.rpartition(".")[0] for key in keys}
    off = {"clean": "", "smudge": "", "process": "", "required": "false"}
    return {f"{driver}.{key}": value for driver in sorted(drivers) for key, value in off.items()}


def git_output(folder: str, words: Sequence[str], *, settings: Mapping[str, str] | None = None) -> bytes:
    """What git prints; the arguments are those of `run_git`.

    Raises:
        GitError: git is not installed, or failed.
    """
    done = run_git(folder, words, settings=settings)
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
    if is_bare(done):
        return GitError(_NOT_NAMED, hint=_NAME_IT)
    for words, (meaning, hint) in _REASONS.items():
        if words in message:
            return GitError(Text(en=f"git: {message}", ru=f"git: {meaning} ({message})"), hint=hint)
    return GitError(untranslated(f"git: {message}"))


def hint_for_missing(done: subprocess.CompletedProcess[bytes]) -> Text:
    """What brings back an object that git has not found."""
    return _FETCH_HINT if b"lazy fetching disabled" in done.stderr else BROKEN_HINT


def is_bare(done: subprocess.CompletedProcess[bytes]) -> bool:
    """Whether git refused because the repository has no work tree, and nobody named it."""
    return _BARE.encode() in done.stderr


def wants_colour(folder: str) -> bool:
    """Whether git shows differences in colour here, on a terminal or through its pager."""
    is_terminal = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    done = run_git(folder, ["config", "--get-colorbool", "color.diff", "true" if is_terminal else "false"])
    return done.stdout.strip() == b"true"


def names_of(listing: bytes) -> list[str]:
    """The names in what git prints with `-z`."""
    return [name for name in os.fsdecode(listing).split("\0") if name]
