"""How a date bounds what is said, and which part of a period is meant. Owns which edge follows from which."""

from enum import StrEnum


class Edge(StrEnum):
    """The relation of an event to its date."""

    AT = "in or on"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    STARTING = "starting in"
    UNTIL = "until"
    AS_OF = "as of"
    COMPARED = "compared with"


class Part(StrEnum):
    """A part of a year, month, decade or century."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "the beginning of"
    END = "the end of"


SAME_PART: dict[Part, frozenset[Part]] = {
    Part.START: frozenset({Part.START, Part.EARLY}),
    Part.END: frozenset({Part.END, Part.LATE}),
    Part.EARLY: frozenset({Part.EARLY}),
    Part.MID: frozenset({Part.MID}),
    Part.LATE: frozenset({Part.LATE}),
}
"""What a statement may say where the quote names the key: the end of May is late May, late May is not its end."""


def edge_implied(quoted: Edge, stated: Edge) -> bool:
    """Whether "`quoted` 2025" backs "`stated` 2025".

    What ended before a date ended by it, what is so from a date is so as of it, and a state as of a date is one on it, or
    one reached by it; what is so since a date started then; no other follows.
    """
    pair = {quoted, stated}
    return len(pair) == 1 or (quoted, stated) in _FOLLOWING or pair in _STATES


_FOLLOWING = ((Edge.BEFORE, Edge.BY), (Edge.SINCE, Edge.AS_OF), (Edge.STARTING, Edge.AS_OF))
_STATES = ({Edge.AS_OF, Edge.AT}, {Edge.AS_OF, Edge.BY}, {Edge.SINCE, Edge.STARTING})
