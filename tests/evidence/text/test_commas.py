"""Commas by language and by script."""

import pytest

from briefgen.evidence.text.commas import comma_beside, listed


@pytest.mark.parametrize(
    ("language", "row"), [("en", "a, b"), ("ar", "a، b"), ("ar-EG", "a، b"), ("ckb", "a، b"), ("he", "a, b")]
)
def test_a_row_has_the_comma_of_the_language(language: str, row: str) -> None:
    assert listed(("a", "b"), language) == row


@pytest.mark.parametrize(("words", "comma"), [("abc", ","), ("» 3 مايو", "،"), ("2024", ","), ("", ",")])
def test_a_comma_is_of_the_script_of_the_words_beside_it(words: str, comma: str) -> None:
    assert comma_beside(words) == comma
