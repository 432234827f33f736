"""Texts that nobody would write: no exception, and work that grows with the length of the text alone."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.figures.backing import Evidence, compare_figures, read_figures
from briefgen.evidence.figures.derivations import derive
from briefgen.evidence.languages import pack_for

ENGLISH = pack_for("en")
PIECES = [
    "1,", "1 000 ", "1.", "9", "$", "and a half ", "twenty-", "to ", "5 May ", "in 2014 ", "-", "'", "half a ", "one hundred and ",
    "between 5 and ", "over ", "a few hundred ", "\u202e", "\u200f", "😀", "٣", "½", "%", "1/", "12:", "a.m. ", "the ", "Q", "FY",
    "last ", "minimum of ", "of ", "percent ", "million ", "VI ", "@", "http://", "\0", "\n",
]  # fmt: skip
LONG = [
    "the three months to June 2019 ", "from its foundation in 1990 ", "19 of our 22 ", "60 km, up from 40 ", "2018 and 2019 ",
    "highest level since ", "the end of ", "By Ann Lee on 3 May 2019, ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_length(piece: str) -> None:
    """Counts the lines of code that run, which says the same on every machine."""
    short, long = (_lines(piece * (size // len(piece))) for size in (1000, 4000))
    assert long <= 5 * short + 2000


@pytest.mark.parametrize("piece", LONG)
def test_work_grows_with_the_number_of_phrases(piece: str) -> None:
    short, long = (_lines(piece * (size // len(piece))) for size in (3000, 24000))
    assert long <= 9 * short + 2000


def _lines(text: str) -> int:
    count = 0

    def trace(frame: object, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_figures(text, ENGLISH)
    finally:
        sys.settrace(before)
    return count


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_strange(stated: str, quoted: str) -> None:
    compare_figures(read_figures(stated, ENGLISH), [Evidence(read_figures(quoted, ENGLISH))])


@given(st.lists(st.sampled_from([*PIECES, " ", "a ", "people ", "May "]), max_size=25).map("".join))
def test_every_text_backs_itself(text: str) -> None:
    figures = read_figures(text, ENGLISH)
    assert [match.rule for match in compare_figures(figures, [Evidence(figures)])] == [""] * len(
        list(_matched(text))
    )


def _matched(text: str) -> Iterator[object]:
    figures = read_figures(text, ENGLISH)
    yield from compare_figures(figures, [Evidence(figures)])


@given(st.text(max_size=120))
def test_any_line_may_be_called_a_derivation(line: str) -> None:
    found = derive(line, [Evidence(read_figures("2,500 and 900", ENGLISH))], ENGLISH)
    assert found.result is not None or found.message
    assert 0 <= found.start <= found.end <= len(line)
