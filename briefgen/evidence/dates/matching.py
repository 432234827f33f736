"""Finds the quoted date that backs a stated one. Owns relative dates and the words that move a date's edge."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.evidence.dates.date import Background, Date, Grain, backs, is_over_by, same_time, years_of
from briefgen.evidence.text.edges import Edge

DATE = "date-unsupported"


class Told(NamedTuple):
    """Whether a text tells of a beginning (took office), an end (left), what lasts (has been) or what changes (rises)."""

    begins: bool = False
    ends: bool = False
    lasting: bool = False
    changes: bool = False


NOTHING_TOLD = Told()


def match_date(
    stated: Date, quoted: list[tuple[int, Date]], around: Background, statement: Told, quotes: Sequence[Told]
) -> tuple[int | None, Date | None, bool]:
    """The quote and the date that back a stated date, or the nearest date that does not (and False)."""
    if stated.ends is not None and all(
        any(
            match_date(replace(end, edge=each), quoted, around, statement, quotes)[2]
            for each in (Edge.AT, edge)
        )
        for end, edge in zip(stated.ends, (Edge.SINCE, Edge.UNTIL), strict=True)
    ):
        return quoted[0][0], quoted[0][1], True
    for number, date in quoted:
        if backs(date, stated, around) and not _only_begins(stated, date, statement, quotes[number]):
            return number, date, True
        if same_time(date, stated, around) and _same_event(stated, date, statement, quotes[number]):
            return number, date, True
    if stated.relative:
        return _relative(stated, quoted)
    near = max(quoted, key=lambda q: _alike(q[1], stated), default=None)
    if near is None or not _alike(near[1], stated):
        return None, None, False
    return near[0], near[1], False


def resolve(date: Date, issued: datetime.date | None, year: int | None = None) -> Iterable[Date]:
    """The days that a relative date may mean, seen from the day of publication, or from the year where that is all.

    A weekday or month is the last or the next one; "last year" a year; "last week" seven days; "yesterday" a day.
    """
    if issued is None:
        return _turned_year(date, year)
    if date.shift is not None:
        return (on_day(date, issued + datetime.timedelta(days=date.shift)),)
    if date.weekday is not None and not date.days:
        back = (issued.isoweekday() - date.weekday) % 7
        return tuple(on_day(date, issued + datetime.timedelta(days=d)) for d in (-back, 7 - back, -back - 7))
    turn, _, period = date.relative.partition(" ")
    if date.months and not date.years and date.months[0] == date.months[1]:
        possible = years_of(date.months[0], issued.year, issued.month)
        return tuple(replace(date, years=(year, year)) for year in possible)
    steps = _TURNS.get(turn)
    if steps is None:
        return ()
    if period == "year":
        return _turned_year(date, issued.year)
    if period == "week":
        return _turned_week(date, issued + datetime.timedelta(days=7 * steps - issued.weekday()))
    if period == "month":
        months = issued.year * 12 + issued.month - 1 + steps
        return (replace(date, relative="", years=(months // 12,) * 2, months=(months % 12 + 1,) * 2),)
    return ()


_TURNS = {"last": -1, "this": 0, "next": 1}


def _turned_year(date: Date, year: int | None) -> Iterable[Date]:
    """ "Last year" and "next year", seen from a year."""
    turn, _, period = date.relative.partition(" ")
    if year is None or period != "year" or turn not in _TURNS:
        return ()
    return (replace(date, relative="", years=(year + _TURNS[turn],) * 2),)


def _turned_week(date: Date, monday: datetime.date) -> Iterable[Date]:
    """The week from a Monday, where it lies in one month."""
    sunday = monday + datetime.timedelta(days=6)
    if sunday.month != monday.month:
        return ()
    years, months = (monday.year,) * 2, (monday.month,) * 2
    return (replace(date, relative="", years=years, months=months, days=(monday.day, sunday.day)),)


def on_day(date: Date, day: datetime.date) -> Date:
    """A date that turns out to be one day."""
    year, month, number = (day.year, day.year), (day.month, day.month), (day.day, day.day)
    return replace(
        date, relative="", shift=None, weekday=day.isoweekday(), years=year, months=month, days=number
    )


def _relative(stated: Date, quoted: list[tuple[int, Date]]) -> tuple[int | None, Date | None, bool]:
    """ "Last month" is wrong only where the quotes speak of another month in the same way."""
    period = stated.relative.partition(" ")[2]
    for number, date in quoted:
        if period and date.relative.partition(" ")[2] == period:
            return number, date, False
    return None, None, True


def _same_event(stated: Date, quoted: Date, statement: Told, quote: Told) -> bool:
    """Whether a beginning or an end is told with another edge: "in office since 2014", "took office in 2014"."""
    told = statement if stated.edge is Edge.AT else quote
    if {stated.edge, quoted.edge} == {Edge.SINCE, Edge.AT}:
        state = stated.edge is Edge.AT or statement.lasting or not statement.begins
        return told.begins and state
    if {stated.edge, quoted.edge} == {Edge.STARTING, Edge.AT}:
        return told.begins or told.changes
    if {stated.edge, quoted.edge} == {Edge.UNTIL, Edge.AT}:
        return told.ends
    return quoted.ends is not None and stated.edge is not Edge.BY


def _only_begins(stated: Date, quoted: Date, statement: Told, quote: Told) -> bool:
    """Whether what a statement tells as ended by the end of a period only begins in it: started in November."""
    return is_over_by(quoted, stated) and statement.ends and quote.begins and not quote.ends


def _alike(quoted: Date, stated: Date) -> int:
    """How many parts two dates share, finer parts counting for more; 0 where they are of different kinds."""
    if (quoted.grain >= Grain.SEASON) != (stated.grain >= Grain.SEASON):
        return 0
    return (
        1
        + 2 * (quoted.days is not None and quoted.days == stated.days)
        + 2 * (quoted.months is not None and quoted.months == stated.months)
        + (quoted.years is not None and quoted.years == stated.years)
        + (quoted.grain == stated.grain)
    )
