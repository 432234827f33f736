"""Tokens: what they are, and that they stand where they say."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.text.tokens import NUMBER, SIGN, WORD, tokenize

KINDS = {NUMBER: r"\d.*", WORD: r"[^\W\d_¼-¾⅐-⅞].*", SIGN: r"[^\w\s]|[_¼-¾⅐-⅞]"}


def test_kinds() -> None:
    found = [(token.kind, token.text) for token in tokenize("25\u00a0000 men’s 3.5% of A_b, ½ or ٣")]
    words = [text for kind, text in found if kind == WORD]
    assert words == ["men’s", "of", "A", "b", "or"]
    assert [text for kind, text in found if kind == NUMBER] == ["25\u00a0000", "3.5", "٣"]
    assert [text for kind, text in found if kind == SIGN] == ["%", "_", ",", "½"]


def test_apostrophes_are_straight_in_lower_case() -> None:
    assert [token.low for token in tokenize("Men’s")] == ["men's"]


@given(st.text(max_size=60) | st.text(st.sampled_from("aAİ1 0.,'’_½٣%\u00a0\n"), max_size=60))
def test_tokens_stand_where_they_say_and_nothing_but_blanks_is_left_out(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert not re.search(r"[^\s]", text[end : token.start])
        assert text[token.start : token.end] == token.text
        assert re.fullmatch(KINDS[token.kind], token.text, re.DOTALL)
        end = token.end
    assert not re.search(r"[^\s]", text[end:])
