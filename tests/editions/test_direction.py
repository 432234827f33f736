"""The direction of a text is that of its words; addresses are no words."""

import pytest

from briefgen.editions.direction import direction_of_words


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("أعيد فتح NATO", "rtl"),
        ("The quay ڕێککەوتن stays closed", "ltr"),
        ("انظر https://example.org/a-long/path?x=1 للمزيد.", "rtl"),
        ("انظر www.example.org/a-long/path", "rtl"),
        ("See https://example.org", "ltr"),
        ("https://example.org", "rtl"),
        ("12.5", "rtl"),
    ],
)
def test_most_letters_tell(text: str, direction: str) -> None:
    assert direction_of_words(text, "rtl") == direction
