"""Arithmetic that a reader can redo."""

import pytest

from briefgen.evidence.figures.backing import Evidence, read_figures
from briefgen.evidence.figures.derivations import derive
from briefgen.evidence.languages import pack_for
from briefgen.evidence.languages.bounds import Bound

ENGLISH = pack_for("en")
QUOTES = (
    "There are 2,500 troops in the north and nine hundred in the south, about 60 of them medics.",
    "It ran from March 2014 to September 2025; on 1 March 2024 and on 15 April 2024 it stopped. In 1999 and 2024 too.",
    "The road is 62 miles long. 40% of 4,000 households have no water. Ayes 312, Noes 0.",
)
EVIDENCE = [Evidence(read_figures(quote, ENGLISH)) for quote in QUOTES]


@pytest.mark.parametrize(
    "line",
    [
        "3,400 = 2,500 + 900",
        "3,400=2,500+900",
        "3,400 troops = 2,500 troops + nine hundred",
        "1,600 = 2,500 - 900",
        "1,600 = 2,500 − 900",
        "36% = 900 ÷ 2,500",
        "36% = 900 / 2,500",
        "36% = 900 / 2,500 × 100",
        "11 years and 6 months = March 2014 to September 2025",
        "2.8 = 2,500 ÷ 900",
        "1,600 = 40% × 4,000",
        "1,600 = 40% * 4,000",
        "25 years = 1999 to 2024",
        "138 months = March 2014 to September 2025",
        "45 days = 1 March 2024 to 15 April 2024",
        "6 weeks = 1 March 2024 to 15 April 2024",
        "100 km = 62 miles",
        "100 km = 62 miles × 1.61",
        "3,712 = 2,500 + 900 + 312",
    ],
)
def test_what_comes_out(line: str) -> None:
    found = derive(line, EVIDENCE, ENGLISH)
    assert (found.message, found.result is not None) == ("", True)


@pytest.mark.parametrize(
    ("line", "words", "correct"),
    [
        ("3,500 = 2,500 + 900", "3,500", "3,400"),
        ("26 years = 1999 to 2024", "26 years", "25 years"),
        ("40% = 900 ÷ 2,500", "40%", "0.36"),
        ("120 km = 62 miles", "120 km", "99.78"),
    ],
)
def test_what_does_not_come_out(line: str, words: str, correct: str) -> None:
    found = derive(line, EVIDENCE, ENGLISH)
    assert found.result is None
    assert line[found.start : found.end] == words
    if correct != "0.36":
        assert found.correct == correct


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("3,401 = 2,500 + 901", "901"),
        ("24 years = 1999 to 2023", "2023"),
        ("7 = 3 + 4", "3"),
        ("3,500 = 2,500 + 1,000", "1,000"),
    ],
)
def test_operands_stand_in_the_quotes(line: str, words: str) -> None:
    found = derive(line, EVIDENCE, ENGLISH)
    assert found.result is None
    assert line[found.start : found.end] == words


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "",
        "=",
        "= 3",
        "3 =",
        "2,500 = 2,500",
        "9 = 312 / 0",
        "1 = 2 = 3",
        "a = b + c",
        "9" * 400 + " = 2,500 + 900",
        "3,400 = " + "+" * 200,
    ],
)
def test_what_is_no_arithmetic(line: str) -> None:
    found = derive(line, EVIDENCE, ENGLISH)
    assert found.result is None
    assert found.message


def test_a_result_is_no_firmer_than_its_operands() -> None:
    found = derive("2,560 = 2,500 + 60", EVIDENCE, ENGLISH)
    assert found.result is not None
    assert found.result.bound is Bound.ABOUT


def test_a_line_may_build_on_the_one_before() -> None:
    first = derive("3,400 = 2,500 + 900", EVIDENCE, ENGLISH)
    assert first.result is not None
    assert derive("3,712 = 3,400 + 312", EVIDENCE, ENGLISH, (first.result,)).result is not None
    assert derive("3,712 = 3,400 + 312", EVIDENCE, ENGLISH).result is None


def test_brackets_are_told_to_be_a_step_of_their_own() -> None:
    wrong = derive("64% = (2,500 - 900) / 2,500", EVIDENCE, ENGLISH)
    assert (wrong.result, wrong.message) == (None, "brackets are not read")
    assert "one step a line" in wrong.help
