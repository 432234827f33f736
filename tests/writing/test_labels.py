"""The furniture of the written forms."""

import pytest

from briefgen.editions.view import PlaceView, ValueView
from briefgen.templating.furniture import translations
from briefgen.writing.labels import Labels
from briefgen.writing.text import capitals

LRM, RLM = "\u200e", "\u200f"


def labels(language: str, rtl: bool = False) -> Labels:
    return Labels(language, translations(language), {}, rtl=rtl)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Établie le 20 novembre 2026"),
        ("fi", "Prepared 20 November 2026"),
        ("de", "Erstellt: 20. November 2026"),
        ("en-US", "Prepared November 20, 2026"),
    ],
)
def test_a_date_is_written_as_the_words_around_it_are(language: str, words: str) -> None:
    """Where no catalogue serves a language, both are English, as on the page."""
    labels = Labels(language, translations(language), {})
    assert labels.catalogue.gettext("Prepared %(date)s") % {"date": labels.date("2026-11-20")} == words


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Orm (33.25, -44.5)"),
        ("fr", "Orm (33,25\u00a0; -44,5)"),
        ("de", "Orm (33,25; -44,5)"),
        ("fi", "Orm (33,25; -44,5)"),
        ("ar", f"Orm (33.25، {LRM}-44.5)"),
    ],
)
def test_coordinates_have_the_decimal_sign_of_the_language(language: str, printed: str) -> None:
    assert labels(language, rtl=language == "ar").place(PlaceView("Orm", 33.25, -44.5)) == printed


def amount(labels: Labels, **value: float) -> str:
    ends = value.get("value"), value.get("low"), value.get("high")
    return labels.value(ValueView("x", *ends, approximate=False, notes=()))


def test_signs_keep_their_side_from_right_to_left() -> None:
    assert amount(labels("ar", rtl=True), value=-12.5) == f"{LRM}\u221212.5"
    assert amount(labels("ar", rtl=True), low=-2.0, high=3.0) == f"{LRM}\u22122{RLM} – {RLM}3"
    assert amount(labels("fr"), low=-2.0, high=3.0) == "\u22122–3"
    assert amount(labels("fr"), low=2.0, high=3.0) == "2–3"


def test_a_name_has_the_colon_of_the_language() -> None:
    assert [labels(language).named("x") for language in ("en", "fr", "de")] == ["x:", "x\u00a0:", "x:"]


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [("İki iz", "tr", "İKİ İZ"), ("iz", "en", "IZ"), ("Μάιος", "el", "ΜΑΙΟΣ"), ("Größe", "de", "GRÖSSE")],
)
def test_capitals_are_the_language_s(text: str, language: str, printed: str) -> None:
    assert capitals(text, language) == printed
