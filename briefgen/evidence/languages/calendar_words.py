"""The shape of the tables that turn words into dates in one language."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from briefgen.evidence.languages.zone_words import ZoneWords
from briefgen.evidence.text.edges import Edge, Part

Phrase = tuple[str, ...]


class CalendarWords(Struct, frozen=True, eq=False, dict=True):
    """Words for dates and times of day of one language, folded to lower case (January is 1, Monday is 1).

    - `months`, `weekdays`: full names and abbreviations, `short_months` the abbreviations that are no full names;
      `doubtful`: month names that are also other words, read as months only next to a number or after a preposition;
      `short_weekdays` only next to a date
    - `seasons`: first and last month; `ordinals`: third (quarter, century); `quarters`, `halves`, `centuries`
    - `edges`: phrases that bound a date, by their last word; `parts`: early, the end of, mid, likewise
    - `fiscal`: phrases before a fiscal year; `connectors`: what joins the ends of a range; `pairs`: what opens one
    - `leads`: words after which a bare year or month is one, `weak_leads` those that counts follow as well
    - `articles`: words before a date that names what follows it ("the 2030 target")
    - `days`: today, yesterday, as days from the day of writing; `shifts`: last, this, next; `periods`: week, month
    - `units`: words that make the number before them no year, `numbered` those that make the one after them none;
      `levels`: words that make it one ("below 1990 levels"), `made` those that do with "about" between ("built about
      1150") or right before it; `lives` short forms of such words (b., r.); `compared`: words before "than" that
      compare dates
    - `closing`: words between a year and the month with which it ends ("the year ending March 2024")
    - `lengths`: words of `shifts` that make a period a length of time ("the past year"); `spans`: numbers of months
      that a year is told in ("the first nine months")
    - `onwards`: words before a date, or before one of `beginnings` that was then, from which on something is so; with
      one of `future` it is yet to start
    - `changes`: words of a change, which "from 2019" after them starts, or which comes when what will be so starts;
      `against`: words before what is compared
    - `begins`, `ends`, `lasting`: words of the clause by which "since 2014" and "took office in 2014" say the same
    - `governors`: words before what happened on a date ("since the attack of 7 October")
    - `decades`: "the seventies", as their first year
    - `feasts`: days with a name by its first word, as month and day; `dated`: things that bear a date ("data from 2023"
      are of 2023)
    - `dayparts`: what may stand between a day and what happens on it ("Sunday night's vote")
    - `meridiem`: am, pm, as hours to add, `daytimes`: in the evening, likewise; `quarters_past`: half, quarter, as
      minutes; `clock`: noon, midnight, as minutes; `clock_leads`: words before which "1800 hours" is a time of day
    """

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    day_first: bool | None = None
    doubtful: frozenset[str] = frozenset()
    short_months: frozenset[str] = frozenset()
    short_weekdays: frozenset[str] = frozenset()
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    suffixes: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    centuries: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    edges: Mapping[str, tuple[tuple[Phrase, Edge], ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[tuple[Phrase, Part], ...]] = field(default_factory=dict)
    circa: frozenset[str] = frozenset()
    fiscal: tuple[Phrase, ...] = ()
    connectors: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    weak_leads: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    days: Mapping[str, int] = field(default_factory=dict)
    shifts: Mapping[str, int] = field(default_factory=dict)
    periods: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    lives: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    spans: Mapping[str, int] = field(default_factory=dict)
    onwards: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    governors: Mapping[str, Edge] = field(default_factory=dict)
    feasts: Mapping[str, tuple[tuple[Phrase, tuple[int, int]], ...]] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    daytimes: Mapping[str, int] = field(default_factory=dict)
    quarters_past: Mapping[str, int] = field(default_factory=dict)
    dated: frozenset[str] = frozenset()
    dayparts: frozenset[str] = frozenset()
    meridiem: Mapping[str, int] = field(default_factory=dict)
    clock: Mapping[str, int] = field(default_factory=dict)
    clock_leads: frozenset[str] = frozenset()
    zones: ZoneWords = field(default_factory=ZoneWords)
    hour_words: frozenset[str] = frozenset()

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words that a date can begin with, so that all others are passed over at once."""
        plurals = {f"{name}s" for name in self.weekdays if name not in self.short_weekdays}
        labels = {phrase[0] for phrase in self.fiscal} | (self.quarters | self.halves)
        tables = (
            self.months,
            self.weekdays,
            self.ordinals,
            self.days,
            self.shifts,
            self.seasons,
            self.feasts,
            self.decades,
        )
        return frozenset().union(*tables, plurals, labels)
