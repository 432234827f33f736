"""Negation, hedges and attribution: levels, places, and what the quote says instead. The cases proper are in cases/."""

import pytest

from briefgen.evidence.languages.english_modality import MODALITY
from briefgen.evidence.modality.attribution import attribution_changes
from briefgen.evidence.modality.hedges import hedge_changes
from briefgen.evidence.modality.negation import negation_changes
from briefgen.evidence.modality.sayings import sayings
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import read


def negation(statement: str, *quotes: str) -> list[Mismatch]:
    """What the rule on negation finds."""
    return list(negation_changes(read(statement), tuple(map(read, quotes)), MODALITY))


def hedges(statement: str, *quotes: str) -> list[Mismatch]:
    """What the rule on hedges finds."""
    return list(hedge_changes(read(statement), tuple(map(read, quotes)), MODALITY))


def attribution(statement: str, *quotes: str) -> list[Mismatch]:
    """What the rule on attribution finds."""
    return list(attribution_changes(read(statement), tuple(map(read, quotes)), MODALITY))


def test_a_dropped_negator_points_at_the_word_it_governed_and_shows_the_quote() -> None:
    statement, quote = "The council adopted the plan.", "The council has not adopted the plan"
    (found,) = negation(statement, quote)
    assert statement[found.start : found.end] == "adopted"
    assert quote[found.quote_start : found.quote_end] == found.instead == "not adopted"


def test_an_added_negator_is_pointed_at_itself() -> None:
    statement = "The council has not adopted the plan."
    (found,) = negation(statement, "The council has adopted the plan")
    assert (statement[found.start : found.end], found.level) == ("not", "error")


def test_free_wording_is_a_warning() -> None:
    statement = "Aid workers complain that the camp has not received any food since the spring."
    (found,) = negation(statement, "The camp received food twice, in March and in May")
    assert found.level == "warning"


def test_a_negator_under_a_condition_denies_nothing() -> None:
    assert not negation(
        "The mayor will call the army if the bridge is not open.", "The bridge has been open since May"
    )


def test_the_quote_that_holds_the_words_decides() -> None:
    first, second = "The bridge is not open", "The quay is open"
    assert not negation("The quay is open.", first, second)
    (found,) = negation("The bridge is open.", first, second)
    assert found.quote == 0


@pytest.mark.parametrize(
    ("own", "quoted", "level"),
    [
        ("will", "may", "warning"), ("will", "might", "warning"), ("is set to", "is expected to", "warning"),
        ("will", "is set to", "warning"), ("may", "might", "info"), ("is expected to", "may", "warning"),
        ("may", "will", None), ("might", "may", None), ("is expected to", "is set to", None),
        ("is likely to", "is expected to", None), ("is to", "is set to", None), ("could", "may", None),
    ],
)  # fmt: skip
def test_only_a_step_upwards_is_a_fault(own: str, quoted: str, level: str | None) -> None:
    text = "The coalition's mission in the north {} end in September"
    found = hedges(text.format(own), text.format(quoted))
    assert [each.level for each in found] == ([level] if level else [])


def test_a_hedge_that_went_with_its_word_is_no_fault() -> None:
    assert not hedges(
        "The company will open a mine.", "The company, which may be sold next year, will open a mine"
    )


def test_a_hedge_in_another_place_is_kept() -> None:
    assert not hedges("Rebels burned the village, allegedly.", "Rebels allegedly burned the village")


def test_an_alleged_deed_may_be_attributed_instead() -> None:
    quote = "The militia allegedly burned the village on Sunday"
    assert not hedges("The militia burned the village on Sunday, prosecutors say.", quote)
    assert hedges("The militia burned the village on Sunday.", quote)


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("Police said the man fled.", "Police said", "the man fled"),
        ("The man fled, police said.", "police said", "the man fled"),
        ("The man fled, said Mr X on Monday.", "said Mr X on Monday", "the man fled"),
        ("According to police, the man fled.", "According to police", "the man fled"),
        ("The man, police said, fled.", "police said", "the man fled"),
        ("In the view of the court, he lied.", "In the view of the court", "he lied"),
        ("“He fled,” the mayor told reporters.", "the mayor told reporters", "he fled"),
    ],
)
def test_sayings_and_what_they_are_about(text: str, words: str, content: str) -> None:
    found = read(text)
    (saying,) = sayings(found, MODALITY)
    assert found.raw(saying.first, saying.last) == words
    assert " ".join(found.words[i] for i in saying.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "He is said to be ill.",
        "The state report is long.",
        "Minister: We will pay.",
        "The United States left.",
    ],
)
def test_what_attributes_nothing_to_a_party(text: str) -> None:
    assert sayings(read(text), MODALITY) == ()


def test_an_act_done_by_announcing_needs_no_attribution() -> None:
    assert not attribution("The minister pledged 50 million.", "The minister said he pledged 50 million")


def test_a_dropped_attribution_shows_whose_words_they_are() -> None:
    (found,) = attribution("Forty villages burned.", "Forty villages burned, according to the rebels")
    assert (found.level, found.instead) == ("warning", "according to the rebels")


def test_a_plan_that_is_denied_in_other_words_keeps_its_hedge() -> None:
    quote = (
        "We do not plan to move any ferry service, the harbour master, Ines Calder, told reporters on Monday."
    )
    assert not hedges("Ines Calder says that there is no plan to move any ferry service.", quote)
    assert not hedges("There are no plans to move any ferry service.", quote)
    assert hedges("Ines Calder says that she will not move any ferry service.", quote)
