"""What stands around a time of day: the word that bounds it, and the zone that it is told in.

Owns when two bounds, and two zones, are the same for a time of day.
"""

from briefgen.evidence.edges import Edge, edge_implied
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.tokens import WORD, Token, phrase_before

_LIMITS = frozenset({Edge.BY, Edge.BEFORE, Edge.AFTER})
_LOCAL = "local"
_SAME = {
    "z": "utc", "gmt": "utc", "greenwich": "utc", "universal": "utc", "et": "eastern", "est": "eastern", "edt": "eastern",
    "pt": "pacific", "pst": "pacific", "pdt": "pacific", "cst": "central", "cdt": "central", "mst": "mountain",
    "mdt": "mountain", "cet": "central european", "cest": "central european", "bst": "british",
}  # fmt: skip
_KNOWN = frozenset((*_SAME, *_SAME.values()))
_SEASONS = frozenset({"standard", "daylight", "summer", "mean", "coordinated"})
_LONGEST = 3  # words before "time"


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


def named_zone(tokens: list[Token], at: int) -> tuple[str, int]:
    """A zone by its name (Baghdad time, Eastern Standard Time, local time) and the token after it; else none."""
    last = next(
        (n for n in range(at + 1, at + _LONGEST + 1) if n < len(tokens) and tokens[n].low == "time"), None
    )
    words = tokens[at:last] if last else []
    named = words and all(
        word.kind == WORD and (word.text[0].isupper() or word.low == _LOCAL) for word in words
    )
    if not named or last is None:
        return "", at
    return " ".join(word.low for word in words if word.low not in _SEASONS), last + 1


def zones_agree(quoted: str, stated: str) -> bool:
    """Whether a time that is stated in one zone is told in it; it may be left out, and local time is a place's own."""
    if not stated or _SAME.get(stated, stated) == _SAME.get(quoted, quoted):
        return True
    if _LOCAL in (quoted, stated):
        return {quoted, stated}.isdisjoint(_KNOWN)
    return False
