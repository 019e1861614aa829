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
from io import StringIO
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cjm.cli import commands
from cjm.core.errors import CjmError, ReaderGoneError
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Text, untranslated
from cjm.system.streams import abandon_output, open_streams

_COULD_NOT = 2
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
    app.command(name)(_exiting(run))
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


def _exiting(run: Callable[..., int]) -> Callable[..., None]:
    """A command's function with its exit code raised the way typer wants it."""

    @wraps(run)
    def exiting(*arguments: Any, **options: Any) -> None:
        raise typer.Exit(run(*arguments, **options))

    return exiting


def main() -> int:
    """Run the command line.

    Returns:
        The exit code.
    """
    gc.disable()  # what is read lives until the run ends: collecting cost a fifth of it and freed nothing
    open_streams()
    try:
        code = app(prog_name="cjm", standalone_mode=False)
        sys.stdout.flush()
    except ReaderGoneError:
        code = _PIPE_CLOSED
    except CjmError as error:
        code = _complain(Text(en="cjm: ", ru="cjm: ") + error.message, error.hint)
    except Exception as error:  # noqa: BLE001 (a bug: one line for the user, the rest on request)
        code = _usage(error) if hasattr(error, "show") else _bug(error)
    _finish()
    return int(code or 0)


def _finish() -> None:
    """Print what is left; where that cannot be, it has been said, or nobody listens."""
    try:
        sys.stdout.flush()
    except CjmError:
        abandon_output()


def _usage(error: Any) -> int:
    """What typer has against the command line: it shows itself, and repeats the words of the user, whatever they are.

    Its class is not among the names that typer offers.
    """
    said = StringIO()
    error.show(said)
    typer.echo(escape_controls(said.getvalue()), err=True, nl=False)
    return _COULD_NOT


def _bug(error: Exception) -> int:
    if os.environ.get("CJM_TRACEBACK"):
        traceback.print_exception(error)
    return _complain(
        Text(en="cjm: internal error: ", ru="cjm: внутренняя ошибка: ")
        + untranslated(f"{type(error).__name__}: {error}"),
        Text(
            en="this is a bug in cjm; `cjm --traceback …` shows where, for a report",
            ru="это ошибка в самом cjm; где она, покажет `cjm --traceback …`: приложите к сообщению о ней",
        ),
    )


def _complain(message: Text, hint: Text) -> int:
    from cjm.cli.options import language_asked  # noqa: PLC0415 (it loads much, and `schema` needs little)

    language = language_asked(sys.argv[1:])
    typer.echo(one_line(message.localized(language)), err=True)
    if hint.en:
        typer.echo(f"  → {one_line(hint.localized(language))}", err=True)
    return _COULD_NOT
