"""`cjm git install`: tell git about maps."""

import sys

import click

from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.core.errors import GitError
from cjm.core.safe_text import one_line
from cjm.system.git.setup import ConfigTarget, add_attributes, configure, settings_of_others, target_of


@command
@click.option("--global", "everywhere", is_flag=True, help="For all your clones, in your own settings of git.")
def run(*, everywhere: bool) -> ExitCode:
    """Let git show maps as facts, and merge them by meaning.

    It says so in the configuration of this clone, which nobody else shares, and marks maps in `.gitattributes`,
    which is a file to commit. Whoever has not installed sees and merges the lines of YAML as before.

    \b
    Examples:
      cjm git install
      cjm git install --global
    """
    target = target_of(".", everywhere=everywhere)
    for key, value in settings_of_others(target):
        raise GitError(
            f"git already has a {key} of yours: {value}",
            hint=f"`git config {target.scope} --unset-all {key}` removes it; then install again",
        )
    changed = [*configure(target), *add_attributes(target)]
    sys.stdout.writelines(f"{one_line(line)}\n" for line in changed or [_nothing_to_do(target)])
    return ExitCode.OK


def _nothing_to_do(target: ConfigTarget) -> str:
    return f"nothing to do: {target.attributes} and git's configuration know of maps already"
