"""What no console session can show: a terminal, an interrupt, a user without rights."""

import errno
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjm.cli.process import as_cjm_error

MAP = Path(__file__).parent.parent / "examples" / "ecommerce-short.cjm.yaml"
CJM = (sys.executable, "-m", "cjm")


def in_a_terminal(*words: str) -> tuple[int, str]:
    """Run `cjm` with standard output on a terminal; its exit code and its messages."""
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run([*CJM, *words], stdout=theirs, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    return done.returncode, done.stderr.decode()


def test_a_picture_is_not_poured_into_a_terminal() -> None:
    message = "cjm: {0} is not for reading in a terminal\n  → write it into a file: -o map.{1}\n"
    for name in ("png", "pdf"):
        assert in_a_terminal("render", str(MAP), "--format", name) == (2, message.format(name.upper(), name))
    assert in_a_terminal("diff", str(MAP), str(MAP), "--format", "png") == (2, message.format("PNG", "png"))


def test_an_interrupt_is_quiet_while_cjm_is_being_loaded() -> None:
    script = (
        "import signal, sys\n"
        "from cjm.__main__ import main\n"
        "class Interrupted:\n"
        "    def find_spec(self, *_):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


LOST = """
    def discarded():
        try:
            yield
        finally:
            signal.raise_signal(signal.SIGINT)
    next(discarded())
"""
TURNED = """
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise TypeError("expected sequence, not generator") from None
"""


@pytest.mark.parametrize("how", [LOST, TURNED], ids=["lost", "turned into another error"])
def test_an_interrupt_that_does_not_arrive_as_one_is_quiet_too(how: str) -> None:
    script = (
        "import signal, sys\n"
        "from cjm.__main__ import main\n"
        f"def interrupted(*_):\n{how}\n"
        "import cjm.cli.main\n"
        "sys.meta_path.insert(0, type('Finder', (), {'find_spec': staticmethod(interrupted)}))\n"
        "sys.argv[1:] = ['schema']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


AT_A_MOMENT = """
import os, signal, sys
from pathlib import Path
import cjm.cli.fixing, cjm.cli.commands.lint
from cjm.__main__ import main

MAP, MOMENTS = Path("a.cjm.yaml"), int(sys.argv.pop(1))

def events(stop):
    seen = 0
    def profile(*_):
        nonlocal seen
        seen += 1
        if seen == stop:
            sys.setprofile(None)
            signal.raise_signal(signal.SIGINT)
    sys.setprofile(profile)
    return lambda: seen

def run(stop):
    MAP.write_text(before, encoding="utf-8")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        count = events(stop)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            main()
        except SystemExit as done:
            sys.setprofile(None)
            os.write(writer, str(count()).encode())
            os._exit(done.code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, int(os.read(reader, 20)), MAP.read_text(encoding="utf-8")

before = MAP.read_text(encoding="utf-8")
code, count, after = run(-1)
print(code, after != before)
for stop in range(count // MOMENTS, count - 50, count // MOMENTS):  # nothing is left to interrupt in the last few
    code, _, now = run(stop)
    print(code, now in (before, after), *sorted(set(os.listdir()) - {MAP.name}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_an_interrupt_at_any_moment_is_quiet_and_leaves_nothing(tmp_path: Path) -> None:
    text = "cjm: 1\ntitle: Shop\nstages: [Search] # cjm: ignore[CJM401] there is no KPI\n"
    (tmp_path / "a.cjm.yaml").write_text(text, encoding="utf-8")
    words = ["25", "lint", "--fix", "--quiet", "--fail-on", "never", "a.cjm.yaml"]
    done = subprocess.run(
        [sys.executable, "-c", AT_A_MOMENT, *words], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    first, *others = done.stdout.splitlines()
    assert (first, done.stderr) == ("0 True", "")
    assert len(others) >= 24
    assert set(others) == {"130 True"}


CAUSES = {
    OSError(errno.ENAMETOOLONG, "File name too long", "x.cjm.yaml"): ("x.cjm.yaml: the name is too long", ""),
    OSError(errno.ENOSPC, "No space left on device", "font", None, "fonts/font"): (
        "fonts/font: no space left", "make room in the temporary folder, or let TMPDIR name another",
    ),
    OSError(errno.EMFILE, "Too many open files"): ("the operating system refused: too many files are open", ""),
    MemoryError(): ("there is not enough memory", "split what is read into several files"),
    RecursionError(): ("what was read is nested too deeply", "split what is read into several files"),
}  # fmt: skip


@pytest.mark.parametrize("cause", CAUSES, ids=repr)
def test_what_the_machine_refuses_is_a_sentence(cause: Exception) -> None:
    error = as_cjm_error(cause)
    assert (error.message.en, error.hint.en) == CAUSES[cause]


def is_running(process: int) -> bool:
    """Whether a process does something, instead of waiting for more to read."""
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "S"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc tells when a process waits")
def test_an_interrupt_is_quiet_while_cjm_reads() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*CJM, "validate", "-"], stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"#" * 1_000_000)  # more than a pipe holds, so that it is reading once this is written
        while is_running(process.pid):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
