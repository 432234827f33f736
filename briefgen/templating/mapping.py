"""The locator map: land and borders around some places, from packaged Natural Earth data (public domain).

Projected plate carrée, true to scale along the middle parallel. Owns the geometry only; templates draw it, and set
the names as HTML so that every script is shaped.
"""

import gzip
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context

from briefgen.editions.view import MapView, PlaceView
from briefgen.templating.arranging import is_across
from briefgen.templating.placing import Box, Label, labels

Point = tuple[float, float]
Line = Sequence[Point]

WIDTH, HEIGHT = 1000.0, 560.0
"""Size of a drawing, in its own units."""
WIDE, LOW = 2000.0, 740.0
"""Size of one across the page, whose units are as long on paper."""
LEAST_SPAN = 5.0
"""Degrees of latitude that a map shows at the least, so that a single place has surroundings."""
SOUTH = -100.0
"""Where land around the South Pole is closed: below the rim of any map."""
GRAIN = 1.2
"""Points nearer to each other than this, in drawing units, are one."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Coasts as closed rings, borders as open lines, in degrees (longitude, latitude)."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG path data in a box of `width` by `height`, and the places."""

    width: float
    height: float
    land: str
    borders: str
    labels: tuple[Label, ...]


@cache
def atlas() -> Atlas:
    """The packaged atlas; read once, where a map is drawn."""
    packed = (Path(__file__).parent / "atlas.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    arcs = [_decoded(arc, data["scale"], data["translate"]) for arc in data["arcs"]]
    return Atlas(
        land=tuple(_ring(ring, arcs) for ring in data["land"]),
        borders=tuple(arcs[number] for number in data["borders"]),
    )


def _decoded(arc: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]) -> Line:
    """The points of a TopoJSON arc, which keeps each as its difference from the one before."""
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
    return points


def _ring(numbers: Iterable[int], arcs: Sequence[Line]) -> Line:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return _unrolled(points)


