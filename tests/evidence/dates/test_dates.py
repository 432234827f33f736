"""Dates: how they are read, and when one backs another."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.dates.date import Date
from briefgen.evidence.dates.reading import read_dates
from briefgen.evidence.figures.backing import Evidence, compare_figures, read_figures
from briefgen.evidence.languages import pack_for
from briefgen.evidence.text.edges import Edge, Part
from briefgen.evidence.text.tokens import tokenize

ENGLISH = pack_for("en")


def dates(text: str, language: str = "en") -> list[Date]:
    return [found.date for found in read_dates(tokenize(text), pack_for(language).calendar)]


def backed(stated: str, quoted: str, issued: datetime.date | None = None) -> bool:
    evidence = [Evidence(read_figures(quoted, ENGLISH), issued)]
    return not any(match.rule for match in compare_figures(read_figures(stated, ENGLISH), evidence))


@pytest.mark.parametrize(
    "text",
    [
        "5 March 2024",
        "March 5, 2024",
        "5th of March 2024",
        "March 5th, 2024",
        "2024-03-05",
        "05.03.2024",
        "Tuesday, 5 March 2024",
        "5 Mar 24",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    (date,) = dates(text)
    assert date.day == datetime.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "years", "months"),
    [
        ("Q2 2024", (2024, 2024), (4, 6)),
        ("the third quarter of 2023", (2023, 2023), (7, 9)),
        ("H1 2024", (2024, 2024), (1, 6)),
        ("the first half of 2023", (2023, 2023), (1, 6)),
        ("the 1960s", (1960, 1969), None),
        ("the '90s", (1990, 1999), None),
        ("the 21st century", (2000, 2099), None),
        ("2018–19", (2018, 2019), None),
        ("from 2010 to 2015", (2010, 2015), None),
        ("autumn 2025", (2025, 2025), (8, 12)),
        ("March 2024", (2024, 2024), (3, 3)),
    ],
)
def test_periods(text: str, years: tuple[int, int], months: tuple[int, int] | None) -> None:
    (date,) = dates(text)
    assert (date.years, date.months) == (years, months)


@pytest.mark.parametrize(
    "text",
    ["he may march", "we march on", "Rangers 1", "killed 1,300", "room 2014", "five thirty-second ads"],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_days_of_a_list_share_month_and_year() -> None:
    assert [date.day for date in dates("19, 21 and 23 May 2015")] == [
        datetime.date(2015, 5, day) for day in (19, 21, 23)
    ]


def test_a_range_has_both_ends() -> None:
    (date,) = dates("from 27 May to 7 June 2024")
    assert date.ends is not None
    assert [end.day for end in date.ends] == [datetime.date(2024, 5, 27), datetime.date(2024, 6, 7)]


@pytest.mark.parametrize(
    ("text", "edge", "part"),
    [
        ("by the end of September 2025", Edge.BY, Part.END),
        ("since the early 1990s", Edge.SINCE, Part.EARLY),
        ("until May 2024", Edge.UNTIL, Part.WHOLE),
        ("no later than 2026", Edge.BY, Part.WHOLE),
        ("prior to March 2024", Edge.BEFORE, Part.WHOLE),
        ("in mid-1995", Edge.AT, Part.MID),
    ],
)
def test_edges_and_parts(text: str, edge: Edge, part: Part) -> None:
    (date,) = dates(text)
    assert (date.edge, date.part) == (edge, part)


@pytest.mark.parametrize(
    ("text", "language"),
    [("5 mars 2024", "fr"), ("5. März 2024", "de"), ("5 de marzo de 2024", "es"), ("5 марта 2024", "ru")],
)
def test_other_languages_have_the_months_of_their_locale(text: str, language: str) -> None:
    assert [date.day for date in dates(text, language)] == [datetime.date(2024, 3, 5)]


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("in March 2024", "on 5 March 2024"),
        ("in the 1990s", "in 1995"),
        ("by 2025", "by September 2025"),
        ("by September 2025", "before September 2025"),
        ("from April to June 2024", "in Q2 2024"),
        ("on Tuesday", "on 5 March 2024"),
        ("on 5 March 2024", "on 5 March, in the second month of 2024"),
        ("took office in 2019", "in office since 2019"),
        ("late May 2024", "the end of May 2024"),
    ],
)
def test_backed(stated: str, quoted: str) -> None:
    assert backed(stated, quoted)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("on 5 March 2024", "in March 2024"),
        ("in 2025", "by 2025"),
        ("before 2025", "before March 2025"),
        ("in 2025", "in FY2025"),
        ("on Wednesday", "on 5 March 2024"),
        ("until 2024", "since 2024"),
        ("at 6 a.m.", "at 18:00"),
        ("at 18:00 GMT", "at 18:00 EST"),
    ],
)
def test_not_backed(stated: str, quoted: str) -> None:
    assert not backed(stated, quoted)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("13 May 2024", "yesterday"),
        ("10 May 2024", "on Friday"),
        ("April 2024", "last month"),
        ("2023", "last year"),
        ("May 2024", "last week"),
        ("3 March 2024", "3 March"),
    ],
)
def test_relative_dates_are_resolved_against_the_day_of_publication(stated: str, quoted: str) -> None:
    assert backed(stated, quoted, datetime.date(2024, 5, 14))
    assert not backed(stated, quoted)


@pytest.mark.parametrize(("stated", "right"), [("in 2025", True), ("in 2024", False)])
def test_next_year_is_resolved_against_the_year_of_publication_where_the_day_is_unknown(
    stated: str, right: bool
) -> None:
    evidence = [Evidence(read_figures("next year", ENGLISH), None, 2024)]
    (match,) = compare_figures(read_figures(stated, ENGLISH), evidence)
    assert (not match.rule) is right


@pytest.mark.parametrize("stated", ["dates from 1932", "a bridge dated from 1932"])
def test_what_dates_from_a_year_was_made_in_it(stated: str) -> None:
    assert backed(stated, "built in 1932")
    assert not backed("has stood from 1932", "built in 1931")


def test_a_week_is_no_day_of_it() -> None:
    assert not backed("8 May 2024", "last week", datetime.date(2024, 5, 14))


def test_what_is_so_from_a_date_is_so_as_of_it_not_the_other_way() -> None:
    assert backed("as of 1 May 2024", "from 1 May 2024")
    assert not backed("from 1 May 2024", "as of 1 May 2024")


@pytest.mark.parametrize("stated", ["between 2020 and 2024", "from 2020 to 2024", "2020-2024", "in 2020–24"])
def test_a_range_of_years_with_two_digits(stated: str) -> None:
    assert backed(stated, "in 2020–24")
    assert not backed(stated, "in 2020–23")
    assert not backed(stated, "in 2020")


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2190, 12, 31)),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2190, 12, 31)),
)
def test_a_day_backs_itself_and_no_other(one: datetime.date, other: datetime.date) -> None:
    stated = f"on {one.day} {one:%B} {one.year}"
    assert backed(stated, f"on {one.isoformat()}")
    if one != other:
        assert not backed(stated, f"on {other.isoformat()}")
