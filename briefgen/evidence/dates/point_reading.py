"""Reads one point in time: `5 March 2024`, `2024-03-05`, `Tuesday, 5 March`, `March`, or a period.

Owns the formats with a day, month or weekday. A point knows the tokens it takes up and nothing about what stands
around it.
"""

import re

from briefgen.evidence.dates.months import is_month, opens
from briefgen.evidence.dates.periods import (
    labelled_period,
    ordinal_period,
    season_at,
    shifted_period,
    short_decade,
    year_at,
)
from briefgen.evidence.dates.points import (
    BETWEEN,
    FIRST_YEAR,
    LAST_YEAR,
    Point,
    day_at,
    four_digits,
    low_at,
    small,
    year_after,
)
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.tokens import NUMBER, SIGN, WORD, Token, glued

_DOTTED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")


def read_point(
    tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None = None
) -> Point | None:
    """Reads the point that starts at a token; `after` is the point that it may continue ("May 4-6")."""
    token = tokens[at]
    if token.kind == NUMBER:
        return (
            _feast(tokens, at, calendar)
            or _numeric(tokens, at, calendar)
            or _day_month(tokens, at, calendar, after)
            or ordinal_period(tokens, at, calendar)
            or year_at(tokens, at, calendar, after is not None)
            or _continued_day(tokens, at, calendar, after)
            or _continued_year(tokens, at, after)
        )
    if token.kind == WORD:
        return None if token.low not in calendar.starters else _from_word(tokens, at, calendar)
    if token.text in "'\u2019" and at + 1 < len(tokens):
        return short_decade(tokens, at, calendar)
    return None


