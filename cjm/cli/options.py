"""Parameters that several commands share, each a decorator of a command's function."""

from collections.abc import Callable
from typing import TypeVar

import click

from cjm.cli.day import VARIABLE, day_of
from cjm.cli.language import LANGUAGES
from cjm.cli.process import Messages
from cjm.cli.usage_errors import Choice
from cjm.core.text import Language
from cjm.formats.registry import FormatT, Registry

Function = TypeVar("Function", bound=Callable[..., int])
Decorator = Callable[[Function], Function]


def _choose_language(ctx: click.Context, _param: click.Parameter, value: Language | None) -> Language | None:
    if value:
        ctx.ensure_object(Messages).language = value
    return value


def completing(known: Registry[FormatT]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """What completes the name of a format."""
    return lambda _ctx, _param, incomplete: [name for name in known.names() if name.startswith(incomplete)]


def formats(known: Registry[FormatT], default: str) -> Decorator[Function]:
    """`--format NAME[=FILE]`, which may be repeated, and `-o FILE`."""
    format_option = click.option(
        "--format",
        "formats",
        metavar="NAME[=FILE]",
        multiple=True,
        shell_complete=completing(known),
        help=f"{', '.join(known.names())}; with =FILE into a file. May be repeated. "
        f"Default: by the ending of -o, else {default}.",
    )
    output_option = click.option(
        "--output", "-o", metavar="FILE", help="Where to write, if it is one format; - is standard output."
    )
    return lambda function: format_option(output_option(function))


PATHS = click.argument(
    "paths",
    nargs=-1,
    metavar="[PATHS]...",
    help="Maps or folders; - is standard input. Default: every map below here that no ignore file of git leaves out.",
)
FAIL_ON = click.option(
    "--fail-on",
    type=Choice(["error", "warning", "info", "never"]),
    help="From which severity on to exit with 1. Default: warning.",
)
LANG = click.option(
    "--lang",
    type=Choice(LANGUAGES),
    envvar="CJM_LANG",
    show_envvar=True,
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
    help="Language of the output. Default: the locale's.",
)
LANG_OF_MAP = click.option(
    "--lang",
    type=Choice(LANGUAGES),
    is_eager=True,
    callback=_choose_language,
    help="Language of lanes and messages. Default: the map's own, and the locale's.",
)
COLOR = click.option(
    "--color",
    type=Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal only.",
)
STDIN_NAME = click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    show_default=True,
    help="What messages call standard input.",
)
ALLOW_EMPTY = click.option("--allow-empty", is_flag=True, help="Finding no map is not an error.")
CONFIG = click.option(
    "--config",
    metavar="FILE",
    envvar="CJM_CONFIG",
    show_envvar=True,
    help="Settings to use instead of the nearest.",
)
ISOLATED = click.option("--isolated", is_flag=True, help="Use no settings file.")
LIST_FILES = click.option("--list-files", is_flag=True, help="Print which maps are read, and stop.")
QUIET = click.option("--quiet", "-q", is_flag=True, help="No summary line.")
TODAY = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    envvar=VARIABLE,
    show_envvar=True,
    callback=lambda _ctx, _param, text: day_of(text),
    help="The day that ages are counted to. Default: today.",
)
