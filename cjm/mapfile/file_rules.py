"""CJM001 to CJM003: a file that cannot be the text of a map."""

from cjm.core.finding import RuleInfo, Severity

NOT_UTF8 = RuleInfo(
    code="CJM001",
    name="not-utf-8",
    severity=Severity.ERROR,
    page="""
    The file is not UTF-8 text.

    A map is UTF-8, so that every editor, git and every machine shows the same letters. Save the file
    with the encoding "UTF-8"; a byte order mark at its beginning does no harm.

    Bad:
        a file saved as UTF-16, as Windows-1251, or cut in the middle of a letter
    Good:
        title: Поиск решений
    """,
    ru="""
    Файл записан не в UTF-8.

    Карта хранится в UTF-8, чтобы любой редактор, git и любая машина показывали одни и те же буквы.
    Сохраните файл в кодировке «UTF-8»; метка порядка байтов в начале не мешает.
    """,
)

CONTROL_CHARACTER = RuleInfo(
    code="CJM002",
    name="control-character",
    severity=Severity.ERROR,
    page="""
    The file contains a character that YAML does not allow.

    Invisible control characters come from copying out of other programs or from a damaged file.
    Delete the character; where it is needed, write it as an escape in double quotes.

    Bad:
        a NUL byte between two letters
    Good:
        title: "one\\ttwo"
    """,
    ru="""
    В файле есть символ, недопустимый в YAML.

    Невидимые управляющие символы попадают в файл при копировании из других программ или при его
    повреждении. Удалите символ, а если он нужен, запишите его кодом в двойных кавычках.
    """,
)

TOO_LARGE = RuleInfo(
    code="CJM003",
    name="file-too-large",
    severity=Severity.ERROR,
    page="""
    The file is larger than 5 MiB.

    No map that people read is that large: a journey of ten stages has some 15 KB. The limit keeps a wrong
    path, or a hostile file in a pull request, from stopping your CI.

    Bad:
        a database dump that was named x.cjm.yaml
    Good:
        title: One journey of one persona
    """,
    ru="""
    Файл больше 5 МиБ.

    Карта, которую читают люди, такой большой не бывает: путь из десяти этапов занимает около 15 КБ.
    Предел бережёт CI от ошибочного пути и от вредоносного файла в чужом запросе на слияние.
    """,
)
