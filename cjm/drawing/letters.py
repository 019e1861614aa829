"""Labels of letters, where numbers are taken."""

from string import ascii_lowercase


def letter(number: int) -> str:
    """a, b, … z, aa, ab, … for 0, 1, ….

    >>> letter(0), letter(26)
    ('a', 'aa')
    """
    more, last = divmod(number, len(ascii_lowercase))
    return (letter(more - 1) if more else "") + ascii_lowercase[last]
