"""What stands around a time of day: the word that bounds it, and the zone that it is told in.

Owns when two bounds, and two zones, are the same for a time of day.
"""

from msgspec import Struct

from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.zone_words import ZoneWords
from briefgen.evidence.text.edges import Edge, edge_implied
from briefgen.evidence.text.tokens import WORD, Token, phrase_before

_LIMITS = frozenset({Edge.BY, Edge.BEFORE, Edge.AFTER})
_LONGEST = 3
"""So many words may name a zone."""


class Zone(Struct, frozen=True):
    """A time zone: its name, whether it is a `wide` one (Eastern, GMT) and no place's own, whether it is `local` time."""

    name: str = ""
    wide: bool = False
    local: bool = False


NO_ZONE = Zone()


def edge_before(tokens: list[Token], at: int, calendar: CalendarWords) -> Edge | None:
    """The bound that stands right before a time: by 18:00, at 18:00; None where no word tells one."""
    if at and tokens[at - 1].low in calendar.circa:
        at -= 1
    return phrase_before(tokens, at - 1, calendar.edges)[1] if at else None


def edges_agree(quoted: Edge | None, stated: Edge | None) -> bool:
    """Whether one bound follows from the other; only by, before and after are held against others and against `at`."""
    if quoted is None or stated is None:
        return True
    pair = {quoted, stated}
    return not pair & _LIMITS or not pair <= _LIMITS | {Edge.AT} or edge_implied(quoted, stated)


def zone_at(tokens: list[Token], at: int, words: ZoneWords) -> tuple[Zone, int]:
    """A zone by its letters (GMT) or name (Baghdad time, Eastern Standard Time, local time) and the token after it."""
    opened = at + 1 < len(tokens) and tokens[at].text == "("
    zone, last = _zone_after(tokens, at + opened, words)
    return (zone, last) if last > at + opened else (NO_ZONE, at)


def _zone_after(tokens: list[Token], at: int, words: ZoneWords) -> tuple[Zone, int]:
    low = tokens[at].low if at < len(tokens) else ""
    if low in words.letters and tokens[at].text.isupper():
        return _zone(low, words), at + 1
    follow = range(at + 1, min(at + _LONGEST + 1, len(tokens)))
    last = next((n for n in follow if tokens[n].low in words.time), at)
    if last == at or not all(_names_zone(token, words) for token in tokens[at:last]):
        return NO_ZONE, at
    name = " ".join(token.low for token in tokens[at:last] if token.low not in words.seasons)
    return _zone(name, words), last + 1


def _names_zone(token: Token, words: ZoneWords) -> bool:
    return token.kind == WORD and (token.text[0].isupper() or token.low == words.local)


def _zone(name: str, words: ZoneWords) -> Zone:
    wide = name in words.names or name in words.names.values()
    return Zone(words.names.get(name, name), wide, name == words.local)


def zones_agree(quoted: Zone, stated: Zone) -> bool:
    """Whether a time that is stated in one zone is told in it; it may be left out, and local time is a place's own."""
    if stated in (NO_ZONE, quoted):
        return True
    return (quoted.local or stated.local) and not (quoted.wide or stated.wide)
