"""What an ordinal counts besides: won for the third time, three times; the 90th birthday, 90 years; the third straight
win, three wins. Owns the way from the ordinal to that count, which gives backing and needs none."""

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Unit, thing
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.tokens import WORD, Token


def with_implied(tokens: list[Token], last: int, quantity: Quantity, words: NumberWords) -> Quantity:
    """An ordinal that ends before a token, with the count that it makes; any other figure as it is."""
    if quantity.kind is not Kind.ORDINAL:
        return quantity
    unit = words.turns.get(quantity.noun) or (_unbroken(tokens, last, words) if quantity.streak else None)
    if unit is None:
        return quantity
    readings = tuple(replace(r, unit=unit) for r in quantity.readings)
    count = replace(quantity, readings=readings, kind=Kind.CARDINAL, firm=False, implied=True, streak=False)
    return replace(quantity, implies=(count,))


def _unbroken(tokens: list[Token], at: int, words: NumberWords) -> Unit:
    """What is counted without a gap: the weeks of "third straight week"."""
    while at < len(tokens) and (tokens[at].low in words.fillers or tokens[at].kind != WORD):
        at += 1
    word = tokens[at].low if at < len(tokens) else ""
    units = next((units for phrase, units in words.units.get(word, ()) if len(phrase) == 1), ())
    return units[0] if units else thing(word)
