"""The side of the compass after a figure. Owns where it is looked for, and when two are the same."""

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit
from briefgen.evidence.text.tokens import HYPHENS, WORD, Token, glued

_REACH = 3
"""So many tokens after a figure may name its side."""


def compass_after(tokens: list[Token], last: int, unit: Unit, words: NumberWords) -> str:
    """The N of 33.3°N; the north of "12 km north of" and "12 km to the north of"; NE of "12 km north-east of"."""
    while unit.dimension.endswith("length") and last < len(tokens) and tokens[last].low in words.towards:
        last += 1
    for at in range(last, min(last + _REACH, len(tokens))):
        letters = words.compass.get(tokens[at].low)
        if letters and (len(tokens[at].low) > 2 or tokens[at].text.isupper()):
            return letters + _finer(tokens, at + 1, words)
        if tokens[at].kind == WORD:
            break
    return ""


def _finer(tokens: list[Token], at: int, words: NumberWords) -> str:
    """The letters that a hyphen adds to a side: the east of north-east."""
    if at + 1 >= len(tokens) or tokens[at].text not in HYPHENS or not glued(tokens[at - 1], tokens[at]):
        return ""
    return words.compass.get(tokens[at + 1].low, "")


def is_another_side(stated: str, quoted: str) -> bool:
    """Whether a side is not the one that is quoted, nor a coarser one: north for north-east."""
    return bool(stated and quoted) and not set(stated) <= set(quoted)
