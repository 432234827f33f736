"""Edits at spans: the new value reads back, nothing else changes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.diagnostics import Fix, NewEntry, NewField, ValueEdit
from briefgen.documents.reading import load
from briefgen.documents.splicing import apply_edits, resolve_fix, written

TEXT = """\
# a comment
a: plain text here   # kept
b: 'single it''s'
c: "double \\u00e9"
d: >-
  folded words
  go on
e:
  - source: x
    quote: some words
  - {source: y, quote: other words}
"""
ROUTES = [("a",), ("b",), ("c",), ("d",), ("e", 0, "quote"), ("e", 1, "quote")]


def fixed(*edits: ValueEdit | NewField) -> str:
    fix = resolve_fix(load(TEXT, "x"), Fix("t", edits))
    assert fix is not None
    return apply_edits(TEXT, fix.edits)


@pytest.mark.parametrize("route", ROUTES)
@example(text="?0")
@example(text="a, b")
@example(text="[a]")
@example(text="?")
@example(text="- x")
@example(text="null")
@example(text="a: b")
@example(text="x #y")
@given(
    text=st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=20
    )
)
def test_a_whole_value_reads_back(route: tuple[str | int, ...], text: str) -> None:
    before, after = load(TEXT, "x").data, load(fixed(ValueEdit(route, text)), "x").data
    owner, last = after, route[-1]
    reference = before
    for part in route[:-1]:
        owner, reference = owner[part], reference[part]
    assert owner[last] == text
    owner[last] = reference[last]
    assert after == before


@pytest.mark.parametrize(
    ("route", "old", "new"),
    [
        (("a",), "plain", "quite: plain"),
        (("a",), "text", "word"),
        (("b",), "it's", "'tis"),
        (("c",), "é", 'a "b"'),
        (("d",), "words go", "word goes"),
        (("e", 1, "quote"), "other", "a, b"),
    ],
)
def test_words_inside_a_value(route: tuple[str | int, ...], old: str, new: str) -> None:
    data = load(TEXT, "x").data
    for part in route:
        data = data[part]
    start = data.index(old)
    after = load(fixed(ValueEdit(route, new, start, start + len(old))), "x").data
    for part in route:
        after = after[part]
    assert " ".join(after.split()) == " ".join(data.replace(old, new).split())


def test_a_figure_with_a_comma_changes_its_own_span_only() -> None:
    text = "a: about 2,600 troops\n"
    fix = resolve_fix(load(text, "x"), Fix("t", (ValueEdit(("a",), "2,500", 6, 11),)))
    assert fix is not None
    (edit,) = fix.edits
    assert (edit.span.column, edit.span.end_column, edit.text) == (10, 15, "2,500")


def test_a_new_field_in_block_and_flow() -> None:
    text = fixed(NewField(("e", 0), "prefix", "right before: "), NewField(("e", 1), "suffix", "after"))
    assert load(text, "x").data["e"] == [
        {"source": "x", "quote": "some words", "prefix": "right before: "},
        {"source": "y", "quote": "other words", "suffix": "after"},
    ]
    assert text.replace('\n    prefix: "right before: "', "").replace(", suffix: after", "") == TEXT


@pytest.mark.parametrize(
    "text", ["19", "2025", "1.5", "1e3", "0x1F", "2025-06-01", "12:30:45", "yes", "No", "true", "null", "~"]
)
def test_words_that_other_readers_of_yaml_take_for_figures_are_quoted(text: str) -> None:
    """An editor that checks the brief by its schema asks for text there."""
    assert written(text) == f'"{text}"'
    assert written(f"{text} ships") == f"{text} ships"


@pytest.mark.parametrize("text", [
    "e:\n  - source: x\n    quote: some words   # kept\nf: 1\n",
    "e:\n- source: x\n  quote: >-\n    some\n    words\nf: 1\n",
    "e: [{source: x, quote: some words}]  # kept\nf: 1\n",
    "e:\n  - {source: x, quote: some words}\nf: 1\n",
    "e:\n  - source: x\n    quote: some words\n    pages: [1, 2]\nf: 1",
    "{e: [{source: x, quote: some words}], f: 1}",
    "e:\n  -\n    quote: some words\n    of:\n      - a\n      - b\nf: 1\n",
])  # fmt: skip
def test_a_new_entry_follows_the_last_one_and_changes_nothing_else(text: str) -> None:
    document = load(text, "x")
    fields = (("source", "y"), ("quote", "other: [words], “so”"))
    fix = resolve_fix(document, Fix("t", (NewEntry(("e",), fields),)))
    assert fix is not None
    new = apply_edits(text, fix.edits)
    assert load(new, "x").data == {**document.data, "e": [*document.data["e"], dict(fields)]}
    (edit,) = fix.edits
    assert new.replace(edit.text, "", 1) == text


def test_a_new_entry_needs_a_list_with_entries() -> None:
    for text in ("e: []\n", "e: words\n", "f: 1\n"):
        assert resolve_fix(load(text, "x"), Fix("t", (NewEntry(("e",), (("a", "b"),)),))) is None


def test_line_ends_are_kept() -> None:
    text = TEXT.replace("\n", "\r\n")
    fix = resolve_fix(load(text, "x"), Fix("t", (ValueEdit(("e", 0, "quote"), "new"),)))
    assert fix is not None
    assert apply_edits(text, fix.edits) == text.replace("some words", "new")


@pytest.mark.parametrize("header", [">-", "|", ">+ # why", "|2- # why"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ("the northern quay is shut", ["  the northern quay", "  is shut"]),
        ("northern quay is shut tight", ["  northern quay", "  is shut tight"]),
        ("northern lock is shut", ["  northern lock", "  is shut"]),
    ],
)
def test_a_block_keeps_its_header_its_comment_and_its_lines(
    header: str, newline: str, new: str, lines: list[str]
) -> None:
    text = newline.join([f"quote: {header}", "  northern quay", "  is shut", "page: 2", ""])
    document = load(text, "b")
    end = "\n" if str(document.data["quote"]).endswith("\n") else ""
    fix = resolve_fix(document, Fix("", (ValueEdit(("quote",), new + end),)))
    assert fix is not None
    assert apply_edits(text, fix.edits) == newline.join([f"quote: {header}", *lines, "page: 2", ""])
