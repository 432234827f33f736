"""Times of day: `18:00`, `8.30am`, `six p.m.`, `half past six in the evening`, noon. Owns when one time backs another."""

from msgspec import Struct

from briefgen.evidence.dates.clock_bounds import NO_ZONE, Zone, edge_before, edges_agree, zone_at, zones_agree
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.pack import LanguagePack
from briefgen.evidence.text.edges import Edge
from briefgen.evidence.text.tokens import NUMBER, Token, glued

_HALF_DAY = 720


class Clock(Struct, frozen=True):
    """A time of day at `[start:end)`, in minutes since midnight; `half_open` where am or pm is not said, `about` if approximate.

    With `seconds` it may be a length of time as well: 2:14:04.
    """

    start: int
    end: int
    minutes: int
    half_open: bool = False
    zone: Zone = NO_ZONE
    about: bool = False
    edge: Edge | None = None
    seconds: int | None = None


class Timed(Struct, frozen=True):
    """A time and the tokens `[first:last)` that it takes up."""

    first: int
    last: int
    clock: Clock


def read_clocks(tokens: list[Token], pack: LanguagePack) -> list[Timed]:
    """Reads every time of day from left to right."""
    found: list[Timed] = []
    done = 0
    hours = pack.hours
    for at in [at for at, token in enumerate(tokens) if token.kind == NUMBER or token.low in hours]:
        timed = _read(tokens, at, pack) if at >= done else None
        if timed is not None:
            found.append(timed)
            done = timed.last
    return found


def backs(quoted: Clock, stated: Clock) -> bool:
    """Whether the quoted time says the stated one; a statement may leave out the half of the day or the zone."""
    if stated.seconds is not None and stated.seconds != quoted.seconds:
        return False
    if not zones_agree(quoted.zone, stated.zone) or not edges_agree(quoted.edge, stated.edge):
        return False
    if stated.minutes == quoted.minutes:
        return stated.half_open or not quoted.half_open
    return stated.half_open and (stated.minutes + _HALF_DAY) % 1440 == quoted.minutes


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _read(tokens: list[Token], at: int, pack: LanguagePack) -> Timed | None:
    minutes = pack.calendar.clock.get(tokens[at].low)
    if minutes is not None:
        return _named(tokens, at, minutes, pack.calendar)
    hands = _past(tokens, at, pack) or _hands(tokens, at, pack)
    return None if hands is None else _told(tokens, at, hands, pack)


def _named(tokens: list[Token], at: int, minutes: int, calendar: CalendarWords) -> Timed:
    """Noon, midnight."""
    edge = edge_before(tokens, at, calendar)
    zone, last = zone_at(tokens, at + 1, calendar.zones)
    return Timed(at, last, Clock(tokens[at].start, tokens[last - 1].end, minutes, zone=zone, edge=edge))


def _told(tokens: list[Token], at: int, hands: tuple[int, int, int], pack: LanguagePack) -> Timed | None:
    """The time with its half of the day and zone; None where nothing makes a number one: 8.30, six."""
    hour, minute, read = hands
    meridiem, last = _meridiem(tokens, read, pack)
    if meridiem is None:
        meridiem, last = _daytime(tokens, at, last, hour, pack)
    explicit = last > read or last - at > 1 or _hundred_hours(tokens, at, last, pack)
    if not explicit and not _dotted(tokens, at, pack):
        return None
    if meridiem is not None and hour <= 12:
        hour, half_open = hour % 12 + meridiem, False
    else:
        half_open = 0 < hour < 12 and not tokens[at].text.startswith("0")
    last += _low(tokens, last) in pack.calendar.hour_words
    zone, last = zone_at(tokens, last, pack.calendar.zones)
    start, end, edge = tokens[at].start, tokens[last - 1].end, edge_before(tokens, at, pack.calendar)
    about, seconds = _low(tokens, at - 1) in pack.calendar.circa, _seconds(tokens, at, read)
    return Timed(at, last, Clock(start, end, 60 * hour + minute, half_open, zone, about, edge, seconds))


def _seconds(tokens: list[Token], at: int, last: int) -> int | None:
    """The 04 of 2:14:04."""
    return int(tokens[last - 1].text[:2]) if last - at == 5 and tokens[last - 2].text == ":" else None


