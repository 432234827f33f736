"""Numbers as they are written: digits in any grouping, words, magnitudes, "tens of thousands".

Owns the way from tokens to a value and the worth of its last significant digit (`step`): 2,500 is worth 100, 1.80
is worth a hundredth. What a number counts and how it is bounded is for `quantities`.
"""

from fractions import Fraction

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.quantities.digits import parse_digits, plain
from briefgen.evidence.quantities.numeral import Kind, Numeral
from briefgen.evidence.quantities.shares import (
    article_share,
    every_other,
    of_a_unit,
    shared,
    spelled_share,
    stands,
    vulgar_at,
)
from briefgen.evidence.text.tokens import HYPHENS, NUMBER, Token, glued

_HUNDRED = 100
"""Nothing is added to a smaller magnitude: "a dozen and five more"."""


def read_numeral(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """Reads the number that starts at a token; None where none does."""
    if tokens[at].kind == NUMBER:
        found = _digits(tokens, at, words)
    else:
        found = _vague(tokens, at, words) or _half(tokens, at, words) or _spelled(tokens, at, words)
    if found is None:
        return vulgar_at(tokens, at)
    if found.kind is Kind.PROPORTION:
        return _of_a_magnitude(tokens, found, words) or found
    if found.kind is Kind.ORDINAL:
        return every_other(tokens, found, words)
    return shared(tokens, found, words, _whole)


def _of_a_magnitude(tokens: list[Token], share: Numeral, words: NumberWords) -> Numeral | None:
    """A quarter of a million, which is 250,000."""
    at = share.last + 2
    if not (stands(tokens, share.last, words.of) and stands(tokens, at - 1, words.articles)):
        return None
    if at >= len(tokens) or tokens[at].low not in words.magnitudes:
        return None
    return _scaled(tokens, replace(share, kind=Kind.CARDINAL, last=at), words)


def _digits(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    parsed = parse_digits(tokens[at].text, words)
    if parsed is None:
        return None
    value, step = parsed
    last = at + 1
    if stands(tokens, last, words.ordinal_suffixes) and glued(tokens[at], tokens[last]):
        return Numeral(value, 1, at, last + 1, Kind.ORDINAL)
    fraction = _fraction_after(tokens, last)
    if fraction is not None and value == int(value):
        value, step, last = plain(value + fraction[0]), fraction[0], fraction[1]
    found = Numeral(value, step, at, last)
    return _scaled(tokens, _half_after(tokens, found, words) or found, words)


def _fraction_after(tokens: list[Token], at: int) -> tuple[Fraction, int] | None:
    """The ½ of 2½ or the 1/2 of 2 1/2."""
    vulgar = vulgar_at(tokens, at) if at < len(tokens) else None
    if vulgar is not None and glued(tokens[at - 1], tokens[at]):
        return Fraction(vulgar.value), vulgar.last
    if at + 2 < len(tokens) and tokens[at + 1].text == "/" and tokens[at + 1].start == tokens[at].end:
        top, bottom = tokens[at].text, tokens[at + 2].text
        if top.isdigit() and bottom.isdigit() and len(top + bottom) <= 3 and 0 < int(top) < int(bottom):
            return Fraction(int(top), int(bottom)), at + 3
    return None


def _scaled(tokens: list[Token], found: Numeral, words: NumberWords) -> Numeral:
    """Multiplies by the magnitude words that follow: 2.5 million, 30bn, 3 lakh crore."""
    value, step, scale, last = found.value, found.step, 1, found.last
    while last < len(tokens):
        at = last + (tokens[last].text == "-" and last + 1 < len(tokens))
        worth = words.magnitudes.get(tokens[at].low)
        if worth is None and scale == 1 and not found.spelled:
            worth = _short(tokens, at, words)
        if worth is None:
            break
        value, step, scale, last = value * worth, step * worth, scale * worth, at + 1
    return Numeral(plain(value), plain(step), found.first, last, found.kind, scale, found.spelled)


def _short(tokens: list[Token], at: int, words: NumberWords) -> int | None:
    """`bn` after digits; `m` is left to the units, since it may be metres."""
    worth = words.short_magnitudes.get(tokens[at].low)
    alone = len(tokens[at].low) == 1
    if worth is None or tokens[at].low == "m" or (alone and not glued(tokens[at - 1], tokens[at])):
        return None
    return None if tokens[at].low == "b" and not _after_currency(tokens, at - 1, words) else worth


def _after_currency(tokens: list[Token], at: int, words: NumberWords) -> bool:
    return at > 0 and tokens[at - 1].low in words.prefixes


def _spelled(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """twenty-five, one hundred and five, a dozen, two and a half million, two-thirds, twenty-first."""
    start = at
    if stands(tokens, at, words.articles):
        if at + 1 < len(tokens) and tokens[at + 1].low in words.denominators:
            if words.denominators[tokens[at + 1].low] == 2 and _hyphened_unit(tokens, at + 2, words):
                return Numeral(Fraction(1, 2), Fraction(1, 2), at, at + 2, spelled=True)
            return article_share(tokens, at, words)
        if at + 1 >= len(tokens) or tokens[at + 1].low not in words.magnitudes:
            return None
        return _summed(tokens, Numeral(1, 1, start, at + 1, spelled=True), words)
    if tokens[at].low in words.ordinals:
        return Numeral(words.ordinals[tokens[at].low], 1, at, at + 1, Kind.ORDINAL, spelled=True)
    if tokens[at].low in words.magnitudes and at and tokens[at - 1].low in words.bare_leads:
        return _summed(tokens, Numeral(1, 1, start, start, spelled=True), words)
    group = _below_thousand(tokens, at, words)
    if group is None:
        return None
    return _pointed(tokens, group, words) or _sum_of_groups(tokens, group, words)


def _pointed(tokens: list[Token], whole: Numeral, words: NumberWords) -> Numeral | None:
    """three point two, one point seven five million."""
    at = whole.last
    if not stands(tokens, at, words.points):
        return None
    digits = ""
    while at + 1 < len(tokens) and words.cardinals.get(tokens[at + 1].low, 10) < 10 and len(digits) < 9:
        at, digits = at + 1, digits + str(words.cardinals[tokens[at + 1].low])
    if not digits:
        return None
    step = Fraction(1, 10 ** len(digits))
    found = Numeral(plain(whole.value + int(digits) * step), step, whole.first, at + 1, spelled=True)
    return _scaled(tokens, found, words)


def _below_thousand(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    value = words.cardinals.get(tokens[at].low)
    if value is None:
        return None
    last = at + 1
    if tokens[at].low in words.tens:
        follow = last + (last + 1 < len(tokens) and tokens[last].text in HYPHENS)
        ones = words.cardinals.get(tokens[follow].low, 0) if follow < len(tokens) else 0
        if 0 < ones < 10:
            return Numeral(value + ones, 1, at, follow + 1, spelled=True)
        ordinal = words.ordinals.get(tokens[follow].low, 0) if follow < len(tokens) and follow > last else 0
        counted = at > 0 and (tokens[at - 1].low in words.cardinals or tokens[at - 1].low in words.articles)
        if counted and tokens[follow].low in words.units:
            return Numeral(value, 10, at, last, spelled=True)  # a thirty-second film
        if 0 < ordinal < 10:
            return Numeral(value + ordinal, 1, at, follow + 1, Kind.ORDINAL, spelled=True)
    return Numeral(value, 10 if value and value % 10 == 0 else 1, at, last, spelled=True)


def _sum_of_groups(tokens: list[Token], group: Numeral, words: NumberWords) -> Numeral:
    """one hundred and five; two million three hundred thousand: each magnitude below the one before it."""
    if group.kind is Kind.ORDINAL:
        return group
    whole = _half_after(tokens, group, words) or spelled_share(tokens, group, words)
    if whole is not None:
        return _scaled(tokens, whole, words) if whole.kind is Kind.CARDINAL else whole
    return _summed(tokens, group, words)


def _summed(tokens: list[Token], group: Numeral, words: NumberWords) -> Numeral:
    """a hundred and fifty, a million and a half: what is added to a group and its magnitude."""
    total = _hundreds(tokens, group, words)
    if (
        total.scale > 1
        and (half := _half_after(tokens, total, words))
        and not stands(tokens, half.last, words.of)
    ):
        share = half.step * total.scale
        return replace(total, value=plain(total.value + share), step=plain(share), last=half.last)
    least = total.scale
    while least >= _HUNDRED:
        more = _next_group(tokens, total.last, words)
        if more is None or (more := _hundreds(tokens, more, words)).value >= least:
            break
        total = replace(total, value=total.value + more.value, step=more.step, last=more.last)
        least = more.scale
    return total


def _hundreds(tokens: list[Token], group: Numeral, words: NumberWords) -> Numeral:
    """seven hundred and fifty thousand: what stands after "hundred" is multiplied with it."""
    found = _scaled(tokens, group, words)
    if found.scale != 100:
        return found
    more = _next_group(tokens, found.last, words)
    if more is None or more.value >= 100:
        return found
    value, scaled = found.value + more.value, _scaled(tokens, more, words)
    return replace(
        found, value=value * scaled.scale, step=more.step * scaled.scale, last=scaled.last, scale=scaled.scale
    )


def _next_group(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    at += stands(tokens, at, frozenset({words.joiner}))
    more = _below_thousand(tokens, at, words) if at < len(tokens) else None
    return None if more is None or more.kind is Kind.ORDINAL else more


def _half_after(tokens: list[Token], found: Numeral, words: NumberWords) -> Numeral | None:
    """two and a half: a fraction that is added."""
    at = _past_dash(tokens, found.last)
    article = _past_dash(tokens, at + 1)
    if not (stands(tokens, at, frozenset({words.joiner})) and stands(tokens, article, words.articles)):
        return None
    last = _past_dash(tokens, article + 1)
    bottom = words.denominators.get(tokens[last].low) if last < len(tokens) else None
    if bottom is None or bottom > 4:
        return None
    share = Fraction(1, bottom)
    return Numeral(found.value + share, share, found.first, last + 1, spelled=found.spelled)


def _past_dash(tokens: list[Token], at: int) -> int:
    """The token itself, or the next one where it is a dash within a word: two-and-a-half."""
    dashed = 0 < at < len(tokens) - 1 and tokens[at].text in HYPHENS and glued(tokens[at - 1], tokens[at])
    return at + dashed


def _half(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """half a million, half an hour, half of them."""
    bottom = words.denominators.get(tokens[at].low)
    if bottom != 2:
        return None
    share = Fraction(1, 2)
    if _hyphened_unit(tokens, at + 1, words):
        return Numeral(share, share, at, at + 1, spelled=True)
    if stands(tokens, at + 1, words.articles) and at + 2 < len(tokens):
        if tokens[at + 2].low in words.magnitudes:
            return _scaled(tokens, Numeral(share, share, at, at + 2, spelled=True), words)
        if tokens[at + 2].low in words.units:
            return Numeral(share, share, at, at + 2, spelled=True)
    if at + 1 < len(tokens) and tokens[at + 1].low in words.magnitudes:
        return _scaled(tokens, Numeral(share, share, at, at + 1, spelled=True), words)
    return of_a_unit(tokens, Numeral(share, share, at, at + 1, Kind.PROPORTION, spelled=True), words)


def _hyphened_unit(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """The "-century" of "half-century"."""
    dashed = at + 1 < len(tokens) and tokens[at].text in HYPHENS and glued(tokens[at - 1], tokens[at])
    return dashed and tokens[at + 1].low in words.units


def _vague(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """hundreds, tens of thousands, several hundred, a few thousand: a magnitude and no number."""
    start, worth = at, words.vague.get(tokens[at].low)
    if worth is not None:
        last = at + 1
        while (
            stands(tokens, last, words.of) and last + 1 < len(tokens) and tokens[last + 1].low in words.vague
        ):
            worth, last = worth * words.vague[tokens[last + 1].low], last + 2
        return Numeral(worth, worth, start, last, Kind.VAGUE, spelled=True)
    at += stands(tokens, at, words.articles)
    if not stands(tokens, at, words.vague_leads):
        return None
    at += 1 + stands(tokens, at + 1, words.of)
    if at >= len(tokens) or tokens[at].low not in words.magnitudes:
        return None
    found = _scaled(tokens, Numeral(1, 1, start, at, spelled=True), words)
    return Numeral(found.value, found.step, start, found.last, Kind.VAGUE, spelled=True)


def _whole(tokens: list[Token], at: int, words: NumberWords) -> Numeral | None:
    """A number in digits or words: no share, no "dozens"."""
    return _digits(tokens, at, words) if tokens[at].kind == NUMBER else _spelled(tokens, at, words)
