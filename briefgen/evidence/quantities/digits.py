"""Strings of digits as numbers. Owns grouping, decimals, and the worth of the last significant digit."""

from fractions import Fraction

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import Rational

MAX_DIGITS = 60
"""Longer strings of digits are identifiers: nothing is counted in them."""


def parse_digits(text: str, words: NumberWords) -> tuple[Rational, Rational] | None:
    """Value and step of a string of digits: `25,000` → (25000, 1000); None where it is no number.

    >>> from briefgen.evidence.languages import pack_for
    >>> parse_digits("1,00,000", pack_for("en").numbers)
    (100000, 100000)
    """
    if len(text) > MAX_DIGITS:
        return None
    text = text.replace("\u066b", words.decimal).replace("\u066c", words.group)
    whole, mark, decimals = _split_decimals(text, words)
    digits = "".join(ch for ch in whole if ch.isdigit())
    if (
        not digits
        or (len(digits) < len(whole) and not _grouped(whole))
        or not (decimals.isdigit() or not mark)
    ):
        return None
    if mark:
        step = Fraction(1, 10 ** len(decimals))
        return plain(int(digits) + int(decimals) * step), step
    value = int(digits)
    zeros = len(digits) - len(str(value).rstrip("0")) if value else 0
    return value, 10 ** (zeros if str(value) == digits else len(str(value)) - len(str(value).rstrip("0")))


def _split_decimals(text: str, words: NumberWords) -> tuple[str, str, str]:
    if text.count(words.decimal) == 1:
        return text.partition(words.decimal)
    if not words.cardinals and text.count(words.group) == 1 and len(text.partition(words.group)[2]) != 3:
        return text.partition(words.group)  # a language read by its digits alone: 12.5 for 12,5
    whole, mark, decimals = text.partition(words.group)
    if words.cardinals and mark and len(decimals) < 3 and len(whole) < 3 and whole != "0" * len(whole):
        return whole, mark, decimals  # 1,5 as in French
    return text, "", ""


def _grouped(whole: str) -> bool:
    """Whether digits are grouped by thousands (or by lakhs: 1,00,000) with one and the same sign."""
    sign = next(ch for ch in whole if not ch.isdigit())
    groups = whole.split(sign)
    sizes = {len(group) for group in groups[1:-1]}
    return (
        all(group.isdigit() for group in groups)
        and len(groups[-1]) == 3
        and ((sizes <= {3} and len(groups[0]) <= 3) or (sizes == {2} and len(groups[0]) <= 2))
    )


def plain(value: Rational) -> Rational:
    """An integral fraction as an int: cheaper to compare, and the same number."""
    return value.numerator if value.denominator == 1 else value
