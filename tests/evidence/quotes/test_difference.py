"""The difference between a quote and a passage, as a person reads it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.quotes.difference import changes, marked, reason

WORDS = st.lists(
    st.sampled_from("the quay is not closed, 12 boats leak. so".split()), min_size=1, max_size=9
).map(" ".join)


@pytest.mark.parametrize(
    ("quote", "passage", "shown"),
    [
        ("The quay closed.", "The quay closed in May.", "The quay closed {+in May+}."),
        ("The quay closed in May.", "The quay closed.", "The quay closed [-in May-]."),
        ("The quay closed.", "The quay closed, and ferries left.", "The quay closed{+, and ferries left+}."),
        ("The quay", "The quay.", "The quay{+.+}"),
        ("It closed", "It closed now", "It closed {+now+}"),
        ("It closed and fell", "It closed, and fell", "It closed{+,+} and fell"),
        ("He said so.", "He said (in May) so.", "He said {+(in May)+} so."),
        ("He spoke (in May).", "He spoke (late in May).", "He spoke ({+late+} in May)."),
        ("b c d.", "a b c d.", "{+a+} b c d."),
        ("中方不会提供武器", "中方会提供武器。", "中方[-不-]会提供武器{+。+}"),
        ("中方会提供武器", "中方不会提供武器", "中方{+不+}会提供武器"),
        ("额达2401亿美元", "额达2410亿美元", "额达[-2401-] {+2410+}亿美元"),
        ("the 94–190 men left", "the 94-190 men stayed", "the 94–190 men [-left-] {+stayed+}"),
        ("the men left", "the \u200emen stayed", "the men [-left-] {+stayed+}"),
        ("about six weeks", "about nine weeks", "about [-six-] {+nine+} weeks"),
    ],
)
def test_what_is_added_keeps_its_blanks(quote: str, passage: str, shown: str) -> None:
    assert marked(quote, changes(quote, passage)) == shown


@given(WORDS, WORDS)
def test_without_its_marks_a_difference_reads_as_the_passage(quote: str, passage: str) -> None:
    shown = marked(quote, changes(quote, passage))
    read = re.sub(r"\{\+|\+\}", "", re.sub(r"\[-.*?-\]", " ", shown))
    assert re.sub(r"\s+(?=[.,])", "", " ".join(read.split())) == passage


def test_what_differs_in_typography_only_is_no_difference() -> None:
    assert changes("the “94–190” men", 'the "94-190" men') == ()
    assert reason(changes("the 94–190 men left", "the 94-190 Men left")) == ": case differs"
    assert reason(changes("the men", "the \u200emen")) == ""
