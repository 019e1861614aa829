"""Graphviz as a part of a program that goes on: threads, other fonts, interrupts, a process that dies."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE

import pytest

from cjm.core.errors import DrawingError
from cjm.core.items import Touchpoint
from cjm.core.model import Journey, Stage
from cjm.formats.map import png, svg
from cjm.formats.map._options import MapOptions
from cjm.system import graphviz
from cjm.system.graphviz import draw

pytest.importorskip("pygraphviz", reason="a Graphviz of the machine is a new process for each drawing")

GRAPH = 'digraph { node [fontname="Source Sans Pro"] "Поиск" -> "地図 🙂" }'
ENDLESS = "digraph { " + "; ".join(f"{one} -> {{{' '.join(map(str, range(120)))}}}" for one in range(120)) + " }"
"""It would take minutes to lay out."""
PROCESSES = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc tells of processes")


def shown(place: int) -> bytes:
    """One of four drawings: two formats, with the machine's fonts and without them."""
    touchpoint = Touchpoint(name="地図 🙂", owner="Анна")
    journey = Journey(title="Карта", stages=(Stage(name="Поиск", touchpoints=(touchpoint,)), Stage(name="Покупка")))
    render = svg.render if place % 2 else png.render
    return render(journey, MapOptions(system_fonts=place % 4 > 1))


def test_threads_draw_what_one_draws_alone() -> None:
    alone = [shown(place) for place in range(4)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(shown, range(20))) == alone * 5


def test_many_drawings_and_mistakes_between_them() -> None:
    first = draw(GRAPH, "dot", "svg")
    for number in range(200):
        assert draw(f"digraph {{ {number} }}", "dot", "svg", system_fonts=number % 2 > 0)
        if number % 20 == 0:
            with pytest.raises(DrawingError, match="Graphviz could not draw: ") as raised:
                draw("digraph { a -> }", "dot", "svg")
            assert raised.value.message.ru.startswith("Graphviz не смог нарисовать: ")
    assert draw(GRAPH, "dot", "svg") == first


DRAWS_ENDLESSLY = """
import os, sys, tempfile
from pathlib import Path
from cjm.core.errors import DrawingError
from cjm.system.graphviz import draw
tempfile.tempdir = sys.argv[1]
try:
    draw(Path(sys.argv[2]).read_text(), "dot", "svg")
except DrawingError as error:
    print(error.message.ru)
assert draw("digraph { a }", "dot", "svg")
"""
WATCHED = f"""
import os, threading, time
from cjm.system.graphviz import draw

def world():
    return dict(os.environ), os.fstat(2)[1:3], time.localtime(0)[:5], time.tzname, sorted(threading.enumerate(), key=id)

graph = {GRAPH!r}
drawing = threading.Thread(target=lambda: [draw(graph, "dot", "png", system_fonts=on) for on in (True, False) * 3])
drawing.start()
before = world()
while drawing.is_alive():
    after = world()
    assert after == before or not drawing.is_alive(), (before, after)
"""


@pytest.fixture
def endless(tmp_path: Path) -> list[str]:
    """A command that draws a graph without end, and then another."""
    (tmp_path / "temporary").mkdir()
    graph = tmp_path / "endless.dot"
    graph.write_text(ENDLESS, encoding="ascii")
    return [*python(DRAWS_ENDLESSLY, tmp_path), str(tmp_path / "temporary"), str(graph)]


def python(script: str, folder: Path) -> list[str]:
    (folder / "script.py").write_text(script, encoding="utf-8")
    return [sys.executable, str(folder / "script.py")]


def test_a_drawing_leaves_the_process_as_it_is_and_no_files(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TZ": "Asia/Almaty", "TMPDIR": str(temporary)}
    done = subprocess.run(python(WATCHED, tmp_path), env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert list(temporary.iterdir()) == []


def test_the_current_folder_gives_no_modules(tmp_path: Path) -> None:
    for name in ("pygraphviz", "json", "signal", "os", "cjm", "encodings"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the current folder')", encoding="utf-8")
    (tmp_path / "shop.cjm.yaml").write_text("cjm: 1\ntitle: T\nstages: [S]\n", encoding="utf-8")
    command = [str(Path(sys.executable).parent / "cjm"), "render", "shop.cjm.yaml", "-o", "shop.svg"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def drawing_child(process: int) -> int:
    """The process that draws for another, once it does."""
    while True:
        for child in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split():
            if "libgvc" in Path(f"/proc/{child}/maps").read_text(encoding="utf-8"):
                return int(child)
        time.sleep(0.01)


@PROCESSES
def test_an_interrupt_ends_a_drawing_and_its_process(endless: list[str], tmp_path: Path) -> None:
    with subprocess.Popen(endless, stdout=PIPE, stderr=PIPE, start_new_session=True) as process:
        child = drawing_child(process.pid)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to both
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors.splitlines()[-1]) == (-signal.SIGINT, b"", b"KeyboardInterrupt")
    assert not Path(f"/proc/{child}").exists()
    assert list((tmp_path / "temporary").iterdir()) == []


@PROCESSES
def test_an_interrupt_ends_cjm_quietly_and_writes_nothing(tmp_path: Path) -> None:
    stages = ", ".join(f"{{name: S{number}, tools: [A, B, C]}}" for number in range(900))
    (tmp_path / "large.cjm.yaml").write_text(f"cjm: 1\ntitle: T\nstages: [{stages}]\n", encoding="ascii")
    command = [str(Path(sys.executable).parent / "cjm"), "render", "large.cjm.yaml", "-o", "large.svg"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=PIPE, stderr=PIPE, start_new_session=True) as process:
        child = drawing_child(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        output = process.communicate(timeout=60)
    assert (process.returncode, *output) == (130, b"", b"")
    assert not Path(f"/proc/{child}").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["large.cjm.yaml"]


@PROCESSES
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a minute goes by")
def test_a_drawing_ends_with_the_program_that_asked_for_it(endless: list[str]) -> None:
    with subprocess.Popen(endless) as process:
        child = drawing_child(process.pid)
        process.kill()
    while is_running(child):
        time.sleep(0.01)


def is_running(process: int) -> bool:
    """Whether a process is there and not only waits for its parent to take note of its end."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_a_drawing_that_takes_too_long_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "LONGEST", 1)
    with pytest.raises(DrawingError, match="it took longer than a minute") as raised:
        draw(ENDLESS, "dot", "svg")
    assert raised.value.message.ru == "Graphviz не смог нарисовать: он работал дольше минуты"
    assert draw(GRAPH, "dot", "svg")


def test_what_graphviz_warns_of_is_an_error_each_time() -> None:
    graph = 'digraph { a [label="1000000", fontname="Source Sans Pro", width=0.2, fixedsize=true] }'
    for _ in range(2):
        with pytest.raises(DrawingError, match="size too small for label"):
            draw(graph, "dot", "svg")
    assert draw(GRAPH, "dot", "svg")


@PROCESSES
def test_a_process_that_dies_is_a_sentence_and_the_next_drawing_has_another(endless: list[str]) -> None:
    with subprocess.Popen(endless, stdout=PIPE, stderr=PIPE) as process:
        os.kill(drawing_child(process.pid), signal.SIGKILL)
        assert process.communicate(timeout=60) == (
            "Graphviz не смог нарисовать: он неожиданно завершился\n".encode(),
            b"",
        )
