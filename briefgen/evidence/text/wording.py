"""A text as the cue rules read it: words with their places, stems and the breaks between them.

Owns the cutting of a text into words (contractions are taken apart: `didn't` reads `did not`), and nothing that
depends on the meaning of a word; sentences are cut by `sentences`. Offsets are code points in the text that was given.
"""

import re
from bisect import bisect_right
from collections import deque
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from briefgen.evidence.text.sentences import sentences
from briefgen.evidence.text.stems import stem


class Break(IntEnum):
    """What stands before a word, from nothing to the end of a sentence."""

    NONE = 0
    COMMA = 1
    CLAUSE = 2
    SENTENCE = 3


class Wording(Struct, frozen=True, eq=False):
    """The words of a text, as columns of equal length; equal to itself only, so that it is cheap as a key.

    `words` are folded to lower case with plain apostrophes; `starts` and `ends` are their places in `text`;
    `breaks[i]` is what stands before word `i`; `sentences` are half-open ranges of word numbers.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stems: tuple[str, ...]
    breaks: tuple[Break, ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, first: int, last: int) -> str:
        """The text of the words `first` to `last`, both included, as it is written."""
        return self.text[self.starts[first] : self.ends[last]]

    def capital(self, index: int) -> bool:
        """Whether the word is written with a capital."""
        return self.text[self.starts[index]].isupper()

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The sentence that holds word `index`."""
        number = bisect_right(self.sentences, index, key=lambda sentence: sentence[0]) - 1
        return self.sentences[number] if self.sentences else (0, 0)


_LEAST = 4
"""Fewer words between semicolons are an entry of a list, not a clause to be compared by itself."""


@lru_cache(maxsize=256)
def clauses(text: Wording) -> tuple[tuple[int, int], ...]:
    """The sentences of a text, cut at their semicolons: what each side says may come from elsewhere in a quote."""
    if ";" not in text.text:
        return text.sentences
    return tuple(clause for sentence in text.sentences for clause in _clauses(text, *sentence))


def _clauses(text: Wording, first: int, stop: int) -> list[tuple[int, int]]:
    cuts = [i for i in range(first + 1, stop) if ";" in text.text[text.ends[i - 1] : text.starts[i]]]
    edges = [first, *cuts, stop]
    if any(right - left < _LEAST for left, right in pairwise(edges)):
        return [(first, stop)]
    return list(pairwise(edges))


# Dotted initials (U.S., e.g.), words with inner apostrophes or dots, figures with their separators.
_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_CLAUSE_MARKS = frozenset(';:—–()[]"“”«»\n|')
_COMMAS = frozenset(",،、")
_LONGEST_GAP = 64
# Where a sentence may end before the text does; without one there is nothing to cut.
_MAY_END = re.compile(r"[.!?…。！？؟۔।॥][^\w\s]*\s|[。！？]|\n|[.!?][A-Z]")
_NEGATED = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not"),
            "ain't": ("is", "not")}  # fmt: skip
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "d": "would", "m": "am"}


@lru_cache(maxsize=256)
def read(text: str) -> Wording:
    """Cuts a text into words. Any text is read; one without words has none."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[Break] = []
    before = 0
    begins = deque(start for start, _ in sentences(text)[1:]) if _MAY_END.search(text) else deque()
    for match in _WORD.finditer(text):
        start, end = match.span()
        mark = Break.NONE if start == before else _break(text[before : min(start, before + _LONGEST_GAP)])
        while begins and start >= begins[0]:
            mark = Break.SENTENCE if words else Break.NONE
            begins.popleft()
        before = end
        raw = match.group()
        word = raw.lower()
        plain = word.isalnum() and word != "cannot"
        for part, left, right in ((word, start, end),) if plain else _parts(raw, start, end):
            words.append(part)
            starts.append(left)
            ends.append(right)
            breaks.append(mark)
            mark = Break.NONE
    stems = tuple(map(stem, words))
    return Wording(text, tuple(words), tuple(starts), tuple(ends), stems, tuple(breaks), _sentences(breaks))


def _parts(raw: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """One word, or the two words of a contraction; a possessive ending is cut off."""
    word = raw.lower()
    if word == "cannot":
        return ("can", start, start + 3), ("not", start + 3, end)
    word = word.replace("’", "'").replace("ʼ", "'")
    if len(word) != len(raw):  # lower-casing may lengthen a word (İ): keep its place whole
        return ((word, start, end),)
    if word in _NEGATED:
        return tuple((part, start, end) for part in _NEGATED[word])
    if word == "n't":
        return (("not", start, end),)
    if word.endswith("n't"):
        return (word[:-3], start, end - 3), ("not", end - 3, end)
    head, mark, tail = word.rpartition("'")
    if mark and tail == "s":
        return ((head, start, end - 2),)
    if mark and tail in _ENDINGS and "'" not in head:
        return (head, start, end - len(tail) - 1), (_ENDINGS[tail], end - len(tail) - 1, end)
    return ((word, start, end),)


@lru_cache(maxsize=1024)
def _break(gap: str) -> Break:
    """The strongest break within a sentence in the text between two words."""
    if gap == " ":
        return Break.NONE
    if len(gap) > 2 and gap.strip() in {"-", "--", "‒"}:
        return Break.CLAUSE
    return max(map(_mark, gap))


def _mark(character: str) -> Break:
    if character in _COMMAS:
        return Break.COMMA
    return Break.CLAUSE if character in _CLAUSE_MARKS else Break.NONE


def _sentences(breaks: list[Break]) -> tuple[tuple[int, int], ...]:
    if not breaks:
        return ()
    firsts = [0, *(i for i, mark in enumerate(breaks) if mark is Break.SENTENCE and i)]
    return tuple(zip(firsts, [*firsts[1:], len(breaks)], strict=True))
