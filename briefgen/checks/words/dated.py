"""EDTF dates of the workspace as days and as dates of a text."""

import datetime
import re

_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}[?~%]?\Z")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)[?~%]?\Z")


def day_of(edtf: str) -> datetime.date | None:
    """The one day that an EDTF date names; None where it is coarser, or no day of the calendar.

    >>> day_of("2024-09-27"), day_of("2024-09")
    (datetime.date(2024, 9, 27), None)
    """
    found = _DAY.match(edtf)
    if found is None:
        return None
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


def year_of(edtf: str) -> int | None:
    """The one year that an EDTF date lies in; None where it may lie in several.

    >>> year_of("2024-09~"), year_of("2023/2024")
    (2024, None)
    """
    found = _YEAR.match(edtf)
    return int(found[1]) if found else None
