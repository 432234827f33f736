"""Dates as they are meant: which years, months and days a mention can stand for. Owns when one date backs another.

A date is a set of days given by ranges: "Q2 2024" is any day of months 4 to 6 of 2024, "March" any day of any
March. Whatever a mention leaves open is None.
"""

import datetime
from enum import IntEnum

from msgspec import Struct

from briefgen.evidence.text.edges import SAME_PART, Edge, Part, edge_implied

Range = tuple[int, int]


class Grain(IntEnum):
    """How fine a date is."""

    NONE = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    WEEKDAY = 6
    DAY = 7


class Date(Struct, frozen=True):
    """A date at `[start:end)` of its text; the words that bound it begin at `lead`.

    `ends` are the two points of a range ("from 2010 to 2015"). `relative` is the phrase of a date that only the day of
    writing resolves ("last week"), `shift` its distance in days where it has one. `firm` dates need backing, `about`
    ones are approximate, `unordered` ones may have the month first, `short_years` ones may be years (2004-11), a year
    `closes` with them ("the year ending March 2024"), `attributive` ones stand before what they date ("the 2030
    target") and have no edge, like all dates of a language without tables for edges. `governed` is the edge that a date
    has by way of what happened then ("ahead of Sunday's vote", "since the attack of 7 October"), or as the end of a
    range: what happens between 2026 and 2028 has happened by 2028.
    """

    start: int
    end: int
    years: Range | None = None
    months: Range | None = None
    days: Range | None = None
    weekday: int | None = None
    edge: Edge = Edge.AT
    part: Part = Part.WHOLE
    fiscal: bool = False
    season: str = ""
    relative: str = ""
    shift: int | None = None
    ends: tuple["Date", "Date"] | None = None
    firm: bool = True
    lead: int = 0
    about: bool = False
    unordered: bool = False
    short_years: bool = False
    closes: bool = False
    attributive: bool = False
    governed: Edge | None = None

    @property
    def grain(self) -> Grain:
        """How fine the date is."""
        if self.days:
            return Grain.DAY
        if self.weekday:
            return Grain.WEEKDAY
        if self.months:
            return Grain.MONTH if self.months[0] == self.months[1] else Grain.SEASON
        if self.years is None:
            return Grain.NONE
        length = self.years[1] - self.years[0]
        return Grain.YEAR if length < 9 else Grain.DECADE if length < 99 else Grain.CENTURY

    @property
    def day(self) -> datetime.date | None:
        """The one day that is meant, where the mention says which."""
        if not (self.years and self.months and self.days):
            return None
        if self.years[0] != self.years[1] or self.months[0] != self.months[1] or self.days[0] != self.days[1]:
            return None
        try:
            return datetime.date(self.years[0], self.months[0], self.days[0])
        except ValueError:
            return None


class Background(Struct, frozen=True):
    """What the quotes say around a date: years and months that a partial date may be completed with.

    `weekdays` are those that are named, `datelines` the years and months that quotes are headed with, by which a bare
    month is the last or the next one.
    """

    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    datelines: frozenset[tuple[int, int]] = frozenset()


def years_of(month: int, year: int, seen_from: int) -> tuple[int, ...]:
    """The years in which a bare month is the last or the next one, seen from a month of a year."""
    if month == seen_from:
        return (year,)
    return (year - 1, year) if month > seen_from else (year, year + 1)


def backs(quoted: Date, stated: Date, around: Background) -> bool:
    """Whether the quoted date says the stated one, edge included; a coarser statement is backed.

    An event before March 2025 need not be before 2025: bounded dates are not made coarser where that moves them.
    """
    if not same_time(quoted, stated, around):
        return False
    if stated.attributive or quoted.attributive or is_over_by(quoted, stated):
        return True
    return any(
        edge_implied(there, said) and not (said in (Edge.BEFORE, Edge.AFTER) and stated.grain != quoted.grain)
        for there in (quoted.edge, quoted.governed or quoted.edge)
        for said in (stated.edge, stated.governed or stated.edge)
    )


def is_over_by(quoted: Date, stated: Date) -> bool:
    """Whether what happens in a part of a period is told as done by that period's end: in November, by the end of the year."""
    ends = stated.edge is Edge.BY and stated.part is Part.END and quoted.part is Part.WHOLE
    return ends and quoted.edge is Edge.AT and quoted.grain > stated.grain


