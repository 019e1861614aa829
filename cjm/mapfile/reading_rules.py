"""CJM004 to CJM016: a text that cannot be read as one YAML document, or not as the author intended."""

from cjm.core.finding import RuleInfo, Severity

TOO_DEEP = RuleInfo(
    code="CJM004",
    name="nested-too-deep",
    severity=Severity.ERROR,
    page="""
    Lists or mappings are nested more than 100 deep.

    A map needs some eight levels. Deeper nesting is a mistake in brackets or an attack on the reader.

    Bad:
        title: [[[[ … a hundred and one brackets … ]]]]
    Good:
        title: Search
    """,
    ru="""
    Вложенность списков или ключей больше 100.

    Карте хватает восьми уровней. Более глубокая вложенность — это лишние скобки или попытка вывести
    программу из строя.
    """,
)

TOO_MANY_NODES = RuleInfo(
    code="CJM005",
    name="too-many-nodes",
    severity=Severity.ERROR,
    page="""
    With its aliases expanded the map has more than 50,000 values.

    An alias that repeats an anchor that repeats an anchor grows without limit. So do texts that aliases repeat, and
    keys and names of which every value below has the address. Such a file is refused before anything is built from it.

    Bad:
        x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]
        x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
        x-f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
    Good:
        x-channels: &channels [mail, chat]
        x-also: *channels
    """,
    ru="""
    С подставленными ссылками в карте больше 50 000 значений.

    Ссылка на якорь, который сам состоит из ссылок, растёт без предела. Так же растут тексты, которые повторяют
    ссылки, ключи и имена: они входят в адрес каждого значения под ними. Такой файл отклоняется до того, как по нему
    что-либо построено.
    """,
)

SYNTAX = RuleInfo(
    code="CJM006",
    name="yaml-syntax",
    severity=Severity.ERROR,
    page="""
    The text is not YAML.

    YAML is read by indentation: keys of one mapping begin in one column, items of one list too, and a
    colon is followed by a space. Nothing after the first error can be understood for certain.

    Bad:
        stages:
          - name: Search
           goal: Get a contact
    Good:
        stages:
          - name: Search
            goal: Get a contact
    """,
    ru="""
    Текст не читается как YAML.

    YAML опирается на отступы: ключи одного уровня начинаются в одном столбце, пункты одного списка
    тоже, после двоеточия стоит пробел. Всё, что ниже такого места, понять наверняка нельзя.
    """,
)

TAB = RuleInfo(
    code="CJM007",
    name="tab-indentation",
    severity=Severity.ERROR,
    page="""
    A line is indented with a tab.

    YAML allows only spaces there, because a tab has another width in every editor. Set your editor to
    insert two spaces for the Tab key.

    Bad:
        persona:
        \tname: Anna
    Good:
        persona:
          name: Anna
    """,
    ru="""
    Отступ строки сделан табуляцией.

    В YAML отступы делают только пробелами: ширина табуляции в каждом редакторе своя. Настройте
    редактор так, чтобы клавиша Tab вставляла два пробела.
    """,
)

NEEDS_QUOTES = RuleInfo(
    code="CJM008",
    name="needs-quotes",
    severity=Severity.ERROR,
    page="""
    A text contains a character of YAML's own, and is not in quotes.

    At the beginning of a text `@ * & ! % > |`, brackets, braces and a backquote mean something to YAML,
    and so does a colon with a space after it anywhere. Put the whole text in quotes.

    Bad:
        stages:
          - name: Search
            kpis:
              - name: Sign-ups
                target: >= 300
    Good:
        stages:
          - name: Search
            kpis:
              - name: Sign-ups
                target: ">= 300"
    """,
    ru="""
    В тексте без кавычек стоит знак, который YAML понимает по-своему.

    В начале текста для YAML что-то значат `@ * & ! % > |`, скобки и обратный апостроф, а в любом месте —
    двоеточие с пробелом после него. Возьмите весь текст в кавычки.
    """,
)

DUPLICATE_KEY = RuleInfo(
    code="CJM009",
    name="duplicate-key",
    severity=Severity.ERROR,
    page="""
    A key occurs twice in the same mapping.

    Only one of the two values can count, and programs differ on which. Join both into one, or delete one.

    Bad:
        stages:
          - name: Search
            goal: Get a contact
            goal: Give an answer
    Good:
        stages:
          - name: Search
            goal: Give an answer and get a contact
    """,
    ru="""
    Один ключ записан дважды на одном месте.

    В силе может быть только одно из двух значений, и программы выбирают по-разному. Объедините
    значения или удалите лишнее.
    """,
)

