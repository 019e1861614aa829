"""Escapes an author's text for Markdown: nothing in it may become markup, a mention or a link.

Backslashes are what CommonMark offers ("Backslash escapes"); what GitHub makes of plain text only after the Markdown
(``@name``, ``#12``, ``GH-12``, addresses) is broken by a zero-width space.
"""

import re

from cjm.core.safe_text import one_line

LONGEST = 64_000
"""Characters of a comment; GitHub refuses one from 65,536 on, and a caller may add lines of its own."""

_MARKUP = re.compile(r"[\\`*_\[\]|~]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
_HTML_SIGNS = re.compile("[&<>$]")
_LINKED = re.compile(r"@|#|(?<=://)|(?<=www\.)|(?<=\bgh)(?=-\d)", re.IGNORECASE)
_NO_WIDTH = "&#8203;"


def as_markdown(text: str) -> str:
    r"""One line that reads as the text does.

    >>> as_markdown("*<b>* | @all")
    '\\*&lt;b&gt;\\* \\| @&#8203;all'
    """
    escaped = _MARKUP.sub(lambda match: f"\\{match[0]}", one_line(text))
    escaped = _HTML_SIGNS.sub(lambda match: _HTML[match[0]], escaped)
    return _LINKED.sub(lambda match: match[0] + _NO_WIDTH, escaped)
