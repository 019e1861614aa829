"""The day that ages are counted to."""

import re
from datetime import date

from cjm.core.errors import UsageError
from cjm.core.text import Text

VARIABLE = "CJM_TODAY"
"""The environment's word for it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_of(text: str | None) -> date:
    """The day that a text names; without one, today.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 (the user's own day)
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(
        Text(
            en=f"--today needs a day as YYYY-MM-DD, not '{text}'",
            ru=f"--today ждёт день в виде ГГГГ-ММ-ДД, а не «{text}»",
        ),
        hint=Text(en="for example --today 2026-10-01", ru="например, --today 2026-10-01"),
    )
