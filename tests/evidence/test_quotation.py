"""Quotation marks by language."""

import pytest

from briefgen.evidence.languages.quotation import quotation_marks


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", ("“", "”")), ("en-GB", ("“", "”")), ("tlh", ("“", "”")),
        ("fr", ("«\u00a0", "\u00a0»")), ("fr-CA", ("«\u00a0", "\u00a0»")), ("fr_CH", ("«", "»")),
        ("de", ("„", "“")), ("de-CH", ("«", "»")), ("es", ("«", "»")), ("es-MX", ("“", "”")),
        ("ar", ("«", "»")), ("uk", ("«", "»")), ("pt-PT", ("«", "»")), ("zh-Hant-TW", ("「", "」")),
    ],
)  # fmt: skip
def test_the_marks_of_a_language(language: str, marks: tuple[str, str]) -> None:
    assert quotation_marks(language) == marks