def _hands(tokens: list[Token], at: int, pack: LanguagePack) -> tuple[int, int, int] | None:
    """Hour, minute and the token after them: 18:00, 8.30, 1800, six; also "2 : 05"."""
    text = tokens[at].text
    if text in pack.numbers.cardinals or tokens[at].low in pack.numbers.cardinals:
        hour, minute = pack.numbers.cardinals[tokens[at].low], "0"
    elif text.isdigit() and len(text) == 4:
        hour, minute = int(text[:2]), text[2:]
    else:
        whole, dot, minute = text.partition(".")
        if not whole.isdigit() or len(whole) > 2 or (dot and not (minute.isdigit() and len(minute) == 2)):
            return None
        hour, minute = int(whole), minute or "0"
    last = at + 1
    if _parts_time(tokens, last) and tokens[last + 1].kind == NUMBER:
        minute = tokens[last + 1].text[:2]
        if not minute.isdigit() or len(tokens[last + 1].text.partition(".")[0]) != 2:
            return None
        last += 2
        if _low(tokens, last) == ":" and last + 1 < len(tokens) and tokens[last + 1].kind == NUMBER:
            last += 2
    return (hour, int(minute), last) if hour <= 24 and int(minute) < 60 else None


def _parts_time(tokens: list[Token], at: int) -> bool:
    """Whether a colon parts hours from minutes: 18:00, "2 : 05"; not the one of "in 2023: 30 per cent"."""
    if _low(tokens, at) != ":" or at + 1 >= len(tokens):
        return False
    return glued(tokens[at - 1], tokens[at]) == glued(tokens[at], tokens[at + 1])


def _past(tokens: list[Token], at: int, pack: LanguagePack) -> tuple[int, int, int] | None:
    """half past six, quarter to nine"""
    part = pack.calendar.quarters_past.get(tokens[at].low)
    if part is None or _low(tokens, at + 1) not in ("past", "to") or at + 2 >= len(tokens):
        return None
    hands = _hands(tokens, at + 2, pack)
    if hands is None or hands[1] or not 0 < hands[0] <= 12:
        return None
    minutes = 60 * hands[0] + (part if tokens[at + 1].low == "past" else -part)
    return minutes // 60, minutes % 60, hands[2]


def _daytime(
    tokens: list[Token], at: int, last: int, hour: int, pack: LanguagePack
) -> tuple[int | None, int]:
    """The hours to add by "in the evening", "at night", and the token after it; not in "two in the morning session"."""
    clock = _low(tokens, last) in pack.calendar.hour_words
    follow = last + clock
    led = clock or last - at > 1 or _low(tokens, at - 1) in pack.calendar.clock_leads
    size = 3 if _low(tokens, follow) == "in" and _low(tokens, follow + 1) == "the" else 2
    word = _low(tokens, follow + size - 1)
    named = size == 3 or (_low(tokens, follow) == "at" and word == "night")
    if not led or not named or word not in pack.calendar.daytimes or not 0 < hour <= 12:
        return None, last
    late = pack.calendar.daytimes[word] and not (word == "night" and hour in (12, 1, 2, 3, 4, 5))
    return (12 if late else 0), follow + size


def _meridiem(tokens: list[Token], at: int, pack: LanguagePack) -> tuple[int | None, int]:
    """am, a.m., PM, p.m. and the token after it."""
    low = _low(tokens, at)
    if low in pack.calendar.meridiem:
        return pack.calendar.meridiem[low], at + 1
    dotted = f"{low}.{_low(tokens, at + 2)}"
    if _low(tokens, at + 1) == "." and dotted in pack.calendar.meridiem and glued(tokens[at], tokens[at + 1]):
        end = at + 3
        return pack.calendar.meridiem[dotted], end + (
            _low(tokens, end) == "." and glued(tokens[end - 1], tokens[end])
        )
    return None, at


def _dotted(tokens: list[Token], at: int, pack: LanguagePack) -> bool:
    """Whether "8.30" is a time: only before am, pm or a zone, which were seen before."""
    return (
        tokens[at].kind == NUMBER
        and "." in tokens[at].text
        and _low(tokens, at + 1) in pack.calendar.zones.letters
    )


def _hundred_hours(tokens: list[Token], at: int, last: int, pack: LanguagePack) -> bool:
    """1800 GMT, 0600 hours, 6 o'clock."""
    text, following = tokens[at].text, _low(tokens, last)
    if len(text) == 4 and text.isdigit():
        led = _low(tokens, at - 1) in pack.calendar.clock_leads
        hours = led and (text.startswith("0") or following in pack.calendar.hour_words - {"h"})
        zones = pack.calendar.zones
        return hours or following in zones.letters - zones.doubtful
    return following == "o'clock"
