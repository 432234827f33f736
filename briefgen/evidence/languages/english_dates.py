"""English words for dates and times of day."""

from briefgen.evidence.languages.calendar_words import CalendarWords, Phrase
from briefgen.evidence.languages.english_numbers import ORDINALS
from briefgen.evidence.languages.english_units import UNITS
from briefgen.evidence.languages.english_zones import ZONES
from briefgen.evidence.text.edges import Edge, Part

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_SHORT_WEEKDAYS = {name[:3]: number for number, name in enumerate(_WEEKDAYS, 1)} | {
    "tues": 2, "weds": 3, "thur": 4, "thurs": 4,
}  # fmt: skip
_SAID_WEEKDAYS = {"tgif": 5}
"""Words that say which day it is without its name: thank God it's Friday."""


_EDGES = {
    Edge.BY: "by, no later than, not later than, on or before",
    Edge.BEFORE: "pre -, before, prior to, ahead of, earlier than, not until before",
    Edge.AFTER: "post -, after, later than, following, beyond, past, not until, not before, no earlier than",
    Edge.STARTING: "starting, beginning, starting in, starting on, starting from, beginning in, beginning on, "
    "beginning from, commencing, commencing in, commencing on",
    Edge.SINCE: "since, from, effective, effective from, as from, as early as, dating from, dating back to, ever since, onwards from, from as early as",
    Edge.UNTIL: "until, till, through, up to, up until, until at least, til, 'til, as late as, lasting until, runs to, run to, running to, lasts to, lasting to, "
    "extends to, extended to, valid to, years to, period to, decade to",
    Edge.AS_OF: "as of, as at",
    Edge.AT: "in, on, at, during, for, of, throughout, over, within, around",
}
_PARTS = {
    Part.EARLY: "early, early in, early on in, early -, earlier in, the first weeks of, the first months of",
    Part.MID: "mid, mid -, middle of, the middle of, midway through, halfway through, mid- to late",
    Part.LATE: "late, late in, late -, later in, latter part of, the latter part of",
    Part.START: "beginning of, the beginning of, start of, the start of, turn of, the turn of, outset of",
    Part.END: "end of, the end of, close of, the close of, end -, the very end of, year - end, end",
}


_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_FEASTS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "international women's day": (3, 8), "anzac day": (4, 25), "may day": (5, 1), "bastille day": (7, 14),
    "halloween": (10, 31), "armistice day": (11, 11), "human rights day": (12, 10), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "9 / 11": (9, 11),
}  # fmt: skip
"""Days of the year that have a name, and the same date in every year and country."""


def _by_last(table: dict[Edge, str] | dict[Part, str]) -> dict[str, tuple[tuple[Phrase, object], ...]]:
    found: dict[str, list[tuple[Phrase, object]]] = {}
    for meaning, phrases in table.items():
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, meaning))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


def _by_first(days: dict[str, tuple[int, int]]) -> dict[str, tuple[tuple[Phrase, tuple[int, int]], ...]]:
    names = [(tuple(name.split()), day) for name, day in days.items()]
    return {first[0][0]: tuple(each for each in names if each[0][0] == first[0][0]) for first in names}


