"""The exit codes of the program."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; 130 and 141 are those that a shell reports for a program that a signal ended."""

    OK = 0
    FINDINGS = 1
    """There are findings, conflicts or differences, and the command reports them by its exit code."""
    ERROR = 2
    """The command failed."""
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    """The reader of the output has ended."""
