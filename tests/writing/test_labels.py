"""The furniture of the written forms."""

import pytest

from briefgen.templating.furniture import translations
from briefgen.writing.labels import Labels


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Établie le 20 novembre 2026"),
        ("de", "Prepared 20 November 2026"),
        ("en-US", "Prepared November 20, 2026"),
    ],
)
def test_a_date_is_written_as_the_words_around_it_are(language: str, words: str) -> None:
    """Where no catalogue serves a language, both are English, as on the page."""
    labels = Labels(language, translations(language), {})
    assert labels.catalogue.gettext("Prepared %(date)s") % {"date": labels.date("2026-11-20")} == words
