"""The process as a whole: its streams, its exit code, the language of its messages."""

import os
import sys
from collections.abc import Callable

from cjm.cli.exit_code import ExitCode
from cjm.cli.interrupts import was_interrupted
from cjm.cli.language import preferred_language
from cjm.core.errors import CjmError, ReaderGoneError
from cjm.core.safe_text import one_line
from cjm.core.text import Language, Text, untranslated
from cjm.system.reasons import refused
from cjm.system.streams import abandon_output, open_streams

_TRACEBACK = "CJM_TRACEBACK"

_NO_MEMORY = Text(en="there is not enough memory", ru="не хватило памяти")
_TOO_DEEP = Text(en="what was read is nested too deeply", ru="слишком глубокая вложенность в прочитанном")
_SPLIT_IT = Text(en="split what is read into several files", ru="разделите прочитанное на несколько файлов")


class Messages:
    """Messages on standard error, in the language of the environment until `--lang` sets another."""

    def __init__(self) -> None:
        self.language: Language = preferred_language()

    def report(self, message: Text, hint: Text | None = None) -> None:
        """Print a message, and what to do about it, on standard error."""
        sys.stderr.write(f"{one_line(message.localized(self.language))}\n")
        if hint and hint.en:
            sys.stderr.write(f"  → {one_line(hint.localized(self.language))}\n")

    def report_error(self, error: CjmError) -> None:
        """Print what could not be done."""
        self.report(untranslated("cjm: ") + error.message, error.hint)


def guarded(run: Callable[[Messages], int]) -> ExitCode:
    """Run the program, and turn errors into messages and an exit code."""
    open_streams()
    messages = Messages()
    try:
        code = ExitCode(run(messages))
        sys.stdout.flush()
    except ReaderGoneError:
        code = ExitCode.PIPE_CLOSED
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 (one line for the user, the rest on request)
        code = ExitCode.INTERRUPTED if was_interrupted() else ExitCode.ERROR
        if code is ExitCode.ERROR:
            messages.report_error(as_cjm_error(error))
    _finish()
    return code


def show_tracebacks() -> None:
    """Show tracebacks of bugs, in this process and in those it starts."""
    os.environ[_TRACEBACK] = "1"


def tracebacks_are_shown() -> bool:
    """Whether tracebacks of bugs are shown."""
    return bool(os.environ.get(_TRACEBACK))


def as_cjm_error(error: Exception) -> CjmError:
    """An error as a sentence: of the operating system, of a machine that is too small, or else of this program."""
    if isinstance(error, CjmError):
        return error
    if tracebacks_are_shown():
        import traceback  # noqa: PLC0415 (only on request)

        traceback.print_exception(error)
    match error:
        case OSError():
            return refused(error)
        case MemoryError():
            return CjmError(_NO_MEMORY, hint=_SPLIT_IT)
        case RecursionError():
            return CjmError(_TOO_DEEP, hint=_SPLIT_IT)
        case _:
            return _bug(error)


def _bug(error: Exception) -> CjmError:
    return CjmError(
        Text(en="internal error: ", ru="внутренняя ошибка: ") + untranslated(f"{type(error).__name__}: {error}"),
        hint=Text(
            en="this is a bug in cjm; `cjm --traceback …` shows where, for a report",
            ru="это ошибка в самом cjm; где она, покажет `cjm --traceback …`: приложите к сообщению о ней",
        ),
    )


def _finish() -> None:
    """Print what is left; if that fails, it was reported before, or there is no reader."""
    try:
        sys.stdout.flush()
    except CjmError:
        abandon_output()
