"""The keyed search finds what `str.find` finds, in any script and in texts made to mislead it."""

from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.evidence.text.pairs import key_of, places, plain_places

NARROW = st.text(alphabet="ab ", min_size=1, max_size=40)
ALIKE = st.text(alphabet="aš\U00010361b\u0100\x00", min_size=1, max_size=30)
"""Letters of which several have the same low byte: their keys are the same."""


@given(st.one_of(NARROW, ALIKE, st.text(max_size=60)), st.data())
@example("\ud800a", None)
def test_finds_every_place_that_find_finds(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    words = text[start:end] or "a"
    assert list(places(words, text, key_of(text))) == [
        at for at in range(len(text)) if text.startswith(words, at)
    ]


@given(ALIKE, ALIKE)
def test_finds_nothing_that_only_shares_the_key(words: str, text: str) -> None:
    assert list(places(words, text, key_of(text))) == list(plain_places(words, text))


@given(st.text())
def test_the_key_has_a_byte_for_each_character(text: str) -> None:
    assert len(key_of(text)) == len(text)
