"""Sentences: where they end, in wrapped texts and in several scripts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.text.sentences import ANY_END, possible_ends, sentences
from briefgen.evidence.text.source_text import prepare

TEXTS = [
    "He came.| She left!| Did he? | Yes.",
    "Mr. Smith met Dr. A. B. Jones at 5 p.m. on Monday.| They talked.",
    "The U.S. military left.| U.S. Congress met.| It was in the U.S.| The rest stayed.",
    "“This is not a withdrawal.| This is a transition,” the official said.| He left.",
    "It ended (see p. 5).| Then it rained.[1]| Nobody came.¹| All slept.",
    "Prices rose 3.5 percent.| Sales fell to 2.500 units.",
    "Regional Tensions\n|Despite efforts to establish stability across the whole region, tensions continue to pose challenges.",
    "a line that is wrapped at some width\nand goes on in the next one until it\nends here.| The next\nsentence follows.",
    "First paragraph without a stop\n\n|Second paragraph",
    "Items:\n|- one thing\n|- another thing\n|2. a third",
    "militias should it escalate.|According to four sources it will.",
    "Er kam am 3. Mai.| Sie ging z.B. nach Rom.",
    "Он пришёл.| Она ушла в 5 ч. утра.",
    "他来了。|她走了！|谁知道？",
    "جاء الرجل.| هل ذهب؟| نعم.",
    "He said: wait… | Then he went.",
    "No. 5 was late.| No one came.",
    "Security conditions permit.2| No one was killed.”13| It fell to 2.5 in para.2 The end of sect.3 is near.",
    "Le port ferme à 18 h.| Il rouvre à 6 h 30, soit 12 h. de moins (art. 5).| A. B. Martin l'a dit.",
    "Ціна 38,1 млрд.| Громади чекають.| Це 5 млрд. доларів, або 2 тыс. USD.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_readers_end_them(marked: str) -> None:
    pieces = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == pieces


@given(st.text(st.sampled_from(list('aA .!?…\n"”)[1]。-•5')), max_size=80))
def test_sentences_hold_every_character_that_is_no_blank(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_the_sentences_of_a_passage() -> None:
    text = "One is here. Two is there. Three is away."
    source = prepare(text)
    assert source.enclosing(text.index("is there"), text.index("is away")) == (13, len(text))
    assert source.sentences_of(0, 3) == ((0, 12),)


@given(st.text(st.sampled_from(list('aA .!?…\n\f\u2029"”)[1]。｡-•*5؟')), max_size=80))
def test_ends_are_looked_for_where_they_may_begin_and_none_is_missed(text: str) -> None:
    assert [match.span() for match in possible_ends(text)] == [
        match.span() for match in ANY_END.finditer(text)
    ]
