"""The comma of a language and of a script: those that write Arabic letters have their own."""

from collections.abc import Iterable
from unicodedata import bidirectional

COMMA = ","
ARABIC_COMMA = "،"
ARABIC_SCRIPT = frozenset("ar ckb fa ks pnb prs ps sd ug ur".split())
"""Languages (ISO 639) usually written in Arabic letters."""


def comma_of(language: str) -> str:
    """The comma of a text in `language` (BCP 47)."""
    return ARABIC_COMMA if language.replace("_", "-").split("-")[0] in ARABIC_SCRIPT else COMMA


def comma_beside(words: str) -> str:
    """The comma of the script that the first letter of `words` is in."""
    letter = next(filter(str.isalpha, words), "")
    return ARABIC_COMMA if letter and bidirectional(letter) == "AL" else COMMA


def listed(texts: Iterable[str], language: str) -> str:
    """Texts in a row, parted by the comma of a language."""
    return f"{comma_of(language)} ".join(texts)
