"""Drift: locks, what changes in sources afterwards, and what `check` makes of it."""

import json
from collections.abc import Callable

import pytest

from briefgen.diagnostics import Severity
from briefgen.inspection.inspecting import inspect
from briefgen.lockfile import lock_file
from briefgen.reporting.json_report import render_json
from briefgen.workspace import open_workspace
from tests.checks.drift.locked import BEFORE, BRIEF, drift, lock_it, locked, rules
from tests.conftest import MakeWorkspace


def test_a_fresh_lock_leaves_nothing_to_say(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    assert drift(root) == []
    assert drift(root, must_be_locked=True) == []


def test_a_changed_source_is_told_once(make_workspace: MakeWorkspace) -> None:
    (found,) = drift(locked(make_workspace), BEFORE + "One more line.\n")
    assert found.rule == "source-changed"
    assert "all 2 quotes still stand in it; it is cited by quay, barges" in found.message


def test_a_source_that_has_none_of_its_quotes_any_more_may_be_another_document(
    make_workspace: MakeWorkspace,
) -> None:
    found = drift(locked(make_workspace), "Page not found. You may go back to where you came from.\n")
    (changed,) = [each for each in found if each.rule == "source-changed"]
    assert (
        "; none of its 2 quotes stands in it any more, so see whether it is still the document; "
        in changed.message
    )


def test_quotes_of_a_source_without_text_are_not_said_to_stand(make_workspace: MakeWorkspace) -> None:
    unreadable, found = sorted(drift(locked(make_workspace), ""), key=lambda each: each.rule, reverse=True)
    assert (unreadable.rule, found.rule) == ("source-unreadable", "source-changed")
    assert (
        "it gives no text, so that its quotes cannot be looked for; it is cited by quay, barges"
        in found.message
    )


def test_a_quote_that_was_never_locked_is_not_said_to_stand(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    path = root / "briefs/quay.yaml"
    path.write_text(path.read_text().replace("quay is closed}", "quay was closed}"))
    (found,) = [each for each in drift(root, BEFORE + "One more line.\n") if each.rule == "source-changed"]
    assert "its quote still stands in it" in found.message


def test_a_mere_change_of_place_is_silent(make_workspace: MakeWorkspace) -> None:
    assert rules(drift(locked(make_workspace), "A new first paragraph.\n\n" + BEFORE)) == ["source-changed"]


def test_typography_is_no_change(make_workspace: MakeWorkspace) -> None:
    assert rules(drift(locked(make_workspace), BEFORE.replace("The northern", "The\nnorthern"))) == [
        "source-changed"
    ]


EDGES = "The southern quay is open. Ferries run as usual, and the harbour stays as it was.\n\nThe bridge is shut at night.\n"


@pytest.mark.parametrize(
    ("quote", "old", "new", "moved"),
    [
        ("The southern quay is open", "The southern", "It is not true that\nThe southern", "before"),
        ("The southern quay is open", "The southern", "RETRACTED: The southern", "before"),
        ("The southern quay is open", "The southern", "A new first paragraph.\n\nThe southern", None),
        ("The southern quay is open", "The southern", "A headline of its own!\nThe southern", None),
        ("The bridge is shut at night", "night.", "night. This has since been withdrawn.", "after"),
        ("The bridge is shut at night", "night.", "night, save on Sundays.", "after"),
        ("The bridge is shut at night", "night.", "night.\n\nMore news to follow.", None),
        ("The bridge is shut at night", "night.", "night.\n\n\n", None),
        (
            "The bridge is shut at night",
            "The bridge",
            "It is said that the bridge is up. The bridge",
            "before",
        ),
    ],
)
def test_what_is_put_beside_the_first_or_last_words_of_a_source_is_noticed(
    make_workspace: MakeWorkspace, quote: str, old: str, new: str, moved: str | None
) -> None:
    """The record of a context ends there where the text did, which leaves nothing to be held against new words."""
    brief = BRIEF[: BRIEF.index("  - id: barges")] + BRIEF[BRIEF.index("positions") :]
    brief = brief.replace("The northern quay is closed", quote)
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": EDGES})
    lock_it(root)
    found = [each for each in drift(root, EDGES.replace(old, new, 1)) if each.rule != "quote-trimmed-context"]
    assert rules(found) == sorted(["source-changed", *["quote-moved"] * bool(moved)])
    told = [each.message for each in found if each.rule == "quote-moved"]
    assert [f"the words {moved} this quote have changed" in each for each in told] == [True] * bool(moved)


def test_a_moved_quote_shows_the_words_that_are_new(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    found = drift(root, BEFORE.replace("in the bay. The", "in the bay. It is not true that The"))
    (moved,) = [each for each in found if each.rule == "quote-moved"]
    assert moved.message == (
        "the words before this quote have changed in port-notice (now line 1): “the bay. It is not true that”"
    )
    assert "“Notice to all ships in the bay.”" in moved.help


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("in the bay. The", "in the bay. It is not true that The", "quote-moved"),
        ("until further notice", "on Sundays only", "quote-moved"),
        ("quay is closed until", "quay is not closed until", "quote-altered"),
        ("quay is closed until", "quay may be closed until", "quote-altered"),
        ("2,500", "3,500", "quote-altered"),
        ("The northern quay", "The southern quay", "quote-altered"),
        ("are not allowed", "are allowed", "quote-altered"),
        ("The northern quay is closed until further notice. ", "", "quote-gone"),
        (
            "Some 2,500 barges are not allowed to pass the lock",
            "Whoever pays may use it by day",
            "quote-gone",
        ),
    ],
)
def test_changes_are_told_apart(make_workspace: MakeWorkspace, old: str, new: str, rule: str) -> None:
    assert old in BEFORE
    found = drift(locked(make_workspace), BEFORE.replace(old, new))
    assert (
        {rule, "source-changed"}
        <= set(rules(found))
        <= {rule, "source-changed", "quote-moved", "quote-trimmed-context"}
    )


def test_a_lookalike_elsewhere_is_not_taken_for_the_quote(make_workspace: MakeWorkspace) -> None:
    gone = BEFORE.replace("The northern quay is closed until further notice. ", "")
    found = drift(
        locked(make_workspace), gone + "\nNews of the year: The northern dock is closed for good.\n"
    )
    (lost,) = [each for each in found if each.rule == "quote-gone"]
    assert "The northern dock is closed" in lost.help


def test_nothing_is_suggested_in_place_of_a_quote_that_shares_no_words_with_it(
    make_workspace: MakeWorkspace,
) -> None:
    found = drift(
        locked(make_workspace),
        "The regatta begins on Sunday in the old bay of Tavira. It is not open to all.\n",
    )
    helps = [each.help for each in found if each.rule == "quote-gone"]
    assert [help_.partition(";")[0] for help_ in helps] == ["nothing there is like it"] * 2


def test_a_reworded_sentence_elsewhere_is_suggested(make_workspace: MakeWorkspace) -> None:
    text = "The harbour master says that barges, some 2,500 in all, would no longer be allowed through.\n"
    found = drift(locked(make_workspace), text)
    (barges,) = [each for each in found if each.item == "barges" and each.rule == "quote-gone"]
    assert (
        "the nearest passage now is: “some 2,500 in all, would no longer be allowed through.” (line 1)"
        in barges.help
    )


def test_a_quote_that_went_to_another_source_is_found_there(make_workspace: MakeWorkspace) -> None:
    """Two files may have changed places."""
    root = locked(make_workspace)
    (root / "seeds/sources.yaml").write_text(
        "sources:\n  - {id: port-notice, file: notice.txt, title: N}\n  - {id: port-book, file: book.txt, title: B}\n"
    )
    (root / "seeds/book.txt").write_text(BEFORE)
    found = drift(root, "A recipe for fish soup.\n")
    helps = {each.help for each in found if each.rule == "quote-gone"}
    assert helps == {
        "it stands in port-book: write `source: port-book`, if the two files have not merely changed places"
    }


@pytest.mark.parametrize("change", [str.upper, str.title])
def test_a_change_of_case_alone_is_no_loss(
    make_workspace: MakeWorkspace, change: Callable[[str], str]
) -> None:
    quote = "The northern quay is closed"
    found = drift(locked(make_workspace), BEFORE.replace(quote, change(quote)))
    assert [each.rule for each in found if each.item == "quay" and each.severity is Severity.ERROR] == [
        "quote-altered"
    ]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("We wrongly wrote: The northern quay is closed for good.\n\n" + BEFORE, [False, True]),
        (BEFORE + "\nWe wrongly wrote: The northern quay is closed for good.\n", [True, False]),
        (BEFORE + "\nIn the edition of Monday we wrongly wrote:\n\n" + BEFORE, [False, False]),
        (
            "Then: The northern quay is closed for good. Now: The northern quay is closed at night.\n",
            [False, False],
        ),
    ],
)
def test_of_two_places_that_which_was_locked_is_meant(
    make_workspace: MakeWorkspace, text: str, safe: list[bool]
) -> None:
    """`check --fix` may not put a quote to the notice that takes it back because that stands first."""
    found = drift(locked(make_workspace), text)
    (twice,) = [each for each in found if each.rule == "quote-ambiguous" and each.item == "quay"]
    assert [fix.safe for fix in twice.fixes] == safe
    assert ["as it was locked" in fix.title for fix in twice.fixes] == safe
    assert ("which one; as it was locked: `" in twice.help) == any(safe)


