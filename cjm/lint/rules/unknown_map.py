"""A `map:` or `based_on:` leads to a file that does not exist.

Readers who want to see a stage in detail, or what a map of the future changes, would find nothing. The file's path
starts at the folder of the map that names it. A map on standard input and versions from git are not asked for the files
beside them.

Bad:
    # shop.cjm.yaml
    title: Shop
    stages: [{name: Checkout, map: chekout.cjm.yaml}]
    ---
    # checkout.cjm.yaml
    title: Checkout
    stages: [{name: Payment}]
Good:
    # shop.cjm.yaml
    title: Shop
    stages: [{name: Checkout, map: checkout.cjm.yaml}]
    ---
    # checkout.cjm.yaml
    title: Checkout
    stages: [{name: Payment}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.parts import map_references
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(
    en="write the path from the folder of this map, such as `checkout.cjm.yaml`",
    ru="напишите путь от папки этой карты, например `checkout.cjm.yaml`",
)


def check(subject: Subject) -> Iterator[Found]:
    for path, file in map_references(subject.journey):
        if not subject.has_map(file):
            name = quoted(file)
            yield Found(path, Text(en=f"there is no map `{name}`", ru=f"карты `{name}` нет"), _HINT)


RULE = Rule(
    code="CJM210",
    severity=Severity.ERROR,
    check=check,
    ru="""
    Ключ `map:` или `based_on:` ведёт к файлу, которого нет.

    Читатель, которому нужны подробности этапа или исходная карта, ничего не найдёт. Путь к файлу начинается от папки
    карты, в которой он указан. Для карты из стандартного ввода и версий из git соседние файлы не проверяются.
    """,
)
