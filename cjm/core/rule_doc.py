"""The manual page of a rule."""

import re
import textwrap
from dataclasses import dataclass

from cjm.core.text import Text

_EXAMPLES = re.compile(r"^Bad:\n(?P<bad>.*?)^Good:\n(?P<good>.*)\Z", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What a finding means, why it matters, and a map that has it next to one that does not."""

    sentence: Text
    why: Text
    bad: str
    good: str

    @property
    def examples(self) -> tuple[tuple[Text, str], tuple[Text, str]]:
        """The bad map and the good one, each with its heading."""
        return (Text(en="Bad", ru="Плохо"), self.bad), (Text(en="Good", ru="Хорошо"), self.good)


def read_doc(docstring: str | None, *, ru: str) -> RuleDoc:
    """Read a page from a docstring.

    Args:
        docstring: a sentence, an empty line, the reason, then ``Bad:`` and ``Good:`` with an example in YAML each.
        ru: the sentence and the reason in Russian; the examples serve both languages.

    Raises:
        ValueError: a part is missing.
    """
    text = textwrap.dedent(docstring or "").strip() + "\n"
    examples = _EXAMPLES.search(text)
    if examples is None:
        raise ValueError(f"a page needs Bad: and Good: {text[:60]!r}")
    english, russian = _prose(text[: examples.start()]), _prose(ru)
    return RuleDoc(
        sentence=Text(en=english[0], ru=russian[0]),
        why=Text(en=english[1], ru=russian[1]),
        bad=textwrap.dedent(examples["bad"]).strip("\n") + "\n",
        good=textwrap.dedent(examples["good"]).strip("\n") + "\n",
    )


def _prose(text: str) -> tuple[str, str]:
    sentence, _, why = textwrap.dedent(text).strip().partition("\n\n")
    if not why:
        raise ValueError(f"a page needs a sentence and a reason: {text[:60]!r}")
    return " ".join(sentence.split()), " ".join(why.split())
