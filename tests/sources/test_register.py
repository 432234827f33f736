"""Entries are spliced into a register: what somebody wrote there survives to the letter."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.documents.reading import load
from briefgen.sources.extracted import SourceFault
from briefgen.sources.register import appended, filled

ENTRY = {
    "id": "new",
    "file": "new.txt",
    "title": "A: title # with “quotes”, [brackets] and {braces}",
    "author": [{"literal": "Roe, Richard"}, {"family": "Doe", "given": "Jane"}],
    "issued": None,
    "URL": "https://example.org/a?b=1,2&c=#x",
    "language": "no",
}
REGISTERS = [
    b"",
    b"# only a comment\n",
    b"sources: []\n",
    b"sources: []  # why\n# tail",
    b"sources:\n",
    b"sources: # why\n# tail\n",
    b"sources: ~ # why\n",
    b"sources: [\n]\n",
    b"sources:\n- id: old\n  file: old.txt\n# tail\n",
    b"sources:\n  - id: old   # kept\n    file: 'old.txt'",
    b"sources:\n\n    - {id: old, file: old.txt}\n\n",
    b"sources: [{id: old}]  # flow\n",
    b"\xef\xbb\xbfsources:\r\n  - id: old\r\n\r\n# tail\r\n",
    b"sources:\n  - id: old\n    title: >\n      Folded\n      text\n\n  # tail\n",
    b"sources:\n  - id: old\n    descriptor: |\n      A\n\n      B\n",
]


def entries(raw: bytes) -> list[Any]:
    document = load(raw, "")
    assert [finding for finding in document.findings if finding.rule != "comment-in-text"] == []
    return (document.data or {}).get("sources") or []


@pytest.mark.parametrize("register", REGISTERS, ids=repr)
def test_an_entry_is_added_and_nothing_else_changes(register: bytes) -> None:
    result = appended(register, [ENTRY])
    assert isinstance(result, bytes)
    assert entries(result) == [*entries(register), ENTRY]
    rest = iter(result.split(b"\n"))
    kept = [
        line for line in register.split(b"\n") if line.strip() and b"sources:" not in line and line != b"]"
    ]
    assert all(line in rest for line in kept)  # in their order
    assert (b"\r\n" in result) == (b"\r\n" in register)
    assert result.startswith(b"\xef\xbb\xbf") == register.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "register",
    [b"sources: x\n", b"[1]\n", b"sources: {a: 1}\n", b"a: [\n", b"\xff\xfe", b"sources: &a []\n", b"x: 1\n"],
)
def test_a_register_that_is_none_is_left_alone(register: bytes) -> None:
    assert isinstance(appended(register, [ENTRY]), SourceFault)


LINES = (
    st.text(
        st.characters(
            blacklist_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), blacklist_characters="\ufeff\ufffe\uffff"
        ),
        min_size=1,
    )
    .map(str.strip)
    .filter(bool)
)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["id", "title", "publisher", "URL"]), LINES | st.none(), min_size=1),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_a_document_says_of_itself_reads_back(added: list[dict[str, str | None]]) -> None:
    result = appended(b"sources:\n  - id: old\n", added)
    assert isinstance(result, bytes)
    assert entries(result) == [{"id": "old"}, *added]


@given(LINES, LINES)
def test_names_read_back(family: str, given_name: str) -> None:
    result = appended(b"", [{"id": "a", "author": [{"family": family, "given": given_name}]}])
    assert isinstance(result, bytes)
    assert entries(result) == [{"id": "a", "author": [{"family": family, "given": given_name}]}]


GAPS = {
    "author": [{"literal": "Roe, R."}],
    "issued": "2024",
    "URL": "https://example.org",
    "publisher": "P: x",
}


@pytest.mark.parametrize(
    "register",
    [
        b"sources:\n  - id: a\n    author: []\n    issued:\n    URL: null # why\n# tail\n",
        b"sources: [{id: a, issued: null}]\n",
        b"sources:\r\n- id: a\r\n  title: t\r\n",
        b"sources:\n  - id: a\n    title: >\n      Folded\n      text\n",
    ],
    ids=repr,
)
def test_gaps_are_filled_where_they_are(register: bytes) -> None:
    result = filled(register, {0: GAPS})
    assert isinstance(result, bytes)
    assert entries(result) == [{**entries(register)[0], **GAPS}]
    assert (b"# why" in result) == (b"# why" in register)


def test_what_somebody_wrote_is_not_replaced() -> None:
    assert isinstance(filled(b"sources:\n- id: a\n  issued: 2020\n", {0: {"issued": "2024"}}), SourceFault)


def test_nothing_to_fill_changes_nothing() -> None:
    assert filled(b"whatever [", {0: {}}) == b"whatever ["
