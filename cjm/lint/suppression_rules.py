"""CJM9xx: what is wrong with a map's comments to the linter."""

from cjm.core.finding import RuleInfo, Severity

UNUSED_SUPPRESSION = RuleInfo(
    code="CJM901",
    name="unused-suppression",
    severity=Severity.WARNING,
    page="""
    A comment suppresses a finding that does not occur.

    What it suppressed was fixed, or was never there. If it stays, it will hide a new mistake one day. Delete it.
    This is not said in a map with errors, where the finding may only be hidden, nor of rules that compare maps.

    Bad:
        stages:
          - name: Search  # cjm: ignore[CJM601] two searches are meant
    Good:
        stages:
          - name: Search
    """,
    ru="""
    Комментарий отключает замечание, которого нет.

    То, что он извинял, уже исправлено или никогда не случалось. Оставленный, он однажды скроет новую
    ошибку. Удалите его. О карте с ошибками этого не говорится: замечание там могло просто не обнаружиться;
    о правилах, которые сравнивают карты, — тоже.
    """,
)

UNKNOWN_CODE = RuleInfo(
    code="CJM902",
    name="unknown-code",
    severity=Severity.WARNING,
    page="""
    A comment suppresses an unknown rule, or one that cannot be suppressed.

    What reading and the schema find cannot be suppressed: a map that does not conform cannot be drawn either.

    Bad:
        stages:
          - name: Search  # cjm: ignore[CJM999] nobody knows why
    Good:
        stages:
          - name: Search
            goal: Get a contact
    """,
    ru="""
    Комментарий отключает правило, которого нет или которое отключить нельзя.

    Замечания чтения и схемы отключить нельзя: карту, которая не соответствует формату, и не нарисовать.
    """,
)

NO_REASON = RuleInfo(
    code="CJM903",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    page="""
    A comment suppresses a finding and does not say why.

    The next reader of the map cannot distinguish an exception from an evasion. A few words are enough.

    Bad:
        stages:
          - name: Search  # cjm: ignore[CJM304]
    Good:
        stages:
          - name: Search  # cjm: ignore[CJM304] figures come with the new shop in March
    """,
    ru="""
    Комментарий отключает замечание и не говорит почему.

    Следующий читатель не отличит исключение от отговорки. Хватит нескольких слов.
    """,
)

NOT_A_SUPPRESSION = RuleInfo(
    code="CJM904",
    name="malformed-suppression",
    severity=Severity.WARNING,
    page="""
    A comment addresses the linter, but cannot be understood.

    A suppression names its rules: `# cjm: ignore[CJM304] reason` at the end of a line, or on a line of its
    own above an item, then for the whole item; `# cjm: ignore-file[CJM304] reason` above the first key. There
    is no form that suppresses everything. All comments of a map together may name 20,000 rules.

    Bad:
        stages:
          - name: Search  # cjm: ignore
    Good:
        stages:
          - name: Search  # cjm: ignore[CJM304] figures come with the new shop in March
    """,
    ru="""
    Комментарий обращён к проверке, но понять его нельзя.

    Отключение называет свои правила: `# cjm: ignore[CJM304] причина` в конце строки или на отдельной строке
    над пунктом — тогда для всего пункта; `# cjm: ignore-file[CJM304] причина` — над первым ключом карты.
    Отключить сразу всё нельзя. Во всех комментариях карты вместе может быть названо 20 000 правил.
    """,
)
