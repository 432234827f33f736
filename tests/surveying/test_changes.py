"""What `briefgen diff` tells of statements, quotes and sources, on real small repositories."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.surveying.repository import SOURCE, commit, data, edit, lost

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_nothing_changed(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No difference since HEAD (")


def test_figures_firmness_sources_and_readers(workspace: Path, briefgen: Run) -> None:
    edit(
        workspace / "briefs/quay.yaml",
        (
            "statement: Some 40 boats may leave by June 2026",
            "statement: Some 45 boats will leave by June 2026",
        ),
        (
            "statement: The quay is closed.",
            "statement: The quay is closed.\n    marking: TLP:RED\n    audiences: [desk]",
        ),
        ("Ferries run twice a day.\n", "Ferries run three times a day.\n"),
    )
    found = data(briefgen, workspace)
    assert (found["since"], found["date"], found["audiences"], found["problems"]) == (
        "HEAD",
        "2026-11-01",
        ["desk", "press"],
        [],
    )
    (brief,) = found["briefs"]
    items = {
        item["item"]: [(each["kind"], each.get("old"), each.get("new")) for each in item["changes"]]
        for item in brief["items"]
    }
    assert items["closure"] == [("marking", "TLP:CLEAR", "TLP:RED"), ("audiences", "desk, press", "desk")]
    assert ("figure", "Some 40", "Some 45") in items["boats"]
    assert ("firmer", "may", "will leave") in items["boats"]
    assert items["key_facts[2]"][-1] == ("figure", "twice a day", "three times a day")


def test_a_source_that_changed_is_told_with_what_rests_on_it(workspace: Path, briefgen: Run) -> None:
    (workspace / "seeds/notice.txt").write_text("In short: " + SOURCE.replace("since May", "since April"))
    (brief,) = data(briefgen, workspace)["briefs"]
    assert [(each["source"], each["items"]) for each in brief["sources"]] == [
        ("port-notice", ["closure", "boats", "key_facts[2]"])
    ]
    moved = [
        item["item"]
        for item in brief["items"]
        if any(each["kind"] == "quote-reanchored" for each in item["changes"])
    ]
    assert moved == ["closure", "boats"]  # the third stands where it stood, only further on


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is closed since May", "is closed\u00a0since  May"),
        ("is closed since May. Some", "is closed since May.\n\n\n\nSome"),
        ("The quay", "Newly printed.\n\nThe quay"),
    ],
)
def test_a_quote_that_check_does_not_call_moved_is_not_re_anchored(
    workspace: Path, briefgen: Run, old: str, new: str
) -> None:
    assert briefgen("-C", workspace, "lock").returncode == 0
    commit(workspace)
    edit(workspace / "seeds/notice.txt", (old, new))
    report = json.loads(briefgen("-C", workspace, "check", "--format", "json").stdout)
    rules = {each["rule"] for each in report["diagnostics"]}
    assert "source-changed" in rules
    assert "quote-moved" not in rules
    (brief,) = data(briefgen, workspace)["briefs"]
    assert brief["items"] == []


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("The quay", "WITHDRAWN: The quay", "closure"),
        ("twice a day.\n", "twice a day. No more they do.\n", "key_facts[2]"),
    ],
)
def test_a_quote_that_check_calls_moved_is_re_anchored_at_the_edges_too(
    workspace: Path, briefgen: Run, old: str, new: str, item: str
) -> None:
    assert briefgen("-C", workspace, "lock").returncode == 0
    commit(workspace)
    edit(workspace / "seeds/notice.txt", (old, new))
    report = json.loads(briefgen("-C", workspace, "check", "--format", "json").stdout)
    assert [each["item"] for each in report["diagnostics"] if each["rule"] == "quote-moved"] == [item]
    (brief,) = data(briefgen, workspace)["briefs"]
    kinds = {each["item"]: [change["kind"] for change in each["changes"]] for each in brief["items"]}
    assert kinds == {item: ["quote-reanchored"]}


@pytest.mark.parametrize(("old", "new"), [("boats may", "ferries may"), ("40 boats may", "40\nboats may")])
def test_what_a_quote_leaves_out_is_compared(workspace: Path, briefgen: Run, old: str, new: str) -> None:
    edit(
        workspace / "briefs/quay.yaml",
        ("quote: Some 40 boats may leave by June 2026", 'quote: "Some 40 [...] may leave by June"'),
    )
    commit(workspace)
    edit(workspace / "seeds/notice.txt", (old, new))
    told = [
        (item["item"], change["kind"], change["field"], change["old"], change["new"])
        for item in data(briefgen, workspace)["briefs"][0]["items"]
        for change in item["changes"]
        if change["kind"] == "quote-field"
    ]
    assert told == [("boats", "quote-field", "leaves out", "boats", "ferries")] * ("ferries" in new)


def test_a_quote_that_its_source_no_longer_says_is_told(workspace: Path, briefgen: Run) -> None:
    edit(workspace / "seeds/notice.txt", ("40 boats", "90 boats"), ("twice a day", "twice a daybreak"))
    edit(workspace / "seeds/notice.txt", ("The quay is closed since May.", "Nothing new."))
    found = lost(data(briefgen, workspace))
    assert {name: (each["old"], each["new"], each["source"]) for name, each in found.items()} == {
        "closure": ("The quay is closed", None, "port-notice"),
        "boats": (
            "Some 40 boats may leave by June 2026",
            "Some 90 boats may leave by June 2026",
            "port-notice",
        ),
        "key_facts[2]": ("Ferries run twice a day", "Ferries run twice a daybreak", "port-notice"),
    }
    commit(workspace)
    (workspace / "seeds/notice.txt").write_text("Nothing at all.\n")
    assert lost(data(briefgen, workspace)) == {}  # they were lost before


def test_a_quote_whose_words_stand_elsewhere_is_not_lost(workspace: Path, briefgen: Run) -> None:
    brief = workspace / "briefs/quay.yaml"
    edit(brief, ("quote: The quay is closed}", "quote: The quay is closed, suffix: since May}"))
    commit(workspace)
    notice = workspace / "seeds/notice.txt"
    notice.write_text(
        "In short: " + SOURCE.replace("since May", "no more") + "Now, ferries run twice a day.\n"
    )
    difference = data(briefgen, workspace)
    assert lost(difference) == {}
    (item, *_) = difference["briefs"][0]["items"]
    assert (item["item"], [each["kind"] for each in item["changes"]]) == ("closure", ["quote-reanchored"])
    notice.unlink()
    assert lost(data(briefgen, workspace)) == {}  # not known: the source itself is told as not there
