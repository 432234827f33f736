"""Reads one point in time: `5 March 2024`, `2024-03-05`, `Q2 2024`, `the 1960s`, `Friday`, `last week`.

Owns the formats. A point knows the tokens it takes up and nothing about what stands around it.
"""

import re
from typing import NamedTuple

from briefgen.evidence.dates import Range
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.tokens import NUMBER, SIGN, WORD, Token, glued

FIRST_YEAR, LAST_YEAR = 1000, 2199
_SURE_YEAR = 1900  # below it a bare number needs a word that makes it a year
_DOTTED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")
_DASHES = "-\u2010\u2011\u2013\u2014/"


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


def read_point(tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None = None) -> Point | None:
    """Reads the point that starts at a token; `after` is the point that it may continue ("May 4-6")."""
    token = tokens[at]
    if token.kind == NUMBER:
        return (
            _numeric(tokens, at, calendar)
            or _day_month(tokens, at, calendar, after)
            or _ordinal_period(tokens, at, calendar)
            or _year(tokens, at, calendar, after is not None)
            or _continued_day(tokens, at, calendar, after)
        )
    if token.kind == WORD:
        return _from_word(tokens, at, calendar)
    if token.text in "'\u2019" and at + 1 < len(tokens):
        return _short_decade(tokens, at, calendar)
    return None


