"""Draws graphs with `pygraphviz` in a process of its own: the loop that `cjm.system.graphviz` starts and talks to.

Each request on standard input is a line of JSON with `dot`, `engine`, `output`, `dpi` and `seconds`, which the drawing
may take. Each answer on standard output is a line of JSON with `error` and `size`, and then so many bytes of a drawing.
Python runs this file alone and isolated, so it imports nothing of this program, and `pygraphviz` from the folder that
is the first argument.

While Graphviz draws, no line of Python runs, so what ends a drawing are signals whose default action ends a process.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

if sys.platform != "win32":
    import fcntl


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    sys.path.append(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not print into an answer
    for line in sys.stdin.buffer:
        request = json.loads(line)
        with _ended_in_time(request.pop("seconds")):
            error, drawing = _answer(request)
        answers.write(json.dumps({"error": error, "size": len(drawing)}).encode() + b"\n" + drawing)
        answers.flush()


@contextmanager
def _ended_in_time(seconds: int) -> Iterator[None]:
    """End this process if it takes longer, and on Linux as soon as nobody is there any more to write a request."""
    if sys.platform == "win32":
        yield
        return
    for ending in (signal.SIGALRM, signal.SIGIO):
        signal.signal(ending, signal.SIG_DFL)
    flags = fcntl.fcntl(0, fcntl.F_GETFL)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, flags | os.O_ASYNC)
    signal.alarm(seconds)
    yield
    signal.alarm(0)
    fcntl.fcntl(0, fcntl.F_SETFL, flags)


def _answer(request: dict[str, Any]) -> tuple[str, bytes]:
    try:
        return "", _draw(**request)
    except Exception as error:  # noqa: BLE001 (the other process reports it)
        return str(error) or type(error).__name__, b""


def _draw(dot: str, engine: str, output: str, dpi: int | None) -> bytes:
    from pygraphviz import AGraph  # noqa: PLC0415 (its folder is known only now)

    graph = AGraph(string=dot)
    if dpi:
        graph.graph_attr["dpi"] = str(dpi)
    return bytes(graph.draw(format=output, prog=engine) or b"")


if __name__ == "__main__":
    main()
