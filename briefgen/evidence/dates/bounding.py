"""What stands around one point in time: since, by the end of, ahead of the vote of; in January as against December.

Owns the words that bound a date, and the date that a point is with them.
"""

from typing import NamedTuple

from msgspec.structs import replace

from briefgen.evidence.dates.date import Date, Grain
from briefgen.evidence.dates.points import Point
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.text.edges import Edge, Part
from briefgen.evidence.text.tokens import SIGN, WORD, Token, phrase_before

_EVENT = 9
"""So many words before a date may tell what happened then."""

_INSIDE = frozenset("-'\u2019\u2010\u2011")
"""Signs that do not end a phrase."""


class Dated(NamedTuple):
    """A date and the tokens `[first:last)` that it takes up."""

    first: int
    last: int
    date: Date


def date_of(tokens: list[Token], point: Point) -> Date:
    """A point as a date that nothing bounds."""
    start, end = tokens[point.first].start, tokens[point.last - 1].end
    return Date(
        start, end, point.years, point.months, point.days, point.weekday, fiscal=point.fiscal, season=point.season,
        relative=point.relative, shift=point.shift, firm=point.firm, lead=start,
        unordered=point.unordered, short_years=point.short_years,
    )  # fmt: skip


def bounded(tokens: list[Token], point: Point, calendar: CalendarWords) -> Dated:
    """A point as the date that it is by the words around it."""
    date = date_of(tokens, point)
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
    """The edge of "from its foundation in", "from the outbreak of war in": it is so since then.

    Not of "from the election in": that may be where something came from.
    """
    if tokens[at].low not in calendar.onwards:
        return None
    begins = any(
        tokens[place].low in calendar.beginnings
        and not (tokens[place - 1].low == "the" and place + 2 >= first)
        for place in range(at + 1, first)
    )
    return Edge.SINCE if begins else None


def _compared(tokens: list[Token], point: Point, first: int, edge: Edge, calendar: CalendarWords) -> bool:
    """Whether a date is what something is compared with: "than in 2019", "up 5 per cent from 2019", "down on 2019"."""
    if edge is Edge.AT:
        on = point.years and not point.days and point.first and tokens[point.first - 1].low == "on"
        against = first > 0 and tokens[first - 1].low in calendar.against
        return against or (bool(on) and _tells_change(tokens, point.first, calendar))
    if edge is not Edge.SINCE or first + 1 != point.first or tokens[first].low not in calendar.against:
        return False
    return _tells_change(tokens, first, calendar)


def _tells_change(tokens: list[Token], first: int, calendar: CalendarWords) -> bool:
    """Whether a change is told of closely before a date, in its sentence."""
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
