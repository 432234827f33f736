"""The nearest passage to a quote that is not found, and what differs."""

import pytest

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.quotes.difference import changes, marked
from briefgen.evidence.text.source_text import prepare
from tests.evidence.quotes.test_anchoring import REPORT


def test_lookalikes_are_named() -> None:
    (fault,) = anchor("Ferries run \u0430s usual", prepare(REPORT)).faults
    assert "CYRILLIC SMALL LETTER A" in fault.message
    assert fault.replacement == "Ferries run as usual"


def test_the_difference_is_told_on_one_line() -> None:
    (fault,) = anchor("Ferries ran\nas usual", prepare(REPORT)).faults
    assert fault.help.endswith("differs: Ferries [-ran-] {+run+} as usual")


def test_the_nearest_passage_comes_with_what_differs() -> None:
    (fault,) = anchor("Ferries ran as usual", prepare(REPORT)).faults
    assert fault.nearest is not None
    assert fault.nearest.text == "Ferries run as usual"
    assert [(change.quoted, change.found) for change in fault.nearest.changes] == [("ran", "run")]
    assert (fault.start, fault.end) == (8, 11)
    assert "(line 2)" in fault.help


PORT = (
    "Notice of the port of Valmora\n\nThe port of Valmora will close its northern basin, the harbour authority said on "
    "Tuesday. The closure is expected to last six weeks. Ships will use the southern quay.\n"
)


@pytest.mark.parametrize(
    ("quote", "passage", "reasons"),
    [
        ("the closure is expected to last", "The closure is expected to last", ["case differs"]),
        ("The cl\u043esure is expected", "The closure is expected", ["U+043E", "in a Latin word"]),
        ("the cl\u043esure is expected", "The closure is expected", ["U+043E", "case differs"]),
        ("THE CLOSURE IS EXPECTED TO LAST", "The closure is expected to last", ["case differs"]),
        ("ships will use the southern quay", "Ships will use the southern quay", ["case differs"]),
        ("said on Tuesday, the closure is", "said on Tuesday. The closure is", []),
    ],
)
def test_the_nearest_passage_has_the_extent_of_the_quote(
    quote: str, passage: str, reasons: list[str]
) -> None:
    (fault,) = anchor(quote, prepare(PORT)).faults
    assert fault.nearest is not None
    assert (fault.nearest.text, fault.replacement) == (passage, passage)
    assert all(reason in fault.message for reason in reasons)
    assert ("case differs" in fault.message) == ("case differs" in reasons)


@pytest.mark.parametrize(
    ("quote", "passage", "shown"),
    [
        ("will close", "will close soon", "will close {+soon+}"),
        ("will close", "it will close", "{+it+} will close"),
        ("it closes", "it soon closes", "it {+soon+} closes"),
        ("it will close", "it closes", "it [-will close-] {+closes+}"),
        ("it will close soon", "it will close", "it will close [-soon-]"),
        ("", "it", "{+it+}"),
    ],
)
def test_a_difference_in_plain_text(quote: str, passage: str, shown: str) -> None:
    assert marked(quote, changes(quote, passage)) == shown


def test_each_place_of_a_trifling_difference_is_marked_by_itself() -> None:
    (fault,) = anchor("the cl\u043esure is expected", prepare(PORT)).faults
    assert "[-the-] {+The+} [-cl\u043esure-] {+closure+} is expected" in fault.help


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        (
            "the harbour authority ... is expected to last",
            "the harbour authority said on Tuesday. The closure is expected to last",
        ),
        ("The port of Valmora … will use the southern quay", PORT[PORT.index("The port") : -2]),
        (
            "its northern basin... the harbour authority said",
            "its northern basin, the harbour authority said",
        ),
        ("The closure . . . to last six weeks", "The closure is expected to last six weeks"),
        ("... The closure was expected to last", "The closure is expected to last"),
        (
            "...last six weeks. Ships will use a southern quay...",
            "last six weeks. Ships will use the southern quay",
        ),
    ],
)
def test_bare_dots_keep_what_follows_them_in_the_nearest_passage(quote: str, passage: str) -> None:
    (fault,) = anchor(quote, prepare(PORT)).faults
    assert fault.nearest is not None
    assert fault.nearest.text == passage
    assert "write [...] where words are left out" in fault.help
    assert ".[-" not in fault.help


def test_nothing_like_it_has_no_nearest_passage() -> None:
    (fault,) = anchor("Zwölf Boxkämpfer jagen Viktor quer", prepare(REPORT)).faults
    assert fault.nearest is None
