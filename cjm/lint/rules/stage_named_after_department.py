"""A stage is named after a department or an internal process.

A journey is the customer's. She does not go through your sales department and your logistics, she chooses and
waits for the parcel. Your own internal names go into `internal-words`.

Bad:
    stages:
      - name: Sales department
      - name: Logistics
Good:
    stages:
      - name: Choosing a model
      - name: Waiting for the parcel
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.words import words
from cjm.lint.rule import Found, Rule, Subject

_NAMES = {
    tuple(name.split())
    for name in (
        "accounting", "back office", "backoffice", "billing process", "call center", "call centre", "contact center",
        "contact centre", "customer onboarding process", "fulfilment process", "fulfillment process", "hr",
        "human resources", "it", "lead generation", "lead processing", "lead qualification", "logistics",
        "marketing", "onboarding process", "operations", "order processing", "r d", "sales",
        "sales process", "support team", "sales team", "marketing team", "warehouse",
        "бухгалтерия", "бэк офис", "кадры", "колл центр", "call центр", "коллцентр", "контакт центр",
        "квалификация лида", "квалификация лидов", "комплектация заказа", "лидогенерация", "логистика", "маркетинг",
        "обработка заказа", "обработка заказов", "обработка заявки", "обработка заявок", "обработка лидов",
        "производство", "процесс онбординга", "процесс продаж", "процесс продажи", "процесс обработки заказа",
        "складская логистика", "склад", "продажи",
    )
}  # fmt: skip
"""Only what no customer would call a part of her journey; support, service and delivery she may."""

_FIRST = {"отдел", "департамент", "дирекция", "служба"}
_LAST = {"department", "dept", "division", "отдел", "департамент"}


def check(subject: Subject) -> Iterator[Found]:
    own = {words(name) for name in subject.settings.internal_words}
    for stage in subject.journey.stages:
        if _is_internal(words(stage.name), own):
            name = quoted(stage.name)
            message = Text(
                en=f"stage “{name}” is named after a department or an internal process",
                ru=f"этап «{name}» назван по отделу или внутреннему процессу",
            )
            hint = Text(
                en="call it what the customer does there, such as “Waiting for the parcel”",
                ru="назовите его по тому, что делает клиент, например «Ожидание посылки»",
            )
            yield Found((*stage.at, "name"), message, hint)


def _is_internal(name: tuple[str, ...], own: set[tuple[str, ...]]) -> bool:
    if name in _NAMES or name in own:
        return True
    return len(name) > 1 and (name[0] in _FIRST or name[-1] in _LAST)


RULE = Rule(
    code="CJM605",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Этап назван по отделу или внутреннему процессу.

    Путь проходит клиент. Он идёт не через ваш отдел продаж и логистику, а выбирает и ждёт посылку. Собственные
    внутренние названия перечислите в `internal-words`.
    """,
)
