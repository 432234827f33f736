"""Where a quote stands that was recorded earlier, by texts alone."""

from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.quotes.drift import altered, standing
from briefgen.evidence.text.source_text import prepare

WORDS = st.sampled_from(
    "the quay - 5 “is” closed… – not. US-led 2,500 effi-\ncient naïve \u0301 . . . don't (x) ‘y’ $5 -3.5%".split(
        " "
    )
)


TEXTS = st.lists(WORDS, min_size=5, max_size=30).map(" ".join)


@given(TEXTS, st.data())
def test_what_was_just_recorded_has_not_moved(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    source = prepare(text)
    found = anchor(" ".join(words[first : first + 4]), source).anchor
    assume(found is not None)
    assert found is not None
    now = standing(source, found.start, found.end)
    assert now.changed_sides(now.recorded, now.start) == ()


@given(TEXTS, TEXTS, st.text(max_size=12), st.text(max_size=12))
def test_a_lost_quote_gets_an_answer_whatever_the_text(
    quote: str, text: str, before: str, after: str
) -> None:
    found = altered(quote, prepare(text), before, after)
    assert found is None or text[found.start : found.end]


def test_of_several_places_with_the_same_words_around_the_one_most_like_the_quote_is_shown() -> None:
    """Rows of a table, or stock phrases: the first is another item's."""
    text = (
        "News: ferries run on the last day of May. Ends.\nNews: ferries run on four days of May not. Ends.\n"
    )
    quote = "ferries run on four days of May now"
    found = altered(quote, prepare(text), "News:", ". Ends.")
    assert found is not None
    assert found.text == "ferries run on four days of May not"
