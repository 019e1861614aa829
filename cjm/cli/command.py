"""The base of all commands: `-h` beside `--help`, an exit code, errors in the user's language."""

from collections.abc import Callable, Sequence

import click

from cjm.cli.usage_errors import unexpected

HELP_OPTIONS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}

_LANG = click.Command("cjm", params=[click.Option(["--lang"])])


class Command(click.Command):
    """A command that reports unexpected arguments as an error of ours."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command's name.

        Raises:
            UsageError: there are more than it takes.
        """
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = ctx  # which the parser leaves out, and the message needs
            raise
        if rest and not ctx.resilient_parsing:
            raise unexpected(rest, ctx)
        return rest


def command(function: Callable[..., int], cls: type[Command] = Command) -> Command:
    """A command of a function, which gets the parameters that its decorators name and returns the exit code."""
    return click.command(cls=cls, context_settings=HELP_OPTIONS)(function)


def language_among(words: Sequence[str]) -> str | None:
    """The value of `--lang` among words that are wrong elsewhere; everything else is ignored."""
    ctx = click.Context(_LANG, resilient_parsing=True, ignore_unknown_options=True)
    options, _, _ = _LANG.make_parser(ctx).parse_args(list(words))
    language = options.get("lang")
    return language if isinstance(language, str) else None
