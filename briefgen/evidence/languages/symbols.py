"""Signs that mean the same in every language: per cent, currencies, the symbols of metric units."""

from collections.abc import Iterable
from fractions import Fraction

from briefgen.evidence.languages.units import DEGREES, PERCENT, Unit, money

Entry = tuple[tuple[str, ...], tuple[Unit, ...]]
UnitTable = dict[str, tuple[Entry, ...]]

_SIGNS = {
    "$": "$", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₩": "KRW", "₫": "VND", "₴": "UAH", "฿": "THB", "₱": "PHP", "us $": "USD", "a $": "AUD", "au $": "AUD",
    "c $": "CAD", "ca $": "CAD", "can $": "CAD", "nz $": "NZD", "hk $": "HKD", "s $": "SGD", "nt $": "TWD",
    "r $": "BRL", "z $": "ZWD", "j $": "JMD", "tt $": "TTD", "rs": "rupee", "rs.": "rupee", "tk": "BDT",
    "r": "ZAR", "ksh": "KES", "ush": "UGX", "tsh": "TZS", "cfa": "XOF", "cdn $": "CAD", "rmb": "CNY",
    "sfr": "CHF", "nkr": "NOK", "skr": "SEK", "dkr": "DKK",
}  # fmt: skip

MIXED_CODES = frozenset({"Rs", "Tk", "KSh", "Ksh", "USh", "TSh", "NKr", "Nkr", "SKr", "Skr", "DKr", "Dkr"})
"""Currencies before a figure that are not written in capitals throughout."""

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CUP CZK "
    "DJF DKK DOP DZD EGP ERN ETB EUR GBP GEL GHS GNF GTQ HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
    "KES KGS KHR KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN "
    "NIO NOK NPR NZD OMR PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SLE SOS SSP SYP SZL THB TJS "
    "TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XOF YER ZAR ZMW ZWL"
).split()

_METRIC = (
    Unit("metric length", "km", 1000),
    Unit("metric length", "cm", Fraction(1, 100)),
    Unit("metric length", "mm", Fraction(1, 1000)),
    Unit("metric mass", "kg", 1000),
    Unit("metric area", "ha", 10000),
    Unit("power", "kW", 1000),
    Unit("power", "MW", 1000000),
    Unit("power", "GW", 1000000000),
)

PREFIXES = {sign: money(code) for sign, code in _SIGNS.items()} | {
    code.lower(): money(code) for code in _CODES
}
"""Currencies by the sign or code before a figure, in lower case."""


def symbols() -> Iterable[Entry]:
    """Units by the sign or code after a figure."""
    yield ("%",), (PERCENT,)
    yield ("\u066a",), (PERCENT,)
    yield ("°",), (DEGREES,)
    for sign in "$£€":
        yield (sign,), (money(_SIGNS[sign]),)
    for code in _CODES:
        yield (code.lower(),), (money(code),)


def metric_symbols() -> Iterable[Entry]:
    """Symbols of metric units that are words of no language."""
    for unit in _METRIC:
        yield (unit.name.lower(),), (unit,)


def by_first_word(entries: Iterable[Entry]) -> UnitTable:
    """Phrases by their first word, the longest first."""
    table: dict[str, dict[tuple[str, ...], tuple[Unit, ...]]] = {}
    for words, units in entries:
        table.setdefault(words[0], {}).setdefault(words, units)
    return {word: tuple(sorted(found.items(), key=lambda e: -len(e[0]))) for word, found in table.items()}
