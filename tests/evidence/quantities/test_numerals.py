"""Numbers as they are written."""

from fractions import Fraction

import pytest

from briefgen.evidence.languages import pack_for
from briefgen.evidence.quantities.digits import parse_digits
from briefgen.evidence.quantities.numeral import Kind, Numeral
from briefgen.evidence.quantities.numerals import read_numeral
from briefgen.evidence.text.tokens import tokenize

ENGLISH = pack_for("en").numbers


def numeral(text: str, language: str = "en") -> Numeral | None:
    return read_numeral(tokenize(text), 0, pack_for(language).numbers)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("25,000", 25000, 1000),
        ("25 000", 25000, 1000),
        ("25\u202f000", 25000, 1000),
        ("25'000", 25000, 1000),
        ("1,00,000", 100000, 100000),
        ("3,82", Fraction(191, 50), Fraction(1, 100)),
        ("1.80", Fraction(9, 5), Fraction(1, 100)),
        ("007", 7, 1),
        ("0", 0, 1),
        ("1.000.000", 1000000, 1000000),
    ],
)
def test_digits_in_any_grouping(text: str, value: int, step: int) -> None:
    assert parse_digits(text.replace(" ", "\u202f") if " " in text else text, ENGLISH) == (value, step)


@pytest.mark.parametrize("text", ["1.2.3", "12,34,5", "9" * 400, "1,2345"])
def test_what_is_no_number(text: str) -> None:
    assert parse_digits(text, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twelve", 12),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("seven hundred fifty thousand", 750000),
        ("two million three hundred thousand", 2300000),
        ("two and a half million", 2500000),
        ("half a million", 500000),
        ("one and a half thousand", 1500),
        ("a dozen", 12),
        ("three lakh", 300000),
        ("5 crore", 50000000),
        ("1.5bn", 1500000000),
        ("40k", 40000),
        ("2 1/2", Fraction(5, 2)),
        ("2½", Fraction(5, 2)),
    ],
)
def test_words_and_magnitudes(text: str, value: int) -> None:
    found = numeral(text)
    assert found is not None
    assert (found.value, found.kind) == (value, Kind.CARDINAL)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds", Fraction(2, 3)),
        ("three quarters", Fraction(3, 4)),
        ("a third of them", Fraction(1, 3)),
        ("one in five", Fraction(1, 5)),
        ("1 in 8 people", Fraction(1, 8)),
        ("26 out of 29", Fraction(26, 29)),
        ("half of them", Fraction(1, 2)),
        ("3/4", Fraction(3, 4)),
        ("⅓", Fraction(1, 3)),
    ],
)
def test_shares(text: str, value: Fraction) -> None:
    found = numeral(text)
    assert found is not None
    assert (found.value, found.kind) == (value, Kind.PROPORTION)


@pytest.mark.parametrize("text", ["3 in 12 months", "5 in 2014", "a third man", "two in three days"])
def test_what_is_no_share(text: str) -> None:
    found = numeral(text)
    assert found is None or found.kind is not Kind.PROPORTION


@pytest.mark.parametrize(("text", "value"), [("3rd", 3), ("third", 3), ("twenty-first", 21), ("101st", 101)])
def test_ordinals(text: str, value: int) -> None:
    found = numeral(text)
    assert found is not None
    assert (found.value, found.kind) == (value, Kind.ORDINAL)


@pytest.mark.parametrize(
    ("text", "value"),
    [("dozens", 12), ("tens of thousands", 10000), ("several hundred", 100), ("a few thousand", 1000)],
)
def test_magnitudes_without_a_number(text: str, value: int) -> None:
    found = numeral(text)
    assert found is not None
    assert (found.value, found.kind) == (value, Kind.VAGUE)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2,5 millions", "fr", 2500000),
        ("3,5 Millionen", "de", 3500000),
        ("٢٬٥٠٠", "ar", 2500),
        ("12.5", "de", Fraction(25, 2)),
    ],
)
def test_other_languages_have_digits_and_magnitudes(text: str, language: str, value: int) -> None:
    found = numeral(text, language)
    assert found is not None
    assert found.value == value
