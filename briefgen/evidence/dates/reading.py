"""Reads the dates of a text: all common formats, ranges and lists.

Owns the patterns; `date_points` reads one point, this module joins points and finds what stands before them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.evidence.dates.date import Date, Grain
from briefgen.evidence.dates.point_reading import read_point
from briefgen.evidence.dates.points import Point
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.edges import Edge, Part
from briefgen.evidence.text.tokens import NUMBER, SIGN, WORD, Token, phrase_before

_EVENT = 9
"""So many words before a date may tell what happened then."""

_LATE = 25
"""A day so late in its month may be the last of a number of months."""

_INSIDE = frozenset("-'\u2019\u2010\u2011")
"""Signs that do not end a phrase."""


class Dated(NamedTuple):
    """A date and the tokens `[first:last)` that it takes up."""

    first: int
    last: int
    date: Date


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
    whole = replace(dated, start=tokens[at - 2].start, lead=tokens[at - 2].start)
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
    return [_dated(tokens, point, calendar) for point in filled] + _two_years(tokens, filled)


def _two_years(tokens: list[Token], points: list[Point]) -> list[Dated]:
    """What "1932 and 1933" are besides: 1932-33."""
    if len(points) != 2 or any(point.months or point.years is None for point in points):
        return []
    one, other = points
    if not (one.years and other.years and one.years[0] + 1 == other.years[0] == other.years[1]):
        return []
    both = one._replace(last=other.last, years=(one.years[0], other.years[0]), firm=False)
    return [Dated(one.first, other.last, _date(tokens, both))]


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
    ends = (_date(tokens, low), replace(_date(tokens, high), governed=Edge.BY if between else None))
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


def _date(tokens: list[Token], point: Point) -> Date:
    start, end = tokens[point.first].start, tokens[point.last - 1].end
    return Date(
        start, end, point.years, point.months, point.days, point.weekday, fiscal=point.fiscal, season=point.season,
        relative=point.relative, shift=point.shift, firm=point.firm, lead=start,
        unordered=point.unordered, short_years=point.short_years,
    )  # fmt: skip


def _dated(tokens: list[Token], point: Point, calendar: CalendarWords) -> Dated:
    date = _date(tokens, point)
    first, edge, part, about = _lead(tokens, point.first, date.grain, calendar)
    level = point.last < len(tokens) and tokens[point.last].low in calendar.levels
    if point.relative or level:
        edge = Edge.AT
    named = (
        level
        or not calendar.edges
        or (edge is Edge.AT and first == point.first and _attributive(tokens, point, calendar))
    )
    edge, governed = _by_event(tokens, point, first, edge, calendar)
    if governed is None and _compared(tokens, point, first, edge, calendar):
        governed = Edge.COMPARED
    if edge is Edge.SINCE and _is_ahead(tokens, point, first, calendar):
        edge = Edge.STARTING
    lead = tokens[first].start
    return Dated(
        first,
        point.last,
        replace(
            date, edge=edge, part=part, lead=lead, about=about, attributive=named, governed=governed,
            closes=_closes(tokens, first, calendar),
        ),
    )  # fmt: skip


def _closes(tokens: list[Token], first: int, calendar: CalendarWords) -> bool:
    """Whether a year ends with a date: "the year ending March 2024", "the 12 months to 31 March"."""
    if first < 2 or tokens[first - 1].low not in calendar.closing:
        return False
    return tokens[first - 2].low == "year" and "year" in calendar.periods


def _by_event(
    tokens: list[Token], point: Point, first: int, edge: Edge, calendar: CalendarWords
) -> tuple[Edge, Edge | None]:
    """The edge of a date, and the one that it has by way of what happened then.

    "ahead of Sunday's vote", "before the 5 May vote": the vote is on that day. "since the attack of 7 October", "until
    the summit in June": it is so since that day, until that month.
    """
    if edge is not Edge.AT:
        follow = tokens[point.last].low if point.last < len(tokens) else ""
        owner = tokens[point.last - 1].text.endswith(("'s", "\u2019s")) or follow in calendar.dayparts
        return (Edge.AT, edge) if owner or _attributive(tokens, point, calendar) else (edge, None)
    for at in range(first - 1, max(first - _EVENT, -1), -1):
        if tokens[at].kind == SIGN and tokens[at].text not in _INSIDE:
            break
        governor = calendar.governors.get(tokens[at].low) or _from_beginning(tokens, at, first, calendar)
        opening = at == 0 or tokens[at - 1].kind == SIGN
        if governor is not None and not (opening and governor in (Edge.BEFORE, Edge.AFTER)):
            return edge, governor
    return edge, None


def _from_beginning(tokens: list[Token], at: int, first: int, calendar: CalendarWords) -> Edge | None:
    """The edge of "from its foundation in": it is so since then."""
    begins = any(token.low in calendar.beginnings for token in tokens[at + 1 : first])
    return Edge.SINCE if tokens[at].low in calendar.onwards and begins else None


def _compared(tokens: list[Token], point: Point, first: int, edge: Edge, calendar: CalendarWords) -> bool:
    """Whether a date is what something is compared with: "than in 2019", "up 5 per cent from 2019"."""
    if edge is Edge.AT:
        return first > 0 and tokens[first - 1].low in calendar.against
    if edge is not Edge.SINCE or first + 1 != point.first or tokens[first].low not in calendar.against:
        return False
    for at in range(first - 1, max(first - _EVENT, -1), -1):
        if tokens[at].kind == SIGN and tokens[at].text in ".;:":
            return False
        if tokens[at].low in calendar.changes:
            return True
    return False


def _is_ahead(tokens: list[Token], point: Point, first: int, calendar: CalendarWords) -> bool:
    """Whether "from 1 October" is said of what will be: it starts then. "Since" is never said so."""
    if tokens[point.first - 1].low not in calendar.onwards:
        return False
    for places in (range(first - 1, max(first - _EVENT, -1), -1), range(point.last, point.last + _EVENT)):
        for at in places:
            if at >= len(tokens) or tokens[at].text in ".;:":
                break
            if tokens[at].low in calendar.future:
                return True
    return False


def _attributive(tokens: list[Token], point: Point, calendar: CalendarWords) -> bool:
    """Whether a date stands between an article and what it dates: the 2030 target, its May summit."""
    before = tokens[point.first - 1].low if point.first else ""
    after = tokens[point.last] if point.last < len(tokens) else None
    return (
        before in calendar.articles
        and after is not None
        and after.kind == WORD
        and after.low not in calendar.leads
    )


def _lead(
    tokens: list[Token], first: int, grain: Grain, calendar: CalendarWords
) -> tuple[int, Edge, Part, bool]:
    """What stands before a date: "by the end of 2025" gives `by` and the end of."""
    part, at, about = Part.WHOLE, first - 1, False
    article_allowed = grain != Grain.YEAR
    for _ in range(3):
        if at < 0:
            break
        size, meaning = phrase_before(tokens, at, calendar.parts)
        if meaning is not None and part is Part.WHOLE:
            part, at, article_allowed = Part(meaning), at - size, True
        elif tokens[at].low in calendar.circa or (
            tokens[at].low == "." and at and tokens[at - 1].low in calendar.circa
        ):
            at, about = at - 1 - (tokens[at].low == "."), True
        elif tokens[at].low in ("the", "a") and article_allowed:
            at -= 1
        else:
            break
    size, edge = phrase_before(tokens, at, calendar.edges) if at >= 0 else (0, None)
    if edge is Edge.STARTING and at >= size and tokens[at - size].low in calendar.periods:
        edge = Edge.AT  # the week starting 3 June
    if edge is Edge.SINCE and size == 1 and at and tokens[at - 1].low in calendar.dated:
        edge = Edge.AT  # data from 2023
    if edge is not None:
        return at - size + 1, Edge(edge), part, about
    return (at + 1 if about or part is not Part.WHOLE else first), Edge.AT, part, about
