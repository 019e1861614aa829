"""Every kind of finding there is: those of reading, of the schema and of the rules."""

from functools import cache

from cjm.core.errors import UsageError
from cjm.core.finding import RuleInfo
from cjm.core.suggest import suggestion
from cjm.core.text import Text
from cjm.lint import suppression_rules as linter
from cjm.lint.run import all_rules
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema

LISTED = Text(en="`cjm rules` lists them all", ru="их перечисляет `cjm rules`")
"""What to do where no rule is like a word."""


@cache
def all_kinds() -> tuple[RuleInfo, ...]:
    """The kinds by code."""
    constants = [value for module in (reading, schema, linter) for value in vars(module).values()]
    kinds = [kind for kind in constants if isinstance(kind, RuleInfo)]
    return tuple(sorted([*kinds, *all_rules()], key=lambda kind: kind.code))


def no_rule(name: str) -> Text:
    """The sentence for a word that no rule answers to."""
    return Text(en=f"no rule has the code or name '{name}'", ru=f"нет правила с кодом или именем «{name}»")


def kind_named(name: str) -> RuleInfo:
    """The kind with a code or a name.

    Raises:
        UsageError: there is none.
    """
    by_name = {word: kind for kind in all_kinds() for word in (kind.code, kind.name)}
    kind = by_name.get(name) or by_name.get(name.upper()) or by_name.get(name.lower())
    if kind is None:
        raise UsageError(no_rule(name), hint=suggestion(name, by_name, LISTED))
    return kind
