"""Text cut into numbers, words and signs, with places. Owns what one token is; every reader starts from here.

The expression has no nested choice over the same characters, so the time is linear whatever the text.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

NUMBER, WORD, SIGN = "number", "word", "sign"

HYPHENS = frozenset("-\u2010\u2011")
"""The signs that join words: five-year, post-2015."""

DASHES = HYPHENS | frozenset("\u2013\u2014")
"""The signs that join the ends of a range, or stand for a comma."""

_MARKS = "\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
"""Vowels and other marks of Arabic, Devanagari and Bengali, which belong to the letter before them."""

_TOKEN = re.compile(
    r"([1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}(?![\d]))+(?:[.,]\d+)?"  # 25 000
    r"|\d+(?:[.,\u066b\u066c]\d+|['\u2019]\d{3}(?!\d))*"  # 25,000  25.5  25'000
    rf"|[^\W\d_¼-¾⅐-⅞]+(?:['\u2019{_MARKS}][^\W\d_¼-¾⅐-⅞]+|[{_MARKS}]+)*"
    r"|[^\w\s]|[_¼-¾⅐-⅞])"  # 25½in
)


class Token(NamedTuple):
    """A number, a word or one sign at `[start:end)`; `low` is its text in lower case, apostrophes straight."""

    kind: str
    text: str
    low: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Cuts a text into tokens; blanks and control characters belong to none."""
    curly = "\u2019" in text
    tokens: list[Token] = []
    end = 0
    pieces = _TOKEN.split(text)  # a gap and a token in turn: fewer calls than a match object for each
    for gap, piece in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(gap)
        end = start + len(piece)
        low = piece.lower().replace("\u2019", "'") if curly else piece.lower()
        # As a tuple: the constructor of a named tuple costs twice as much, and texts have many tokens.
        tokens.append(tuple.__new__(Token, (_kind(piece[0]), piece, low, start, end)))
    return tokens


def _kind(first: str) -> str:
    if first.isalpha():
        return WORD
    if first.isdecimal():
        return NUMBER
    return WORD if first.isalnum() and not ("¼" <= first <= "¾" or "⅐" <= first <= "⅞") else SIGN


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two neighbouring tokens."""
    return left.end == right.start


def phrase_before(
    tokens: list[Token], at: int, table: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
) -> tuple[int, Meaning | None]:
    """The first phrase of a table that ends at a token: its length in tokens and its meaning; 0 and None if there is none.

    The table has the phrases by their last word, the longer ones first.
    """
    for words, meaning in table.get(tokens[at].low, ()):
        first = at - len(words) + 1
        if first >= 0 and all(
            token.low == word for token, word in zip(tokens[first : at + 1], words, strict=True)
        ):
            return len(words), meaning
    return 0, None
