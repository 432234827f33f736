"""Where the names of a map stand: beside their points, clear of each other and of the edge, and of coasts where it can be.

A name that finds no such place gives way to a number, and stands in the key below the map.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as shares of a drawing that has a column's width."""
Spot = tuple[float, float]
Land = Callable[[Box], float]
"""Tells which share of a box is land."""

SIDES = ("after", "before", "above", "below")
ROUNDS = 3
"""How often each name may move, once it is known where the others stand."""
LETTER = 0.0155
"""Width of a letter of a name, as a share of the drawing's."""
ROOM = 0.1
"""The share of a name's box that may be another's: boxes are somewhat larger than what stands in them."""
TALL, GAP, LIFT = 0.07, 0.015, 0.025
"""Height of a name, and how far it stands beside, above or below its point."""
REACHES = (0.01, 0.02, 0.03)
"""Places so near to each other share a number where numbers of their own would meet: in shares of the width, and
twice as far in shares of the height."""
SLIGHT = 0.1
"""A name that has no more than this share of itself on the other side of a coast stands clear of it."""
COAST = 0.2
"""How bad a coast below a name is: never as bad as another name there."""
DOT = (0.01, 0.02)
"""Half the width and the height of a point."""


@dataclass(frozen=True, slots=True)
class Label:
    """A place on the drawing: `x` and `y` in percent, and the side of its point that its name stands on."""

    name: str
    x: float
    y: float
    side: str
    """Empty where the number of another place, too near to be told apart, stands for this one as well."""
    number: int | None = None
    """Stands on the drawing in place of the name, where that finds no room."""


def labels(
    names: Sequence[str], spots: Sequence[Spot], size: Spot = (1.0, 1.0), land: Land = lambda _: 0.0
) -> tuple[Label, ...]:
    """The places with their names, each on the side where it meets least.

    `spots` and the `size` of the drawing are shares of one that has a column's width.
    """
    numbered: set[int] = set()
    reach = dict.fromkeys(range(len(names)), 0.0)
    while True:
        hosts = _hosts(sorted(numbered), spots, reach)
        shown = [place for place in range(len(names)) if hosts.get(place, place) == place]
        widths = {place: 2 if place in numbered else len(names[place]) for place in shown}
        sides, costs = _arranged(list(widths.values()), [spots[place] for place in shown], size, land)
        crowded = {place: cost for place, cost in zip(shown, costs, strict=True) if cost > ROOM}
        if names_left := crowded.keys() - numbered:
            numbered.add(max(names_left, key=lambda place: (crowded[place], widths[place], place)))
        elif not _farther(crowded, reach):
            break
    numbers = {host: number for number, host in enumerate(sorted(set(hosts.values())), 1)}
    side_of = dict(zip(shown, sides, strict=True))
    return tuple(
        Label(
            name, round(100 * x / size[0], 2), round(100 * y / size[1], 2),
            side_of.get(place, ""), numbers.get(hosts.get(place, -1)),
        )
        for place, (name, (x, y)) in enumerate(zip(names, spots, strict=True))
    )  # fmt: skip


def _farther(crowded: Iterable[int], reach: dict[int, float]) -> bool:
    """Lets numbers that meet others reach one step farther for a number to share; whether any still could."""
    stuck = [place for place in crowded if reach[place] < REACHES[-1]]
    for place in stuck:
        reach[place] = next(step for step in REACHES if step > reach[place])
    return bool(stuck)


def _hosts(numbered: Sequence[int], spots: Sequence[Spot], reach: Mapping[int, float]) -> dict[int, int]:
    """For each place that has a number, the place whose number it is: the first one that it reaches, or itself."""
    hosts: dict[int, int] = {}
    for place in numbered:
        (x, y), far = spots[place], reach[place]
        near = (
            host
            for host in hosts.values()
            if abs(spots[host][0] - x) < far and abs(spots[host][1] - y) < 2 * far
        )
        hosts[place] = next(near, place)
    return hosts


def _arranged(
    widths: Sequence[int], spots: Sequence[Spot], size: Spot, land: Land
) -> tuple[list[str], list[float]]:
    """The side of each name, of the given width in letters, and what it meets there."""
    points = [_around(spot) for spot in spots]
    choices = [
        {side: _box(side, spot, width) for side in SIDES} for spot, width in zip(spots, widths, strict=True)
    ]
    coasts = [{side: _coast(land(box)) for side, box in boxes.items()} for boxes in choices]
    sides: list[str] = []
    costs = [0.0] * len(spots)
    for _ in range(ROUNDS):
        for place, boxes in enumerate(choices):
            others = [choices[other][side] for other, side in enumerate(sides) if other != place]
            found = {side: _cost(box, (*points, *others), size) for side, box in boxes.items()}
            best = min(found, key=lambda side: found[side] + coasts[place][side])
            sides[place : place + 1] = [best]
            costs[place] = found[best]
    return sides, costs


def _coast(land: float) -> float:
    """What a coast below a name costs, of which a share stands on land."""
    return COAST * max(min(land, 1 - land) - SLIGHT, 0.0)


def _around(spot: Spot) -> Box:
    x, y = spot
    return x - DOT[0], y - DOT[1], x + DOT[0], y + DOT[1]


def _box(side: str, spot: Spot, letters: int) -> Box:
    """The box of a name on a side of its point."""
    x, y = spot
    width = letters * LETTER
    left = {"after": x + GAP, "before": x - GAP - width}.get(side, x - width / 2)
    top = {"above": y - LIFT - TALL, "below": y + LIFT}.get(side, y - TALL / 2)
    return left, top, left + width, top + TALL


def _cost(box: Box, taken: Iterable[Box], size: Spot) -> float:
    """Which share of a box is taken by others, and how far it sticks out, weighed so that it never should."""
    left, top, right, bottom = box
    outside = max(0 - left, 0) + max(right - size[0], 0) + max(0 - top, 0) + max(bottom - size[1], 0)
    shared = sum(
        max(0.0, min(right, other[2]) - max(left, other[0]))
        * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in taken
    )
    return outside * 100 + shared / ((right - left) * (bottom - top))
