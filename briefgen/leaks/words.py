"""Words as the leak check compares them: folded, so that case, accents, blanks and hyphenation hide nothing."""

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+")
RUN = 4
"""So many words in a row that no shown text has are taken for a quotation of what is withheld."""
HYPHENATED = re.compile(r"[\u00ad\u200b]|(?<=\w)[-\u2010\u0002]\s*\n\s*(?=\w)")


def fold(text: str) -> str:
    """`text` without soft and line-break hyphens, compatibility-normalised, caseless."""
    return unicodedata.normalize("NFKC", HYPHENATED.sub("", text)).casefold()


def words(text: str) -> list[str]:
    """The words of `text`, folded, in order."""
    return WORD.findall(fold(text))


def runs(sequence: list[str], length: int = RUN) -> Iterator[tuple[str, ...]]:
    """Every `length` words in a row."""
    return (tuple(sequence[start : start + length]) for start in range(len(sequence) - length + 1))


SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[\"“‘(]\s*)$")


def telling(text: str) -> Iterator[str]:
    """The single words of `text` that give something away: names, acronyms, figures of three digits and more.

    A capital at the start of a sentence tells nothing by itself.
    """
    for match in re.finditer(
        r"\d+(?:[.,:/]\d+)*|\w+", unicodedata.normalize("NFKC", HYPHENATED.sub("", text))
    ):
        word = match[0]
        digits = sum(char.isdigit() for char in word)
        acronym = sum(char.isupper() for char in word) > 1
        name = len(word) > 2 and word[0].isupper() and not SENTENCE_START.search(text[: match.start()])
        if digits >= 3 or acronym or name:
            yield word.casefold()