KEY_NOT_TEXT = RuleInfo(
    code="CJM010",
    name="key-not-text",
    severity=Severity.ERROR,
    page="""
    A key is not text.

    Keys are words. A number, a date, `true`, an empty key or a list as a key has no meaning in a map;
    where a number is truly a name, put it in quotes.

    Bad:
        x-plan: {2026: more reviews}
    Good:
        x-plan: {"2026": more reviews}
    """,
    ru="""
    Ключ записан не текстом.

    Ключи — это слова. Число, `true`, пустой ключ или список в роли ключа в карте ничего не
    значат; если число и есть имя, возьмите его в кавычки.
    """,
)

SEVERAL_DOCUMENTS = RuleInfo(
    code="CJM011",
    name="several-documents",
    severity=Severity.ERROR,
    page="""
    The file contains more than one YAML document.

    One map is one file, so that a name in a pull request means one journey. Split the file at the `---`.

    Bad:
        ---
        x-first: 1
        ---
        x-second: 2
    Good:
        x-first: 1
    """,
    ru="""
    В файле несколько документов YAML.

    Одна карта — один файл, чтобы имя файла означало один путь. Разделите файл по строке `---`.
    """,
)

EMPTY = RuleInfo(
    code="CJM012",
    name="empty-file",
    severity=Severity.ERROR,
    page="""
    The file is empty or contains only comments.

    A map has at least `cjm`, `title` and one stage.

    Bad:
        # only a comment
    Good:
        cjm: 1
        title: Buying a chair
        stages: [{name: Search}]
    """,
    ru="""
    Файл пуст, или в нём только комментарии.

    В карте есть по меньшей мере `cjm`, `title` и один этап.
    """,
)

UNKNOWN_TAG = RuleInfo(
    code="CJM013",
    name="unknown-tag",
    severity=Severity.ERROR,
    page="""
    A value carries a YAML tag that a map does not know.

    A text that begins with `!` is read as a tag, an instruction to the program. Put such a text in quotes.

    Bad:
        x-note: !important
    Good:
        x-note: "!important"
    """,
    ru="""
    У значения стоит тег YAML, которого карта не знает.

    Текст, начинающийся с `!`, YAML считает тегом — указанием программе. Возьмите такой текст в кавычки.
    """,
)

UNKNOWN_ALIAS = RuleInfo(
    code="CJM014",
    name="unknown-alias",
    severity=Severity.ERROR,
    page="""
    An alias has no anchor, or repeats itself.

    `*name` repeats what `&name` marked further up. A text that begins with `*` needs quotes.

    Bad:
        x-note: *bold
    Good:
        x-note: "*bold*"
    """,
    ru="""
    Ссылка указывает на якорь, которого нет или который содержит её саму.

    `*имя` повторяет то, что выше отмечено как `&имя`. Текст, начинающийся с `*`, возьмите в кавычки.
    """,
)

CUT_BY_COMMENT = RuleInfo(
    code="CJM015",
    name="text-cut-by-comment",
    severity=Severity.WARNING,
    page="""
    A text ends at ` #`, because YAML takes what follows for a comment.

    `name: Promo #1` is read as "Promo". Put the text in quotes; if it is a comment, put a
    space after the `#`.

    Bad:
        x-note: Promo #1
    Good:
        x-note: "Promo #1"
    """,
    ru="""
    Текст обрывается на ` #`: остальное YAML считает комментарием.

    `name: Акция #1` читается как «Акция». Возьмите текст в кавычки; если это и правда комментарий,
    поставьте после `#` пробел.
    """,
)

LIST_IN_TEXT = RuleInfo(
    code="CJM016",
    name="list-inside-text",
    severity=Severity.WARNING,
    page="""
    A line that begins with `- ` is read as part of the text above it.

    An item indented deeper than its neighbours is not an item: YAML joins it to the text before it with a space.
    Put its hyphen below theirs.

    Bad:
        stages:
          - name: Search
            actions:
              - Asks friends
                - Reads reviews
    Good:
        stages:
          - name: Search
            actions:
              - Asks friends
              - Reads reviews
    """,
    ru="""
    Строка, начинающаяся с `- `, читается как часть текста над ней.

    Пункт с отступом больше, чем у соседей, — не пункт: YAML присоединит его через пробел к тексту выше.
    Поставьте его дефис под их дефисами.
    """,
)