def _from_word(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    low = tokens[at].low
    if low in calendar.weekdays or (low.endswith("s") and low[:-1] in calendar.weekdays):
        return _weekday(tokens, at, calendar)
    if low in calendar.months:
        return _month(tokens, at, calendar)
    if low in calendar.ordinals and (period := _ordinal_period(tokens, at, calendar)):
        return period
    if low in calendar.days:
        return Point(at, at + 1, relative=low, shift=calendar.days[low])
    if low in calendar.shifts:
        return _shifted(tokens, at, calendar)
    if low in calendar.seasons:
        return _season(tokens, at, calendar)
    if low in ("q", "h", "fy") or any(low == phrase[0] for phrase in calendar.fiscal):
        return _labelled(tokens, at, calendar)
    return None


def _small(tokens: list[Token], at: int, limit: int) -> int | None:
    """A whole number of one or two digits, at most `limit`."""
    if not 0 <= at < len(tokens) or tokens[at].kind != NUMBER:
        return None
    text = tokens[at].text
    return int(text) if text.isdigit() and len(text) <= 2 and 0 < int(text) <= limit else None


def _four(tokens: list[Token], at: int) -> int | None:
    """A plausible year of four digits."""
    if not 0 <= at < len(tokens) or tokens[at].kind != NUMBER:
        return None
    text = tokens[at].text
    return int(text) if len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _numeric(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """2024-03-05, 05/03/2024, 5.3.2024, 2024-03."""
    size, text = 1, tokens[at].text
    while size < 5 and at + size + 1 < len(tokens) and _dashed(tokens, at + size):
        text += tokens[at + size].text + tokens[at + size + 1].text
        size += 2
    found = _DOTTED.fullmatch(text)
    if found is not None:
        return _ymd(at, at + size, *found.groups(), calendar)
    year, month = _four(tokens, at), _small(tokens, at + 2, 12)
    if size == 3 and year and month and tokens[at + 1].text == "-" and len(tokens[at + 2].text) == 2:
        return None if month == year % 100 + 1 else Point(at, at + 3, (year, year), (month, month))
    return None


def _dashed(tokens: list[Token], at: int) -> bool:
    return (
        tokens[at].text in ("-", "/", ".")
        and tokens[at + 1].kind == NUMBER
        and glued(tokens[at - 1], tokens[at])
        and glued(tokens[at], tokens[at + 1])
    )


def _ymd(first: int, last: int, a: str, b: str, c: str, calendar: CalendarWords) -> Point | None:
    one, two, three = int(a), int(b), int(c)
    if len(a) == 4:
        year, month, day = one, two, three
    elif len(a) < 3 and len(c) in (2, 4):
        year = three if len(c) == 4 else 2000 + three
        month_first = two > 12 or (one <= 12 and calendar.day_first is None and False)
        month, day = (one, two) if month_first else (two, one)
    else:
        return None
    if not (FIRST_YEAR <= year <= LAST_YEAR and 0 < month <= 12 and 0 < day <= 31):
        return None
    return Point(first, last, (year, year), (month, month), (day, day))


def _day_at(tokens: list[Token], at: int, calendar: CalendarWords) -> tuple[int, int] | None:
    """A day of the month and the token after it: 5, 5th."""
    day = _small(tokens, at, 31)
    if day is None:
        return None
    suffix = _low(tokens, at + 1) in calendar.suffixes and glued(tokens[at], tokens[at + 1])
    return day, at + 1 + suffix


def _month_at(tokens: list[Token], at: int, calendar: CalendarWords) -> tuple[int, int] | None:
    """A month and the token after it, the full stop of an abbreviation included."""
    month = calendar.months.get(_low(tokens, at))
    if month is None:
        return None
    dot = len(tokens[at].text) <= 4 and _low(tokens, at + 1) == "." and glued(tokens[at], tokens[at + 1])
    dot = dot and (_small(tokens, at + 2, 31) is not None or _four(tokens, at + 2) is not None)
    return month, at + 1 + dot


def _year_after(tokens: list[Token], at: int, calendar: CalendarWords, short: bool = False) -> tuple[int, int] | None:
    """A year that completes a date, after an optional comma or "of"."""
    follow = at + (_low(tokens, at) in calendar.of)
    year = _four(tokens, follow)
    if year is not None and _low(tokens, follow + 1) not in ("%", "people", "troops"):
        return year, follow + 1
    two = _small(tokens, at, 99) if short and at < len(tokens) and len(tokens[at].text) == 2 else None
    if two is not None and (at + 1 >= len(tokens) or tokens[at + 1].kind == SIGN) and _low(tokens, at + 1) != "%":
        return (2000 if two < 60 else 1900) + two, at + 1
    return None


def _dated(first: int, last: int, tokens: list[Token], calendar: CalendarWords, month: int, day: int | None) -> Point:
    year = _year_after(tokens, last, calendar, short=day is not None)
    years = (year[0], year[0]) if year else None
    days = (day, day) if day else None
    return Point(first, year[1] if year else last, years, (month, month), days)


def _day_month(tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None) -> Point | None:
    """5 March 2024, 5th of March; the 12 of "12-18 April" and of "19, 21 and 23 May"."""
    day = _day_at(tokens, at, calendar)
    if day is None or (at > 0 and tokens[at - 1].kind == SIGN and tokens[at - 1].text in "$£€#" and tokens[at - 1].text):
        return None
    follow = day[1] + (_low(tokens, day[1]) == "of")
    follow += _low(tokens, follow) in ("-", "\u2011") and glued(tokens[follow - 1], tokens[follow])
    month = _month_at(tokens, follow, calendar)
    if month is not None:
        return _dated(at, month[1], tokens, calendar, month[0], day[0])
    return Point(at, day[1], days=(day[0], day[0]), day_only=True) if _days_ahead(tokens, day[1], calendar) else None


def _days_ahead(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether more days and then a month follow."""
    for _ in range(6):
        if _low(tokens, at) not in calendar.connectors:
            return False
        at += 1
        if _low(tokens, at) in ("and", "or", "the"):
            at += 1
        day = _day_at(tokens, at, calendar)
        if day is None:
            return False
        at = day[1] + (_low(tokens, day[1]) == "of")
        if _month_at(tokens, at, calendar) is not None:
            return True
    return False


def _continued_day(tokens: list[Token], at: int, calendar: CalendarWords, after: Point | None) -> Point | None:
    """The 6 of "May 4-6, 2019", the 20 of "July 19 and 20"."""
    if after is None or after.days is None or after.months is None:
        return None
    day = _day_at(tokens, at, calendar)
    if day is None or day[0] <= after.days[0]:
        return None
    joint = tokens[at - 1].text
    following = tokens[day[1]] if day[1] < len(tokens) else None
    if joint not in _DASHES and following is not None and following.kind == WORD and following.low not in calendar.leads:
        return None
    year = _year_after(tokens, day[1], calendar)
    years = (year[0], year[0]) if year else None
    return Point(at, year[1] if year else day[1], years, None, (day[0], day[0]), day_only=True)


def _month(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """March 5, 2024; March 2024; March."""
    found = _month_at(tokens, at, calendar)
    if found is None:
        return None
    month, last = found
    the = _low(tokens, last) == "the"
    day = _day_at(tokens, last + the, calendar)
    if day is not None and not (the and day[1] == last + the + 1) and _is_day(tokens, last + the, day[1]):
        return _dated(at, day[1], tokens, calendar, month, day[0])
    point = _dated(at, last, tokens, calendar, month, None)
    return point if point.years or _is_month(tokens, at, calendar) else None


def _is_day(tokens: list[Token], at: int, last: int) -> bool:
    """Not the 25 of "in May 25% of them", nor of "March 12:30"."""
    following = _low(tokens, last)
    return following not in ("%", "percent", "per", "million", "billion", "people") and not (
        following in (":", "am", "pm") and glued(tokens[last - 1], tokens[last])
    )


def _is_month(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether a month's name stands for the month: not may, march, nor Ms June Miller."""
    token, before = tokens[at], _low(tokens, at - 1)
    if token.low not in calendar.doubtful:
        return len(token.text) > 4 or token.text[0].isupper()
    if _low(tokens, at + 1) in calendar.connectors and _low(tokens, at + 2) in calendar.months:
        return True
    if token.low in ("may", "march") and not token.text[0].isupper():
        return False
    if before in calendar.leads - calendar.weak_leads or before in calendar.shifts:
        return True
    previous = tokens[at - 1] if at else None
    inside = previous is not None and (previous.text in (",", "(", "/", "-", "\u2013") or previous.text.islower())
    return token.text[0].isupper() and inside and len(token.text) > 2


def _weekday(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """Friday; Friday, 27 September 2024."""
    low = tokens[at].low
    number = calendar.weekdays.get(low) or calendar.weekdays[low[:-1]]
    last = at + 1
    dot = _low(tokens, last) == "." and low in calendar.short_weekdays
    follow = last + dot
    follow += _low(tokens, follow) == ","
    follow += _low(tokens, follow) == "the"
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


def _ordinal_period(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """the third quarter of 2024, the first half, the 21st century."""
    if tokens[at].kind == NUMBER:
        found = _day_at(tokens, at, calendar)
        if found is None or found[1] == at + 1:
            return None
        number, last = found
    else:
        number, last = calendar.ordinals[tokens[at].low], at + 1
        if number == 20 and _low(tokens, last) == "-" and _low(tokens, last + 1) == "first":
            number, last = 21, last + 2
    last += _low(tokens, last) in ("-", "calendar", "fiscal") and last + 1 < len(tokens)
    word = _low(tokens, last)
    if word in calendar.centuries and number > 0:
        return Point(at, last + 1, (100 * (number - 1) + 1, 100 * number))
    if word in calendar.quarters and len(word) > 1 and abs(number) <= 4:
        return _division(tokens, at, last + 1, 4 if number < 0 else number, 3, calendar)
    if word in calendar.halves and len(word) > 1 and number <= 2 and _low(tokens, last + 1) == "of":
        return _division(tokens, at, last + 1, 2 if number < 0 else number, 6, calendar)
    return None


def _division(tokens: list[Token], first: int, last: int, number: int, months: int, calendar: CalendarWords) -> Point | None:
    """A quarter or half of a year; without a year only where one is spoken of."""
    follow = last + (_low(tokens, last) in ("of", "in", ","))
    follow += _low(tokens, follow) == "the"
    fiscal = _fiscal(tokens, follow, calendar)
    year = _four(tokens, fiscal or follow)
    span = (months * (number - 1) + 1, months * number)
    if year is not None:
        return Point(first, (fiscal or follow) + 1, (year, year), span, fiscal=fiscal is not None)
    if months == 6 and _low(tokens, follow) not in calendar.periods | calendar.shifts.keys():
        return None
    return Point(first, last, None, span)


def _fiscal(tokens: list[Token], at: int, calendar: CalendarWords) -> int | None:
    """The token after "fiscal year", where that stands here."""
    for phrase in sorted(calendar.fiscal, key=len, reverse=True):
        if all(_low(tokens, at + n) == word for n, word in enumerate(phrase)):
            return at + len(phrase)
    return None


def _labelled(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """Q3 2024, H1 2024, FY2024, fiscal year 2024/25."""
    fiscal = _fiscal(tokens, at, calendar)
    if fiscal is not None:
        return _fiscal_year(tokens, at, fiscal, calendar)
    number = _small(tokens, at + 1, 4)
    if number is None or not glued(tokens[at], tokens[at + 1]) or (tokens[at].low == "h" and number > 2):
        return None
    return _division(tokens, at, at + 2, number, 3 if tokens[at].low == "q" else 6, calendar) or None


def _fiscal_year(tokens: list[Token], first: int, at: int, calendar: CalendarWords) -> Point | None:
    year = _year(tokens, at, calendar, True) if at < len(tokens) and tokens[at].kind == NUMBER else None
    if year is None:
        short = _small(tokens, at, 99)
        if short is None or tokens[first].low != "fy":
            return None
        year = Point(at, at + 1, (2000 + short, 2000 + short))
    return year._replace(first=first, fiscal=True)


def _year(tokens: list[Token], at: int, calendar: CalendarWords, joined: bool) -> Point | None:
    """2024, the 1960s, 2018-19, 2018/19; a bare number is a year where nothing says otherwise."""
    year = _four(tokens, at)
    if year is None:
        return None
    last = at + 1
    suffix = last < len(tokens) and glued(tokens[at], tokens[last])
    if suffix and _low(tokens, last) in calendar.decade_suffixes and year % 10 == 0:
        return Point(at, last + 1, (year, year + (99 if year % 100 == 0 and year < 2000 else 9)))
    if suffix and tokens[last].text in ("'", "\u2019") and _low(tokens, last + 1) == "s" and year % 10 == 0:
        return Point(at, last + 2, (year, year + 9))
    if suffix and tokens[last].kind == WORD:
        return None
    two = _small(tokens, last + 1, 99)
    if two is not None and tokens[last].text in _DASHES and len(tokens[last + 1].text) == 2 and two == (year + 1) % 100:
        return Point(at, last + 2, (year, year + 1))
    return Point(at, last, (year, year)) if joined or _is_year(tokens, at, year, calendar) else None


def _is_year(tokens: list[Token], at: int, year: int, calendar: CalendarWords) -> bool:
    """Whether a number of four digits is a year: by the words around it."""
    before, after = _low(tokens, at - 1), _low(tokens, at + 1)
    if before in ("$", "£", "€", "#", "no", "no.", "room", "than", "resolution", "order", "code", "+", ":") or after in ("%", "percent", "per", "°"):
        return False
    if after in calendar.units:
        return False
    if at and glued(tokens[at - 1], tokens[at]) and tokens[at - 1].kind != SIGN:
        return False
    named = before in calendar.leads or before in calendar.months or before == "(" or after == ")" or before in calendar.seasons
    strong = named and before not in calendar.weak_leads
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = following is not None and (following.low == "people" or (following.low.endswith("s") and len(following.low) > 3))
    counted = following is not None and following.kind == WORD and plural
    circa = before == "." and _low(tokens, at - 2) in calendar.circa
    if strong or circa or (named and year >= _SURE_YEAR):
        return True
    return not counted and (year >= _SURE_YEAR or (named and before in ("and", "to", "or", "between")))


def _short_decade(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """'90s"""
    tens = _small(tokens, at + 1, 90)
    decade = tens is not None and tens % 10 == 0 and _low(tokens, at + 2) == "s" and glued(tokens[at + 1], tokens[at + 2])
    if not decade or tens is None:
        return None
    year = (1900 if tens >= 30 else 2000) + tens
    return Point(at, at + 3, (year, year + 9))


def _season(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """summer 2016, the spring of 2014; without a year it is no date."""
    year = _year_after(tokens, at + 1, calendar)
    if year is None:
        return None
    name = {"fall": "autumn"}.get(tokens[at].low, tokens[at].low)
    return Point(at, year[1], (year[0], year[0]), calendar.seasons[tokens[at].low], season=name)


def _shifted(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """last week, next month, this year, last Friday, next March."""
    follow = _low(tokens, at + 1)
    shift = calendar.shifts[tokens[at].low]
    if follow in calendar.weekdays and follow not in calendar.short_weekdays:
        return Point(at, at + 2, weekday=calendar.weekdays[follow])
    if follow in calendar.months and len(follow) > 3:
        month = calendar.months[follow]
        return Point(at + 1, at + 2, None, (month, month))
    if follow in calendar.periods or follow in calendar.seasons:
        return Point(at, at + 2, relative=f"{('last', 'this', 'next')[shift + 1]} {follow}")
    return None