def _from_word(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    low = tokens[at].low
    if (feast := _feast(tokens, at, calendar)) is not None:
        return feast
    if low in calendar.weekdays or (low.endswith("s") and low[:-1] in calendar.weekdays):
        return _weekday(tokens, at, calendar)
    if low in calendar.months:
        return _month(tokens, at, calendar)
    if low in calendar.ordinals and (period := ordinal_period(tokens, at, calendar)):
        return period
    if low in calendar.days:
        return Point(at, at + 1, relative=low, shift=calendar.days[low])
    if low in calendar.shifts:
        return shifted_period(tokens, at, calendar)
    if low in calendar.decades:
        year = calendar.decades[low]
        return Point(at, at + 1, (year, year + 9), firm=False) if low_at(tokens, at - 1) == "the" else None
    if low in calendar.seasons:
        return season_at(tokens, at, calendar)
    return labelled_period(tokens, at, calendar)


def _feast(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """Christmas Day, New Year's Eve 2023."""
    for phrase, (month, day) in calendar.feasts.get(tokens[at].low, ()):
        last = at + len(phrase)
        if low_at(tokens, last) != "/" and all(
            low_at(tokens, at + n) == word for n, word in enumerate(phrase)
        ):
            return _dated(at, last, tokens, calendar, month, day)
    return None


def _numeric(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """2024-03-05, 05/03/2024, 5.3.2024, 2024-03."""
    size, text = 1, tokens[at].text
    while size < 5 and at + size + 1 < len(tokens) and _dashed(tokens, at + size):
        text += tokens[at + size].text + tokens[at + size + 1].text
        size += 2
    found = _DOTTED.fullmatch(text)
    if found is not None:
        return _ymd(at, at + size, (found[1], found[2], found[3]))
    year, month = four_digits(tokens, at), small(tokens, at + 2, 12)
    if size == 3 and year and month and tokens[at + 1].text == "-" and len(tokens[at + 2].text) == 2:
        if month == year % 100 + 1:
            return None
        return Point(at, at + 3, (year, year), (month, month), short_years=month > year % 100)
    return None


def _dashed(tokens: list[Token], at: int) -> bool:
    return (
        tokens[at].text in ("-", "/", ".")
        and tokens[at + 1].kind == NUMBER
        and glued(tokens[at - 1], tokens[at])
        and glued(tokens[at], tokens[at + 1])
    )


def _ymd(first: int, last: int, written: tuple[str, str, str]) -> Point | None:
    """A date in digits, the year first or last; the day stands before the month unless it cannot."""
    one, two, three = map(int, written)
    if len(written[0]) == 4:
        year, month, day = one, two, three
    elif len(written[0]) < 3 and len(written[2]) in (2, 4):
        year = three if len(written[2]) == 4 else 2000 + three
        month, day = (one, two) if two > 12 else (two, one)
    else:
        return None
    if not (FIRST_YEAR <= year <= LAST_YEAR and 0 < month <= 12 and 0 < day <= 31):
        return None
    unordered = len(written[0]) < 3 and one <= 12 and two <= 12 and one != two
    return Point(first, last, (year, year), (month, month), (day, day), unordered=unordered)


def _month_at(tokens: list[Token], at: int, calendar: CalendarWords) -> tuple[int, int] | None:
    """A month and the token after it, the full stop of an abbreviation included."""
    month = calendar.months.get(low_at(tokens, at))
    if month is None:
        return None
    dot = len(tokens[at].text) <= 4 and low_at(tokens, at + 1) == "." and glued(tokens[at], tokens[at + 1])
    dot = dot and (small(tokens, at + 2, 31) is not None or four_digits(tokens, at + 2) is not None)
    return month, at + 1 + dot


def _dated(
    first: int, last: int, tokens: list[Token], calendar: CalendarWords, month: int, day: int | None
) -> Point:
    year = year_after(tokens, last, calendar, short=day is not None)
    years = (year[0], year[0]) if year else None
    days = (day, day) if day else None
    return Point(first, year[1] if year else last, years, (month, month), days)


def _day_month(tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None) -> Point | None:
    """5 March 2024, 5th of March; the 12 of "12-18 April" and of "19, 21 and 23 May"."""
    day = day_at(tokens, at, calendar)
    if day is None or (
        at > 0 and tokens[at - 1].kind == SIGN and tokens[at - 1].text in "$£€#" and tokens[at - 1].text
    ):
        return None
    follow = day[1] + (
        low_at(tokens, day[1]) in calendar.of - {","}
        or (low_at(tokens, day[1]) == "." and calendar.day_first is True)
    )
    follow += low_at(tokens, follow) in ("-", "\u2011") and glued(tokens[follow - 1], tokens[follow])
    month = _month_at(tokens, follow, calendar)
    if month is not None:
        return _dated(at, month[1], tokens, calendar, month[0], day[0])
    return (
        Point(at, day[1], days=(day[0], day[0]), day_only=True)
        if _days_ahead(tokens, day[1], calendar)
        else None
    )


def _days_ahead(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether more days and then a month follow."""
    for _ in range(6):
        if low_at(tokens, at) not in calendar.connectors:
            return False
        at += 1
        if low_at(tokens, at) in ("and", "or", "the"):
            at += 1
        day = day_at(tokens, at, calendar)
        if day is None:
            return False
        at = day[1] + (low_at(tokens, day[1]) == "of")
        if _month_at(tokens, at, calendar) is not None:
            return True
    return False


def _continued_day(
    tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None
) -> Point | None:
    """The 6 of "May 4-6, 2019", the 20 of "July 19 and 20"."""
    if after is None or after.days is None or after.months is None:
        return None
    day = day_at(tokens, at, calendar)
    if day is None or day[0] <= after.days[0]:
        return None
    joint = tokens[at - 1].text
    following = tokens[day[1]] if day[1] < len(tokens) else None
    if (
        joint not in BETWEEN
        and following is not None
        and following.kind == WORD
        and following.low not in calendar.leads
    ):
        return None
    year = year_after(tokens, day[1], calendar)
    years = (year[0], year[0]) if year else None
    return Point(at, year[1] if year else day[1], years, None, (day[0], day[0]), day_only=True)


def _continued_year(tokens: list[Token], at: int, after: Point | None) -> Point | None:
    """The 24 of "2020–24"; with the next year it is a session, which was read before."""
    two = small(tokens, at, 99)
    if two is None or after is None or after.years is None or after.months is not None:
        return None
    year = after.years[1] // 100 * 100 + two
    written = len(tokens[at].text) == 2 and tokens[at - 1].text in BETWEEN and _joined_to(tokens, at)
    return Point(at, at + 1, (year, year)) if written and year > after.years[1] else None


def _joined_to(tokens: list[Token], at: int) -> bool:
    """Whether a dash joins a number to the one before without blanks, and no more follows."""
    ended = at + 1 >= len(tokens) or not glued(tokens[at], tokens[at + 1]) or tokens[at + 1].kind == SIGN
    return glued(tokens[at - 2], tokens[at - 1]) and glued(tokens[at - 1], tokens[at]) and ended


def _month(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """March 5, 2024; March 2024; March."""
    found = _month_at(tokens, at, calendar)
    if found is None:
        return None
    month, last = found
    the = low_at(tokens, last) == "the"
    day = day_at(tokens, last + the, calendar)
    if day is not None and not (the and day[1] == last + the + 1) and _is_day(tokens, last + the, day[1]):
        return _dated(at, day[1], tokens, calendar, month, day[0])
    point = _dated(at, last, tokens, calendar, month, None)
    if point.years or is_month(tokens, at, calendar):
        return point
    return point._replace(firm=False) if opens(tokens, at, calendar) else None


def _is_day(tokens: list[Token], at: int, last: int) -> bool:
    """Not the 25 of "in May 25% of them", nor of "March 12:30"."""
    following = low_at(tokens, last)
    return following not in ("%", "percent", "per", "million", "billion", "people") and not (
        following in (":", "am", "pm") and glued(tokens[last - 1], tokens[last])
    )


def _weekday(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """Friday; Friday, 27 September 2024."""
    low = tokens[at].low
    number = calendar.weekdays.get(low) or calendar.weekdays[low[:-1]]
    last = at + 1
    dot = low_at(tokens, last) == "." and low in calendar.short_weekdays
    follow = last + dot
    follow += low_at(tokens, follow) == ","
    follow += low_at(tokens, follow) == "the"
    if follow < len(tokens):
        date = _day_month(tokens, follow, calendar, None) if tokens[follow].kind == NUMBER else None
        date = date or _numeric_at(tokens, follow, calendar)
        if date is None and tokens[follow].kind == WORD and tokens[follow].low in calendar.months:
            date = _month(tokens, follow, calendar)
        if date is not None and date.days is not None and not date.day_only:
            return date._replace(first=at, weekday=number)
    if low in calendar.short_weekdays:
        return None
    return Point(at, last, weekday=number)


def _numeric_at(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    return _numeric(tokens, at, calendar) if tokens[at].kind == NUMBER else None
