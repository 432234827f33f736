"""What an ordinal counts besides: won for the third time, three times; the 90th birthday, 90 years; the third straight
win, three wins. Owns the way from the ordinal to that count, which gives backing and needs none."""

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import DAYS, HOURS, Unit, thing
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.tokens import WORD, Token

_RECORD = "time since"
"""What "first" counts in "the first time since"."""

_CLOSE = 4
"""So many tokens after "first" or a superlative may lead to "since": "the highest level ever seen since"."""

_REACH = 10
"""So many tokens before it may "before" be denied."""


def with_implied(tokens: list[Token], last: int, quantity: Quantity, words: NumberWords) -> Quantity:
    """An ordinal that ends before a token, with the count that it makes; any other figure as it is."""
    if quantity.kind is not Kind.ORDINAL:
        return quantity
    if quantity.value == 1 and quantity.noun == "time" and _since(tokens, last, words):
        return replace(quantity, noun=_RECORD)
    unit = words.turns.get(quantity.noun) or (_unbroken(tokens, last, words) if quantity.streak else None)
    if unit is None:
        return quantity
    readings = tuple(replace(r, unit=unit) for r in quantity.readings)
    count = replace(quantity, readings=readings, kind=Kind.CARDINAL, firm=False, implied=True, streak=False)
    return replace(quantity, implies=(count,))


def record_since(tokens: list[Token], at: int, words: NumberWords) -> Quantity | None:
    """The "first time since" that a superlative gives: what is the highest since 2008 is so for the first time since 2008."""
    if tokens[at].low not in words.extremes or not _since(tokens, at, words):
        return None
    start, end = tokens[at].start, tokens[at].end
    return Quantity(start, end, (Reading(1, 1),), firm=False, noun=_RECORD, lead=start, tail=end)


def _since(tokens: list[Token], at: int, words: NumberWords) -> bool:
    """Whether a time follows closely from which on something has no equal."""
    for token in tokens[at : at + _CLOSE]:
        if token.low == words.from_then:
            return True
        if token.kind != WORD:
            break
    return False


def unheard_of(tokens: list[Token], at: int, words: NumberWords) -> int | None:
    """1 for the "before" of "no woman has led it before", which makes whoever does the first; None for any other."""
    if tokens[at].low not in words.hitherto:
        return None
    follow = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].low == words.hitherto_last and follow is not None and follow.kind == WORD:
        return None
    denied = (token.low in words.denials for token in tokens[max(at - _REACH, 0) : at])
    return 1 if any(denied) else None


def around_the_clock(start: int, end: int) -> Quantity:
    """24/7: no count that needs backing; it gives 24 hours a day and seven days a week."""
    pairs = ((24, HOURS, "day"), (7, DAYS, "week"))
    told = tuple(
        Quantity(
            start, end, (Reading(value, 1, unit),), rate=rate, explicit_rate=True, firm=False, implied=True,
            lead=start, tail=end,
        )
        for value, unit, rate in pairs
    )  # fmt: skip
    always = (Reading(0, 1, Unit("digits 24/7", "24/7")),)
    return Quantity(start, end, always, firm=False, implies=told, lead=start, tail=end)


def _unbroken(tokens: list[Token], at: int, words: NumberWords) -> Unit:
    """What is counted without a gap: the weeks of "third straight week"."""
    while at < len(tokens) and (tokens[at].low in words.fillers or tokens[at].kind != WORD):
        at += 1
    word = tokens[at].low if at < len(tokens) else ""
    units = next((units for phrase, units in words.units.get(word, ()) if len(phrase) == 1), ())
    return units[0] if units else thing(word)
