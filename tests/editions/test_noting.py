from collections.abc import Callable
from typing import Any

from briefgen.editions import EditionView
from briefgen.editions.noting import letter, slug

Edition = Callable[..., EditionView]
Make = Callable[..., dict[str, Any]]


def test_notes_run_in_order_of_appearance_one_a_source_and_quote(edition: Edition, make_fact: Make) -> None:
    facts = [
        make_fact("Boats leak.", "12 of them leak", "The quay is closed", id="a"),
        make_fact("The quay is closed.", "The quay is closed", id="b"),
    ]
    view = edition(key_facts=facts)
    first, second = view.items()
    assert [note.number for note in first.notes] == [1, 2]
    assert [note.number for note in second.notes] == [2]
    assert [note.quote for note in view.notes] == ["12 of them leak", "The quay is closed"]
    assert view.notes[1].references == ("ref-2-a", "ref-2-b")


def test_a_note_shows_its_sentence_and_its_place(edition: Edition, make_fact: Make) -> None:
    (note,) = edition(key_facts=[make_fact("It runs twice a day.", "runs twice a day")]).notes
    assert (note.before, note.after) == ("The ferry to Orm ", ", the harbour master says.")
    assert (note.paragraph, note.start, note.end, note.verified) == (1, 37, 53, True)


def test_the_paragraph_counts_from_one(edition: Edition, make_fact: Make) -> None:
    (note,) = edition(
        key_facts=[make_fact("Nobody knows when it opens.", "Nobody knows when the quay opens again")]
    ).notes
    assert note.paragraph == 2


def test_context_never_shows_what_only_a_left_out_item_quotes(edition: Edition, make_fact: Make) -> None:
    facts = [
        make_fact("Boats lie at anchor.", "boats lie at anchor"),
        make_fact("12 leak.", "12 of them leak", audiences=["analyst"]),
    ]
    (note,) = edition(key_facts=facts).notes
    assert (note.before, note.after) == ("About 40 ", ", and ")


def test_arithmetic_is_a_note_of_its_own(edition: Edition, make_fact: Make) -> None:
    item = make_fact(
        "28 are sound.", "About 40 boats lie at anchor, and 12 of them leak", derived=["28 = 40 - 12"]
    )
    quote, sum_ = edition(key_facts=[item]).notes
    assert (quote.derivation, sum_.derivation) == ("", "28 = 40 - 12")
    assert (sum_.source, sum_.letter) == (None, "")


def test_without_evidence_there_are_no_numbers_but_still_sources(edition: Edition, make_fact: Make) -> None:
    view = edition({"evidence": "none"}, key_facts=[make_fact("The quay is closed.", "The quay is closed")])
    assert view.notes == ()
    assert [item.notes for item in view.items()] == [()]
    assert [(source.letter, source.title) for source in view.sources] == [("A", "Notice")]


def test_sources_that_only_left_out_items_cite_are_not_listed(
    edition: Edition, make_fact: Make, cite_quote: Make
) -> None:
    facts = [
        make_fact("The quay is closed.", "The quay is closed"),
        {"statement": "The pump failed.", "citations": [cite_quote("The pump failed", "secret")]},
    ]
    assert [source.id for source in edition(key_facts=facts).sources] == ["notice"]


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_anchors_never_meet() -> None:
    assert slug("positions[2]") == "positions_2"
    assert slug("end-date") == "end-date"
    assert [slug(name) for name in ("timeline", "note-1", "map")] == [
        "item_timeline",
        "item_note-1",
        "item_map",
    ]
