"""Ctrl-C, even where Python cannot raise it, and where a library in another language makes another error of it."""

import signal
import sys
from types import FrameType

_came: list[int] = []


def watch_interrupts() -> None:
    """Remember from now on that an interrupt came; it is raised as before, unless whoever started us ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _remember)
        sys.unraisablehook = _pass_over_interrupts


def was_interrupted() -> bool:
    """Whether an interrupt came."""
    return bool(_came)


def ignore_interrupts() -> None:
    """Let an interrupt change nothing any more, because there is nothing left to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _remember(number: int, frame: FrameType | None) -> None:
    _came.append(number)
    signal.default_int_handler(number, frame)


def _pass_over_interrupts(lost: "sys.UnraisableHookArgs") -> None:
    """Report what Python cannot raise, as while it discards a generator, but for an interrupt."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
