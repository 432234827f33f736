"""Figures that count nothing: identifiers (F-16, COVID-19, COP29), Roman numerals, 24/7, and digits that are no number.

Owns their reading; they are compared as a whole.
"""

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.quantities.vocabulary import LEAST_PESOS
from briefgen.evidence.text.tokens import HYPHENS, WORD, Token, glued

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(tokens: list[Token], at: int, words: NumberWords) -> int | None:
    """Chapter VII, World War II: capitals after a capitalised word."""
    text = tokens[at].text
    if len(text) > 6 or not set(text) <= ROMAN.keys() or at == 0 or not tokens[at - 1].text[0].isupper():
        return None
    if tokens[at - 1].low in words.plain:  # Am I, May I
        return None
    values = [ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, (*values[1:], 0), strict=True))


def opaque(token: Token) -> Quantity:
    """Digits that are no number (1.2.3, 400 digits): only the very same back them."""
    reading = (Reading(0, 1, Unit(f"digits {token.text}", token.text)),)
    return Quantity(token.start, token.end, reading, lead=token.start, tail=token.end)


def code(tokens: list[Token], at: int, words: NumberWords) -> tuple[Quantity, int] | None:
    """G7, COVID-19, F-16, 4x4: letters and digits in one; compared as a whole."""
    before = at - 1
    dashed = before > 0 and tokens[before].text in HYPHENS and glued(tokens[before], tokens[at])
    letters = before - 1 if dashed else before
    named = (
        letters >= 0
        and tokens[letters].kind == WORD
        and tokens[letters].text.upper()
        != tokens[letters].low  # scripts that leave no blanks have no such codes
        and glued(tokens[letters], tokens[letters + 1])
        and glued(tokens[at - 1], tokens[at])
        and not (dashed and not tokens[letters].text.isupper())
        and (tokens[letters].low not in words.prefixes or _numbers_body(tokens, letters, at))
        and tokens[letters].low not in ("x",)
    )
    if not named or not tokens[at].text.isdigit() or len(tokens[at].text) > 9:
        return None
    start, end = tokens[letters].start, tokens[at].end
    name = tokens[letters].low
    reading = (Reading(int(tokens[at].text), 1, Unit(f"code {name}", tokens[letters].text)),)
    return Quantity(start, end, reading, lead=start, tail=end, noun=name), at + 1


def _numbers_body(tokens: list[Token], letters: int, at: int) -> bool:
    """Whether letters that are a currency too are the name of a conference: COP29, Cop29."""
    return tokens[letters].low == "cop" and len(tokens[at].text) < LEAST_PESOS


def always(tokens: list[Token], at: int) -> bool:
    """24/7, without blanks."""
    return [token.text for token in tokens[at : at + 3]] == ["24", "/", "7"] and (
        tokens[at + 2].end - tokens[at].start == len("24/7")
    )