ELIDED = (
    "The harbour master for the northern quay spoke on Monday of a closure in May. Ferries run as usual.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("northern", "southern", "for the [-northern-] {+southern+} quay"),
        ("for the northern quay", "for the\nnorthern quay", None),
        ("as usual", "twice a day", None),
    ],
)
def test_words_that_a_quote_leaves_out_are_held_to_the_lock_too(
    make_workspace: MakeWorkspace, old: str, new: str, told: str | None
) -> None:
    """Nobody can read in the brief that they were other words when the quote was reviewed."""
    brief = BRIEF[: BRIEF.index("  - id: barges")] + BRIEF[BRIEF.index("positions") :]
    brief = brief.replace("The northern quay is closed}", "'The harbour master [...] spoke on Monday'}")
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": ELIDED})
    lock_it(root)
    assert drift(root) == []
    data = json.loads((root / "briefs/quay.lock").read_text())
    assert [quote["omitted"] for quote in data["quotes"].values()] == [["for the northern quay"]]
    assert old in ELIDED
    moved = [each.message for each in drift(root, ELIDED.replace(old, new)) if each.rule == "quote-moved"]
    assert moved == (
        [f"the words that this quote leaves out have changed in port-notice (now line 1): {told}"]
        if told
        else []
    )


@pytest.mark.parametrize("mark", ["[...]", "[…]"])
def test_an_elision_is_no_difference(make_workspace: MakeWorkspace, mark: str) -> None:
    brief = BRIEF[: BRIEF.index("  - id: barges")] + BRIEF[BRIEF.index("positions") :]
    brief = brief.replace("The northern quay is closed}", f"'The harbour master {mark} spoke on Monday'}}")
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": ELIDED})
    lock_it(root)
    found = drift(root, ELIDED.replace("Monday", "Friday"))
    (changed,) = [each for each in found if each.rule == "quote-altered"]
    assert changed.message.endswith(f"here: The harbour master {mark} spoke on [-Monday-] {{+Friday+}}")
    assert [edit.text for fix in changed.fixes for edit in fix.edits] == [
        f"'The harbour master {mark} spoke on Friday'"
    ]
    (line,) = changed.source
    assert line[changed.span.column - 1 : changed.span.end_column - 1] == "Monday"


