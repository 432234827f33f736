"""Which items to cut first where the copy does not fit.

Pure: `could` before `should`, never `must`; within a priority as few items as will do, and of those the smallest.
"""

from collections.abc import Iterable, Sequence

from briefgen.pages.values import Cut

CUTTABLE = ("could", "should")
"""The priorities that may be cut, the first one first."""


def choose(items: Iterable[Cut], excess_mm: float, priorities: Sequence[str] = CUTTABLE) -> tuple[Cut, ...]:
    """The items to cut, in order, until their heights make up for the excess or none is left."""
    candidates = list(items)
    chosen: list[Cut] = []
    for priority in priorities:
        pool = [item for item in candidates if item.priority == priority]
        while pool and excess_mm > 0:
            cut = _best(pool, excess_mm)
            pool.remove(cut)
            chosen.append(cut)
            excess_mm -= cut.mm
    return tuple(chosen)


def _best(pool: Sequence[Cut], excess_mm: float) -> Cut:
    """The smallest item that is enough, else the largest; of equal ones the last, for briefs put first things first."""
    late = list(reversed(pool))
    enough = [item for item in late if item.mm >= excess_mm]
    return min(enough, key=_height) if enough else max(late, key=_height)


def _height(item: Cut) -> int:
    """Whole millimetres: less is no difference to an editor."""
    return round(item.mm)
