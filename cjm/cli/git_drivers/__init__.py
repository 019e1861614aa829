"""The programs that git starts for each version of a map, so that every import counts."""

import re

from cjm.cli.exit_code import ExitCode

_SIZE = re.compile("[0-9]{1,3}")
"""The length of a conflict marker; whatever else is said there, the command line explains."""


def run(words: list[str]) -> ExitCode | None:
    """Run a driver as `cjm git install` configured it; None for any other words.

    Args:
        words: the words after `cjm git`.
    """
    match words:
        case ["textconv", "--", file]:
            from cjm.cli.git_drivers.textconv import textconv
            from cjm.cli.process import guarded

            return guarded(lambda messages: textconv(file, messages.language))
        case ["diff-driver", "--", _, *_]:
            from cjm.cli.git_drivers.diff_driver import diff_driver
            from cjm.cli.process import guarded

            return guarded(lambda messages: diff_driver(words[2:], messages.language))
        case ["merge-driver", "--", base, ours, theirs, size, path] if _SIZE.fullmatch(size):
            from cjm.cli.git_drivers.merge_driver import merge_driver
            from cjm.cli.process import guarded

            return guarded(lambda messages: merge_driver(messages, base, ours, theirs, size=int(size), path=path))
        case _:
            return None
