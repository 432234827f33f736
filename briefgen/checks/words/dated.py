"""EDTF dates of the workspace as days and as dates of a text."""

import datetime
import re

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
