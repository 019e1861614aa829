"""What belongs to the process as a whole: its streams, its exit code, the language of its complaints."""

import os
import sys
from collections.abc import Callable

from cjm.cli.exit_code import ExitCode
from cjm.cli.language import preferred_language
from cjm.core.errors import CjmError, ReaderGoneError
from cjm.core.safe_text import one_line
from cjm.core.text import Language, Text, untranslated
from cjm.system.streams import abandon_output, open_streams

_TRACEBACK = "CJM_TRACEBACK"


class Messages:
    """What a user is told beside the output: in the language of the environment until `--lang` says another."""

    def __init__(self) -> None:
        self.language: Language = preferred_language()

    def say(self, message: Text, hint: Text | None = None) -> None:
        """Print a message, and what to do about it, on standard error."""
        sys.stderr.write(f"{one_line(message.localized(self.language))}\n")
        if hint and hint.en:
            sys.stderr.write(f"  → {one_line(hint.localized(self.language))}\n")

    def complain(self, error: CjmError) -> None:
        """Print what could not be done."""
        self.say(untranslated("cjm: ") + error.message, error.hint)


def guarded(run: Callable[[Messages], int]) -> ExitCode:
    """Run the program, and turn whatever comes of it into an exit code."""
    open_streams()
    messages = Messages()
    try:
        code = ExitCode(run(messages))
        sys.stdout.flush()
    except ReaderGoneError:
        code = ExitCode.PIPE_CLOSED
    except CjmError as error:
        code = _complain(error, messages)
    except Exception as error:  # noqa: BLE001 (a bug: one line for the user, the rest on request)
        code = _complain(_bug(error), messages)
    _finish()
    return code


def show_tracebacks() -> None:
    """Let bugs show where they are, in this process and in those it starts."""
    os.environ[_TRACEBACK] = "1"


def tracebacks_are_shown() -> bool:
    """Whether somebody wants to see where a bug is."""
    return bool(os.environ.get(_TRACEBACK))


def _complain(error: CjmError, messages: Messages) -> ExitCode:
    messages.complain(error)
    return ExitCode.ERROR


def _bug(error: Exception) -> CjmError:
    if tracebacks_are_shown():
        import traceback  # noqa: PLC0415 (only for a bug)

        traceback.print_exception(error)
    return CjmError(
        Text(en="internal error: ", ru="внутренняя ошибка: ") + untranslated(f"{type(error).__name__}: {error}"),
        hint=Text(
            en="this is a bug in cjm; `cjm --traceback …` shows where, for a report",
            ru="это ошибка в самом cjm; где она, покажет `cjm --traceback …`: приложите к сообщению о ней",
        ),
    )


def _finish() -> None:
    """Print what is left; where that cannot be, it has been said, or nobody listens."""
    try:
        sys.stdout.flush()
    except CjmError:
        abandon_output()
