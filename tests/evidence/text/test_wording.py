"""Words, places and breaks: contractions, possessives, abbreviations, and that offsets are true whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import Break, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't go", ("he", "did", "not", "go")),
        ("They can’t", ("they", "can", "not")),
        ("It cannot be", ("it", "can", "not", "be")),
        ("We won't", ("we", "will", "not")),
        ("the army's guns", ("the", "army", "guns")),
        ("Al-Sudani left", ("al", "sudani", "left")),
        ("U.S. troops", ("u.s.", "troops")),
        ("They'll see", ("they", "will", "see")),
        ("2,500 men", ("2,500", "men")),
        ("n't", ("not",)),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert read(text).words == words


def test_places_lead_back_to_the_text() -> None:
    text = "The army didn’t leave."
    found = read(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [
        "The",
        "army",
        "did",
        "n’t",
        "leave",
    ]


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    found = read("Mr. Al-Sudani met Gen. Smith. They left in Sept. 2025! Why? Nobody said.")
    assert [found.raw(a, b - 1) for a, b in found.sentences] == [
        "Mr. Al-Sudani met Gen. Smith", "They left in Sept. 2025", "Why", "Nobody said",
    ]  # fmt: skip


def test_breaks_by_strength() -> None:
    found = read("One, two; three - four. Five")
    assert found.breaks == (Break.NONE, Break.COMMA, Break.CLAUSE, Break.CLAUSE, Break.SENTENCE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrew", "withdrawal"), ("agreed", "agreement"), ("decides", "decision"), ("stopped", "stopping"),
        ("denied", "denial"), ("refused", "refusal"), ("organised", "organization"), ("said", "says"),
        ("parties", "party"), ("won", "winning"), ("announced", "announcing"), ("noted", "notes"),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("note", "not"), ("state", "stay"), ("united", "union"), ("police", "policy")]
)
def test_different_words_keep_their_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=200))
def test_any_text_is_read_with_true_offsets(text: str) -> None:
    found = read(text)
    assert len(found.words) == len(found.starts) == len(found.ends) == len(found.stems) == len(found.breaks)
    assert all(0 <= a <= b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert sum(stop - first for first, stop in found.sentences) == len(found)
