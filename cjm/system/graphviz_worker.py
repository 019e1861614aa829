"""Draws graphs with `pygraphviz` in a process of its own: the loop that `cjm.system.graphviz` starts and talks to.

Each request on standard input is a line of JSON with `dot`, `engine`, `output` and `dpi`. Each answer on standard
output is a line of JSON with `error` and `size`, and then so many bytes of a drawing. Python runs this file alone and
isolated, so it imports nothing of this program, and `pygraphviz` from the folder that is the first argument.
"""

import json
import os
import signal
import sys
from typing import Any


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    sys.path.append(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not print into an answer
    for line in sys.stdin.buffer:
        error, drawing = _answer(json.loads(line))
        answers.write(json.dumps({"error": error, "size": len(drawing)}).encode() + b"\n" + drawing)
        answers.flush()


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
