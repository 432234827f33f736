"""Dates as people write them, in EDTF."""

import pytest

from briefgen.documents.written_dates import in_edtf, is_another_notation, too_late

WRITTEN = {
    "5 June 2031": ("2031-06-05",),
    "5th Jun. 2031": ("2031-06-05",),
    "June 5, 2031": ("2031-06-05",),
    "June 2031": ("2031-06",),
    "2031-6-5": ("2031-06-05",),
    "2031/06/05": ("2031-06-05",),
    "31.12.2030": ("2030-12-31",),
    "5. 6. 2031": ("2031-06-05",),
    "31/12/2030": ("2030-12-31",),
    "12/31/2030": ("2030-12-31",),
    "05/06/2031": ("2031-06-05", "2031-05-06"),
    "Summer 2031": ("2031-22",),
    "Q3 2031": ("2031-35",),
    "2030s": ("203X",),
    "c. 2031": ("2031~",),
    "about June 2031": ("2031-06~",),
    "2031?": ("2031?",),
    "June 2031 ?": ("2031-06?",),
    "before 2031": ("../2031",),
    "since 5 June 2031": ("2031-06-05/..",),
    "2031-2032": ("2031/2032",),
    "2031 – 2032": ("2031/2032",),
    "June 2031 to August 2031": ("2031-06/2031-08",),
    "yesterday": (),
    "31 June 2031": (),
    "": (),
    "to": (),
}


@pytest.mark.parametrize(("written", "edtf"), WRITTEN.items(), ids=list(WRITTEN))
def test_date_in_edtf(written: str, edtf: tuple[str, ...]) -> None:
    assert in_edtf(written) == edtf


def test_another_notation_says_no_more_and_no_less() -> None:
    assert [
        is_another_notation(each) for each in ("5 June 2031", "June 2031", "31.12.2030", "31/12/2030")
    ] == [True] * 4
    assert [is_another_notation(each) for each in ("05/06/2031", "early 2031", "c. 2031", "x")] == [False] * 4


def test_a_day_after_the_last_of_its_month() -> None:
    assert too_late("2031-06-31") == "that month has 30 days"
    assert too_late("2031-02-29") == "that month has 28 days"
    assert too_late("2031-13-01") == too_late("June") == ""
