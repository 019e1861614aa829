"""What the program answers to the shell."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; 130 and 141 are what a shell says of a program that a signal ended."""

    OK = 0
    FINDINGS = 1
    """There are findings, conflicts or differences, and somebody asked to be told so."""
    ERROR = 2
    """It could not be done."""
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    """The reader of the output has gone away."""
