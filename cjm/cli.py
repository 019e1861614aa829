"""The command `cjm`: gathers the commands and turns what happens into an exit code.

Exit codes: 0 nothing to complain of; 1 findings; 2 it could not be done; 130 interrupted; 141 the reader of the
output has gone away.
"""

import gc
import os
import pkgutil
import sys
import traceback
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cjm import commands
from cjm.errors import CjmError
from cjm.printable import printable

_COULD_NOT = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141

_HELP = """Customer journey maps as plain YAML in git: validate, lint, draw.

\b
Examples:
  cjm validate                             every map below here, as CI does
  cjm lint examples/online-shop.cjm.yaml   and what is missing or contradictory
  cjm render examples/online-shop.cjm.yaml -o shop.svg
  cjm explain CJM304                       what a finding means
"""


class _Commands(TyperGroup):
    """Finds the commands by the names of their files, and loads one when it runs; a package is a group of them."""

    package: ModuleType = commands

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is typer's)
        names = (module.name for module in pkgutil.iter_modules(self.package.__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package.__name__}.{cmd_name.replace('-', '_')}")
        return _group(cmd_name, module) if hasattr(module, "__path__") else _command(cmd_name, module.run)


def _command(name: str, run: Callable[..., int]) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(_guarded(run))
    return typer.main.get_command(app)


def _group(name: str, package: ModuleType) -> Any:
    app = typer.Typer(
        cls=_Commands,
        name=name,
        help=package.__doc__,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    app.callback()(_no_options)
    group: Any = typer.main.get_group(app)
    group.package = package
    return group


def _no_options() -> None:
    """A group needs a callback, and ours have no options."""


app = typer.Typer(cls=_Commands, help=_HELP, no_args_is_help=True, rich_markup_mode=None)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (25 ms that only this option needs)

        typer.echo(f"cjm {version('cjmap')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    show_traceback: Annotated[
        bool, typer.Option("--traceback", help="Print the traceback of an internal error, for a bug report.")
    ] = False,
) -> None:
    if show_traceback:
        os.environ["CJM_TRACEBACK"] = "1"


def _guarded(run: Callable[..., int]) -> Callable[..., None]:
    """A command's function with its exit code raised the way typer wants it."""

    @wraps(run)
    def guarded(*arguments: Any, **options: Any) -> None:
        raise typer.Exit(_exit_code(run, *arguments, **options))

    return guarded


def _exit_code(run: Callable[..., int], *arguments: Any, **options: Any) -> int:
    try:
        code = run(*arguments, **options)
        sys.stdout.flush()
    except CjmError as error:
        _complain(f"cjm: {error}", error.hint)
        return _COULD_NOT
    except BrokenPipeError:
        _silence()
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 (a bug: one line for the user, the rest on request)
        return _bug(error)
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("CJM_TRACEBACK"):
        traceback.print_exception(error)
    _complain(
        f"cjm: internal error: {type(error).__name__}: {error}",
        "this is a bug in cjm; `cjm --traceback …` shows where, for a report",
    )
    return _COULD_NOT


def _complain(message: str, hint: str) -> None:
    typer.echo(printable(message), err=True)
    if hint:
        typer.echo(f"  → {printable(hint)}", err=True)


def _silence() -> None:
    """Whoever read our output has gone: what is still buffered must not complain when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command line."""
    gc.disable()  # what is read lives until the run ends: collecting cost a fifth of it and freed nothing
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a TextIOWrapper, unless tests replace it
    app(prog_name="cjm")
