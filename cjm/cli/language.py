"""The language of messages."""

import os

from cjm.core.text import Language

LANGUAGES: tuple[Language, ...] = ("en", "ru")


def preferred_language() -> Language:
    """The language that the environment asks for: CJM_LANG's, else the locale's, else English."""
    requested = os.environ.get("CJM_LANG")
    return next((language for language in LANGUAGES if language == requested), None) or locale_language()


def locale_language() -> Language:
    """The locale's language, where it is one of ours."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "ru" if locale.lower().startswith("ru") else "en"
