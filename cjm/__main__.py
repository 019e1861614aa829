"""`python -m cjm`, and the command `cjm`, which interrupts nobody with a traceback even while it is being loaded."""

import sys

_COULD_NOT = 2
_INTERRUPTED = 130


def main() -> None:
    """Run the command line."""
    try:
        sys.exit(_code())
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _code() -> int:
    if sys.flags.optimize > 1:
        sys.stderr.write("cjm: Python's -OO removes the texts that cjm shows\n  → run it without -OO\n")
        return _COULD_NOT
    from cjm.cli import main as cli  # noqa: PLC0415 (loading takes most of the time, and so most interrupts)

    return cli.main()


if __name__ == "__main__":
    main()
