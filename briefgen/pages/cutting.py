"""Which items to cut first where the copy does not fit.

Pure: `could` before `should`, never `must`; within a priority no section's last item while another's may go, as few
items as will do, and of those the smallest.
What an item takes is not what its absence gives: beside a taller one nothing is won, and notes go with their items. So
lists are tried, and short ones cut by cut.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from briefgen.pages.values import Cut

CUTTABLE = ("could", "should")
"""The priorities that may be cut, the first one first."""

MAX_PRUNED = 40
"""With more cuts than these a brief wants another editor, not a shorter list."""

MAX_TRIED = 6
"""Of so many cuts each one is tried by itself."""

Measure = Callable[[frozenset[str]], float]
"""How many millimetres the copy runs over without some items."""


def settle(
    items: Sequence[Cut], excess_mm: float, priorities: Sequence[str], measure: Measure
) -> tuple[tuple[Cut, ...], bool]:
    """The fewest cuts in order, and whether the copy was laid out without them and fits."""
    over = _remembering(measure)
    cuts: tuple[Cut, ...] = ()
    while excess_mm > 0:
        more = choose([item for item in items if item not in cuts], excess_mm, priorities)
        if not more:
            return cuts, False
        cuts += more
        excess_mm = over(cuts)
    if len(cuts) > MAX_PRUNED:
        return cuts, True
    # Notes and headings go with their items: fewer cuts than their own heights ask for may be enough.
    enough = bisect_left(range(1, len(cuts)), True, key=lambda count: over(cuts[:count]) <= 0)
    cuts = cuts[: enough + 1]
    return (_tried(cuts, over) if len(cuts) <= MAX_TRIED else cuts), True


def _tried(cuts: tuple[Cut, ...], over: Callable[[Sequence[Cut]], float]) -> tuple[Cut, ...]:
    """The cuts without those that nothing is won by, each with what the copy runs over after it."""
    for cut in cuts[:-1]:
        others = tuple(other for other in cuts if other is not cut)
        if over(others) <= 0:
            cuts = others
    return tuple(replace(cut, left_mm=max(0.0, over(cuts[: n + 1]))) for n, cut in enumerate(cuts))


def _remembering(measure: Measure) -> Callable[[Sequence[Cut]], float]:
    found: dict[frozenset[str], float] = {}

    def over(cuts: Sequence[Cut]) -> float:
        names = frozenset(cut.item for cut in cuts)
        if names not in found:
            found[names] = measure(names)
        return found[names]

    return over


def choose(items: Iterable[Cut], excess_mm: float, priorities: Sequence[str] = CUTTABLE) -> tuple[Cut, ...]:
    """The items to cut, in order, until their heights make up for the excess or none is left."""
    kept = list(items)
    chosen: list[Cut] = []
    for priority in priorities:
        while excess_mm > 0 and (pool := _pool(kept, priority)):
            cut = _best(pool, excess_mm)
            kept.remove(cut)
            chosen.append(cut)
            excess_mm -= cut.mm
    return tuple(chosen)


def _pool(kept: Sequence[Cut], priority: str) -> list[Cut]:
    """The items of a priority that may go: those that leave others in their section, where there are any."""
    left = Counter(item.section for item in kept)
    pool = [item for item in kept if item.priority == priority]
    return [item for item in pool if left[item.section] > 1] or pool


def _best(pool: Sequence[Cut], excess_mm: float) -> Cut:
    """The smallest item that is enough, else the largest; of equal ones the last, for briefs put first things first."""
    late = list(reversed(pool))
    enough = [item for item in late if item.mm >= excess_mm]
    return min(enough, key=_height) if enough else max(late, key=_height)


def _height(item: Cut) -> int:
    """Whole millimetres: less is no difference to an editor."""
    return round(item.mm)