def _unrolled(ring: Line) -> Line:
    """A ring that goes over the date line as one piece, and one around the South Pole closed along the map's edge."""
    points: list[Point] = []
    turn = 0.0
    for lon, lat in ring:
        step = lon + turn - points[-1][0] if points else 0.0
        turn += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        points.append((lon + turn, lat if lat > -89.9 else SOUTH))
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], SOUTH), (points[0][0], SOUTH)]
    return points


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows: its middle, and drawing units per degree."""

    lon: float
    lat: float
    across: float
    up: float
    width: float = WIDTH
    height: float = HEIGHT

    def project(self, lon: float, lat: float) -> Point:
        """Where a point stands on the drawing."""
        return (lon - self.lon) * self.across + self.width / 2, (self.lat - lat) * self.up + self.height / 2


@lru_cache(maxsize=32)
def locator(view: MapView, wide: bool = False) -> Drawing:
    """Draw the land and borders around the places of `view`; `wide`: across the page, where the world is wide enough."""
    frame, longitudes = _frame(view.places, wide)
    # The world goes round: what lies beyond the edge of the atlas is drawn once more on the other side.
    turns = (-360.0, 0.0, 360.0)
    land = [
        ring
        for turn in turns
        for line in atlas().land
        if (ring := _cropped(_projected(line, frame, turn), frame))
    ]
    borders = [
        piece
        for turn in turns
        for line in atlas().borders
        for piece in _pieces(_projected(line, frame, turn), frame)
    ]
    spots = [frame.project(lon, place.lat) for lon, place in zip(longitudes, view.places, strict=True)]
    shares = [(x / WIDTH, y / HEIGHT) for x, y in spots]
    names = [place.name for place in view.places]
    named = labels(names, shares, (frame.width / WIDTH, frame.height / HEIGHT), _Ground(land).share)
    return Drawing(frame.width, frame.height, _path(land, "Z"), _path(borders, ""), named)


@pass_context
def located(context: Context, view: MapView) -> Drawing:
    """The land and borders around some places; across the page where the map stands alone in print."""
    return locator(view, context["target"] == "pdf" and is_across(context["view"], context["columns"]))


def label_css(drawing: Drawing) -> str:
    """Where the names stand, as CSS: HTML has no better place for it."""
    return "".join(
        f"#place-{n}{{{_aside(label)};top:{label.y}%}}" for n, label in enumerate(drawing.labels, 1)
    )


def _aside(label: Label) -> str:
    return f"right:{100 - label.x:.2f}%" if label.side == "before" else f"left:{label.x}%"


def _frame(places: Sequence[PlaceView], wide: bool) -> tuple[Frame, list[float]]:
    """The frame around the places, and their longitudes on one side of the date line."""
    width, height = (WIDE, LOW) if wide else (WIDTH, HEIGHT)
    longitudes = [place.lon for place in places]
    if max(longitudes) - min(longitudes) > 180:
        longitudes = [lon + 360 if lon < 0 else lon for lon in longitudes]
    latitudes = [place.lat for place in places]
    lat = (min(latitudes) + max(latitudes)) / 2
    # Near the poles degrees of longitude would become endlessly narrow.
    narrowing = math.cos(math.radians(max(-75.0, min(75.0, lat))))
    tall = max((max(latitudes) - min(latitudes)) * 1.5, LEAST_SPAN)
    if wide and tall * width / height > 360 * narrowing:
        return _frame(places, wide=False)
    broad = max((max(longitudes) - min(longitudes)) * 1.5 * narrowing, tall * width / height)
    up = width / min(broad, 360 * narrowing)
    # Beyond a pole there is nothing to show but the rim that a point on it needs.
    beyond = max(90.0 - 0.45 * height / up, 0.0)
    lat = max(-beyond, min(beyond, lat))
    middle = (min(longitudes) + max(longitudes)) / 2
    return Frame(middle, lat, up * narrowing, up, width, height), longitudes


def _projected(line: Line, frame: Frame, turn: float) -> Line:
    """`line` on the drawing, coarsened to what can be seen; empty where its box lies outside."""
    low, high = frame.project(min(line)[0] + turn, 0)[0], frame.project(max(line)[0] + turn, 0)[0]
    if high < 0 or low > frame.width:
        return ()
    points: list[Point] = []
    for lon, lat in line:
        point = frame.project(lon + turn, lat)
        if not points or abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) >= GRAIN:
            points.append(point)
    return points


def _cropped(line: Line, frame: Frame) -> Line:
    """A ring cut to the drawing, side by side (Sutherland and Hodgman, 1974)."""
    for axis, edge, sign in ((0, 0.0, 1), (0, frame.width, -1), (1, 0.0, 1), (1, frame.height, -1)):
        if not line:
            return ()
        kept: list[Point] = []
        before = line[-1]
        for point in line:
            inside, was_inside = (point[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
            if inside != was_inside:
                kept.append(_crossing(before, point, axis, edge))
            if inside:
                kept.append(point)
            before = point
        line = kept
    return line if len(line) > 2 else ()


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    share = (edge - one[axis]) / (other[axis] - one[axis])
    return (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))


class _Ground:
    """Tells where there is land."""

    def __init__(self, land: Sequence[Line]) -> None:
        self._sides = [pair for ring in land for pair in pairwise([*ring, ring[0]])]
        self._rows: dict[float, list[float]] = {}

    def share(self, box: Box) -> float:
        """Which share of a box is land, by two rows across it."""
        left, top, right, bottom = box[0] * WIDTH, box[1] * HEIGHT, box[2] * WIDTH, box[3] * HEIGHT
        rows = (top + (bottom - top) / 4, bottom - (bottom - top) / 4)
        return sum(self._along(left, right, row) for row in rows) / len(rows) / (right - left)

    def _along(self, left: float, right: float, row: float) -> float:
        coasts = self._coasts(row)
        return sum(
            max(0.0, min(right, end) - max(left, start))
            for start, end in zip(coasts[::2], coasts[1::2], strict=False)
        )

    def _coasts(self, row: float) -> list[float]:
        """Where a row comes onto land and leaves it, in turn (even-odd rule)."""
        if row not in self._rows:
            self._rows[row] = sorted(
                one[0] + (row - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
                for one, other in self._sides
                if (one[1] > row) != (other[1] > row)
            )
        return self._rows[row]


def _pieces(line: Line, frame: Frame) -> list[Line]:
    """The stretches of an open line that touch the drawing."""
    pieces: list[list[Point]] = []
    running = False
    for one, other in pairwise(line):
        seen = _touches(one, other, frame)
        if seen and running:
            pieces[-1].append(other)
        elif seen:
            pieces.append([one, other])
        running = seen
    return list(pieces)


def _touches(one: Point, other: Point, frame: Frame) -> bool:
    return all(
        max(one[axis], other[axis]) >= 0 and min(one[axis], other[axis]) <= edge
        for axis, edge in ((0, frame.width), (1, frame.height))
    )


def _path(lines: Iterable[Line], end: str) -> str:
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in line) + end for line in lines)
