"""Shares of a whole: ⅓, two-thirds, a quarter, 1 in 3, nine out of ten, 3/4."""

import unicodedata
from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import UNMEASURED
from briefgen.evidence.quantities.numeral import Kind, Numeral
from briefgen.evidence.text.tokens import HYPHENS, SIGN, Token, glued

_ROUND = (10, 100)
"""What is told as "eight of ten"; other numbers after "of" are counts of their own (three of the 40)."""

_IN, _OF, _EVERY = frozenset({"in"}), frozenset({"of"}), frozenset({"every"})

ReadNumber = Callable[[list[Token], int, NumberWords], Numeral | None]


def stands(tokens: list[Token], at: int, table: frozenset[str]) -> bool:
    """Whether a token is one of some words."""
    return 0 <= at < len(tokens) and tokens[at].low in table


def vulgar_at(tokens: list[Token], at: int) -> Numeral | None:
    """½, ⅓: one sign that is a fraction."""
    text = tokens[at].text
    if len(text) != 1 or unicodedata.category(text) != "No" or "FRACTION" not in unicodedata.name(text, ""):
        return None
    value = Fraction(unicodedata.numeric(text)).limit_denominator(10)
    return Numeral(value, value, at, at + 1, Kind.PROPORTION)


def article_share(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """ "a third of", "a quarter": not "a third man"."""
    bottom = words.denominators[tokens[at + 1].low]
    if tokens[at + 1].low in words.ordinals and not (
        stands(tokens, at + 2, words.of | words.comparatives) or _by_so_much(tokens, at, words)
    ):
        return None
    if _names_unit(tokens, at + 1, words):
        return Numeral(1, 1, at, at + 1, spelled=True)
    share = Fraction(1, bottom)
    return of_a_unit(tokens, Numeral(share, share, at, at + 2, Kind.PROPORTION, spelled=True), words)


def _by_so_much(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether "a third" stands after "by", "nearly" or "fell", and nothing that it could count follows: no "third party"."""
    return stands(tokens, at - 1, words.share_leads | words.falls) and not _noun_at(tokens, at + 2, words)


def _noun_at(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether what stands at a token may be a thing that is counted or ranked."""
    return at < len(tokens) and tokens[at].kind != SIGN and not stands(tokens, at, words.plain | words.of)


def _names_unit(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """The "quarter point" of "a quarter-point cut", which is counted in such points."""
    dashed = at + 1 < len(tokens) and tokens[at + 1].text in HYPHENS
    pair = tuple(token.low for token in (tokens[at], *tokens[at + 1 + dashed : at + 2 + dashed]))
    return any(phrase == pair for phrase, _ in words.units.get(tokens[at].low, ()))


def of_a_unit(tokens: list[Token], share: Numeral, words: NumberWords) -> Numeral:
    """The number in "a quarter of a percentage point", "a tenth of a second": a share of one unit is a number of it."""
    at = share.last
    at += stands(tokens, at, words.of)
    one = at < len(tokens) and (tokens[at].low in words.articles or words.cardinals.get(tokens[at].low) == 1)
    one = one and at > share.last
    at += one
    units = words.units.get(tokens[at].low, ()) if at < len(tokens) else ()
    for phrase, (unit, *_) in units:
        here = tuple(token.low for token in tokens[at : at + len(phrase)]) == phrase
        if here and (unit.dimension in ("percent", "points") or (one and unit.dimension not in UNMEASURED)):
            return replace(share, kind=Kind.CARDINAL, last=at)
    return share


def spelled_share(tokens: list[Token], found: Numeral, words: NumberWords) -> Numeral | None:
    """two-thirds, three quarters, one fifth."""
    at = found.last + (found.last < len(tokens) and tokens[found.last].text in HYPHENS)
    bottom = words.denominators.get(tokens[at].low) if at < len(tokens) else None
    if bottom is None or not 0 < found.value < bottom:
        return None
    if found.value > 1 and tokens[at].low in words.ordinals:
        return None
    if found.value > 1 and at == found.last and not tokens[at].low.endswith("s"):
        return None  # two quarter-point cuts
    if (
        found.value == 1
        and at == found.last
        and not stands(tokens, at + 1, words.comparatives)
        and _noun_at(tokens, at + 1, words)
    ):
        return None
    share = Fraction(found.value, bottom)
    return of_a_unit(tokens, Numeral(share, share, found.first, at + 1, Kind.PROPORTION, spelled=True), words)


def shared(tokens: list[Token], top: Numeral, words: NumberWords, read: ReadNumber) -> Numeral:
    """1 in 3, nine out of ten, 3/4: a share with both its parts, or the number that was there."""
    if top.kind is not Kind.CARDINAL or top.scale != 1 or top.value != int(top.value):
        return top
    at = top.last
    slash = at < len(tokens) and tokens[at].text == "/" and glued(tokens[at - 1], tokens[at])
    out_of = at + 1 < len(tokens) and tokens[at].low == "out" and tokens[at + 1].low == "of"
    at += _one_thing(tokens, top, words)  # one person in ten
    inside = stands(tokens, at, _IN) and top.value <= 10
    of = stands(tokens, at, _OF) and 1 < top.value < 10
    if not (slash or out_of or inside or of):
        return top
    at += 1 + out_of
    at += stands(tokens, at, _EVERY)
    bottom = _bottom(tokens, at, words, read)
    if bottom is None or not 0 < top.value < bottom.value:
        return top
    if (slash and bottom.value > 16) or (of and bottom.value not in _ROUND):
        return top
    if inside and not out_of and not _ratio_like(tokens, top, bottom, words):
        return top
    share, parts = Fraction(int(top.value), int(bottom.value)), (top.value, bottom.value)
    return Numeral(share, share, top.first, bottom.last, Kind.PROPORTION, spelled=top.spelled, parts=parts)


def _one_thing(tokens: list[Token], top: Numeral, words: NumberWords) -> bool:
    """Whether a thing stands between "one" and "in": one person in every ten, not "one day in five years"."""
    at = top.last
    noun = (
        top.value == 1 and top.spelled and _noun_at(tokens, at, words) and tokens[at].low not in words.units
    )
    follow = at + 2 + stands(tokens, at + 2, _EVERY)
    numbered = follow < len(tokens) and tokens[follow].low in words.cardinals
    return noun and stands(tokens, at + 1, _IN) and numbered


def every_other(tokens: list[Token], found: Numeral, words: NumberWords) -> Numeral:
    """The share in "every second household", which is half of them; "every fourth year" is none."""
    at = found.last
    each = found.kind is Kind.ORDINAL and found.value > 1 and stands(tokens, found.first - 1, _EVERY)
    if not each or at >= len(tokens) or not _noun_at(tokens, at, words) or tokens[at].low in words.units:
        return found
    share = Fraction(1, int(found.value))
    return replace(found, value=share, step=share, kind=Kind.PROPORTION)


def _bottom(tokens: list[Token], at: int, words: NumberWords, read: ReadNumber) -> Numeral | None:
    if at >= len(tokens):
        return None
    found = read(tokens, at, words)
    whole = found is not None and found.kind is Kind.CARDINAL and found.value == int(found.value)
    return found if whole else None


def _ratio_like(tokens: list[Token], top: Numeral, bottom: Numeral, words: NumberWords) -> bool:
    """Whether "5 in 10" is a share: not "5 in 2014", "two in three days", "3 in 12 months".

    Newspapers spell the lower number: "six in 10".
    """
    value = bottom.value
    year = (
        not bottom.spelled
        and tokens[bottom.first].text.isdigit()
        and 1000 <= value <= 2100
        and value % 1000 != 0
    )
    unit = bottom.last < len(tokens) and tokens[bottom.last].low in words.units
    return (
        not year
        and not unit
        and (top.spelled == bottom.spelled or (top.spelled and value >= 10))
        and (value <= 10 or value % 10 == 0 or top.value == 1)
    )
