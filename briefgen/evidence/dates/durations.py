"""The time between two dates, in the unit that is asked for."""

from briefgen.evidence.dates.date import Date
from briefgen.evidence.languages.units import Unit


def duration(first: Date, last: Date, unit: Unit) -> tuple[int, ...] | None:
    """How long it is from one date to another in whole units; None where the dates are not fine enough.

    Years from years, months from months, days from days; coarser units count what is complete.
    """
    if first.years is None or last.years is None:
        return None
    days = _days(first, last)
    if unit.dimension == "time" and unit.factor >= 86400:
        return None if days is None else (days * 86400 // int(unit.factor),)
    if unit.dimension != "months":
        return None
    months = _months(first, last)
    if months is None:
        return ((last.years[0] - first.years[0]) * 12 // int(unit.factor),) if unit.factor >= 12 else None
    if days is not None and first.days and last.days and last.days[0] < first.days[0]:
        months -= 1
    return (months // int(unit.factor),)


def _months(first: Date, last: Date) -> int | None:
    if not (first.years and last.years and first.months and last.months):
        return None
    return (last.years[0] - first.years[0]) * 12 + last.months[0] - first.months[0]


def _days(first: Date, last: Date) -> int | None:
    if first.day is None or last.day is None:
        return None
    return (last.day - first.day).days