def same_time(quoted: Date, stated: Date, around: Background) -> bool:
    """Whether the quoted date lies in the stated one, edges aside."""
    if stated.ends is not None and (quoted.ends is not None or _ranges(quoted) != _ranges(stated)):
        return False
    if _of_another_calendar(quoted, stated):
        return False
    if stated.relative or (quoted.relative and not quoted.grain):
        return bool(stated.relative) and stated.relative == quoted.relative
    return (
        _years(quoted, stated, around)
        and _months(quoted, stated, around)
        and _days(quoted, stated, around)
        and _weekday(quoted, stated, around)
        and _part(quoted, stated)
    )


def _of_another_calendar(quoted: Date, stated: Date) -> bool:
    """Whether one is a financial year and the other a calendar year; 2018-19 may be either's name."""
    if quoted.fiscal == stated.fiscal or (_is_session(quoted) and _is_session(stated)):
        return False
    return stated.grain <= Grain.MONTH and quoted.grain <= Grain.MONTH


def _is_session(date: Date) -> bool:
    """Whether a date is a year with two in its name: 2018-19."""
    return date.years is not None and date.years[1] == date.years[0] + 1


def _ranges(date: Date) -> tuple[Range | None, Range | None, Range | None]:
    return date.years, date.months, date.days


def _inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _years(quoted: Date, stated: Date, around: Background) -> bool:
    if stated.years is None:
        return True
    if quoted.years is None:
        named = stated.years[0] in around.years or stated.years[1] in around.years
        return named or _near_dateline(stated.years, stated.months, around)
    if _is_session(stated):  # the session 2018-19 is neither of its years
        return quoted.years == stated.years
    return _inside(quoted.years, stated.years)


def _near_dateline(years: Range, months: Range | None, around: Background) -> bool:
    if months is None or months[0] != months[1] or years[0] != years[1]:
        return False
    return any(years[0] in years_of(months[0], *dateline) for dateline in around.datelines)


def _months(quoted: Date, stated: Date, around: Background) -> bool:
    if stated.months is None:
        return not (stated.season and quoted.season and stated.season != quoted.season)
    if quoted.months is None:
        return (
            stated.months[0] == stated.months[1]
            and stated.months[0] in around.months
            and quoted.grain != Grain.WEEKDAY
        )
    if stated.season and quoted.season:
        return stated.season == quoted.season
    return quoted.months == stated.months or _within_year(quoted.months, stated.months)


def _within_year(inner: Range, outer: Range) -> bool:
    """Whether months lie within months; winter runs over the end of the year."""
    if outer[0] <= outer[1]:
        return inner[0] <= inner[1] and _inside(inner, outer)
    return inner[0] >= outer[0] or inner[1] <= outer[1]


def _days(quoted: Date, stated: Date, around: Background) -> bool:
    if stated.days is None:
        return True
    if quoted.days is None:
        return quoted.months is not None and quoted.grain >= Grain.MONTH and stated.days[0] in around.days
    return _inside(quoted.days, stated.days)


def _weekday(quoted: Date, stated: Date, around: Background) -> bool:
    if stated.weekday is None:
        return True
    if quoted.weekday is not None:
        return quoted.weekday == stated.weekday
    day = quoted.day
    if day is not None:
        return day.isoweekday() == stated.weekday
    return stated.days is not None and stated.weekday in around.weekdays


_PART_MONTHS = {
    Part.EARLY: (1, 4),
    Part.MID: (5, 8),
    Part.LATE: (9, 12),
    Part.START: (1, 3),
    Part.END: (10, 12),
}
_PART_DAYS = {
    Part.EARLY: (1, 11),
    Part.MID: (10, 20),
    Part.LATE: (20, 31),
    Part.START: (1, 8),
    Part.END: (23, 31),
}


def _part(quoted: Date, stated: Date) -> bool:
    """Early, mid, late: the same word, or a finer date that lies there; a statement may leave the part out."""
    if stated.part is Part.WHOLE:
        return True
    if quoted.part is not Part.WHOLE and quoted.grain == stated.grain:
        return stated.part in SAME_PART[quoted.part]
    if stated.grain == Grain.MONTH and quoted.days:
        return _inside(quoted.days, _PART_DAYS[stated.part])
    if stated.grain == Grain.YEAR and quoted.months:
        return _within_year(quoted.months, _PART_MONTHS[stated.part])
    if stated.grain in (Grain.DECADE, Grain.CENTURY) and quoted.years and stated.years:
        third = (stated.years[1] - stated.years[0] + 1) / 3
        place = (quoted.years[0] - stated.years[0]) // third
        return place == {Part.EARLY: 0, Part.START: 0, Part.MID: 1, Part.LATE: 2, Part.END: 2}[stated.part]
    return False
