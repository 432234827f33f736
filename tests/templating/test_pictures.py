import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editions.view import FigureView, MapView, PlaceView, ValueView
from briefgen.templating.mapping import HEIGHT, WIDTH, label_css, locator
from briefgen.templating.pictures import line_points, scale_of

numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


def figure(kind: str, *values: float) -> FigureView:
    views = tuple(ValueView(f"v{index}", value, None, None, False, ()) for index, value in enumerate(values))
    return FigureView("f", "f", "Figure", "", kind, views, "should", "TLP:CLEAR", None, (), "en", "ltr")


@given(st.lists(numbers, min_size=1, max_size=8), st.sampled_from(["bar", "line"]))
def test_every_value_stands_on_the_scale(values: list[float], kind: str) -> None:
    scale = scale_of(figure(kind, *values))
    assert all(-0.01 <= scale.at(value) <= 100.01 for value in values)
    assert 0 <= scale.zero <= 100


def test_bars_start_at_zero() -> None:
    assert scale_of(figure("bar", 2500, 900)).low == 0
    assert scale_of(figure("bar", -5, 5)).zero == 50


def test_a_line_keeps_the_order_of_its_values() -> None:
    points = line_points(figure("line", 81, 74, 42))
    assert [x for x, _ in points] == [16.67, 50.0, 83.33]
    assert [y for _, y in points] == sorted(y for _, y in points)


def drawn(*places: tuple[str, float, float]) -> MapView:
    return MapView("", tuple(PlaceView(*place) for place in places), (), "TLP:CLEAR")


def coordinates(path: str) -> list[tuple[float, float]]:
    pairs = path.replace("M", " ").replace("L", " ").replace("Z", " ").split()
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in pairs)]


@pytest.mark.parametrize(
    "places",
    [
        [("Baghdad", 33.3, 44.4), ("Erbil", 36.2, 44.0)],
        [("Suva", -18.1, 178.4), ("Apia", -13.8, -171.8)],
        [("Reykjavik", 64.1, -21.9), ("Auckland", -36.8, 174.8)],
        [("Pole", -89.0, 0.0)],
        [("Quito", -0.2, -78.5)],
    ],
)
def test_land_and_places_stay_on_the_drawing(places: list[tuple[str, float, float]]) -> None:
    drawing = locator(drawn(*places))
    assert all(-0.1 <= x <= WIDTH + 0.1 and -0.1 <= y <= HEIGHT + 0.1 for x, y in coordinates(drawing.land))
    assert all(0 <= label.x <= 100 and 0 <= label.y <= 100 for label in drawing.labels)


def test_the_date_line_does_not_tear_the_land() -> None:
    """Around Iceland no ring may run along the whole width: that would be Eurasia drawn across the sheet."""
    for ring in locator(drawn(("Aster", 66.1, -20.3), ("Cedar", 63.4, -20.3))).land.split("Z"):
        points = coordinates(ring)
        assert not points or max(x for x, _ in points) - min(x for x, _ in points) < 0.6 * WIDTH


def test_names_keep_clear_of_each_other_and_of_the_edge() -> None:
    near = locator(drawn(("Here", 35.0, 44.0), ("Right beside it", 35.0, 44.6)))
    assert near.labels[0].side != "after"
    edge = locator(drawn(("West", 35.0, 10.0), ("A rather long eastern name", 35.0, 30.0)))
    assert edge.labels[1].side != "after"


def test_a_name_before_its_point_ends_there() -> None:
    edge = locator(drawn(("West", 35.0, 10.0), ("A rather long eastern name", 35.0, 30.0)))
    label = edge.labels[1]
    assert label.side == "before"
    assert f"#place-2{{right:{100 - label.x:.2f}%" in label_css(edge)
