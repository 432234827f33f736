"""The words next to a number: its currency, its unit, what it is one of without a gap.

Owns the look-ups in a language's tables; every function looks at a handful of tokens and no more.
"""

from fractions import Fraction

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.symbols import MIXED_CODES
from briefgen.evidence.languages.units import PROPORTION, TEMPERATURES, Unit, is_money
from briefgen.evidence.quantities.numeral import Kind, Numeral
from briefgen.evidence.text.tokens import HYPHENS, NUMBER, SIGN, WORD, Token, glued

_GLUED_UNITS = frozenset({"m", "g", "l", "t", "h", "w", "p", "c", "f", "k", "x"})
_GLUED_WORDS = {"in": "inches"}
"""Units that are other words where a blank stands before them: 6in, not "6 in"."""


LENGTHS = frozenset({"time", "months"})
"""The dimensions of lengths of time."""


LEAST_PESOS = 3
"""Fewer digits after COP number a conference, and are no pesos of Colombia."""

_SPACED_UNITS = frozenset({"m", "g", "l", "h", "t"})


def prefix_before(tokens: list[Token], first: int, words: NumberWords) -> tuple[Unit | None, int]:
    """The currency before a number and the first token of both: $, US$, Rs., USD."""
    at = first - 1
    if at < 0:
        return None, first
    if (
        at > 0
        and tokens[at].kind == SIGN
        and tokens[at - 1].kind == WORD
        and glued(tokens[at - 1], tokens[at])
    ):
        pair = words.prefixes.get(f"{tokens[at - 1].low} {tokens[at].low}")
        if pair is not None:
            return pair, at - 1
    if tokens[at].text == "." and at > 0 and tokens[at - 1].low == "rs":
        at -= 1
    unit = words.prefixes.get(tokens[at].low)
    if (
        tokens[at].low == "cop"
        and len(tokens[first].text) < LEAST_PESOS
        and not _scaled(tokens, first, words)
    ):
        return None, first  # COP 29
    if unit is None or (tokens[at].kind == WORD and not _is_code(tokens, at, first)):
        return None, first
    return unit, at


