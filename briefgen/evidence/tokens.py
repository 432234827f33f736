"""Text cut into numbers, words and signs, with places. Owns what one token is; every reader starts from here.

The expression has no nested choice over the same characters, so the time is linear whatever the text.
"""

import re
from typing import NamedTuple

NUMBER, WORD, SIGN = "number", "word", "sign"

_TOKEN = re.compile(
    r"(?P<number>[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}(?![\d]))+(?:[.,]\d+)?"  # 25 000
    r"|\d+(?:[.,\u066b\u066c]\d+|['\u2019]\d{3}(?!\d))*)"  # 25,000  25.5  25'000
    r"|(?P<word>[^\W\d_¼-¾⅐-⅞]+(?:['\u2019][^\W\d_¼-¾⅐-⅞]+)*)"
    r"|(?P<sign>[^\w\s]|[_¼-¾⅐-⅞])"  # 25½in
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
    tokens = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        kind = found.lastgroup or SIGN
        tokens.append(Token(kind, word, word.lower().replace("\u2019", "'"), found.start(), found.end()))
    return tokens


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two neighbouring tokens."""
    return left.end == right.start
