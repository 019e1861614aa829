"""Errors of the command-line library in our words and in both languages."""

from collections.abc import Sequence

import click

from cjm.core.errors import UsageError
from cjm.core.suggest import suggestion
from cjm.core.text import Text


class Choice(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself.

        Raises:
            UsageError: it is not one of them.
        """
        if value in self.choices:
            return str(value)
        name, listed = _name(param, ctx), ", ".join(self.choices)
        raise UsageError(
            Text(en=f"{name} cannot be '{value}'", ru=f"{name} не может быть «{value}»"),
            hint=suggestion(str(value), self.choices, Text(en=f"known: {listed}", ru=f"есть такие: {listed}")),
        )


class AtLeast(click.IntRange):
    """A whole number, not below the least that makes sense."""

    def __init__(self, least: int) -> None:
        super().__init__(min=least)

    def convert(self, value: int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number.

        Raises:
            UsageError: it is not a number, or too small.
        """
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            name = _name(param, ctx)
            raise UsageError(
                Text(en=f"{name} cannot be '{value}'", ru=f"{name} не может быть «{value}»"),
                hint=Text(
                    en=f"it is a whole number, {self.min} or more",
                    ru=f"это целое число, не меньше {self.min}",
                ),
            ) from error


def explained(error: click.UsageError) -> UsageError:
    """An error of the library as one of ours."""
    ctx = error.ctx
    match error:
        case click.NoSuchOption():
            name = error.option_name
            known = [word for param in ctx.command.get_params(ctx) for word in param.opts] if ctx else []
            message = Text(en=f"there is no option {name}", ru=f"нет параметра {name}")
            return UsageError(message, hint=suggestion(name, known, usage(ctx)))
        case click.NoSuchCommand():
            name = error.command_name
            known = ctx.command.list_commands(ctx) if ctx and isinstance(ctx.command, click.Group) else []
            message = Text(en=f"there is no command '{name}'", ru=f"нет команды «{name}»")
            return UsageError(message, hint=suggestion(name, known, usage(ctx)))
        case click.MissingParameter():
            name = _name(error.param, ctx)
            return UsageError(Text(en=f"{name} is missing", ru=f"не указан {name}"), hint=usage(ctx))
        case click.BadOptionUsage():
            return UsageError(_of_value(error), hint=usage(ctx))
        case _:
            sentence = error.format_message()
            return UsageError(
                Text(en=sentence, ru=f"командную строку не удалось понять ({sentence})"),
                hint=usage(ctx),
            )


def unexpected(words: Sequence[str], ctx: click.Context) -> UsageError:
    """The error for words that a command does not take."""
    listed = " ".join(words)
    return UsageError(
        Text(en=f"unexpected arguments: {listed}", ru=f"лишнее в командной строке: {listed}"), hint=usage(ctx)
    )


def usage(ctx: click.Context | None) -> Text:
    """How a command is written, as a hint."""
    if ctx is None:
        return Text(en="see `cjm -h`", ru="подробнее: `cjm -h`")
    form = " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])
    return Text(
        en=f"usage: {form}; see `{ctx.command_path} -h`",
        ru=f"вызов: {form}; подробнее: `{ctx.command_path} -h`",
    )


def _of_value(error: click.BadOptionUsage) -> Text:
    """A value is missing, or is one too many."""
    name = error.option_name
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    is_flag = any(name in param.opts and isinstance(param, click.Option) and param.is_flag for param in params)
    if is_flag:
        return Text(en=f"{name} takes no value", ru=f"у {name} не бывает значения")
    return Text(en=f"{name} needs a value", ru=f"у {name} нет значения")


def _name(param: click.Parameter | None, ctx: click.Context | None) -> str:
    """What users call a parameter: an option by its long name, an argument by its name in the usage line."""
    if param is None:
        return "?"
    if isinstance(param, click.Option) or ctx is None:
        return max(param.opts, key=len)
    return param.make_metavar(ctx)
