"""CJM1xx: a file that is YAML but not a map."""

from cjm.core.finding import RuleInfo, Severity

UNKNOWN_KEY = RuleInfo(
    code="CJM101",
    name="unknown-key",
    severity=Severity.ERROR,
    page="""
    A key is not part of the format.

    A misspelt key would be lost in silence, so every key must be known. For notes of your own begin
    the key with `x-`; at a stage such a key is drawn as a lane.

    Bad:
        stages:
          - name: Search
            touchpoint: [Blog]
    Good:
        stages:
          - name: Search
            touchpoints: [Blog]
            x-risks: [A competitor is faster]
    """,
    ru="""
    Такого ключа в формате нет.

    Ключ с опечаткой пропал бы молча, поэтому все ключи должны быть известны. Для своих заметок начните
    ключ с `x-`; у этапа такой ключ станет отдельной строкой карты.
    """,
)

MISSING_KEY = RuleInfo(
    code="CJM102",
    name="missing-key",
    severity=Severity.ERROR,
    page="""
    A required key is missing.

    A map has `cjm`, `title` and `stages`; a stage, and any item written as a mapping, has a `name`; a
    transition has `from` and `to`. All else is optional.

    Bad:
        stages:
          - goal: Get a contact
    Good:
        stages:
          - name: Search
            goal: Get a contact
    """,
    ru="""
    Нет обязательного ключа.

    У карты есть `cjm`, `title` и `stages`; у этапа и у любого пункта с ключами — `name`; у перехода —
    `from` и `to`. Всё остальное необязательно.
    """,
)

WRONG_TYPE = RuleInfo(
    code="CJM103",
    name="wrong-type",
    severity=Severity.ERROR,
    page="""
    A value has a different type than its key expects.

    A list has one item per line, each after `- `; a mapping has keys; a text has neither.

    Bad:
        stages:
          - name: Search
            touchpoints: Blog
    Good:
        stages:
          - name: Search
            touchpoints:
              - Blog
    """,
    ru="""
    Значение не того вида, какого ждёт ключ.

    В списке каждый пункт стоит на своей строке после `- `; в записи с полями есть ключи; в тексте нет
    ни того ни другого.
    """,
)

UNKNOWN_VALUE = RuleInfo(
    code="CJM104",
    name="unknown-value",
    severity=Severity.ERROR,
    page="""
    A value is not one of the words that its key knows.

    Some keys have a fixed set of words, so that every map means the same by them and the drawing can
    show them.

    Bad:
        stages:
          - name: Search
            problems:
              - {name: Too many ads, severity: hgih}
    Good:
        stages:
          - name: Search
            problems:
              - {name: Too many ads, severity: high}
    """,
    ru="""
    Значение не из тех слов, которые знает ключ.

    У некоторых ключей набор слов постоянный, чтобы все карты понимали их одинаково и рисунок мог их
    показать.
    """,
)

OUT_OF_RANGE = RuleInfo(
    code="CJM105",
    name="out-of-range",
    severity=Severity.ERROR,
    page="""
    A number is outside its scale.

    Emotions run from -2 to +2 in whole steps; a sample counts people or cases from one up. On a
    1-to-5 scale three is neutral: subtract three.

    Bad:
        stages:
          - name: Search
            emotion: 5
    Good:
        stages:
          - name: Search
            emotion: +2
    """,
    ru="""
    Число выходит за пределы шкалы.

    Эмоции измеряются от -2 до +2 целыми шагами; размер выборки — от единицы. На шкале от 1 до 5
    нейтрально — это три: вычтите три.
    """,
)

WRONG_FORM = RuleInfo(
    code="CJM106",
    name="wrong-form",
    severity=Severity.ERROR,
    page="""
    A text is not written in the form that its key needs.

    Dates are YYYY-MM-DD and must exist in the calendar; an age is a number with d, w, m or y; an id
    is small Latin letters, digits and hyphens; a link begins with http:// or https:// (or mailto:) and
    has neither spaces nor hidden characters.

    Bad:
        reviewed: 2026-02-30
    Good:
        reviewed: 2026-02-28
    """,
    ru="""
    Текст записан не в той форме, какой требует ключ.

    Даты пишутся ГГГГ-ММ-ДД и должны существовать; срок — это число и d, w, m или y; идентификатор —
    строчные латинские буквы, цифры и дефис; ссылка начинается с http:// или https:// (или mailto:), и в
    ней нет пробелов и скрытых знаков.
    """,
)

EMPTY_VALUE = RuleInfo(
    code="CJM107",
    name="empty-value",
    severity=Severity.ERROR,
    page="""
    A key or an item has nothing after it.

    An empty value is a thought that was not finished, and so is a text of which nothing is to be seen, such as
    a zero-width space. Fill it in, or delete the key.

    Bad:
        stages:
          - name: Search
            goal:
    Good:
        stages:
          - name: Search
            goal: Get a contact
    """,
    ru="""
    После ключа или дефиса ничего нет.

    Пустое значение — незаконченная мысль; так же и текст, в котором ничего не видно, например пробел нулевой
    ширины. Заполните его или удалите ключ.
    """,
)
