"""Dates as people write them, in EDTF: what to write in the place of `5 June 2031`.

Owns the forms that are read: English months, day first or month first, quarters and seasons, ranges, "about", "before".
A date that may be read in two ways is given in both.
"""

import re
from calendar import monthrange
from collections.abc import Callable

from briefgen.models.scalars import is_edtf

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

Match = re.Match[str]


def in_edtf(text: str) -> tuple[str, ...]:
    """What `text` may be in EDTF: one date, two where day and month may change places, none where nobody can tell."""
    flat = " ".join(text.casefold().replace("–", "-").split())
    return tuple(dict.fromkeys(each for each in _read(flat) if is_edtf(each)))


def is_another_notation(text: str) -> bool:
    """Whether what `in_edtf` gives says the very same as `text`, no more and no less."""
    flat = " ".join(text.casefold().split())
    return len(in_edtf(text)) == 1 and any(re.fullmatch(pattern, flat) for pattern, _ in FORMS[:CALENDAR])


def too_late(text: str) -> str:
    """Why a date that is written as it should be is none: the length of its month; empty for any other text."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)[?~%]?", text)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[3]) < 29:
        return ""
    return f"that month has {monthrange(int(match[1]), int(match[2]))[1]} days"


def _read(text: str) -> list[str]:
    found = ((re.fullmatch(pattern, text), write) for pattern, write in FORMS)
    return next((write(match) for match, write in found if match), [])


def _written(match: Match) -> list[str]:
    """Day, month and year, as far as they are given."""
    parts = match.groupdict()
    month = parts["month"]
    number = MONTHS.index(month[:3]) + 1 if month[0].isalpha() else int(month)
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return [f"{parts['year']}-{number:02}{day}"]


def _slashed(match: Match) -> list[str]:
    """05/06/2031: the day is mostly first, but not everywhere; before full stops it always is."""
    one, other = int(match["one"]), int(match["other"])
    pairs = ((other, one),) if match["sign"] == "." else ((other, one), (one, other))
    return [f"{match['year']}-{month:02}-{day:02}" for month, day in pairs if month <= 12]


def _with(before: str, after: str) -> Callable[[Match], list[str]]:
    """The date called `rest` between signs of EDTF."""

    def write(match: Match) -> list[str]:
        rest = match["rest"]
        return [f"{before}{each}{after}" for each in ([rest] if is_edtf(rest) else _read(rest))]

    return write


def _range(match: Match) -> list[str]:
    ends = [[each] if is_edtf(each) else _read(each) for each in (match["first"], match["last"])]
    return [f"{ends[0][0]}/{ends[1][0]}"] if all(ends) else []


FORMS: tuple[tuple[str, Callable[[Match], list[str]]], ...] = (
    (rf"(?:{_DAY} )?{_MONTH},? {_YEAR}", _written),
    (rf"{_MONTH} {_DAY},? {_YEAR}", _written),
    (rf"{_YEAR}[-/. ](?P<month>\d{{1,2}})(?:[-/. ](?P<day>\d{{1,2}}))?", _written),
    (rf"(?P<one>\d{{1,2}})(?P<sign>[-/.]) ?(?P<other>\d{{1,2}})(?P=sign) ?{_YEAR}", _slashed),
    (rf"(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}", lambda m: [f"{m['year']}-{SEASONS[m['season']]}"]),
    (rf"q(?P<quarter>[1-4])[ /-]?{_YEAR}", lambda m: [f"{m['year']}-{32 + int(m['quarter'])}"]),
    (rf"{_YEAR}[ /-]?q(?P<quarter>[1-4])", lambda m: [f"{m['year']}-{32 + int(m['quarter'])}"]),
    (r"(?P<decade>\d{3})0s", lambda m: [f"{m['decade']}X"]),
    (r"(?:c\.?|ca\.?|circa|about|around|approx\.?|~) ?(?P<rest>.+)", _with("", "~")),
    (r"(?:early|mid|late)[ -](?P<rest>.+)", _with("", "~")),
    (r"(?P<rest>.+?) ?\?", _with("", "?")),
    (r"(?:before|until|by|to) (?P<rest>.+)", _with("../", "")),
    (r"(?:after|since|from) (?P<rest>.+)", _with("", "/..")),
    (r"(?:from |between )?(?P<first>.+?)(?: - | to | and | until |(?<=\d{4})-(?=\d{4}))(?P<last>.+)", _range),
)  # fmt: skip
"""Forms, and how each is written in EDTF."""
CALENDAR = 4
"""So many of them, from the first, are plain dates."""
