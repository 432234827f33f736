"""The search by a sample finds what `str.find` finds, in any script and in texts made to mislead it."""

import random

from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.evidence.text.sampling import BLOCK, plain_places, sampled

NARROW = st.text(alphabet="ab ", min_size=1, max_size=40)
ALIKE = st.text(alphabet="aš\U00010361b\u0100\x00", min_size=1, max_size=30)
"""Letters of which several have the same low byte: their samples are the same."""
WORDS = "coalition mission troops 2,500 ended région 2026 война القوات 兵力".split()
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=200).map(" ".join)


@given(st.one_of(NARROW, ALIKE, PROSE, st.text(max_size=60)), st.data())
@example("\ud800a", None)
def test_finds_every_place_that_find_finds(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    words = text[start:end] or "a"
    expected = [at for at in range(len(text)) if text.startswith(words, at)]
    source = sampled(text)
    assert list(source.places(words)) == expected
    assert source.only_place(words) == (expected[0] if len(expected) == 1 else None)


@given(ALIKE, ALIKE)
def test_finds_nothing_that_only_shares_the_sample(words: str, text: str) -> None:
    assert list(sampled(text).places(words)) == list(plain_places(words, text))


def test_finds_what_stands_at_any_place_of_a_block_or_between_two() -> None:
    dice = random.Random(7)
    text = "".join(dice.choices("abcdefghijklmnopqrstuvwxyzéðÿ ", k=2 * BLOCK))
    source = sampled(text)
    for at in range(len(text) - 60):
        assert list(source.places(text[at : at + 60])) == [at]


def test_keeps_a_part_of_every_script_and_counts_it_by_block() -> None:
    for word in WORDS:
        source = sampled(f"{word} " * 1000)
        assert source.before[-1] == len(source.kept) < len(source.text)
