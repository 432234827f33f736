"""Which item of one state is which item of the other: by id, else by what it says, else by its place.

And which brief is which, where files were renamed: by its items.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from briefgen.differences.states import BriefState, ItemState

Pair = tuple[ItemState, ItemState]
NEAR = 60
"""So alike (of 100) are two wordings of one statement, wherever it stands in its section."""
RENAMED = 50
"""So many of 100 items say the very same in a brief whose file was renamed."""
IN_PLACE = 40
"""So alike are they at least where the item also keeps its place."""


def pair_items(
    before: Sequence[ItemState], now: Sequence[ItemState]
) -> tuple[list[Pair], list[ItemState], list[ItemState]]:
    """Pair the items that are the same; also give those that are only before, and those that are only now.

    An id is never matched with another id, unless the item says the very same words under it.
    """
    named = {item.name: item for item in now if item.has_id}
    pairs = [(item, named[item.name]) for item in before if item.has_id and item.name in named]
    rest_before, rest_now = _left(before, pairs, 0), _left(now, pairs, 1)
    for fits in (_same_words, _near_words, _in_place):
        found = _best(rest_before, rest_now, fits)
        pairs += found
        rest_before, rest_now = _left(rest_before, found, 0), _left(rest_now, found, 1)
    return pairs, rest_before, rest_now


def pair_briefs(
    gone: Sequence[BriefState], came: Sequence[BriefState]
) -> list[tuple[BriefState, BriefState]]:
    """Pair the briefs that are the same under another id, the likest first."""
    scored = [(_shared(old, new), i, k) for i, old in enumerate(gone) for k, new in enumerate(came)]
    pairs: list[tuple[BriefState, BriefState]] = []
    for score, i, k in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        taken = {state.id for pair in pairs for state in pair}
        if score >= RENAMED and gone[i].id not in taken and came[k].id not in taken:
            pairs.append((gone[i], came[k]))
    return pairs


def _shared(old: BriefState, new: BriefState) -> float:
    """How many of 100 items both have, word for word."""
    common = Counter(item.text for item in old.items) & Counter(item.text for item in new.items)
    return 100 * common.total() / max(len(old.items), len(new.items), 1)


def _left(items: Iterable[ItemState], pairs: Iterable[Pair], side: int) -> list[ItemState]:
    taken = {id(pair[side]) for pair in pairs}
    return [item for item in items if id(item) not in taken]


def _best(
    before: Sequence[ItemState], now: Sequence[ItemState], fits: Callable[[ItemState, ItemState], float]
) -> list[Pair]:
    """The pairs that fit best, each item once; ties go to the one that comes first."""
    scored = [(fits(old, new), i, k) for i, old in enumerate(before) for k, new in enumerate(now)]
    pairs, used_before, used_now = [], set[int](), set[int]()
    for score, i, k in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score > 0 and i not in used_before and k not in used_now:
            pairs.append((before[i], now[k]))
            used_before.add(i)
            used_now.add(k)
    return pairs


def _same_words(old: ItemState, new: ItemState) -> float:
    return float(bool(old.text) and old.text == new.text) * (2 if old.section == new.section else 1)


def _near_words(old: ItemState, new: ItemState) -> float:
    if (old.has_id and new.has_id) or old.section != new.section:
        return 0.0
    return fuzz.ratio(old.text, new.text, score_cutoff=NEAR)


def _in_place(old: ItemState, new: ItemState) -> float:
    if old.has_id or new.has_id or old.name != new.name:
        return 0.0
    return fuzz.ratio(old.text, new.text, score_cutoff=IN_PLACE)
