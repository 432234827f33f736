"""Half-remembered words: which passage is proposed for them, and when none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.quotes.shared_words import passage_sharing
from briefgen.evidence.text.source_text import prepare

PORT = (
    "Notice of the port of Valmora\n\nThe port of Valmora will close its northern basin in March, the harbour authority "
    "said on Tuesday. The closure is expected to last six weeks. Ships will use the southern quay.\n"
)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("northen bassin will close", "will close its northern basin"),
        ("the closure should last six weeks", "The closure is expected to last six weeks"),
        ("shipps use the sothern quay", "Ships will use the southern quay"),
        ("n\u043erthern basin in march", "northern basin in March"),
        ("on Tuesday. The closure was expected", "on Tuesday. The closure is expected"),
        ("is shut until further notice", None),
        ("will be well", None),
        ("in 2025 and 2026", None),
        (".", None),
        ("", None),
    ],
)
def test_the_passage_that_shares_most_words(words: str, passage: str | None) -> None:
    found = passage_sharing(words, prepare(PORT))
    assert (PORT[found.start : found.end] if found else None) == passage


def test_more_of_the_words_is_a_greater_share() -> None:
    text = prepare(PORT)
    shares = [passage_sharing(words, text) for words in ("southern quay", "southern quay opening")]
    assert shares[0] is not None
    assert shares[1] is not None
    assert shares[0].share == 1.0 > shares[1].share


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_words_and_text_give_an_answer(words: str, text: str) -> None:
    found = passage_sharing(words, prepare(text))
    assert found is None or (0 <= found.start < found.end <= len(text) and 0 < found.share <= 1)


def test_in_scripts_without_blanks_letters_count_as_words_do() -> None:
    text = "外交部发言人说会议延期。国防部也表示，中方不会向任何一方提供武器。会议的时间没有确定。"
    source = prepare(text, "zh")
    shared = passage_sharing("国防部表示中方会提供武器", source)
    assert shared is not None
    assert text[shared.start : shared.end] == "国防部也表示，中方不会向任何一方提供武器"
    assert passage_sharing("经济部门公布了新的数据", source) is None
