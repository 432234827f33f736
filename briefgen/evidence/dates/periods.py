"""Reads periods: years, decades, centuries, quarters, halves, seasons, fiscal years, `last week`.

Owns the formats without a day of the month.
"""

from briefgen.evidence.dates.points import BETWEEN, Point, day_at, four_digits, low_at, small, year_after
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.tokens import NUMBER, SIGN, WORD, Token, glued

_SURE_YEAR = 1900  # below it a bare number needs a word that makes it a year
_PAIRED = frozenset("and to or between".split())  # what a second year, or the first of two, stands after


def ordinal_period(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """the third quarter of 2024, the first half, the 21st century, 3Q 2024."""
    label, part = low_at(tokens, at + 1), small(tokens, at, 4)
    if label in ("q", "h") and part is not None and glued(tokens[at], tokens[at + 1]):
        months = 3 if label == "q" else 6
        return _division(tokens, at, at + 2, part, months, calendar) if part * months <= 12 else None
    ordinal = _ordinal(tokens, at, calendar)
    if ordinal is None:
        return None
    number, last = ordinal
    last += low_at(tokens, last) in ("-", "calendar", "fiscal") and last + 1 < len(tokens)
    word = low_at(tokens, last)
    if (months_told := calendar.spans.get(word)) is not None:
        return _first_months(tokens, at, last, number, months_told)
    if word in calendar.centuries and number > 0:
        return Point(at, last + 1, (100 * (number - 1), 100 * number - 1))
    if word in calendar.quarters and len(word) > 1 and abs(number) <= 4:
        return _division(tokens, at, last + 1, 4 if number < 0 else number, 3, calendar)
    if word in calendar.halves and len(word) > 1 and number <= 2 and low_at(tokens, last + 1) == "of":
        return _division(tokens, at, last + 1, 2 if number < 0 else number, 6, calendar)
    return None


def _ordinal(tokens: list[Token], at: int, calendar: CalendarWords) -> tuple[int, int] | None:
    """The number of "third", "21st" and "twenty-first", and the token after it."""
    if tokens[at].kind == NUMBER:
        found = day_at(tokens, at, calendar)
        return found if found is not None and found[1] > at + 1 else None
    number, last = calendar.ordinals[tokens[at].low], at + 1
    if number == 20 and low_at(tokens, last) == "-" and low_at(tokens, last + 1) == "first":
        return 21, last + 2
    return number, last


def _first_months(tokens: list[Token], first: int, at: int, number: int, months: int) -> Point | None:
    """the first nine months of 2024, the last three months of 2024."""
    year = four_digits(tokens, at + 3)
    named = low_at(tokens, at + 1) == "months" and low_at(tokens, at + 2) == "of" and number in (1, -1)
    if not named or year is None:
        return None
    span = (1, months) if number == 1 else (13 - months, 12)
    return Point(first, at + 4, (year, year), span)


def _division(
    tokens: list[Token], first: int, last: int, number: int, months: int, calendar: CalendarWords
) -> Point | None:
    """A quarter or half of a year; without a year only where one is spoken of."""
    follow = last + (low_at(tokens, last) in ("of", "in", ","))
    follow += low_at(tokens, follow) == "the"
    fiscal = _fiscal(tokens, follow, calendar)
    year = four_digits(tokens, fiscal or follow)
    span = (months * (number - 1) + 1, months * number)
    if year is not None:
        return Point(first, (fiscal or follow) + 1, (year, year), span, fiscal=fiscal is not None)
    if months == 6 and low_at(tokens, follow) not in calendar.periods | calendar.shifts.keys():
        return None
    return Point(first, last, None, span)


def _fiscal(tokens: list[Token], at: int, calendar: CalendarWords) -> int | None:
    """The token after "fiscal year", where that stands here."""
    for phrase in sorted(calendar.fiscal, key=len, reverse=True):
        if all(low_at(tokens, at + n) == word for n, word in enumerate(phrase)):
            return at + len(phrase)
    return None


def labelled_period(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """Q3 2024, H1 2024, FY2024, fiscal year 2024/25."""
    fiscal = _fiscal(tokens, at, calendar)
    if fiscal is not None:
        return _fiscal_year(tokens, at, fiscal, calendar)
    number = small(tokens, at + 1, 4)
    if number is None or not glued(tokens[at], tokens[at + 1]) or (tokens[at].low == "h" and number > 2):
        return None
    return _division(tokens, at, at + 2, number, 3 if tokens[at].low == "q" else 6, calendar) or None


def _fiscal_year(tokens: list[Token], first: int, at: int, calendar: CalendarWords) -> Point | None:
    year = year_at(tokens, at, calendar, True) if at < len(tokens) and tokens[at].kind == NUMBER else None
    if year is None:
        short = small(tokens, at, 99)
        if short is None or tokens[first].low != "fy":
            return None
        year = Point(at, at + 1, (2000 + short, 2000 + short))
    return year._replace(first=first, fiscal=True)


def year_at(tokens: list[Token], at: int, calendar: CalendarWords, joined: bool) -> Point | None:
    """2024, the 1960s, 2018-19, 2018/19; a bare number is a year where nothing says otherwise."""
    year = four_digits(tokens, at)
    if year is None:
        return None
    last = at + 1
    suffix = last < len(tokens) and glued(tokens[at], tokens[last])
    if suffix and low_at(tokens, last) in calendar.decade_suffixes and year % 10 == 0:
        return Point(at, last + 1, (year, year + (99 if year % 100 == 0 and year < 2000 else 9)))
    if suffix and tokens[last].text in ("'", "\u2019") and low_at(tokens, last + 1) == "s" and year % 10 == 0:
        return Point(at, last + 2, (year, year + 9))
    if suffix and tokens[last].kind == WORD:
        return None
    two = small(tokens, last + 1, 99)
    if (
        two is not None
        and tokens[last].text in BETWEEN
        and len(tokens[last + 1].text) == 2
        and two == (year + 1) % 100
    ):
        return Point(at, last + 2, (year, year + 1))
    return Point(at, last, (year, year)) if joined or _is_year(tokens, at, year, calendar) else None


def _is_year(tokens: list[Token], at: int, year: int, calendar: CalendarWords) -> bool:
    """Whether a number of four digits is a year: by the words around it."""
    before, sure = low_at(tokens, at - 1), year >= _SURE_YEAR
    if before == "than":
        return low_at(tokens, at - 2) in calendar.compared
    if _is_amount(tokens, at, calendar):
        return False
    if low_at(tokens, at + 1) in calendar.levels:
        return sure
    led = _is_led(tokens, at, calendar)
    if led and (sure or before not in calendar.weak_leads):
        return True
    if _is_made(tokens, at, calendar) or _is_short(tokens, at, calendar):
        return True
    return (sure or (led and before in _PAIRED)) and not _counts(tokens, at)


def _is_amount(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether a sign, unit or word makes a number anything but a year: $1960, 1960 km, page 1960, F1960."""
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    if before in calendar.numbered or after in calendar.units:
        return True
    if (before and before in "$£€#+:") or (after and after in "%°"):
        return True
    return at > 0 and glued(tokens[at - 1], tokens[at]) and tokens[at - 1].kind != SIGN


def _is_led(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether what stands beside a number may lead to a year: in 1850, May 1850, spring 1850, (1850)."""
    before = low_at(tokens, at - 1)
    if before == "(" or low_at(tokens, at + 1) == ")":
        return True
    return before in calendar.leads or before in calendar.months or before in calendar.seasons


def _is_made(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether it is told what was made then: "built about 1150", "built 1150" at the end of a clause."""
    before = low_at(tokens, at - 1)
    if before in calendar.circa:
        return low_at(tokens, at - 2) in calendar.made
    return before in calendar.made and (at + 1 == len(tokens) or tokens[at + 1].kind == SIGN)


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether a plural after a number says what it counts."""
    follow = low_at(tokens, at + 1)
    plural = follow == "people" or (follow.endswith("s") and len(follow) > 3)
    return plural and tokens[at + 1].kind == WORD


def _is_short(tokens: list[Token], at: int, calendar: CalendarWords) -> bool:
    """Whether a shortened word before a number makes it a year: c. 1190, b. 1764, r. 1120."""
    return low_at(tokens, at - 1) == "." and low_at(tokens, at - 2) in calendar.circa | calendar.lives


def short_decade(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """'90s"""
    tens = small(tokens, at + 1, 90)
    decade = (
        tens is not None
        and tens % 10 == 0
        and low_at(tokens, at + 2) == "s"
        and glued(tokens[at + 1], tokens[at + 2])
    )
    if not decade or tens is None:
        return None
    year = (1900 if tens >= 30 else 2000) + tens
    return Point(at, at + 3, (year, year + 9))


def season_at(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """summer 2016, the spring of 2014; without a year it is no date."""
    year = year_after(tokens, at + 1, calendar)
    if year is None:
        return None
    name = {"fall": "autumn"}.get(tokens[at].low, tokens[at].low)
    return Point(at, year[1], (year[0], year[0]), calendar.seasons[tokens[at].low], season=name)


def shifted_period(tokens: list[Token], at: int, calendar: CalendarWords) -> Point | None:
    """last week, next month, this year, last Friday, next March."""
    follow = low_at(tokens, at + 1)
    shift = calendar.shifts[tokens[at].low]
    if follow in calendar.weekdays and follow not in calendar.short_weekdays:
        return Point(at, at + 2, weekday=calendar.weekdays[follow])
    if follow in calendar.months and len(follow) > 3:
        month = calendar.months[follow]
        return Point(at + 1, at + 2, None, (month, month))
    if follow in calendar.periods and tokens[at].low in calendar.lengths:
        return None
    if follow in calendar.periods or follow in calendar.seasons:
        return Point(at, at + 2, relative=f"{('last', 'this', 'next')[shift + 1]} {follow}")
    return None