CALENDAR = CalendarWords(
    months={name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
    weekdays={name: number for number, name in enumerate(_WEEKDAYS, 1)} | _SHORT_WEEKDAYS | _SAID_WEEKDAYS,
    day_first=None,
    doubtful=frozenset(
        {"may", "march", "mar", "jun", "jan", "dec", "april", "june", "august", "sep", "oct", "apr"}
    ),
    short_months=frozenset(_SHORT_MONTHS) - {"may"},
    short_weekdays=frozenset(_SHORT_WEEKDAYS),
    seasons={
        "spring": (2, 6),
        "springtime": (2, 6),
        "summer": (5, 9),
        "summertime": (5, 9),
        "autumn": (8, 12),
        "fall": (8, 12),
        "winter": (11, 3),
        "wintertime": (11, 3),
    },
    ordinals=ORDINALS | {"last": -1, "final": -1, "opening": 1},
    suffixes=frozenset({"st", "nd", "rd", "th"}),
    quarters=frozenset({"quarter", "q"}),
    halves=frozenset({"half", "h"}),
    centuries=frozenset({"century"}),
    decade_suffixes=frozenset({"s", "'s"}),
    edges=_by_last(_EDGES),  # type: ignore[arg-type]
    parts=_by_last(_PARTS),  # type: ignore[arg-type]
    circa=frozenset({"about", "around", "circa", "c", "ca", "approximately", "roughly"}),
    fiscal=(
        ("fy",),
        ("fiscal",),
        ("fiscal", "year"),
        ("financial", "year"),
        ("budget", "year"),
        ("tax", "year"),
        ("fiscal", "years"),
        ("financial", "years"),
    ),
    connectors=frozenset(
        {
            "to",
            "-",
            "\u2013",
            "\u2014",
            "\u2010",
            "\u2011",
            "until",
            "till",
            "through",
            "and",
            "or",
            "/",
            ",",
            "&",
        }
    ),
    openers=frozenset({"from", "between"}),
    leads=frozenset(
        {
            "in",
            "since",
            "by",
            "until",
            "till",
            "from",
            "during",
            "of",
            "early",
            "late",
            "mid",
            "year",
            "before",
            "after",
            "the",
            "to",
            "and",
            "between",
            "through",
            "than",
            "for",
            "on",
            "or",
            "throughout",
            "around",
            "last",
            "next",
            "this",
            "every",
            "each",
            "circa",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "financial",
            "fiscal",
        }
    ),
    articles=frozenset("the a an its his her their this that our".split()),
    weak_leads=frozenset(
        {"of", "to", "and", "or", "for", "than", "between", "after", "before", "the", "on", "through"}
    ),
    of=frozenset({"of", ","}),
    days={"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    shifts={
        "last": -1,
        "past": -1,
        "previous": -1,
        "this": 0,
        "current": 0,
        "next": 1,
        "coming": 1,
        "following": 1,
    },
    periods=frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century", "night"}),
    units=frozenset(word for word in UNITS if len(word) > 2 and word.isalpha())
    - {"second", "real", "min", "foot"}
    | {"per"},
    numbered=frozenset(
        "no room resolution order code flight channel highway route number page section form".split()
    ),
    levels=frozenset("levels values prices highs lows averages baseline".split()),
    made=frozenset(
        "born died built founded established made created written composed completed begun erected constructed painted carved "
        "printed published dated dating".split()
    ),
    lives=frozenset({"b", "d", "r", "fl", "est"}),
    compared=frozenset({"later", "earlier"}),
    feasts=_by_first(_FEASTS),
    governors={
        "since": Edge.SINCE,
        "until": Edge.UNTIL,
        "till": Edge.UNTIL,
        "before": Edge.BEFORE,
        "after": Edge.AFTER,
    },
    dated=frozenset(
        "date dates dated data figures statistics numbers report reports survey census poll polls estimate estimates study letter "
        "statement decision resolution ruling agreement treaty accord law decree constitution record records results "
        "photo photos footage video image images picture pictures document documents".split()
    ),
    dayparts=frozenset({"morning's", "afternoon's", "evening's", "night's"}),
    lengths=frozenset({"past"}),
    closing=frozenset({"ending", "ended", "to"}),
    spans={"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9},
    onwards=frozenset({"from", "effective"}),
    beginnings=frozenset(
        "foundation founding creation establishment birth inception independence introduction election appointment launch "
        "outbreak accession formation opening coronation inauguration".split()
    ),
    future=frozenset({"will", "would", "shall"}),
    changes=frozenset(
        "up down rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing "
        "decrease decreases decreased decreasing grow grows grew grown growing growth gain gains gained drop drops dropped "
        "decline declines declined declining climb climbs climbed jump jumps jumped doubled tripled trebled quadrupled "
        "halved higher lower more less fewer change changed changes unchanged improved improvement improving".split()
    ),
    against=frozenset("than as with to against from versus".split()),
    begins=frozenset(
        "available, began, begin, begins, begun, beginning, start, started, starts, starting, assumed, joined, became, founded, "
        "established, launched, introduced, inaugurated, formed, imposed, adopted, invaded, seized, captured, annexed, "
        "occupied, commenced, emerged, outbreak, onset, installed, declared, resumed, closed, shut, banned, suspended, "
        "halted, barred, blocked, created, appointed, elected, married, designated, listed, classified, recognised, recognized, "
        "sanctioned, blacklisted, outlawed, legalised, legalized, nationalised, nationalized, privatised, privatized, detained, "
        "imprisoned, deployed, enrolled, acceded, opened, devolved, took office, took power, "
        "took over, took effect, takes effect, take effect, took control, taken over, taken office, came into, came to, "
        "comes into, entered into, entered office, sworn in, set up, moved to, broke out".split(", ")
    ),
    ends=frozenset(
        "ended, end, ends, ending, left, leave, closed, close, ceased, cease, concluded, conclude, expired, expire, "
        "expires, expiry, finished, finish, stopped, stop, stepped down, resigned, retired, quit, withdrew, withdraw, "
        "dissolved, abolished, terminated, completed, complete, deadline, lapse, lapsed, lapses, died".split(
            ", "
        )
    ),
    lasting=frozenset({"has", "have", "had", "having", "been", "ever"}),
    decades={word: 1920 + 10 * place for place, word in enumerate(_DECADES)},
    daytimes={"morning": 0, "afternoon": 12, "evening": 12, "night": 12},
    quarters_past={"half": 30, "quarter": 15},
    meridiem={"am": 0, "pm": 12, "a.m": 0, "p.m": 12},
    clock_leads=frozenset(
        "at by from until till before after around about to and between since past it say".split()
    ),
    clock={"noon": 720, "midday": 720, "midnight": 0},
    zones=ZONES,
    hour_words=frozenset({"hours", "hrs", "h", "o'clock"}),
)
