"""A `cjm` for the PATH that starts at once, because the tests start it a thousand times and loading is most of a call.

A process that has loaded the whole program forks for each call. What runs is the program, from `main` to the end of
its process, with the arguments, folder, environment and streams of whoever called. Where the start itself could make
a difference, with a stream closed or with variables that Python reads as it starts, the call goes to the real one.
"""

import atexit
import gc
import importlib
import os
import pkgutil
import select
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import loaded_cjm_call

PROGRAMS = Path(sys.executable).parent
"""Where the installed `cjm` is."""


@cache
def search_path() -> str:
    """A PATH on which `cjm` is a call of the process that has loaded it, which ends with this process."""
    folder = tempfile.TemporaryDirectory(prefix="cjm-")
    calls, program = Path(folder.name) / "calls", Path(folder.name) / "cjm"
    words = [sys.executable, "-I", "-S", loaded_cjm_call.__file__, str(calls), str(PROGRAMS / "cjm")]
    program.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$0" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    server = subprocess.Popen(
        [sys.executable, __file__, str(calls)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
    )
    assert server.stdout
    assert server.stdout.readline() == b"ready\n"
    atexit.register(folder.cleanup)
    atexit.register(server.communicate)
    return os.pathsep.join([folder.name, str(PROGRAMS), os.environ["PATH"]])


def _serve(place: str) -> None:
    """Answer calls, each in a process of its own, until whoever started this ends."""
    import cjm  # noqa: PLC0415 (the tests that only start the server need not load it)

    for module in pkgutil.walk_packages(cjm.__path__, "cjm."):
        importlib.import_module(module.name)
    gc.freeze()  # what is loaded is the same in all that will be forked
    with socket.socket(socket.AF_UNIX) as calls:
        calls.bind(place)
        calls.listen(64)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while sys.stdin not in select.select([calls, sys.stdin], [], [])[0]:
            call, _ = calls.accept()
            if not os.fork():
                calls.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _answer(call)
            call.close()


def _answer(call: socket.socket) -> None:
    """Run the program in a child of this process, tell the caller how it ended, and end."""
    data, descriptors, _, _ = socket.recv_fds(call, 1 << 20, len(loaded_cjm_call.STREAMS) + 1)
    while more := call.recv(1 << 20):
        data += more
    child = os.fork()
    if not child:
        call.close()
        umask, count, *words = map(os.fsdecode, data.split(b"\0"))
        _run(descriptors, int(umask), words[: int(count)], words[int(count) :])
    for descriptor in descriptors:
        os.close(descriptor)
    _, status = os.waitpid(child, 0)
    call.sendall(bytes([os.waitstatus_to_exitcode(status) % 256]))
    os._exit(0)


def _run(descriptors: list[int], umask: int, arguments: list[str], variables: list[str]) -> None:
    """Become the program, and end as it does, but for taking apart what was loaded."""
    for stream, descriptor in zip(loaded_cjm_call.STREAMS, descriptors, strict=False):
        os.dup2(descriptor, stream)
    os.fchdir(descriptors[-1])
    for descriptor in descriptors:
        os.close(descriptor)
    os.umask(umask)
    os.environ.clear()
    for name, _, value in (variable.partition("=") for variable in variables):
        os.environ[name] = value
    sys.argv = arguments
    from cjm.__main__ import main  # noqa: PLC0415 (as above)

    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()  # noqa: SLF001 (the end of a process, without the taking apart that follows)
        sys.stdout.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


if __name__ == "__main__":
    _serve(sys.argv[1])
