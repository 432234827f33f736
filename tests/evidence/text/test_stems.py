"""Forms of one word have one stem; words that only look alike have two."""

import pytest

from briefgen.evidence.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "need needs needed needing",
        "exceed exceeds exceeded",
        "supply supplies supplied supplying",
        "comply complied compliance",
        "cancel cancelled cancelling canceled",
        "control controlled controls",
        "expel expelled expelling",
        "call called calls",
        "question questioned questions",
        "sanction sanctioned sanctioning",
        "sentence sentenced sentencing",
        "implement implemented implements",
        "family families",
        "withdrew withdrawal withdrawing",
        "free freed frees freeing",
        "guarantee guaranteed guarantees",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mission", "miss"), ("billion", "bill"), ("department", "depart"), ("importance", "import"),
        ("authorities", "author"), ("likely", "like"), ("hardly", "hard"), ("station", "state"), ("quite", "quit"),
        ("position", "positively"), ("plane", "plan"), ("note", "not"),
    ],
)  # fmt: skip
def test_words_that_only_look_alike(one: str, other: str) -> None:
    assert stem(one) != stem(other)
