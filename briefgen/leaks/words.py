"""Words as the leak check compares them: folded, so that case, accents, blanks and hyphenation hide nothing."""

import re
import unicodedata
from collections.abc import Iterator

from briefgen.evidence.languages.name_words import NameWords

WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+")
RUN = 4
"""So many words in a row that no shown text has are taken for a quotation of what is withheld."""
HYPHENATED = re.compile(r"[\u00ad\u200b]|(?<=\w)[-\u2010]\s*\n\s*(?=\w)|(?<=\w)[\u0002\ufffe]\s*(?=\w)")
UNSEEN = re.compile(r"(?<=[^\W\d_])[\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?=[^\W\d_])")
"""Characters without a width of their own, between letters; after a figure they keep note numbers apart from it."""
MARKS = re.compile(r"[\u0300-\u036f]")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
DIGEST = re.compile(r"\b[0-9a-fA-F]{32,}\b")
"""Digests of files are made of figures that nobody wrote."""


def fold(text: str) -> str:
    """`text` caseless, without accents, soft and line-break hyphens, in one form of letters."""
    joined = UNSEEN.sub("", HYPHENATED.sub("", text))
    if joined.isascii():
        return joined.casefold()
    letters = unicodedata.normalize("NFKD", joined).casefold().replace("ı", "i")
    return unicodedata.normalize("NFC", MARKS.sub("", letters))


def words(text: str) -> list[str]:
    """The words of `text`, folded, in order; 3,400 and 3400 are the same."""
    found: list[str] = WORD.findall(fold(DIGEST.sub(" ", text)))
    return [word.replace(",", "") if GROUPED.match(word) else word for word in found]


def in_a_row(sequence: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every `length` words in a row."""
    return (tuple(sequence[start : start + length]) for start in range(len(sequence) - length + 1))


def runs(sequence: list[str], length: int = RUN) -> Iterator[tuple[str, ...]]:
    """Every `length` words in a row that say something: at least two of them are more than small words."""
    return (run for run in in_a_row(sequence, length) if sum(len(word.encode()) > 3 for word in run) >= 2)


def is_figure(word: str) -> bool:
    """Whether a word is made of figures."""
    return word[0].isdigit()


SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[\"“‘(]\s*)$")


def telling(text: str, names: NameWords | None = None) -> Iterator[str]:
    """The single words of `text` that give something away: names, acronyms, figures of three digits and more.

    `names` are the tables of its language. Without them a capital at the start of a sentence tells nothing by itself.
    """
    joined = UNSEEN.sub("", HYPHENATED.sub("", unicodedata.normalize("NFKC", text)))
    for match in WORD.finditer(joined):
        word = match[0]
        if is_figure(word):
            tells = sum(char.isdigit() for char in word) >= 3
        else:
            starts = bool(SENTENCE_START.search(joined[: match.start()]))
            tells = sum(char.isupper() for char in word) > 1 or _is_name(word, starts, names)
        if tells:
            yield from words(word)


def _is_name(word: str, starts: bool, names: NameWords | None) -> bool:
    if len(word) < 3 or not word[0].isupper():
        return False
    if names is None:
        return not starts
    folded = fold(word)
    return folded not in names.generic | names.dates and not (starts and names.is_common(folded))
