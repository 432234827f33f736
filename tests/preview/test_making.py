"""What is told of briefs holds until they are made again."""

from collections.abc import Callable
from pathlib import Path

from briefgen.preview.making import Made, Told, make
from tests.conftest import BRIEF
from tests.threebriefs import edit

MakeWorkspace = Callable[..., Path]


def test_what_is_told_of_a_brief_holds_until_it_is_made_again(
    make_workspace: MakeWorkspace, tmp_path: Path
) -> None:
    """A build tells nothing of briefs that are up to date."""
    warned = BRIEF.replace("title: Northern quay", "title: Platform #9 is open")
    root = make_workspace({"briefs/port.yaml": BRIEF, "briefs/rail.yaml": warned})
    told, out = Told(), tmp_path / "out"

    def rules() -> list[tuple[str, str]]:
        told.take(make(root, out, "html"))
        return [(each["brief"], each["rule"]) for each in told]

    first = rules()
    assert first == [("rail", "comment-in-text")]
    edit(root / "briefs/port.yaml", "title: Northern", "title: Northern old")
    assert rules() == first
    edit(root / "briefs/port.yaml", "quote: The northern", "quote: Our northern")
    assert set(rules()) == {("port", "quote-not-found"), *first}
    edit(root / "briefs/port.yaml", "quote: Our northern", "quote: The northern")
    assert rules() == first, "its HTML is up to date, so that nothing is wrong with it"
    edit(root / "briefs/rail.yaml", "key_facts:", "key_facts: {")
    assert [rule for _, rule in rules()] == ["yaml-syntax"]
    edit(root / "briefs/rail.yaml", "key_facts: {", "key_facts:")
    assert rules() == first, "it is up to date as it was made, with what there was to warn of"
    edit(root / "briefs/rail.yaml", "title: Platform", "title: The platform")
    (root / "briefs/port.yaml").unlink()
    assert rules() == first
    (root / "briefs/rail.yaml").unlink()
    assert rules() == []


def test_what_only_the_page_tells_holds_until_it_is_set_again() -> None:
    error = {"severity": "error", "path": "briefs/quay.yaml", "line": 3, "column": 1, "brief": "quay"}
    both = frozenset({"quay", "port"})
    wrong, long = error | {"rule": "invalid-value"}, error | {"rule": "overflow"}
    told = Told()
    told.take(Made("html", both, both))
    told.take(Made("pdf", both, both, (long,)))
    told.take(Made("html", both, frozenset({"port"})))
    assert list(told) == [long]
    told.take(Made("pdf", both, error="lost"))
    assert list(told) == [long]
    told.take(Made("html", both, frozenset({"quay"}), (wrong,)))
    told.take(Made("pdf", both, frozenset({"quay"}), (wrong,)))
    assert list(told) == [wrong]
    told.take(Made("html", both))
    assert list(told) == []


def test_what_the_page_warned_of_holds_after_a_fault_was_taken_back() -> None:
    found = {"path": "briefs/quay.yaml", "line": 3, "column": 1, "brief": "quay"}
    warned = found | {"rule": "untranslated", "severity": "warning"}
    wrong = found | {"rule": "yaml-syntax", "severity": "error"}
    quay = frozenset({"quay"})
    told = Told()
    for made in (Made("html", quay, quay), Made("pdf", quay, quay, (warned,))):
        told.take(made)
    for made in (Made("html", quay, quay, (wrong,)), Made("pdf", quay, quay, (wrong,))):
        told.take(made)
    assert list(told) == [wrong]
    for made in (Made("html", quay), Made("pdf", quay)):
        told.take(made)
    assert list(told) == [warned]
