"""What is told of two wordings: words, figures, negations, firmness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.differences.records import Kind
from briefgen.differences.saying import word_pieces, wording_changes


def told(old: str, new: str, language: str = "en") -> list[tuple[str, str, str]]:
    changes = wording_changes("statement", old, new, language)
    return [(each.kind.value, each.old, each.new) for each in changes if each.kind is not Kind.REWORDED]


@pytest.mark.parametrize(
    ("old", "new", "figures"),
    [
        ("About 2,500 troops stay.", "About 2,000 troops stay.", [("About 2,500", "About 2,000")]),
        ("Over 80 boats lie there.", "80 boats lie there.", [("Over 80", "80")]),
        (
            "It costs $5 million a day.",
            "It costs €5 million a day.",
            [("$5 million a day", "€5 million a day")],
        ),
        (
            "It ends by September 2025.",
            "It ends in September 2025.",
            [("by September 2025", "in September 2025")],
        ),
        ("It began in 2014, with 12 ships.", "It began with 12 ships.", [("in 2014", "")]),
        ("Ships left.", "Ships left on 3 May 2024.", [("", "on 3 May 2024")]),
        ("10 left, 20 stayed.", "20 left, 10 stayed.", [("10", "20"), ("20", "10")]),
        ("The talks began at 18:00.", "The talks began at 19:00.", [("18:00", "19:00")]),
        ("Some 1,200 left.", "Some 1200 left.", []),
    ],
)
def test_figures_are_told_old_and_new(old: str, new: str, figures: list[tuple[str, str]]) -> None:
    assert [(was, now) for kind, was, now in told(old, new) if kind == "figure"] == figures


@pytest.mark.parametrize(
    ("old", "new", "kind", "was", "now"),
    [
        ("The troops may leave Iraq.", "The troops will leave Iraq.", "firmer", "may", "will leave"),
        ("The boats may be moved.", "The boats will be moved.", "firmer", "may", "will be moved"),
        ("The troops will leave Iraq.", "The troops might leave Iraq.", "softer", "will leave", "might"),
        ("The quay is closed today.", "The quay is not closed today.", "negation", "The quay is closed today.", "The quay is not closed today."),
    ],
)  # fmt: skip
def test_firmness_and_negation_are_told(old: str, new: str, kind: str, was: str, now: str) -> None:
    assert told(old, new) == [(kind, was, now)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("About 40 boats may move.", "About 45 boats will move.", ("firmer", "may", "will move")),
        ("It will close on 3 May.", "It may close on 14 June.", ("softer", "will close", "may")),
    ],
)
def test_a_figure_that_changes_too_hides_no_hedge(old: str, new: str, expected: tuple[str, str, str]) -> None:
    assert [each for each in told(old, new) if each[0] != "figure"] == [expected]


def test_typography_is_no_change() -> None:
    assert list(wording_changes("statement", "It is “so” - he said.", 'It  is "so" - he said.', "en")) == []


def test_another_language_has_its_words_and_figures_told() -> None:
    assert told("En 2014, 12 navires.", "En 2014, 13 navires.", "fr") == [("figure", "12", "13")]


WORDS = st.lists(
    st.sampled_from("the quay is not closed, 12 boats (in 2014) leak. “so” it’s".split()),
    min_size=1,
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "dropped"),
    [
        ("The quay closed, and ferries left.", "The quay closed.", ", and ferries left"),
        ("The quay closed.", "The quay closed", "."),
        ("The quay closed in May.", "The quay closed.", " in May"),
        ("He spoke (in May) so.", "He spoke so.", "(in May) "),
        ("It has 5 boats.", "It has 5%.", " boats"),
    ],
)
def test_dropped_words_bring_the_blank_that_parted_them(old: str, new: str, dropped: str) -> None:
    assert [piece.text for piece in word_pieces(old, new) if piece.form == "old"] == [dropped]


@given(WORDS, WORDS)
def test_the_pieces_hold_every_new_word_and_every_old_one(old: str, new: str) -> None:
    pieces = list(word_pieces(old, new))
    assert "".join(piece.text for piece in pieces if piece.form != "old").split() == new.split()
    dropped = " ".join(piece.text for piece in pieces if piece.form == "old")
    kept = " ".join(piece.text for piece in pieces if piece.form == "same")
    assert (
        set(old.replace("(", " ").replace(")", " ").split())
        - set(f"{dropped} {kept} {new}".replace("(", " ").replace(")", " ").split())
        == set()
    )


@given(WORDS)
def test_the_same_words_are_no_change(text: str) -> None:
    assert list(wording_changes("statement", text, text, "en")) == []
