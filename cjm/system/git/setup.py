"""Git's configuration and attributes for maps, written and removed.

The configuration also remembers what was done to the attributes, so that removing leaves alone what others wrote.
"""

import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.core.errors import FileError, GitError
from cjm.core.model import SUFFIXES
from cjm.core.text import Text, untranslated
from cjm.system.files import read_bytes, refuse_to_leave, write_bytes
from cjm.system.git.command import git_output, is_bare, names_of, refusal, run_git
from cjm.system.reasons import reason

_LINES = "git merge-file --marker-size=%L -L ours -L base -L theirs -- %A %O %B"
"""For when this program is not installed any more or fails: git would take our version for the merged one."""
SETTINGS = (
    ("diff.cjm.command", "{cjm} git diff-driver --"),
    ("diff.cjm.textconv", "{cjm} git textconv --"),
    ("merge.cjm.driver", f"{{cjm}} git merge-driver -- %O %A %B %L %P || {{ test $? -gt 1 && {_LINES}; }}"),
)
"""What install writes into git's configuration: keys and values; `{cjm}` is how git starts this program."""

_ATTRIBUTES = tuple(
    f"*{suffix} diff=cjm merge=cjm".encode() for suffix in SUFFIXES
)  # git merges lines without a driver
_MEMORY = "cjm.attributes"
_CREATED, _ADDED = "created", "added"
_LOCAL = "--local"
_LARGEST = 1024 * 1024
_CONFIGURATION = Text(en="git's configuration: ", ru="настройки git: ")
_NOT_OURS = Text(en=": its lines stay, because they were there before", ru=": строки остались, они были там и раньше")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigTarget:
    """Where settings are written: the scope option of `git config`, and the file of attributes."""

    folder: str
    scope: str
    attributes: str


def target_of(folder: str, *, everywhere: bool) -> ConfigTarget:
    """The target for one clone, or for all clones of this user.

    Raises:
        GitError: git is not installed, or there is no work tree here.
    """
    if everywhere:
        return ConfigTarget(folder=folder, scope="--global", attributes=_attributes_of_the_user(folder))
    asked = run_git(folder, ["rev-parse", "--is-inside-work-tree"])
    if asked.returncode and not is_bare(asked):
        raise refusal(asked)
    if asked.stdout.strip() != b"true":
        raise GitError(
            Text(
                en="there is no work tree here: this is a bare repository, or a .git folder",
                ru="здесь нет рабочей папки: это bare-репозиторий или собственная папка git",
            ),
            hint=Text(en="run this in a clone, or use --global", ru="запустите команду в клоне или добавьте --global"),
        )
    top = os.fsdecode(git_output(folder, ["rev-parse", "--show-cdup"])).removesuffix("\n")
    return ConfigTarget(folder=folder, scope=_LOCAL, attributes=os.path.normpath(Path(folder, top, ".gitattributes")))


def _attributes_of_the_user(folder: str) -> str:
    done = run_git(folder, ["config", "--global", "-z", "--type=path", "--get", "core.attributesFile"])
    paths = names_of(done.stdout)
    settings = os.environ.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    return paths[0] if paths else str(Path(settings) / "git" / "attributes")


def settings_of_others(target: ConfigTarget) -> list[tuple[str, str]]:
    """The settings under our keys that install did not write."""
    return [
        (key, value) for key, template in SETTINGS for value in _values(target, key) if not _is_ours(value, template)
    ]


def _is_ours(value: str, template: str) -> bool:
    return re.fullmatch(".+".join(map(re.escape, template.split("{cjm}"))), value) is not None


def configure(target: ConfigTarget) -> Iterator[Text]:
    """Write the settings that are missing; reports each."""
    for key, template in SETTINGS:
        value = template.replace("{cjm}", _program())
        if _values(target, key) != [value]:
            _set(target, key, value)
            yield _CONFIGURATION + Text(en=f"{key} is set", ru=f"записан параметр {key}")


