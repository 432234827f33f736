import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editions.view import FigureView, MapView, PlaceView, ValueView
from briefgen.templating.mapping import HEIGHT, WIDE, WIDTH, label_css, locator
from briefgen.templating.pictures import line_points, scale_of
from briefgen.templating.placing import labels

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


def test_a_name_stands_clear_of_the_coast_where_it_can() -> None:
    """Cedar lies just off the southern shore, with the land above its right."""
    stations = locator(drawn(("Aster", 66.1, -20.3), ("Birch", 65.2, -13.9), ("Cedar", 63.4, -20.3)))
    assert [label.side for label in stations.labels] == ["above", "after", "before"]
    north_shore = labels(["Quay"], [(0.5, 0.5)], land=lambda box: 0.4 if box[2] > 0.52 else 0.0)
    assert north_shore[0].side == "before"


def test_a_coast_is_not_as_bad_as_another_name() -> None:
    spots = [(0.5, 0.5), (0.46, 0.5)]
    placed = labels(["Quay", "Moor"], spots, land=lambda box: 0.5 if box[2] > 0.51 else 0.0)
    assert all(label.number is None for label in placed)


def test_a_map_across_the_page_has_room_for_more_names() -> None:
    names = [("Here", 35.0, 44.0), ("Right beside it", 35.0, 44.6), ("And one more", 35.2, 44.3)]
    places = drawn(*names, ("Far east", 35.1, 60.0))
    assert (locator(places).width, locator(places, wide=True).width) == (WIDTH, WIDE)
    assert locator(drawn(("North", 85.0, 0.0), ("South", -85.0, 0.0)), wide=True).width == WIDTH


def test_a_name_before_its_point_ends_there() -> None:
    edge = locator(drawn(("West", 35.0, 10.0), ("A rather long eastern name", 35.0, 30.0)))
    label = edge.labels[1]
    assert label.side == "before"
    assert f"#place-2{{right:{100 - label.x:.2f}%" in label_css(edge)


def test_a_name_without_room_gives_way_to_a_number() -> None:
    spots = [(0.5, 0.5), (0.501, 0.5), (0.502, 0.501), (0.2, 0.2)]
    placed = labels(["The first harbour", "The second harbour", "The third harbour", "Afar"], spots)
    assert sorted(label.number for label in placed if label.number) == list(
        range(1, 1 + sum(label.number is not None for label in placed))
    )
    assert any(label.number for label in placed)
    assert placed[3].number is None


def test_twenty_places_far_apart_keep_their_names() -> None:
    spots = [(0.1 + 0.2 * (place % 4), 0.1 + 0.2 * (place // 4)) for place in range(20)]
    assert all(label.number is None for label in labels(["Quay"] * 20, spots))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12))
def test_every_place_is_placed(spots: list[tuple[float, float]]) -> None:
    placed = labels(["A rather long name"] * len(spots), spots)
    numbers = [label.number for label in placed if label.number is not None]
    assert len(placed) == len(spots)
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))
    assert sorted(label.number for label in placed if label.side and label.number) == sorted(set(numbers))


def test_no_sea_beyond_the_pole() -> None:
    """The land of Antarctica goes down to the map's lower rim, along all of it."""
    drawing = locator(drawn(("South Pole", -90.0, 0.0), ("McMurdo", -77.8, 166.7)))
    rim = [x for x, y in coordinates(drawing.land) if y >= HEIGHT - 0.1]
    assert (min(rim), max(rim)) == (0.0, WIDTH)
    assert drawing.labels[0].y < 97


def test_places_on_one_spot_share_a_number() -> None:
    """Numbers of their own would be printed over each other."""
    drawing = locator(
        drawn(*((f"Village {n}", 50 + 0.01 * (n % 5), 10 + 0.01 * (n // 5)) for n in range(20)))
    )
    assert [label.number for label in drawing.labels] == [1] * 20
    assert [label.side != "" for label in drawing.labels] == [True] + [False] * 19


def test_a_line_that_does_not_rise_runs_through_the_middle() -> None:
    assert {y for _, y in line_points(figure("line", 5, 5, 5))} == {50.0}
    assert line_points(figure("line", 7)) == ((50.0, 50.0),)
    assert scale_of(figure("bar", 0, 0)).zero == 0
