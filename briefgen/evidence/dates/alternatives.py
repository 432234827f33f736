"""The other ways in which a date may be read: the month first, two years for a month, a financial year by its end."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.evidence.dates.date import Date

_DECEMBER = 12


def otherwise_read(date: Date) -> Iterator[Date]:
    """The other readings of a date, if it has any."""
    if date.unordered and date.months and date.days:
        yield replace(date, months=date.days, days=date.months, unordered=False)
    if date.short_years and date.years and date.months:
        yield _years(date, date.years[0], date.years[0] // 100 * 100 + date.months[0])
    if date.closes and date.years and date.months and date.months[0] < _DECEMBER:
        year = date.years[1]
        session = replace(date, years=(year - 1, year), months=None, days=None)
        yield from (session, replace(session, fiscal=True))


def _years(date: Date, first: int, last: int) -> Date:
    """2004-11 as the years from 2004 to 2011."""
    ends = tuple(Date(date.start, date.end, (year, year), lead=date.lead) for year in (first, last))
    return replace(date, years=(first, last), months=None, ends=(ends[0], ends[1]), short_years=False)


def both_years(date: Date) -> Iterator[Date]:
    """The two years of "2018-19"."""
    if date.years and date.years[1] == date.years[0] + 1 and not date.months:
        yield from (replace(date, years=(year, year)) for year in date.years)
