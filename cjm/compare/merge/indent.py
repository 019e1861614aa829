"""Changes the indentation of lines, and merges comments."""

import re

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines_of(text: str) -> list[str]:
    """The lines with their breaks; only a line feed separates lines."""
    return _LINE.findall(text)


def shifted(text: str, columns: int) -> str:
    r"""The lines of a text moved to the right, or to the left as far as there are spaces.

    >>> shifted("a:\n  b\n\n", 2)
    '  a:\n    b\n\n'
    >>> shifted("    a:\n # c\n", -2)
    '  a:\n# c\n'
    """
    return "".join(_shifted(line, columns) for line in lines_of(text)) if columns else text


def _shifted(line: str, columns: int) -> str:
    if columns > 0:
        return " " * columns + line if line.strip() else line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, -columns) :]


def merged_lines(base: str | None, ours: str, theirs: str) -> str:
    r"""Comments and empty lines of both: where both have changed them, theirs' new ones come after ours.

    >>> merged_lines("# a\n", "# a\n# b\n", "# c\n# a\n")
    '# a\n# b\n# c\n'
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    known = lines_of(ours) + lines_of(base or "")
    return ours + "".join(line for line in lines_of(theirs) if line.strip() and line not in known)
