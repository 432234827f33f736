import pytest

from briefgen.templating.dates import edtf, number, position


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2024", "en", "2024"),
        ("2024-09", "en-GB", "September 2024"),
        ("2024-09-27", "en", "27 September 2024"),
        ("2024-09-27", "en-US", "September 27, 2024"),
        ("2024-09-27", "fr", "27 septembre 2024"),
        ("2024-05-01", "fr", "1er mai 2024"),
        ("2024-05-11", "fr-CA", "11 mai 2024"),
        ("2024-05-01", "de", "1. Mai 2024"),
        ("2024-09~", "en", "~September 2024"),
        ("2024?", "en", "2024?"),
        ("2014/2024-09", "en", "2014 – September 2024"),
        ("2014/..", "en", "2014 – …"),
        ("2024-21", "en", "spring 2024"),
        ("2024-24", "fr", "hiver 2024"),
        ("2024-22", "el", "summer 2024"),
        ("203X", "en", "2030–2039"),
        ("19XX/2024", "en", "1900–1999 – 2024"),
        ("2024-25", "en", "2024-25"),
        ("2024-09-27", "xx-unknown", "27 September 2024"),
    ],
)
def test_dates_in_words(text: str, language: str, words: str) -> None:
    assert edtf(text, language) == words


def test_dates_stand_in_order_on_a_line() -> None:
    dates = ["2014", "2024-09", "2024-09-27", "2025-01"]
    places = [position(date) for date in dates]
    assert places == sorted(place for place in places if place is not None)
    assert position("2024-21") is None
    assert position("203X") == 2035


def test_numbers_have_the_languages_separators() -> None:
    assert [number(2500.5, language) for language in ("en", "fr", "tr")] == [
        "2,500.5",
        "2\u202f500,5",
        "2.500,5",
    ]


def test_figures_of_four_digits_are_whole_where_the_language_wants_it() -> None:
    assert [number(2500.0, language) for language in ("es", "es-MX", "pl", "de")] == [
        "2500",
        "2,500",
        "2500",
        "2.500",
    ]
    assert [number(value, "es") for value in (12500.0, -2500.0)] == ["12.500", "\u22122500"]


def test_a_value_keeps_every_decimal() -> None:
    assert [number(value, "en") for value in (0.12345, 2500.0, -3.0, 1e30)] == [
        "0.12345",
        "2,500",
        "\u22123",
        "1" + ",000" * 10,
    ]
