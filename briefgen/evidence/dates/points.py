"""One point in time, and the looks at single tokens that all readers of dates share."""

from typing import NamedTuple

from briefgen.evidence.dates.date import Range
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.tokens import DASHES, NUMBER, SIGN, Token, glued

FIRST_YEAR, LAST_YEAR = 1000, 2199

BETWEEN = DASHES | {"/"}
"""The signs between the ends of a range: 2018-19, 2018/19."""


class Point(NamedTuple):
    """A point in time at the tokens `[first:last)`; `day_only` until a neighbour gives its month."""

    first: int
    last: int
    years: Range | None = None
    months: Range | None = None
    days: Range | None = None
    weekday: int | None = None
    fiscal: bool = False
    season: str = ""
    relative: str = ""
    shift: int | None = None
    firm: bool = True
    day_only: bool = False
    unordered: bool = False
    short_years: bool = False


def small(tokens: list[Token], at: int, limit: int) -> int | None:
    """A whole number of one or two digits, at most `limit`."""
    if not 0 <= at < len(tokens) or tokens[at].kind != NUMBER:
        return None
    text = tokens[at].text
    return int(text) if text.isdigit() and len(text) <= 2 and 0 < int(text) <= limit else None


def four_digits(tokens: list[Token], at: int) -> int | None:
    """A plausible year of four digits."""
    if not 0 <= at < len(tokens) or tokens[at].kind != NUMBER:
        return None
    text = tokens[at].text
    return int(text) if len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def low_at(tokens: list[Token], at: int) -> str:
    """A token in lower case; nothing beyond the ends."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def day_at(tokens: list[Token], at: int, calendar: CalendarWords) -> tuple[int, int] | None:
    """A day of the month and the token after it: 5, 5th."""
    day = small(tokens, at, 31)
    if day is None:
        return None
    suffix = low_at(tokens, at + 1) in calendar.suffixes and glued(tokens[at], tokens[at + 1])
    return day, at + 1 + suffix


def year_after(
    tokens: list[Token], at: int, calendar: CalendarWords, short: bool = False
) -> tuple[int, int] | None:
    """A year that completes a date, after an optional comma or "of"."""
    follow = at + (low_at(tokens, at) in calendar.of)
    year = four_digits(tokens, follow)
    if year is not None and low_at(tokens, follow + 1) not in ("%", "people", "troops"):
        return year, follow + 1
    two = small(tokens, at, 99) if short and at < len(tokens) and len(tokens[at].text) == 2 else None
    if (
        two is not None
        and (at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN)
        and low_at(tokens, at + 1) != "%"
    ):
        return (2000 if two < 60 else 1900) + two, at + 1
    return None
