"""A quote taken apart: its parts between elisions, each in normal form.

Owns the marks that elide (`[...]` and `[…]`, nothing else: bare dots are words) and the question whether a quote is
long enough to be told from other words.
"""

import re
from itertools import islice

from msgspec import Struct

from briefgen.evidence.text import blankless
from briefgen.evidence.text.characters import BREAK
from briefgen.evidence.text.normal import normalise

ELISION = re.compile(r"\[(?:\.\.\.|…|\. \. \.)\]")
INSERTION = re.compile(r"\[(?!(?:\.\.\.|…|\. \. \.)\])[^\[\]]*\w[^\[\]]*\]")
DOTS = re.compile(r"(?:(?<!\s)\s++)?(?:\.(?:\s?\.){2,}|…)\s*")
"""Bare dots: words of a quote, which its writer may have meant as an elision."""
FEWEST_WORDS = 3
FEWEST_CHARACTERS = 8
WORD = re.compile(rf"(?<![^ {BREAK}])[^ {BREAK}]*[^\W_][^ {BREAK}]*")
THREE_WORDS = re.compile(
    rf"(?:[^\w {BREAK}]*+[^\W_][^ {BREAK}]*+[ {BREAK}]){{{FEWEST_WORDS - 1}}}[^\w {BREAK}]*+[^\W_]"
)


class Part(Struct, frozen=True):
    """A stretch of a quote without elision: the text at `[start:end)` of the quote, and its normal form."""

    text: str
    start: int
    end: int
    needle: str


def part_of(quote: str, start: int, end: int) -> Part:
    """Return `quote[start:end]` without the blanks around it."""
    piece = quote[start:end]
    start += len(piece) - len(piece.lstrip())
    text = piece.strip()
    return Part(text, start, start + len(text), normalise(text))


def parts_of(quote: str) -> tuple[Part, ...]:
    """Return the parts of `quote` between its elisions; a mark at its start or end is ignored."""
    if "[" not in quote:
        part = part_of(quote, 0, len(quote))
        return (part,) if part.text else ()
    edges = [0, *(edge for match in ELISION.finditer(quote) for edge in match.span()), len(quote)]
    parts = (part_of(quote, *pair) for pair in zip(edges[::2], edges[1::2], strict=True))
    return tuple(part for part in parts if part.text)


def is_too_short(parts: tuple[Part, ...]) -> bool:
    """Tell whether a quote has fewer than three words, or eight characters in scripts without blanks."""
    return lacks_words(parts[0].needle if len(parts) == 1 else " ".join(part.needle for part in parts))


def lacks_words(text: str) -> bool:
    """Tell whether a text in normal form is too short to be told from other words."""
    if counts_characters(text):
        return sum(map(str.isalnum, text)) < FEWEST_CHARACTERS
    if THREE_WORDS.match(text):
        return False  # most quotes begin with three words
    return len(list(islice(WORD.finditer(blankless.words_apart(text)), FEWEST_WORDS))) < FEWEST_WORDS


def counts_characters(text: str) -> bool:
    """Tell whether most letters of `text` are of scripts without blanks, so that no words can be counted."""
    if text.isascii() or not blankless.ANY.search(text):
        return False
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(map(blankless.without_blanks, letters)) > len(letters)
