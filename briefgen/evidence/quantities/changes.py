"""Changes that figures tell: rose by 5 per cent, fell to 12, from 3 to 5, "5, up from 3".

Owns how a figure tells the change (`move`), what changes so, and what it changed from.
"""

from bisect import bisect_left

from msgspec.structs import replace

from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import NONE, UNMEASURED
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.tokens import SIGN, WORD, Token

_APART = 5
"""So many tokens may stand between a figure and what it changed from."""


_WITHIN = 8
"""So many tokens may stand between the two figures of a change of which the second is bare."""

_RATED = frozenset({"percent", "points"})

_ELLIPTIC = frozenset({"on", "to", "against", "with"})
"""Words before the second figure of a list that says "per cent" once: "Labour is on 41 per cent, the Greens on 24"."""


def with_changes(tokens: list[Token], found: list[Quantity], words: NumberWords) -> list[Quantity]:
    """The figures of a text, with the changes that they tell."""
    if not words.moves or not found:
        return found
    starts = [token.start for token in tokens]
    found = _in_unit_before(tokens, found, starts)
    told = [_moved(tokens, quantity, bisect_left(starts, quantity.lead), words) for quantity in found]
    for at in range(len(told) - 1):
        origin = _origin(tokens, told[at], told[at + 1], starts)
        if origin == 1:
            told[at + 1] = replace(told[at + 1], origin=told[at].value)
        elif origin == -1:
            told[at] = replace(told[at], origin=told[at + 1].value)
    return told


def _in_unit_before(tokens: list[Token], found: list[Quantity], starts: list[int]) -> list[Quantity]:
    """The figures with bare ones read in the unit of the one before, too: "from 86 per cent in 2019 to 81 in 2021"."""
    told = list(found)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        first, last = bisect_left(starts, one.lead), bisect_left(starts, other.lead)
        bare = other.unit is NONE and other.kind is one.kind and one.unit.dimension not in UNMEASURED
        after = bisect_left(starts, other.tail)
        if bare and last - first <= _WITHIN and _continues(tokens, first, last, after, one):
            told[at] = replace(
                other, readings=(*(replace(r, unit=one.unit) for r in other.readings), *other.readings)
            )
    return told


def _continues(tokens: list[Token], first: int, last: int, after: int, one: Quantity) -> bool:
    """Whether a bare figure goes on with the unit of another: "from 5 per cent to 3", "52 per cent to Mr Hart's 47".

    So it does in any unit in "60 km, up from 40".
    """
    ends = after >= len(tokens) or tokens[after].kind == SIGN
    if ends and tokens[last - 1].low == "from":
        return True
    if one.unit.dimension not in _RATED:
        return False
    if first > 0 and tokens[first - 1].low == "from" and tokens[last - 1].low == "to":
        return True
    led = tokens[last - 1].low in _ELLIPTIC or tokens[last - 1].low.endswith(("'s", "\u2019s"))
    return ends and led and all(token.text not in ".;" for token in tokens[first:last])


def _moved(tokens: list[Token], quantity: Quantity, first: int, words: NumberWords) -> Quantity:
    """A figure behind a verb of change: "rose by 5", "rose 5", "rose sharply to 5"."""
    at = first - 1
    joint = tokens[at].low if at >= 0 and tokens[at].low in ("by", "to") else ""
    lead = at if joint else first
    at -= bool(joint)
    at -= at > 0 and tokens[at].low.endswith("ly")
    sign = words.moves.get(tokens[at].low) if at >= 0 else None
    if sign is None:
        return quantity
    before = (
        t.low for t in reversed(tokens[max(at - 3, 0) : at]) if t.kind == WORD and t.low not in words.plain
    )
    return replace(
        quantity, move=sign + (joint or "by"), move_lead=tokens[lead].start, subject=next(before, "")
    )


def _origin(tokens: list[Token], left: Quantity, right: Quantity, starts: list[int]) -> int:
    """1 where the right figure comes from the left one ("from 3 to 5"), -1 where it is the other way round, else 0."""
    if left.unit.dimension != right.unit.dimension or left.kind is not right.kind:
        return 0
    last, follow = bisect_left(starts, left.tail), bisect_left(starts, right.lead)
    before = bisect_left(starts, left.lead) - 1
    between = [token.low for token in tokens[last:follow]]
    if between == ["to"]:
        return int(before >= 0 and tokens[before].low == "from")
    back = between[-1:] == ["from"] and len(between) <= _APART and "." not in between and ";" not in between
    return -1 if back else 0
