"""The side of the compass after a figure. Owns where it is looked for."""

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit
from briefgen.evidence.text.tokens import WORD, Token

_REACH = 3
"""So many tokens after a figure may name its side."""


def compass_after(tokens: list[Token], last: int, unit: Unit, words: NumberWords) -> str:
    """The N of 33.3°N; the north of "12 km north of" and "12 km to the north of"."""
    while unit.dimension.endswith("length") and last < len(tokens) and tokens[last].low in words.towards:
        last += 1
    for at in range(last, min(last + _REACH, len(tokens))):
        letter = words.compass.get(tokens[at].low)
        if letter and (len(tokens[at].low) > 1 or tokens[at].text.isupper()):
            return letter
        if tokens[at].kind == WORD:
            break
    return ""
