"""Two states of a brief: which item is which, and what is told of it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefgen.differences.comparing import compare_briefs
from briefgen.differences.records import BriefDifference, Kind, Status
from briefgen.differences.states import BriefState, ItemState, QuoteState, SourceState


def item(
    name: str,
    text: str,
    *quotes: QuoteState,
    section: str = "key_facts",
    readers: tuple[str, ...] = (),
    **fields: str,
) -> ItemState:
    return ItemState(
        name, "[" not in name, section, {"statement": text}, {"statement": "en"}, quotes, fields, readers
    )


def brief(*items: ItemState, sources: tuple[SourceState, ...] = (), **header: str) -> BriefState:
    return BriefState("quay", {"title": "Quay", **header}, items, {source.id: source for source in sources})


def compared(before: BriefState, now: BriefState) -> BriefDifference:
    difference = compare_briefs(before, now)
    assert difference is not None
    return difference


def kinds(before: ItemState, now: ItemState) -> list[str]:
    (only,) = compared(brief(before), brief(now)).items
    return [change.kind.value for change in only.changes]


def test_items_are_matched_by_id_wherever_they_stand() -> None:
    before = brief(item("a", "The quay is closed."), item("b", "Ferries run."))
    now = brief(item("b", "Ferries run."), item("a", "Nothing like it was.", section="positions"))
    (only,) = compared(before, now).items
    assert (only.name, only.status) == ("a", Status.CHANGED)
    assert {change.kind for change in only.changes} >= {Kind.SECTION, Kind.REWORDED}


def test_items_without_an_id_are_matched_by_what_they_say() -> None:
    before = brief(
        item("key_facts[0]", "The quay is closed."), item("key_facts[1]", "Ferries run twice a day.")
    )
    now = brief(
        item("key_facts[0]", "Ferries run three times a day."), item("key_facts[1]", "The quay is closed.")
    )
    (only,) = compared(before, now).items
    assert only.name == "key_facts[0]"
    assert [(change.old, change.new) for change in only.changes if change.kind is Kind.FIGURE] == [
        ("twice a day", "three times a day")
    ]


def test_an_id_given_later_is_the_same_item() -> None:
    assert kinds(item("key_facts[0]", "The quay is closed."), item("closure", "The quay is closed.")) == [
        "id"
    ]


def test_two_ids_are_two_items_unless_they_say_the_same() -> None:
    before, now = brief(item("a", "The quay is closed.")), brief(item("b", "The quay is shut."))
    assert [(each.name, each.status.value) for each in compared(before, now).items] == [
        ("b", "added"),
        ("a", "removed"),
    ]


def test_judgements_markings_priorities_and_audiences_are_told_apart() -> None:
    before = item(
        "a",
        "So.",
        likelihood="likely",
        confidence="low",
        marking="TLP:CLEAR",
        priority="must",
        readers=("desk", "press"),
    )
    now = item(
        "a",
        "So.",
        likelihood="very likely",
        confidence="high",
        marking="TLP:RED",
        priority="could",
        readers=("desk",),
    )
    assert kinds(before, now) == ["likelihood", "confidence", "marking", "priority", "audiences"]
    (only,) = compared(brief(before), brief(now)).items
    assert only.readers == ("desk", "press")


def test_quotes_are_added_removed_reworded_and_reanchored() -> None:
    notice = QuoteState("notice", "the quay is closed", ("Since May", "to all"))
    assert kinds(
        item("a", "So.", notice), item("a", "So.", notice, QuoteState("letter", "nobody may land"))
    ) == ["sources", "quote-added"]
    assert kinds(item("a", "So.", notice), item("a", "So.")) == ["sources", "quote-removed"]
    assert kinds(item("a", "So.", notice), item("a", "So.", QuoteState("notice", "the quay was closed"))) == [
        "quote-reworded"
    ]
    assert kinds(
        item("a", "So.", notice),
        item("a", "So.", QuoteState("notice", "the quay is closed", ("In June", ""))),
    ) == ["quote-reanchored"]
    paged = QuoteState("notice", "the quay is closed", ("Since May", "to all"), {"page": "2"})
    assert kinds(item("a", "So.", notice), item("a", "So.", paged)) == ["quote-field"]


def test_a_changed_source_names_the_items_that_rest_on_it() -> None:
    cites = item("a", "So.", QuoteState("notice", "so it is"))
    before = brief(cites, item("b", "No."), sources=(SourceState("notice", "0" * 64, {"title": "Notice"}),))
    now = brief(cites, item("b", "No."), sources=(SourceState("notice", "1" * 64, {"title": "Notices"}),))
    (source,) = compared(before, now).sources
    assert (source.id, source.items) == ("notice", ("a",))
    assert [change.kind.value for change in source.changes] == ["source-file", "field"]


def test_a_brief_that_came_or_went_brings_all_its_items() -> None:
    whole = brief(item("a", "So."))
    came, went = compare_briefs(None, whole), compare_briefs(whole, None)
    assert came is not None
    assert went is not None
    assert (came.status.value, came.items[0].status.value, went.status.value) == ("added", "added", "removed")
    assert compare_briefs(None, None) is None


STATES = st.lists(
    st.builds(
        item,
        st.sampled_from(["a", "b", "c", "key_facts[0]", "key_facts[1]", "key_facts[2]"]),
        st.sampled_from(["The quay is closed.", "The quay is open.", "Twelve boats leak.", "Nobody knows."]),
    ),
    max_size=4,
    unique_by=lambda each: each.name,
).map(lambda items: brief(*items))


@given(STATES, STATES)
def test_every_item_is_told_of_once_and_nothing_is_lost(before: BriefState, now: BriefState) -> None:
    difference = compare_briefs(before, now)
    items: tuple[Any, ...] = difference.items if difference else ()
    added = sum(each.status is Status.ADDED for each in items)
    removed = sum(each.status is Status.REMOVED for each in items)
    assert len(before.items) - removed == len(now.items) - added
    assert compare_briefs(now, now) is None
