"""`python -m cjm` and the command `cjm`: answers `--version` and git without the command-line library.

Git starts the program again for each version of a map, and scripts ask for the version; neither needs the library that
reads command lines. Everything else goes to it.
"""

import gc
import os
import sys

from cjm import __version__
from cjm.cli.exit_code import ExitCode
from cjm.cli.interrupts import ignore_interrupts, was_interrupted, watch_interrupts


def main() -> None:
    """Run the command line; an interrupt is quiet, even while the program is being loaded."""
    gc.disable()  # what is loaded and read lives until the run ends: collecting costs a fifth of it and frees nothing
    watch_interrupts()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    ignore_interrupts()
    gc.freeze()  # nor is anything collected at the end, which would take as long as a git driver has in all
    sys.exit(ExitCode.INTERRUPTED if was_interrupted() else code)


def _run(words: list[str]) -> int:
    if sys.flags.optimize > 1:
        sys.stderr.write("cjm: Python's -OO removes the texts that cjm shows\n  → run it without -OO\n")
        return ExitCode.ERROR
    if words == ["--version"] and _is_version_printed():
        return ExitCode.OK
    if words[:1] == ["git"]:
        from cjm.cli import git_drivers  # noqa: PLC0415 (only where it is git who asks)

        code = git_drivers.run(words[1:])
        if code is not None:
            return code
    from cjm.cli import main as cli  # noqa: PLC0415 (loading takes most of the time, and so most interrupts)

    return cli.main(words)


def _is_version_printed() -> bool:
    """Print the version; if that fails, the command line reports why."""
    try:
        os.write(sys.__stdout__.fileno() if sys.__stdout__ else -1, f"cjm {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
