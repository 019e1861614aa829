"""Graphviz: DOT in, a drawing's bytes out.

`pygraphviz` carries Graphviz inside its wheel and draws in this process; where there is no such wheel, a system
`dot` does. Either sees our font family and nothing else of the machine, unless `system_fonts` asks for it, so that
a drawing has the same bytes everywhere.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Literal, TypeAlias

from cjm.core.errors import DrawingError
from cjm.core.text import Text
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
"""Words of complaints after which Graphviz draws all the same: a very wide picture has fewer pixels an inch."""
_MISSING = Text(en="drawing needs Graphviz, and there is none", ru="для рисунка нужен Graphviz, а его нет")
_HOW_TO_GET_IT = Text(
    en="run `pip install pygraphviz`, or install Graphviz so that `dot` is on the PATH",
    ru="выполните `pip install pygraphviz` или установите Graphviz так, чтобы `dot` был в PATH",
)
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>
"""


def draw(dot: str, engine: Engine, output: str, *, dpi: int | None = None, system_fonts: bool = False) -> bytes:
    """Draw a graph.

    Args:
        dot: the graph in the DOT language.
        engine: how it is laid out.
        output: one of Graphviz's formats, such as ``svg``, ``png``, ``pdf``, ``json0``.
        dpi: pixels an inch, for formats that have pixels; left out, 96.
        system_fonts: letters that our font lacks are taken from the machine's fonts instead of drawn as boxes.
            The first drawing of a process decides it for all.

    Raises:
        DrawingError: there is no Graphviz, or it could not draw.
    """
    os.environ["FONTCONFIG_FILE"] = str(Path(_font_folder(system_fonts).name) / "fonts.conf")
    if find_spec("pygraphviz"):
        return _draw_here(dot, engine, output, dpi)
    program = shutil.which("dot")
    if program is None:
        raise DrawingError(_MISSING, hint=_HOW_TO_GET_IT)
    return _draw_there([program, f"-K{engine}", f"-T{output}", *([f"-Gdpi={dpi}"] if dpi else [])], dot)


@cache
def _font_folder(system_fonts: bool) -> TemporaryDirectory[str]:  # noqa: FBT001 (a key of the cache)
    """A folder with our fonts and Fontconfig's configuration; it goes when the process ends."""
    folder = TemporaryDirectory(prefix="cjm-fonts-", ignore_cleanup_errors=True)
    path = Path(folder.name)
    (path / "fonts").mkdir()
    for style in STYLES:
        shutil.copyfile(font_file(style), path / "fonts" / font_file(style).name)
    known = [str(path / "fonts"), *(_SYSTEM_FONTS if system_fonts else ())]
    folders = "".join(f"<dir>{name}</dir>" for name in known)
    (path / "fonts.conf").write_text(_CONFIGURATION.format(folders=folders, cache=path / "cache"), encoding="utf-8")
    return folder


def _draw_here(dot: str, engine: Engine, output: str, dpi: int | None) -> bytes:
    with _captured_stderr() as complaints, _universal_time():
        from pygraphviz import AGraph  # noqa: PLC0415 (it loads Graphviz, which reads the environment set above)

        try:
            graph = AGraph(string=dot)
            if dpi:
                graph.graph_attr["dpi"] = str(dpi)
            drawn = graph.draw(format=output, prog=engine)
        except (OSError, ValueError, RuntimeError) as error:
            raise DrawingError(f"Graphviz could not draw: {error}") from error
    errors = [line for line in complaints() if not any(harmless in line for harmless in _HARMLESS)]
    if errors or not drawn:
        raise DrawingError(f"Graphviz could not draw: {'; '.join(errors) or 'it gave nothing'}")
    return bytes(drawn)


def _draw_there(command: list[str], dot: str) -> bytes:
    in_utc = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(command, input=dot.encode(), env=in_utc, capture_output=True, check=False)  # noqa: S603 (words of ours)
    if done.returncode or not done.stdout:
        raise DrawingError(f"Graphviz could not draw: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


@contextmanager
def _universal_time() -> Iterator[None]:
    """Cairo writes the day into a PDF in local time, and the zone's name changes its length."""
    kept = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    _read_zone()
    try:
        yield
    finally:
        del os.environ["TZ"]
        if kept is not None:
            os.environ["TZ"] = kept
        _read_zone()


def _read_zone() -> None:
    if hasattr(time, "tzset"):  # Windows has none, and no TZ either
        time.tzset()


@contextmanager
def _captured_stderr() -> Iterator["_Complaints"]:
    """Keep what C libraries write to the process's standard error away from the user (Fontconfig likes to warn)."""
    sys.stderr.flush()
    with TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        complaints = _Complaints()
        try:
            yield complaints
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            complaints.lines = file.read().decode(errors="replace").splitlines()


class _Complaints:
    """What was written to standard error, once the block that captured it has ended."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(self) -> list[str]:
        return self.lines
