"""Graphviz: DOT in, a drawing's bytes out.

`pygraphviz` carries Graphviz inside its wheel; where there is no such wheel, a system `dot` draws. Either runs in a
process of its own that sees our font family and nothing else of the machine, unless `system_fonts` asks for it, so
that a drawing has the same bytes everywhere and this process stays as it is.
"""

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Literal, TypeAlias, cast

from cjm.core.errors import DrawingError
from cjm.core.text import Text, untranslated
from cjm.system import graphviz_worker
from cjm.system.fonts import STYLES, font_file

Engine: TypeAlias = Literal["dot", "nop2"]
"""`dot` lays out; `nop2` takes positions as they are given."""

_SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "WINDOWSFONTDIR",
)
_HARMLESS = ("Fontconfig", "graph is too large for cairo-renderer bitmaps", "layout may take a long time")
"""Words of warnings after which Graphviz still draws: a picture that is a little too large, it draws smaller."""
_MISSING = Text(
    en="drawing needs Graphviz, which is not installed", ru="для рисунка нужен Graphviz, а он не установлен"
)
_HOW_TO_GET_IT = Text(
    en="run `pip install pygraphviz`, or install Graphviz so that `dot` is on the PATH",
    ru="выполните `pip install pygraphviz` или установите Graphviz так, чтобы `dot` был в PATH",
)
_NOTHING = Text(en="it gave nothing", ru="результат пуст")
_STOPPED = Text(en="it stopped unexpectedly", ru="он неожиданно завершился")
LONGEST = 60
"""Seconds that a drawing may take: the largest that is not refused takes some five."""
_TOO_LONG = Text(en="it took longer than a minute", ru="он работал дольше минуты")
_SIMPLER = Text(en="split the map into several", ru="разделите карту на несколько")
_NO_HINT = untranslated("")
_ENDED_BY_ALARM = -getattr(signal, "SIGALRM", 256)
"""The code of a process that took too long; none on Windows."""
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>
"""


def draw(dot: str, engine: Engine, output: str, *, dpi: int | None = None, system_fonts: bool = False) -> bytes:
    """Draw a graph; several threads may do so at once.

    Args:
        dot: the graph in the DOT language.
        engine: how it is laid out.
        output: one of Graphviz's formats, such as ``svg``, ``png``, ``pdf``, ``json0``.
        dpi: pixels per inch, for formats that have pixels; left out, 96.
        system_fonts: letters that our font lacks are taken from the machine's fonts instead of drawn as boxes.

    Raises:
        DrawingError: Graphviz is not installed, or failed.
    """
    package = find_spec("pygraphviz")
    if package and package.origin:
        request = {"dot": dot, "engine": engine, "output": output, "dpi": dpi, "seconds": LONGEST}
        return _draw_by_library(str(Path(package.origin).parent.parent), request, system_fonts=system_fonts)
    program = shutil.which("dot")
    if program is None or not Path(program).is_absolute():  # Windows looks into the current folder first
        raise DrawingError(_MISSING, hint=_HOW_TO_GET_IT)
    words = [program, f"-K{engine}", f"-T{output}", *([f"-Gdpi={dpi}"] if dpi else [])]
    return _draw_by_program(words, dot, system_fonts=system_fonts)


def _draw_by_library(library: str, request: Mapping[str, object], *, system_fonts: bool) -> bytes:
    process = _idle.pop(system_fonts, None) or _Process(library, system_fonts=system_fonts)
    try:
        drawing = process.draw(request)
    except BaseException:
        process.close()
        raise
    if _idle.setdefault(system_fonts, process) is not process:
        process.close()
    return drawing


def _draw_by_program(words: list[str], dot: str, *, system_fonts: bool) -> bytes:
    with TemporaryDirectory(prefix="cjm-fonts-") as folder:
        environment = _environment(Path(folder), system_fonts=system_fonts)
        try:
            done = subprocess.run(  # noqa: S603 (words of ours)
                words, input=dot.encode(), env=environment, capture_output=True, check=False, timeout=LONGEST
            )
        except subprocess.TimeoutExpired as error:
            raise _could_not(_TOO_LONG, _SIMPLER) from error
    if done.returncode or not done.stdout:
        raise _could_not(untranslated(done.stderr.decode(errors="replace").strip()))
    return done.stdout


def _environment(folder: Path, *, system_fonts: bool) -> dict[str, str]:
    """The variables for a Graphviz that sees our fonts, which are put into a folder with Fontconfig's configuration.

    Cairo writes the day into a PDF in local time, and the zone's name changes its length: hence the zone.
    """
    (folder / "fonts").mkdir()
    for style in STYLES:
        shutil.copyfile(font_file(style), folder / "fonts" / font_file(style).name)
    known = [str(folder / "fonts"), *(_SYSTEM_FONTS if system_fonts else ())]
    folders = "".join(f"<dir>{name}</dir>" for name in known)
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folders=folders, cache=folder / "cache"), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(configuration), "TZ": "UTC"}


def _could_not(why: Text, hint: Text = _NO_HINT) -> DrawingError:
    return DrawingError(Text(en="Graphviz could not draw: ", ru="Graphviz не смог нарисовать: ") + why, hint=hint)


class _Process:
    """A running `graphviz_worker`, with the folder of its fonts and the file of its messages."""

    def __init__(self, library: str, *, system_fonts: bool) -> None:
        with ExitStack() as resources:
            folder = resources.enter_context(TemporaryDirectory(prefix="cjm-fonts-", ignore_cleanup_errors=True))
            self._messages = resources.enter_context(TemporaryFile("a+b"))
            self._process = resources.enter_context(
                subprocess.Popen(  # noqa: S603 (words of ours)
                    [sys.executable, "-I", "-S", graphviz_worker.__file__, library],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._messages,
                    env=_environment(Path(folder), system_fonts=system_fonts),
                )
            )
            resources.callback(self._process.kill)
            self._resources = resources.pop_all()
        atexit.register(self.close)

    def close(self) -> None:
        """End the process, and remove what it used."""
        atexit.unregister(self.close)
        with suppress(BrokenPipeError):  # what it has not read, it need not read
            self._resources.close()

    def draw(self, request: Mapping[str, object]) -> bytes:
        """Have a graph drawn; the keys of the request are those that `graphviz_worker` names.

        Raises:
            DrawingError: it could not be drawn.
        """
        self._messages.seek(0)
        self._messages.truncate()
        error, drawing = self._answer(request)
        self._messages.seek(0)  # both processes have one position in this file, and the other has written
        lines = self._messages.read().decode(errors="replace").splitlines()
        errors = [line for line in lines if not any(harmless in line for harmless in _HARMLESS)]
        if error or errors:
            raise _could_not(untranslated(error or "; ".join(errors)))
        if not drawing:
            raise _could_not(_NOTHING)
        return drawing

    def _answer(self, request: Mapping[str, object]) -> tuple[str, bytes]:
        """The error, or the drawing."""
        requests, answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        try:
            requests.write(json.dumps(request).encode() + b"\n")
            requests.flush()
            head = json.loads(answers.readline())
            return head["error"], answers.read(head["size"])
        except (OSError, ValueError) as error:
            if self._process.wait() == _ENDED_BY_ALARM:
                raise _could_not(_TOO_LONG, _SIMPLER) from error
            raise _could_not(_STOPPED) from error


_idle: dict[bool, _Process] = {}
"""A process that waits for the next graph, with and without the machine's fonts; one that draws is not in here."""
