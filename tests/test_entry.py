"""What no console session can show: a terminal, an interrupt, a user without rights."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