def test_an_altered_quote_shows_the_difference(make_workspace: MakeWorkspace) -> None:
    found = drift(locked(make_workspace), BEFORE.replace("2,500", "3,500"))
    (changed,) = [each for each in found if each.rule == "quote-altered"]
    assert "[-2,500-] {+3,500+}" in changed.message
    assert [fix.safe for fix in changed.fixes] == [False]


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("allowed to pass", "allowed to passage", "to [-pass-] {+passage+}"),
        ("The northern", "In theThe northern", "[-The-] {+theThe+} northern"),
        ("Some 2,500", "Troublesome Some 2,500", None),
    ],
)
def test_a_quote_that_became_part_of_a_longer_word_is_altered(
    make_workspace: MakeWorkspace, old: str, new: str, difference: str | None
) -> None:
    found = drift(locked(make_workspace), BEFORE.replace(old, new))
    assert "quote-cuts-token" not in rules(found)
    changed = [each.message for each in found if each.rule == "quote-altered"]
    assert [difference in message for message in changed if difference] == [True] * bool(difference)


def test_a_cut_quote_is_not_recorded_unless_it_is_waived(make_workspace: MakeWorkspace) -> None:
    cut = BRIEF.replace('to pass"}]', 'to pa"}]')
    allow = "    allow: [{rule: quote-cuts-token, reason: Cut by the scan.}]\npositions"
    for brief, recorded in ((cut, 1), (cut.replace("positions", allow), 2)):
        workspace = open_workspace(make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": BEFORE}))
        (inspected,) = inspect(workspace, ("quay",)).briefs
        assert inspected.case is not None
        assert lock_file(workspace, inspected.case).quotes == recorded


@pytest.mark.parametrize(
    ("old", "new", "rule", "words"),
    [
        ("shut. The quay", "open. The quay", "quote-altered", "other words next to this quote"),
        ("shut. The quay is dark", "shut. The quay is lit", "quote-altered", "The quay is [-dark-] {+lit+}"),
        ("B was shut. The quay is dark at night, they say.", "", "quote-gone", "no longer has this quote"),
    ],
)
def test_a_locked_quote_that_lost_its_context_has_drifted(
    make_workspace: MakeWorkspace, old: str, new: str, rule: str, words: str
) -> None:
    text = "A was open. The quay is dark at night, we say. B was shut. The quay is dark at night, they say. Bye.\n"
    brief = BRIEF[: BRIEF.index("  - id: barges")] + BRIEF[BRIEF.index("positions") :]
    brief = brief.replace(
        "quote: The northern quay is closed", "quote: The quay is dark at night, prefix: shut."
    )
    brief = brief.replace("night, prefix", "night', prefix").replace("quote: The", "quote: 'The")
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": text})
    lock_it(root)
    assert old in text
    found = drift(root, text.replace(old, new))
    assert rules(found) == sorted([rule, "source-changed"])
    assert words in next(each.message for each in found if each.rule == rule)


def test_the_report_lists_what_rests_on_what_changed(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    (root / "seeds/notice.txt").write_text(BEFORE.replace("2,500", "3,500"))
    extra = inspect(open_workspace(root), ("quay",)).report().extra
    assert extra["drift"] == [
        {
            "brief": "quay",
            "source": "port-notice",
            "items": ["quay", "barges"],
            "lost": ["barges"],
            "rests": [],
        }
    ]


def test_judgements_that_rest_on_what_changed_are_named(make_workspace: MakeWorkspace) -> None:
    judgements = """bottom_line:
  - {id: traffic, statement: Ships wait., basis: [barges]}
  - {id: prices, statement: Prices rise., basis: [traffic]}
  - {id: weather, statement: It rains., citations: [{source: port-notice, quote: Ferries run as usual}]}
"""
    root = make_workspace(
        {"briefs/quay.yaml": BRIEF.replace("key_facts", f"{judgements}key_facts"), "seeds/notice.txt": BEFORE}
    )
    lock_it(root)
    (root / "seeds/notice.txt").write_text(BEFORE.replace("2,500", "3,500"))
    report = inspect(open_workspace(root), ("quay",)).report()
    told = [(each["items"], each["rests"]) for each in json.loads(render_json(report))["drift"]]
    assert told == [(["weather", "quay", "barges"], ["traffic", "prices"])]
    (changed,) = [each for each in report.diagnostics if each.rule == "source-changed"]
    assert changed.message.endswith("; it is cited by weather, quay, barges; traffic, prices rest on these")


def test_an_altered_quote_is_pointed_at_where_it_differs(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    (found, _) = sorted(drift(root, BEFORE.replace("Some 2,500", "Some 2,900")), key=lambda each: each.rule)
    assert found.rule == "quote-altered"
    assert found.source[0][found.span.column - 1 : found.span.end_column - 1] == "2,500"
