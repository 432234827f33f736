"""What is counted, how it is bounded, at which rate."""

from fractions import Fraction

import pytest

from briefgen.evidence.languages import pack_for
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.quantities.reading import read_quantities
from briefgen.evidence.text.tokens import tokenize

ENGLISH = pack_for("en").numbers


def quantities(text: str) -> list[Quantity]:
    return read_quantities(tokenize(text), (), ENGLISH)


def one(text: str) -> Quantity:
    return next(each for each in quantities(text) if each.firm)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("US$1.5 billion", 1500000000, "USD"),
        ("£35million", 35000000, "GBP"),
        ("Rs 500 crore", 5000000000, "rupee"),
        ("5 million Sudanese pounds", 5000000, "SDG"),
        ("250 million euros", 250000000, "EUR"),
        ("40 per cent", 40, "per cent"),
        ("40%", 40, "per cent"),
        ("0.5 percentage points", Fraction(1, 2), "percentage points"),
        ("30-tonne lorries", 30, "tonnes"),
        ("300km", 300, "km"),
        ("two billion light years", 2000000000, "light years"),
        ("12 more months", 12, "months"),
        ("4.2m barrels", 4200000, "barrels"),
        ("2,500 troops", 2500, "troops"),
        ("-5 °C", -5, "°C"),
        ("minus five degrees", -5, "degrees"),
        ("99", 99, ""),
    ],
)
def test_value_and_unit(text: str, value: int, unit: str) -> None:
    found = one(text)
    assert (found.value, found.unit.name) == (value, unit)


@pytest.mark.parametrize(
    ("text", "names"),
    [("1.5m", {"", "metres"}), ("five pounds", {"GBP", "pounds"}), ("60 cents", {"$", "EUR"})],
)
def test_an_ambiguous_unit_has_all_its_readings(text: str, names: set[str]) -> None:
    assert {reading.unit.name for reading in one(text).readings} == names


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("over 80 people", Bound.OVER),
        ("well over a million", Bound.OVER),
        ("no fewer than 12", Bound.AT_LEAST),
        ("80 or more", Bound.AT_LEAST),
        ("80 people or more", Bound.AT_LEAST),
        ("100+", Bound.OVER),
        ("a minimum order of 80", Bound.AT_LEAST),
        ("as many as 70", Bound.AT_MOST),
        ("up to US$5 million", Bound.AT_MOST),
        ("fewer than 12", Bound.UNDER),
        ("nearly 2,000", Bound.NEARLY),
        ("an estimated 25,000", Bound.ABOUT),
        ("80-odd", Bound.ABOUT),
        ("some 60", Bound.ABOUT),
        ("over two years", Bound.EITHER),
        ("for over two years", Bound.OVER),
        ("80 and over 90", Bound.EXACT),
        ("80", Bound.EXACT),
    ],
)
def test_edges(text: str, bound: Bound) -> None:
    assert one(text).bound is bound


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("500 barrels a day", "day"),
        ("$299/month", "month"),
        ("£100,000-a-week", "week"),
        ("14 weekly flights", "week"),
        ("50 people", ""),
    ],
)
def test_rates(text: str, rate: str) -> None:
    assert one(text).rate == rate


def test_a_range_shares_its_unit_and_magnitude() -> None:
    low, high = quantities("$5-10 million")
    assert (low.value, high.value) == (5000000, 10000000)
    assert (low.unit.name, high.unit.name) == ("$", "$")
    assert (low.partner, high.partner) == (10000000, 5000000)


def test_a_change_from_one_figure_to_another_is_no_range() -> None:
    low, high = quantities("rose from 5 to 10 per cent")
    assert low.partner is None
    assert high.partner is None
    assert low.unit.name == "per cent"


@pytest.mark.parametrize(
    "text", ["one of the envoys", "the two countries", "at first", "zero", "half-brother"]
)
def test_words_that_count_nothing_need_no_backing(text: str) -> None:
    assert not [each for each in quantities(text) if each.firm]


def test_codes_are_compared_as_a_whole() -> None:
    assert [each.unit.dimension for each in quantities("COVID-19 and G7")] == ["code covid", "code g"]


def test_the_place_is_the_figure_and_the_lead_its_edge() -> None:
    text = "It costs more than US$ 5 million a year."
    found = one(text)
    assert text[found.start : found.end] == "US$ 5 million"
    assert text[found.lead : found.tail] == "more than US$ 5 million a year"
