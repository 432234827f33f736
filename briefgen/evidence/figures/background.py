"""What quotes say around their dates. Owns which years, months and days a partial date may be completed with."""

import datetime
import re
from collections.abc import Iterator, Sequence

from briefgen.evidence.dates.date import Background
from briefgen.evidence.figures.records import Evidence, Figures
from briefgen.evidence.quantities.numeral import Kind

_NAMES = (
    r"[^\W\d_a-z][\w'\u2019-]*(?:,? (?:and |[vd]\w{1,2} |[vd]\w{1,2} \w{3} )?[^\W\d_a-z][\w'\u2019-]*){0,7}"
)
_BYLINE = re.compile(
    rf"(?:(?:First )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Ii]ssued)|Last (?:updated|modified)|By(?= ))"
    rf"(?:(?: by)? {_NAMES})?(?:,?(?: at)? \d{{1,2}}[:.]\d\d(?: ?[ap]m)?)?,?(?: on| at)? ?[:|\u2013\u2014-]?"
)
"""What stands before the day of a page: by whom it was written, or what was done then."""

_HEAD = 120
"""So many characters may stand before the day that a text is headed with."""


def background(quotes: Sequence[Evidence]) -> Background:
    """The years, months and days that quotes name around their dates."""
    dates = [d for quote in quotes for d in quote.figures.dates]
    quantities = [q for quote in quotes for q in quote.figures.quantities]
    years = {year for d in dates if d.years for year in d.years} | {q.issued.year for q in quotes if q.issued}
    years |= {q.year for q in quotes if q.year}
    years |= {int(q.value) for q in quantities if q.value == int(q.value) and 1000 <= q.value < 2200}
    months = {d.months[0] for d in dates if d.months and d.months[0] == d.months[1]}
    days = {int(q.value) for q in quantities if q.kind is Kind.ORDINAL and q.value <= 31}
    datelines = {(day.year, day.month) for quote in quotes for day in headed_days(quote.figures)}
    weekdays = {d.weekday for d in dates if d.weekday}
    return Background(
        frozenset(years), frozenset(months), frozenset(days), frozenset(weekdays), frozenset(datelines)
    )


def headed_days(figures: Figures) -> Iterator[datetime.date]:
    """The day that a quote is headed with: "December 20, 2018 10:04AM", "LONDON, 9 January 2018 -", "By Lena Weber on …"."""
    for date in figures.dates:
        if date.start > _HEAD:
            break
        before, after = figures.text[: date.start].strip(), figures.text[date.end :].lstrip()
        heads = not before or before.isupper() or _BYLINE.fullmatch(before)
        timed = any(not figures.text[date.end : clock.start].strip() for clock in figures.clocks)
        ends = not after or timed or (not after[0].isalnum() and after[0] not in ",.;")
        if date.day is not None and heads and ends:
            yield date.day
