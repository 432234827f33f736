"""The word rules on anything: no exception, no hang, offsets that are true."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.languages.english_modality import MODALITY
from briefgen.evidence.languages.english_names import NAMES
from briefgen.evidence.modality.attribution import attribution_changes
from briefgen.evidence.modality.hedges import hedge_changes
from briefgen.evidence.modality.negation import negation_changes
from briefgen.evidence.names.backing import Backing, unsupported_names
from briefgen.evidence.names.lexicon import Lexicon
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import read

WORDS = st.sampled_from(
    "The army didn't not no never may will is expected to said , . ; : according to allegedly Iraq Mr Al-Sudani U.S. US$ £5 NATO "
    "İstanbul ﬁnal войска Москва إعلان بغداد \u202e\u2066 🇮🇶 👩‍🚀 北京 n't ' ’s -- … \n\n 'stole Q2 2024 O'Neill e\u0301 \u200d without".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join))


def every(statement: str, quotes: tuple[str, ...]) -> list[Mismatch]:
    """What all four rules find."""
    read_quotes = tuple(map(read, quotes))
    backing = Backing(Lexicon(quotes, NAMES), None, {"US": ["America", ""], "": ["x"]})
    found = list(unsupported_names(read(statement), read_quotes, NAMES, backing))
    for rule in (negation_changes, hedge_changes, attribution_changes):
        found += rule(read(statement), read_quotes, MODALITY)
    return found


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_offsets_are_true_and_levels_known(statement: str, quotes: list[str]) -> None:
    for each in every(statement, tuple(quotes)):
        assert each.level in {"error", "warning", "info"}
        assert 0 <= each.start < each.end <= len(statement)
        if each.quote is not None:
            assert quotes[each.quote][each.quote_start : each.quote_end] == each.instead


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_a_statement_that_is_its_quote_is_backed(text: str) -> None:
    assert [each for each in every(text, (text,)) if each.level != "info"] == []


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "not " * n, lambda n: "may " * n, lambda n: "A" * n, lambda n: "Al-" * n, lambda n: "he said " * n,
        lambda n: "," * n, lambda n: "Mr. " * n, lambda n: "a'" * n, lambda n: "U.S." * n, lambda n: "of the " * n,
        lambda n: "\u202e" * n, lambda n: "e\u0301" * n, lambda n: "no longer expected to " * n, lambda n: "unless it will open " * n, lambda n: ", a claim that " * n,
    ],
)  # fmt: skip
def test_long_texts_are_read(make: Callable[[int], str]) -> None:
    text = make(3000)
    assert isinstance(every(text, (text, "The army said that Iraq may not leave.")), list)
    assert isinstance(every("The army said that Iraq may not leave.", (text,)), list)
