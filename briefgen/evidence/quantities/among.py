"""What a figure is a part of: 19 of our 22 recommendations; of the 27 states, 21.

Owns the look for the whole's own figure beside it.
"""

from bisect import bisect_left

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import same_dimension
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.tokens import SIGN, Token

_BETWEEN = 5
"""So many tokens may stand between a part and its whole: "three of the country's main 22"."""

_OPENING = 3
"""So many tokens before a whole may open its sentence: "Of all the 27 states, 21 signed"."""

_ENDS = frozenset(".;:!?")


def with_wholes(tokens: list[Token], found: list[Quantity], words: NumberWords) -> list[Quantity]:
    """The figures of a text, those that are parts of others with the value of their whole."""
    if not words.parted or len(found) < 2:
        return found
    starts = [token.start for token in tokens]
    told = list(found)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if {one.kind, other.kind} != {Kind.CARDINAL} or not same_dimension(one.unit, other.unit):
            continue
        after, before = bisect_left(starts, one.end), bisect_left(starts, other.start)
        if _parts(tokens, after, before, words):
            told[at] = replace(one, among=other.value)
        elif _opens(tokens, bisect_left(starts, one.start), words) and _runs_on(tokens, after, before):
            told[at + 1] = replace(other, among=one.value)
    return told


def _parts(tokens: list[Token], first: int, last: int, words: NumberWords) -> bool:
    """Whether "of" leads from one figure to the next, what is counted perhaps before it: 12 seats of the 63."""
    between = tokens[first:last]
    joined = any(token.low in words.parted for token in between[:2])
    return joined and len(between) <= _BETWEEN and all(token.kind != SIGN for token in between)


def _opens(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a figure is told as a whole at the start of its sentence: "Of the 27"."""
    for place in range(at - 1, max(at - 1 - _OPENING, -1), -1):
        if tokens[place].low in words.parted:
            return place == 0 or tokens[place - 1].text in _ENDS
    return False


def _runs_on(tokens: list[Token], first: int, last: int) -> bool:
    return all(token.text not in _ENDS for token in tokens[first:last])