def _scaled(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a magnitude stands after a number."""
    return (
        at + 1 < len(tokens) and tokens[at + 1].low in words.magnitudes.keys() | words.short_magnitudes.keys()
    )


def _is_code(tokens: list[Token], at: int, first: int) -> bool:
    """Whether letters before a number are a currency: EUR 5, Rs 5, R500, not "R 5" nor the end of a word."""
    text = tokens[at].text
    if len(text) == 1:
        return text.isupper() and tokens[at].end == tokens[first].start and tokens[first].kind == NUMBER
    return text.isupper() or text in MIXED_CODES


def unit_after(tokens: list[Token], numeral: Numeral, words: NumberWords) -> tuple[tuple[Unit, ...], int]:
    """What a number is counted in, by the words after it, and the token after them."""
    if numeral.kind is Kind.PROPORTION:
        return (PROPORTION,), numeral.last
    return _unit_at(tokens, numeral.last, numeral, words)


def unit_after_million(
    tokens: list[Token], numeral: Numeral, words: NumberWords
) -> tuple[tuple[Unit, ...], int]:
    """The unit after the "m" of "4.2m barrels", which is then no metre."""
    units, last = _unit_at(tokens, numeral.last + 1, numeral, words)
    return (units, last) if units else ((), numeral.last + 1)


def _unit_at(
    tokens: list[Token], at: int, numeral: Numeral, words: NumberWords
) -> tuple[tuple[Unit, ...], int]:
    if at < len(tokens) and tokens[at].text in HYPHENS and at + 1 < len(tokens):
        at += 1
    if at >= len(tokens):
        return (), numeral.last
    if tokens[at].low in _GLUED_WORDS and glued(tokens[at - 1], tokens[at]) and not numeral.spelled:
        return words.units.get(_GLUED_WORDS[tokens[at].low], ((("",), ()),))[0][1], at + 1
    for phrase, units in words.units.get(tokens[at].low, ()):
        if _matches(tokens, at, phrase) and ("/" in phrase or _fits(tokens, at, numeral, units)):
            return units, at + len(phrase)
    if tokens[at].low in words.fillers and at + 1 < len(tokens):
        return _unit_at(tokens, at + 1, numeral, words)
    return _narrowed(tokens, at, numeral, words)


def below_zero(tokens: list[Token], at: int, units: tuple[Unit, ...], words: NumberWords) -> int:
    """The token after "below zero" behind a number of degrees, or a bare one; 0 where it does not stand there."""
    if units and units[0].dimension not in TEMPERATURES:
        return 0
    for phrase in words.below_zero:
        if _matches(tokens, at, phrase):
            return at + len(phrase)
    return 0


def half_at(tokens: list[Token], at: int, words: NumberWords) -> tuple[Fraction, int] | None:
    """The "and a half" of "two years and a half": the share, and the token after it."""
    if at + 2 >= len(tokens) or tokens[at].low != words.joiner or tokens[at + 1].low not in words.articles:
        return None
    bottom = words.denominators.get(tokens[at + 2].low)
    joined = bottom is not None and (
        at + 3 >= len(tokens) or tokens[at + 3].low not in words.of | words.magnitudes.keys()
    )
    return (Fraction(1, bottom), at + 3) if joined and bottom in (2, 4) else None


def one_and_a_half(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """The "an" of "an hour and a half", which counts one."""
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].low in words.units
        and half_at(tokens, at + 2, words) is not None
    ):
        return Numeral(1, 1, at, at + 1, spelled=True)
    return None


def one_length(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """The "a" of "a month ago" and of "lasted a year", the "past" of "the past year", which count one."""
    last = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low in words.fillers)  # a further year
    follow = tokens[last].low if last < len(tokens) else ""
    timed = any(
        units[0].dimension in LENGTHS for phrase, units in words.units.get(follow, ()) if len(phrase) == 1
    )
    return Numeral(1, 1, at, at + 1) if timed and follow not in words.ordinals else None


def _narrowed(
    tokens: list[Token], at: int, numeral: Numeral, words: NumberWords
) -> tuple[tuple[Unit, ...], int]:
    """A unit after one adjective: "5 million Sudanese pounds" are, if nothing else, pounds of Sudan."""
    if at + 1 >= len(tokens) or tokens[at].kind != WORD or not tokens[at].text[0].isupper():
        return (), numeral.last
    for phrase, units in words.units.get(tokens[at + 1].low, ()):
        if len(phrase) == 1 and any(is_money(unit) for unit in units) and len(phrase[0]) > 3:
            name = f"{tokens[at].low} {phrase[0].rstrip('s')}"
            return (Unit(f"money {name}", name),), at + 2
    return (), numeral.last


def _matches(tokens: list[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase stands at a token; hyphens between its words do not count."""
    for word in phrase:
        if at < len(tokens) and tokens[at].text in HYPHENS and word not in HYPHENS:
            at += 1
        if at >= len(tokens) or tokens[at].low != word:
            return False
        at += 1
    return True


def _fits(tokens: list[Token], at: int, numeral: Numeral, units: tuple[Unit, ...]) -> bool:
    """Short units stand close to digits; currency codes are in capitals."""
    text, near = tokens[at].text, glued(tokens[at - 1], tokens[at])
    if text in "$£€" and at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER:
        return False
    if text == "s":
        return near and "." in tokens[at - 1].text
    if len(text) == 1 and text.isalpha():
        if not near:
            return text.lower() in _SPACED_UNITS and not numeral.spelled and text.islower()
        return text.lower() in _GLUED_UNITS and tokens[at - 1].kind in (NUMBER, WORD)
    if len(text) == 3 and is_money(units[0]) and units[0].name == text.upper():
        return text.isupper()
    return True


def in_a_row(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a phrase that counts without a gap stands close after a figure: "third consecutive", "three years in a row"."""
    for first in range(at, min(at + 4, len(tokens))):
        rest = words.streaks.get(tokens[first].low)
        if (
            rest is not None
            and tuple(token.low for token in tokens[first + 1 : first + 1 + len(rest)]) == rest
        ):
            return True
    return False
