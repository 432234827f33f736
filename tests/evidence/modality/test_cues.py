"""Cues: which word each governs, and what only looks like one."""

import pytest

from briefgen.evidence.languages.english_modality import MODALITY
from briefgen.evidence.languages.modality_words import Firmness
from briefgen.evidence.modality.cues import CueKind, find_cues
from briefgen.evidence.modality.polarity import contraries, opposites_of
from briefgen.evidence.text.alignment import align
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import read


def heads(text: str, kind: CueKind) -> list[tuple[str, str | None]]:
    """The cues of a kind with the words they govern."""
    found = read(text)
    cues = (cue for cue in find_cues(found, MODALITY) if cue.kind is kind)
    return [
        (found.raw(cue.first, cue.last), None if cue.head is None else found.words[cue.head]) for cue in cues
    ]


@pytest.mark.parametrize(
    ("text", "cue", "head"),
    [
        ("The council did not officially accept it", "not", "accept"),
        ("There is no evidence of fraud", "no evidence of", "fraud"),
        ("There is no bread in the town", "no", "bread"),
        ("They voted against the bill", "voted against", "bill"),
        ("Few of the members agreed", "Few", "members"),
        ("The works stopped running", "stopped", "running"),
        ("They left without the guns", "without", "guns"),
        ("The talks failed to bring peace", "failed to", "bring"),
        ("They have yet to decide", "yet to", "decide"),
        ("He was unable to vote", "unable to", "vote"),
        ("He ruled out talks", "ruled out", "talks"),
        ("He ruled a pact with them out", "ruled", "pact"),
    ],
)
def test_a_negator_governs_the_next_word_of_meaning(text: str, cue: str, head: str) -> None:
    assert heads(text, CueKind.NEGATION) == [(cue, head)]


@pytest.mark.parametrize(
    "text",
    [
        "Not only the capital was hit", "There is no doubt", "No fewer than nine died", "No. 10 was silent", "No 10",
        "whether or not it rains", "He was ruled out by injury", "The rules they set out stand", "He ruled that they were carried out by force", "A few members came", "It rained for the past few days",
    ],
)  # fmt: skip
def test_what_denies_nothing_is_no_negator(text: str) -> None:
    assert heads(text, CueKind.NEGATION) == []


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("It might rain", Firmness.MIGHT), ("It may rain", Firmness.MAY), ("It reportedly rained", Firmness.BELIEVED),
        ("It is expected to rain", Firmness.EXPECTED), ("It is due to rain", Firmness.SCHEDULED),
        ("It is believed to rain", Firmness.BELIEVED), ("It is likely to rain", Firmness.EXPECTED),
    ],
)  # fmt: skip
def test_hedges_have_their_firmness(text: str, firmness: Firmness) -> None:
    assert [cue.firmness for cue in find_cues(read(text), MODALITY)] == [firmness]


@pytest.mark.parametrize(
    "text",
    [
        "It fell due to the rain",
        "It is due to better testing",
        "In May 2025 it rained",
        "It could not rain",
        "He came to the set",
        "They would have to pay",
        "It lies close to the border",
        "Whether or not it rains, it floods",
    ],
)
def test_what_hedges_nothing_is_no_hedge(text: str) -> None:
    assert heads(text, CueKind.HEDGE) == []


def test_a_longer_phrase_hides_the_shorter_one_inside_it() -> None:
    assert heads("It is not only expected to rain", CueKind.HEDGE) == [("expected to", "rain")]
    assert heads("It is no longer open", CueKind.NEGATION) == [("no longer", "open")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accepted", "rejected"), ("rose", "fell"), ("guilty", "acquitted"), ("lawful", "unlawful"), ("able", "unable"),
        ("flexible", "inflexible"), ("hopeful", "hopeless"), ("legal", "illegal"), ("satisfied", "dissatisfied"),
    ],
)  # fmt: skip
def test_opposites_are_found_from_either_side(one: str, other: str) -> None:
    assert stem(other) in opposites_of(MODALITY, one)
    assert stem(one) in opposites_of(MODALITY, other)


@pytest.mark.parametrize(
    ("one", "other"), [("import", "port"), ("increase", "crease"), ("under", "der"), ("talks", "talk")]
)
def test_what_only_looks_like_an_opposite_is_none(one: str, other: str) -> None:
    assert stem(other) not in opposites_of(MODALITY, one)


def test_near_means_three_quarters_of_the_words_in_order() -> None:
    quote = (read("The mission of the coalition will end in September"),)
    found = []
    for text in ("The mission will end in September.", "In September the coalition goes home."):
        statement = read(text)
        aligned = align(statement, statement.sentences[0], quote)
        found.append(aligned is not None and aligned.near)
        assert align(statement, statement.sentences[0], ()) is None
    assert found == [True, False]


@pytest.mark.parametrize(
    ("text", "index", "contrary"),
    [
        ("Prices went up", 1, "fall"),
        ("They turned the latest offer down", 1, "accept"),
        ("The krona is overvalued", 3, "undervalued"),
    ],
)
def test_a_verb_with_its_particle_has_the_opposites_of_the_verb_that_says_the_same(
    text: str, index: int, contrary: str
) -> None:
    assert stem(contrary) in contraries(read(text), index, MODALITY)


def test_the_old_of_an_age_has_no_opposite() -> None:
    assert not contraries(read("The 24-year-old singer"), 3, MODALITY)
    assert contraries(read("The old singer"), 1, MODALITY)
