"""Statements in a language without tables of words: digits, signs, units and the calendar, and no guess beyond them."""

import pytest

from briefgen.evidence.figures.backing import Evidence, compare_figures, read_figures
from briefgen.evidence.languages import pack_for


def rules(language: str, stated: str, quoted: str) -> set[str]:
    evidence = Evidence(read_figures(quoted, pack_for("en")))
    return {
        match.rule
        for match in compare_figures(read_figures(stated, pack_for(language)), [evidence])
        if match.rule
    }


@pytest.mark.parametrize(
    ("language", "stated", "quoted"),
    [
        ("fr", "environ 2 500 soldats en Irak d'ici septembre 2025", "around 2,500 troops by September 2025"),
        ("fr", "plus de 80 morts en 5 ans", "over 80 dead in 5 years"),
        ("fr", "40 % des ménages, 5 millions de dollars par jour", "40 per cent; $5 million a day"),
        ("fr", "le 1 mars à 18h", "at 6 p.m. on 1 March"),
        ("de", "So war es am 5. März 2024", "on 5 March 2024"),
        ("ar", "٢٬٥٠٠ جندي في سبتمبر ٢٠٢٥", "2,500 troops in September 2025"),
        ("xx", "2500 na 12.5", "2,500 and 12.5"),
    ],
)
def test_backed(language: str, stated: str, quoted: str) -> None:
    assert rules(language, stated, quoted) == set()


@pytest.mark.parametrize(
    ("language", "stated", "quoted", "rule"),
    [
        ("fr", "2 600 soldats", "2,500 troops", "number-unsupported"),
        ("fr", "40 % des ménages", "40 households", "unit-changed"),
        ("fr", "5 milliards", "5 million", "unit-changed"),
        ("de", "am 5. März 2024", "on 6 March 2024", "date-unsupported"),
        ("ru", "5 марта 2024", "5 May 2024", "date-unsupported"),
    ],
)
def test_not_backed(language: str, stated: str, quoted: str, rule: str) -> None:
    assert rules(language, stated, quoted) == {rule}
