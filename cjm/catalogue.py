"""Every kind of finding there is: those of reading, of the schema and of the rules."""

from functools import cache

from cjm.errors import UsageError
from cjm.finding import Kind
from cjm.guess import closest
from cjm.kinds import linter, reading, schema
from cjm.lint.run import all_rules


@cache
def all_kinds() -> tuple[Kind, ...]:
    """The kinds by code."""
    constants = [value for module in (reading, schema, linter) for value in vars(module).values()]
    kinds = [kind for kind in constants if isinstance(kind, Kind)]
    return tuple(sorted([*kinds, *all_rules()], key=lambda kind: kind.code))


def kind_named(name: str) -> Kind:
    """The kind with a code or a name.

    Raises:
        UsageError: there is none.
    """
    by_name = {word: kind for kind in all_kinds() for word in (kind.code, kind.name)}
    kind = by_name.get(name) or by_name.get(name.upper()) or by_name.get(name.lower())
    if kind is None:
        guess = closest(name, by_name)
        hint = f"did you mean {guess}?" if guess else "`cjm rules` lists them all"
        raise UsageError(f"no rule has the code or name '{name}'", hint=hint)
    return kind
