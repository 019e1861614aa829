"""`cjm git install`: configure git for maps."""

import sys

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import Messages
from cjm.core.errors import GitError
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.system.git.setup import ConfigTarget, add_attributes, configure, settings_of_others, target_of


@command
@click.option("--global", "everywhere", is_flag=True, help="For all your clones, in your global git configuration.")
@options.LANG
@click.pass_obj
def run(messages: Messages, *, everywhere: bool) -> ExitCode:
    """Let git show maps as facts, and merge them by meaning.

    It writes into the configuration of this clone, which is not shared, and marks maps in `.gitattributes`,
    which is a file to commit. Without an installation one sees and merges the lines of YAML as before.

    \b
    Examples:
      cjm git install
      cjm git install --global
    """
    target = target_of(".", everywhere=everywhere)
    for key, value in settings_of_others(target):
        removal = f"`git config {target.scope} --unset-all {key}`"
        raise GitError(
            Text(en=f"git already has a {key} of yours: {value}", ru=f"в git уже есть ваш параметр {key}: {value}"),
            hint=Text(
                en=f"{removal} removes it; then install again", ru=f"его удалит {removal}; затем повторите установку"
            ),
        )
    changed = [*configure(target), *add_attributes(target)]
    lines = changed or [_nothing_to_do(target)]
    sys.stdout.writelines(f"{one_line(line.localized(messages.language))}\n" for line in lines)
    return ExitCode.OK


def _nothing_to_do(target: ConfigTarget) -> Text:
    return Text(
        en=f"nothing to do: {target.attributes} and git's configuration already know about maps",
        ru=f"делать нечего: {target.attributes} и настройки git уже знают о картах",
    )
