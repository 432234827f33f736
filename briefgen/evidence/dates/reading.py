"""Reads the dates of a text: all common formats, ranges and lists.

Owns what joins points; `point_reading` reads one, `bounding` finds what stands around it.
"""

import re
from functools import lru_cache

from msgspec.structs import replace

from briefgen.evidence.dates.bounding import Dated, bounded, date_of
from briefgen.evidence.dates.date import Date
from briefgen.evidence.dates.point_reading import read_point
from briefgen.evidence.dates.points import Point
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.edges import Edge
from briefgen.evidence.text.tokens import NUMBER, WORD, Token

_LATE = 25
"""A day so late in its month may be the last of a number of months."""


def unglued(tokens: list[Token], text: str, calendar: CalendarWords) -> list[Token]:
    """The tokens, a date set apart from the word that it was glued to when a page became text: SportMay 1 2019."""
    places = {found.start() for found in _glued_months(calendar).finditer(text)}
    if not places:
        return tokens
    apart: list[Token] = []
    for token in tokens:
        cut = next((place - token.start for place in places if token.start < place < token.end), 0)
        if cut:
            apart.append(Token(WORD, token.text[:cut], token.low[:cut], token.start, token.start + cut))
        apart.append(Token(token.kind, token.text[cut:], token.low[cut:], token.start + cut, token.end))
    return apart


@lru_cache(maxsize=32)
def _glued_months(calendar: CalendarWords) -> re.Pattern[str]:
    names = "|".join(
        sorted((re.escape(name.capitalize()) for name in calendar.months), key=len, reverse=True)
    )
    return re.compile(rf"(?<=[^\W\d_])(?:{names or '(?!)'})(?=\.?\s+\d)")


def read_dates(tokens: list[Token], calendar: CalendarWords) -> list[Dated]:
    """Reads every date from left to right."""
    found: list[Dated] = []
    done = 0
    starters = calendar.starters
    for at in [
        at
        for at, token in enumerate(tokens)
        if token.kind == NUMBER or token.low in starters or token.low == "'"
    ]:
        point = read_point(tokens, at, calendar) if at >= done else None
        if point is not None:
            dates = _months_until(tokens, point, calendar) or _joined(tokens, point, calendar)
            found += dates
            done = max(dated.last for dated in dates)
    return found


def _months_until(tokens: list[Token], last: Point, calendar: CalendarWords) -> list[Dated]:
    """The months that end with one: "the three months to June", "the six months ended 30 June 2023"; nothing else.

    How many they are stays a length of time, too.
    """
    at = last.first - 1
    if [token.low for token in tokens[max(at - 2, 0) : at + 1]] == ["the", "end", "of"]:
        at -= 3
    if at < 2 or tokens[at].low not in calendar.closing or tokens[at - 1].low != "months":
        return []
    count = calendar.spans.get(tokens[at - 2].low)
    if count is None or last.months is None or last.months[0] != last.months[1]:
        return []
    month = last.months[0] - count + 1
    if (month < 1 and last.years) or (last.days and last.days[0] < _LATE):
        return []
    month = (month - 1) % 12 + 1
    first = last._replace(months=(month, month), days=None)
    dated = _range(tokens, first, last, False, calendar).date
    ends = dated.ends and (
        replace(dated.ends[0], edge=Edge.SINCE),
        dated.ends[1],
    )  # nothing is told of that month alone
    whole = replace(dated, start=tokens[at - 2].start, lead=tokens[at - 2].start, ends=ends)
    return [Dated(last.first, last.last, whole)]


def _joined(tokens: list[Token], first: Point, calendar: CalendarWords) -> list[Dated]:
    """A point alone, a range or a list; what a later point says (its month, its year) holds for the ones before."""
    points, links = [first], list[str]()
    while True:
        last = points[-1].last
        if last >= len(tokens) or tokens[last].low not in calendar.connectors:
            break
        follow = last + 1
        if tokens[last].low == "," and follow < len(tokens) and tokens[follow].low in ("and", "or"):
            follow += 1
        point = read_point(tokens, follow, calendar, after=points[-1]) if follow < len(tokens) else None
        if point is None or not _comparable(points[-1], point):
            break
        points.append(point)
        links.append(tokens[last].low)
    filled = _filled(points)
    opener = first.first > 0 and tokens[first.first - 1].low in calendar.openers
    if len(filled) == 2 and _is_range(links[0], opener, calendar):
        return [_range(tokens, filled[0], filled[1], opener, calendar)]
    return [bounded(tokens, point, calendar) for point in filled] + _two_years(tokens, filled, links)


def _two_years(tokens: list[Token], points: list[Point], links: list[str]) -> list[Dated]:
    """What "1932 and 1933" are besides: 1932-33; not one of the two ("or")."""
    if links not in (["and"], ["&"]) or any(point.months or point.years is None for point in points):
        return []
    one, other = points
    if not (one.years and other.years and one.years[0] + 1 == other.years[0] == other.years[1]):
        return []
    both = one._replace(last=other.last, years=(one.years[0], other.years[0]), firm=False)
    return [Dated(one.first, other.last, date_of(tokens, both))]


def _comparable(left: Point, right: Point) -> bool:
    """Whether two points may be joined: "12 to 18 April", "March and April", not "Monday and 2014"."""
    if left.relative or right.relative:
        return False
    if left.day_only or right.day_only:
        return True
    return _shape(left) == _shape(right) or (left.months is not None and right.months is not None)


def _shape(point: Point) -> tuple[bool, bool]:
    return point.days is not None, point.months is not None


def _filled(points: list[Point]) -> list[Point]:
    """Completes each point with the month and year of its neighbours, from the right first."""
    for at in range(len(points) - 2, -1, -1):
        points[at] = _completed(points[at], points[at + 1])
    for at in range(1, len(points)):
        points[at] = _completed(points[at], points[at - 1])
    return points


def _completed(point: Point, other: Point) -> Point:
    months = point.months or (other.months if point.days else None)
    years = point.years or (other.years if months else None)
    return point._replace(months=months, years=years, day_only=False, fiscal=point.fiscal or other.fiscal)


def _is_range(link: str, opener: bool, calendar: CalendarWords) -> bool:
    return link not in ("and", "or", ",", "&") or (opener and link == "and")


def _range(tokens: list[Token], low: Point, high: Point, opener: bool, calendar: CalendarWords) -> Dated:
    between = opener and tokens[low.first - 1].low == "between"
    ends = (date_of(tokens, low), replace(date_of(tokens, high), governed=Edge.BY if between else None))
    years = (low.years[0], high.years[1]) if low.years and high.years else None
    same_year = low.years == high.years
    months = (low.months[0], high.months[1]) if low.months and high.months and same_year else None
    same_month = same_year and months is not None and months[0] == months[1]
    days = (low.days[0], high.days[1]) if low.days and high.days and same_month else None
    whole = Date(
        tokens[low.first].start, tokens[high.last - 1].end, years, months, days, ends=ends, fiscal=low.fiscal,
        lead=tokens[low.first - opener].start,
    )  # fmt: skip
    return Dated(low.first - opener, high.last, whole)
