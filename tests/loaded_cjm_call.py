"""The program `cjm` of `loaded_cjm`: hands its call over, and ends as the call ended. It loads next to nothing."""

import os
import socket
import sys

STREAMS = (0, 1, 2)


def call(place: str, real: str, arguments: list[str]) -> int:
    """Have the process at a socket run the program; gives its exit code.

    Args:
        place: the socket's path.
        real: the installed program, which is run where the start itself may make a difference.
        arguments: the program's name and its arguments.
    """
    if any(name.startswith("PYTHON") for name in os.environ) or not all(map(_is_open, STREAMS)):
        os.execv(real, arguments)  # noqa: S606 (a shell would read them again)
    variables = [b"%s=%s" % variable for variable in os.environb.items()]
    data = b"\0".join([b"%d" % os.umask(0), b"%d" % len(arguments), *map(os.fsencode, arguments), *variables])
    folder = os.open(".", os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(place)
        sent = socket.send_fds(server, [data], [*STREAMS, folder])
        server.sendall(data[sent:])
        server.shutdown(socket.SHUT_WR)
        return server.recv(1)[0]


def _is_open(stream: int) -> bool:
    try:
        os.fstat(stream)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(call(sys.argv[1], sys.argv[2], sys.argv[3:]))
