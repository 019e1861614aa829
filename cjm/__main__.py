"""`python -m cjm` and the command `cjm`: answers `--version` and git without the command-line library.

Git starts the program again for each version of a map, and scripts ask for the version; neither needs the library that
reads command lines. Everything else goes to it.
"""

import gc
import os
import signal
import sys

from cjm import __version__
from cjm.cli.exit_code import ExitCode


def main() -> None:
    """Run the command line; an interrupt is quiet, even while the program is being loaded."""
    gc.disable()  # what is loaded and read lives until the run ends: collecting costs a fifth of it and frees nothing
    lost = _lost_interrupts()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # there is nothing left to interrupt
    gc.freeze()  # nor is anything collected at the end, which would take as long as a git driver has in all
    sys.exit(ExitCode.INTERRUPTED if lost else code)


def _lost_interrupts() -> list[type[BaseException]]:
    """The interrupts that come from now on where Python raises nothing, as while it discards a generator."""
    lost: list[type[BaseException]] = []

    def note(found: "sys.UnraisableHookArgs") -> None:
        if issubclass(found.exc_type, KeyboardInterrupt):
            lost.append(found.exc_type)
        else:
            sys.__unraisablehook__(found)

    sys.unraisablehook = note
    return lost


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
