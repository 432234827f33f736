"""What a figure is a part of."""

import pytest

from briefgen.evidence.figures.reading import read_figures
from briefgen.evidence.languages import pack_for


def parts(text: str) -> list[tuple[int, int]]:
    """The parts of a text with their wholes."""
    found = read_figures(text, pack_for("en")).quantities
    return [(int(q.value), int(q.among)) for q in found if q.among is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accepted 19 of our 22 recommendations", [(19, 22)]),
        ("12 seats of the 63", [(12, 63)]),
        ("Of the 27 states, 21 signed", [(21, 27)]),
        ("It met. Of all 27 states, 21 signed", [(21, 27)]),
        ("19 ministers; of those, 22 officials", []),
        ("19 ministers met 22 officials", []),
        ("a fleet of 12 boats and 15 ships", []),
        ("Of the 27 states none signed. 21 stayed away", []),
    ],
)
def test_a_part_is_told_with_its_whole(text: str, expected: list[tuple[int, int]]) -> None:
    assert parts(text) == expected
