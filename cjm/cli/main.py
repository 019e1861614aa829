"""The command `cjm`: finds the commands by the names of their files, and runs one."""

import os
from collections.abc import Sequence
from glob import glob
from importlib import import_module
from types import ModuleType

import click

from cjm import __version__
from cjm.cli import commands
from cjm.cli.command import HELP_OPTIONS, language_among
from cjm.cli.exit_code import ExitCode
from cjm.cli.language import LANGUAGES
from cjm.cli.process import Messages, guarded, show_tracebacks
from cjm.cli.usage_errors import Choice, explained
from cjm.core.errors import UsageError
from cjm.core.plugins import names_in
from cjm.core.safe_text import quoted
from cjm.core.text import Text

_NAME = "cjm"
_COMPLETION = "_CJM_COMPLETE"
"""The variable by which a shell asks click for completions."""

_HELP = """Customer journey maps as plain YAML in git: validate, lint, draw.

\b
Examples:
  cjm validate                             every map below here, as CI does
  cjm lint examples/online-shop.cjm.yaml   and what is missing
  cjm render examples/online-shop.cjm.yaml -o shop.svg
  cjm explain CJM304                       what a finding means
"""


class CommandGroup(click.Group):
    """The commands of a package, each loaded when it runs; a package inside is a group of its own."""

    def __init__(self, name: str, package: ModuleType, help_text: str | None, params: list[click.Parameter]) -> None:
        super().__init__(
            name,
            help=help_text,
            params=params,
            callback=_print_help_without_command,
            invoke_without_command=True,
            subcommand_metavar="COMMAND [ARGS]...",
            context_settings=HELP_OPTIONS,
        )
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the signature is click's)
        """The names of the commands."""
        return names_in(self._package)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self._package.__name__}.{cmd_name.replace('-', '_')}")
        if hasattr(module, "__path__"):
            return CommandGroup(cmd_name, module, module.__doc__, [])
        command: click.Command = module.run
        return command


def _print_help_without_command() -> None:
    """Print the help of a group if no command is named."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(ExitCode.ERROR)


def _show_version(ctx: click.Context, _param: click.Parameter, is_set: bool) -> None:
    if is_set and not ctx.resilient_parsing:
        click.echo(f"{_NAME} {__version__}")
        ctx.exit()


def _show_completion(ctx: click.Context, _param: click.Parameter, shell: str | None) -> None:
    if shell and not ctx.resilient_parsing:
        from click.shell_completion import get_completion_class  # noqa: PLC0415 (only for this option)

        completion = get_completion_class(shell)
        assert completion
        click.echo(completion(ctx.command, {}, _NAME, _COMPLETION).source())
        ctx.exit()


def _show_tracebacks(_ctx: click.Context, _param: click.Parameter, is_set: bool) -> None:
    if is_set:
        show_tracebacks()


_OPTIONS: list[click.Parameter] = [
    click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Print the version and stop.",
    ),
    click.Option(
        ["--traceback"],
        is_flag=True,
        expose_value=False,
        callback=_show_tracebacks,
        help="Print the traceback of an internal error, for a bug report.",
    ),
    click.Option(
        ["--show-completion"],
        type=Choice(["bash", "fish", "zsh"]),
        is_eager=True,
        expose_value=False,
        callback=_show_completion,
        help="Print what completes commands in a shell, for its start file.",
    ),
]


def main(words: Sequence[str]) -> ExitCode:
    """Run what a command line asks for."""
    return guarded(lambda messages: _run(words, messages))


def _run(words: Sequence[str], messages: Messages) -> int:
    cjm = CommandGroup(_NAME, commands, _HELP, _OPTIONS)
    if instruction := os.environ.get(_COMPLETION):
        return _complete(cjm, instruction)
    if os.name == "nt":  # its shells leave patterns to the programs
        words = [match for word in words for match in glob(word) or [word]]  # noqa: PTH207
    try:
        with cjm.make_context(_NAME, list(words), obj=messages) as ctx:
            return int(cjm.invoke(ctx))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        requested = language_among(words)
        messages.language = next((known for known in LANGUAGES if known == requested), messages.language)
        raise explained(error) from error


def _complete(cjm: CommandGroup, instruction: str) -> int:
    from click.shell_completion import shell_complete  # noqa: PLC0415 (only for a shell that completes)

    try:
        is_understood = shell_complete(cjm, {}, _NAME, _COMPLETION, instruction) == 0
    except (KeyError, ValueError):  # the shell's words are missing, or their number is none
        is_understood = False
    if not is_understood:
        raise UsageError(
            Text(
                en=f"{_COMPLETION} is '{quoted(instruction)}', and no shell asks for completions like that",
                ru=f"{_COMPLETION} — это «{quoted(instruction)}», но так ни одна оболочка о дополнении не просит",
            ),
            hint=Text(
                en="remove it from the environment; `cjm --show-completion bash` prints what sets it",
                ru="уберите эту переменную окружения; её задаёт то, что печатает `cjm --show-completion bash`",
            ),
        )
    return ExitCode.OK