def unconfigure(target: ConfigTarget) -> Iterator[Text]:
    """Remove the settings that install wrote; reports each, and those that it left."""
    left = settings_of_others(target)
    for key, _ in SETTINGS:
        if _values(target, key) and key not in dict(left):
            _unset(target, key)
            yield _CONFIGURATION + Text(en=f"{key} is gone", ru=f"удалён параметр {key}")
    for key, value in left:
        yield _CONFIGURATION + Text(
            en=f"{key} stays, as it is your own: {value}",
            ru=f"параметр {key} остался, он ваш собственный: {value}",
        )


def add_attributes(target: ConfigTarget) -> Iterator[Text]:
    """Write the lines that mark maps, once; reports it."""
    there = Path(target.attributes).exists()
    kept = _read(target) if there else b""
    missing = [line for line in _ATTRIBUTES if line not in _lines(kept)]
    if not missing:
        return
    _make_folder(target)
    _write(target, _with(kept, missing), instead_of=kept if there else None)
    if not _values(target, _MEMORY):
        _set(target, _MEMORY, _ADDED if there else _CREATED)
    yield untranslated(target.attributes) + Text(en=": maps are marked", ru=": карты отмечены")


def remove_attributes(target: ConfigTarget) -> Iterator[Text]:
    """Remove the lines that mark maps, and the file if install created it for them; reports it."""
    memory = _values(target, _MEMORY)
    kept = _read(target) if Path(target.attributes).exists() else b""
    if not memory:
        if set(_ATTRIBUTES) & set(_lines(kept)):
            yield untranslated(target.attributes) + _NOT_OURS
        return
    rest = _without(kept)
    if rest or memory == [_ADDED]:
        _write(target, rest, instead_of=kept)
    else:
        Path(target.attributes).unlink(missing_ok=True)
    _unset(target, _MEMORY)
    yield untranslated(target.attributes) + Text(en=": maps are no longer marked", ru=": карты больше не отмечены")


def _read(target: ConfigTarget) -> bytes:
    """The attributes whole: what is cut off would be lost."""
    data = read_bytes(target.attributes, _LARGEST)
    if len(data) > _LARGEST:
        raise FileError(
            Text(
                en=f"{target.attributes} is larger than 1 MiB, and stays as it is",
                ru=f"{target.attributes} больше 1 МиБ и оставлен как есть",
            )
        )
    return data


def _write(target: ConfigTarget, data: bytes, *, instead_of: bytes | None) -> None:
    if target.scope == _LOCAL:  # the file of the user's own settings may stand wherever the user likes
        refuse_to_leave(target.attributes)
    write_bytes(target.attributes, data, instead_of=instead_of)


def _make_folder(target: ConfigTarget) -> None:
    folder = Path(target.attributes).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = reason(error)
        raise FileError(
            Text(en=f"cannot create {folder}: {why.en}", ru=f"не удалось создать {folder}: {why.ru}")
        ) from error


def _break(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


def _lines(data: bytes) -> list[bytes]:
    return data.split(_break(data))


def _with(data: bytes, lines: Sequence[bytes]) -> bytes:
    """Lines added in the style of the file: its line breaks, and none at the end where it had none."""
    added = _break(data).join(lines)
    is_open = data != b"" and not data.endswith(b"\n")
    return data + _break(data) + added if is_open else data + added + _break(data)


def _without(data: bytes) -> bytes:
    return _break(data).join(line for line in _lines(data) if line not in _ATTRIBUTES)


def _program() -> str:
    """How git starts this program: by its full path, since editors and hooks run git with another PATH.

    Never so that modules are looked for in the work tree, where git starts it: a script looks beside itself, and `-P`
    keeps Python from the current folder (`-I` would keep it from what `pip install --user` has installed as well).
    """
    started = Path(sys.argv[0]).absolute()
    if started.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -P -m cjm"
    return shlex.quote(str(started))


def _values(target: ConfigTarget, key: str) -> list[str]:
    done = run_git(target.folder, ["config", target.scope, "-z", "--get-all", key])
    if done.returncode not in (0, 1):
        raise refusal(done)
    return names_of(done.stdout)


def _set(target: ConfigTarget, key: str, value: str) -> None:
    git_output(target.folder, ["config", target.scope, "--replace-all", key, value])


def _unset(target: ConfigTarget, key: str) -> None:
    git_output(target.folder, ["config", target.scope, "--unset-all", key])
