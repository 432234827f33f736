"""Slips of somebody who writes YAML by hand: the place, the message and the remedy name what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.documents.reading import load

SLIPS = [
    ("key_facts: []\n  - id: a\n", (2, 3), "line 1 has said []", "delete the []"),
    ("key_facts: []  # none\n# - id: b\n- id: a\n", (3, 1), "line 1 has said []", "delete the []"),
    ("map: {}\n  places: []\n", (2, 3), "line 1 has said {}", "delete the {}"),
    ("title: Ferries: what we know\n", (1, 15), "a colon and a space within a text", "in quotes"),
    ("k:\n  - statement: The union says:\n    id: b\n", (2, 30), "within a text", "in quotes"),
    ("t: “Ferries: a strike”\n", (1, 12), "curly marks do not quote", "straight ones"),
    ("c: [{quote: He said: no}]\n", (1, 20), "within { }", "in quotes"),
    ("title:T\nk: []\n", (1, 6), "colon lacks the space", "a space after the colon"),
    ("k:\n  - id: a\n    statement:x\n    tags: []\n", (3, 14), "colon lacks the space", "after the colon"),
    ("k:\n  -id: a\n    tags: []\n", (2, 3), "dash lacks the space", "after the dash"),
    ("k:\n  - id: a\n  -id: b\n", (3, 3), "dash lacks the space", "after the dash"),
    ("k:\n  - id: a\n     statement: x\n", (3, 15), "reads on as the text of line 2", "indent it like"),
    ("k:\n  - id: a\n   statement: x\n", (3, 4), "indented by 3 spaces", "by 4 spaces"),
    ("t: >-\n  a\n b\nc: d\n", (3, 2), "indented by 1 space,", "not at all"),
    ("title: T\nsubtitle\nk: []\n", (2, 1), "this line is no field", "`name: …`"),
    ("k:\n  - a\n  b: c\n", (3, 3), "begins no entry", "begin the entry with `- `"),
    ("a: b\n- c\n", (2, 1), "a field is expected", "a list stands below a field"),
    ("t: [US and Iraq] announce\n", (1, 18), "after a closing ]", "in quotes"),
    ("a: {b: c\nd: e\n", (1, 4), "the { that opens on line 1", "write }"),
    ("t: `code`\n", (1, 4), "may not begin with `", "in quotes"),
    ("t: *emphasis* here\n", (1, 4), "may not begin with *", "in quotes"),
    ("t: , then\n", (1, 4), "nothing may begin with ,", "in quotes"),
    ("t: > 5 people\n", (1, 4), "after > the text begins on the next line", "in quotes"),
    ("t: - what\n", (1, 4), "a list may not begin", "in quotes"),
    (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n",
        (2, 1),
        "git could not merge",
        "one text of the two",
    ),
    (
        "k:\n  - s: >-\n      b\n<<<<<<< a\n      c\n=======\n>>>>>>> b\n",
        (4, 1),
        "git could not merge",
        "one text of the",
    ),
    ("a: b\n...\nc: d\n", (3, 1), "has ended before this", "remove"),
]


@pytest.mark.parametrize(("text", "place", "message", "remedy"), SLIPS)
def test_a_slip_of_the_hand(text: str, place: tuple[int, int], message: str, remedy: str) -> None:
    (finding,) = load(text, "b.yaml").findings
    assert finding.span is not None
    assert (finding.rule, (finding.span.line, finding.span.column)) == ("yaml-syntax", place)
    assert message in finding.message
    assert remedy in finding.help


PIECES = [
    "a",
    "a:",
    "a: b",
    "-",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "“",
    "'",
    '"',
    "*",
    "&",
    "?",
    "%",
    ",",
    "...",
    "#",
    " ",
    "\t",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=8).map("\n".join))
def test_no_slip_escapes_and_each_stands_in_the_text(text: str) -> None:
    for finding in load(text, "b.yaml").findings:
        assert finding.message
        if finding.span is not None:
            assert 1 <= finding.span.line <= text.count("\n") + 2


def test_a_colour_that_is_a_comment_is_told_where_it_starts() -> None:
    (found,) = load("a: b\ntheme: {accent: #1f4e79, typeface: serif}\nc: d\n", "a.yaml").findings
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 17)
    assert "starts a comment" in found.message
    assert '"#1f4e79"' in found.help
