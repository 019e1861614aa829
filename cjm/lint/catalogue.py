"""The catalogue of all rules: those of reading, of the schema, of suppressions, and the ones in `rules/`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from cjm.core.errors import UsageError
from cjm.core.finding import RuleInfo
from cjm.core.safe_text import quoted
from cjm.core.suggest import suggestion
from cjm.core.text import Text
from cjm.lint import suppression_rules
from cjm.lint.codes import RULES
from cjm.lint.rule import Rule
from cjm.mapfile import file_rules, reading_rules, schema_rules

CONSTANTS: Mapping[str, RuleInfo] = {
    rule.code: rule
    for module in (file_rules, reading_rules, schema_rules, suppression_rules)
    for rule in vars(module).values()
    if isinstance(rule, RuleInfo)
}
"""The rules that are not files in `rules/`, by code."""

NAMES: Mapping[str, str] = {**{code: rule.name for code, rule in CONSTANTS.items()}, **RULES}
"""The name of every rule by its code."""

_LISTED = Text(en="`cjm rules` lists them all", ru="их перечисляет `cjm rules`")


class LoadedRule(NamedTuple):
    """A rule of `rules/`, and what the catalogue lists of it."""

    info: RuleInfo
    rule: Rule


@cache
def load(code: str) -> LoadedRule:
    """The rule of `rules/` with a code: its name is its file's name, its page the file's docstring."""
    name = RULES[code]
    module = import_module(f"cjm.lint.rules.{name.replace('-', '_')}")
    rule: Rule = module.RULE
    page = module.__doc__ or ""
    return LoadedRule(RuleInfo(code=rule.code, name=name, severity=rule.severity, page=page, ru=rule.ru), rule)


def all_rules() -> tuple[RuleInfo, ...]:
    """Every rule, by code."""
    return tuple(_info(code) for code in sorted(NAMES))


def rule_named(word: str) -> RuleInfo:
    """The rule with a code or a name.

    Raises:
        UsageError: no rule has it.
    """
    by_word = {word: code for code, name in NAMES.items() for word in (code, name)}
    code = by_word.get(word) or by_word.get(word.upper()) or by_word.get(word.lower())
    if code is None:
        raise no_rule(word)
    return _info(code)


def no_rule(word: str, where: str = "") -> UsageError:
    """The error for a word that is neither code nor name; `where` says who wrote it."""
    known = [word for code, name in sorted(NAMES.items()) for word in (code, name)]
    shown = quoted(word)
    message = Text(
        en=f"{where}no rule has the code or name '{shown}'", ru=f"{where}нет правила с кодом или именем «{shown}»"
    )
    return UsageError(message, hint=suggestion(word, known, _LISTED))


def _info(code: str) -> RuleInfo:
    return CONSTANTS[code] if code in CONSTANTS else load(code).info
