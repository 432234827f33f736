"""When a quoted figure backs a stated one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.figures.backing import Evidence, compare_figures, read_figures
from briefgen.evidence.languages import pack_for
from briefgen.evidence.languages.bounds import IMPLIED, Bound, implied

ENGLISH = pack_for("en")


def rules(stated: str, *quotes: str) -> list[str]:
    """The rules that the mentions of a statement break, in order."""
    evidence = [Evidence(read_figures(quote, ENGLISH)) for quote in quotes]
    return [match.rule for match in compare_figures(read_figures(stated, ENGLISH), evidence) if match.rule]


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("24 months", "two years"),
        ("at least 80 dead", "over 80 dead"),
        ("about 2,500", "2,460"),
        ("more than 53,000 units", "53,745 units"),
        ("25 per cent", "a quarter of them"),
        ("33 per cent", "one in three"),
        ("US$5", "$5"),
        ("fewer than 100 beds", "nearly 100 beds"),
        ("between 5 and 10 per cent", "5-10%"),
        ("at least 5 per cent", "5 to 10 per cent"),
        ("aged 25", "25 years old"),
        ("hundreds of people", "340 people"),
    ],
)
def test_backed(stated: str, quoted: str) -> None:
    assert rules(stated, quoted) == []


@pytest.mark.parametrize(
    ("stated", "quoted", "rule"),
    [
        ("2,600 men", "2,500 men", "number-unsupported"),
        ("about 1,000 men", "1,400 men", "number-unsupported"),
        ("hundreds of people", "34 people", "number-unsupported"),
        ("5 per cent", "5 percentage points", "unit-changed"),
        ("5 billion dollars", "5 million dollars", "unit-changed"),
        ("18 years", "18 months", "unit-changed"),
        ("80 dead", "over 80 dead", "number-bound"),
        ("more than 80 dead", "80 dead", "number-bound"),
        ("10 per cent", "5 to 10 per cent", "number-bound"),
        ("1,800 men", "1,836 men", "number-rounded"),
        ("25,000 men", "some 25,000 men", "number-hardened"),
    ],
)
def test_not_backed(stated: str, quoted: str, rule: str) -> None:
    assert rules(stated, quoted) == [rule]


def test_the_closest_quote_decides() -> None:
    assert rules("80 dead", "over 80 dead", "80 dead in all") == []


@given(st.sampled_from(list(Bound)))
def test_every_edge_backs_itself(bound: Bound) -> None:
    assert implied(bound, bound)


@given(st.sampled_from(list(IMPLIED)), st.sampled_from(list(IMPLIED)), st.sampled_from(list(IMPLIED)))
def test_what_follows_from_what_follows_follows(one: Bound, two: Bound, three: Bound) -> None:
    if implied(one, two) and implied(two, three):
        assert implied(one, three)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_backs_itself_in_any_grouping(value: int) -> None:
    assert rules(f"{value:,} goats", f"{value} goats") == []


@given(st.integers(min_value=2201, max_value=10**9), st.integers(min_value=2201, max_value=10**9))
def test_no_other_number_backs_a_number(one: int, other: int) -> None:
    if one != other:
        assert rules(f"{one} goats", f"{other} goats") != []
