"""Where a value stands in its document, and each character of it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Span
from briefgen.documents.reading import load

SCALARS = """\
plain: some plain text
folded plain: some
  plain text
single: 'it''s here'
double: "tab\\there \\u00e9 \\"x\\" and
  folded \\
  joined\\n end"
literal: |
  first line
    indented
  last
folded: >-
  first
  second

  new paragraph
    kept
  end
indicated: |2+ # comment
    two more
  end

flow: [one, {two: "three four"}]
"""


def test_each_character_of_each_style_is_found_again() -> None:
    document = load(SCALARS, "b.yaml")
    lines = document.lines()
    escapes = {"\t": "\\", "é": "\\", '"': "\\", "\n": ""}
    for route, node in document.nodes.items():
        if not isinstance(node, yaml.ScalarNode):
            continue
        for index, char in enumerate(node.value):
            span = document.span(route, index, index + 1)
            found = lines[span.line - 1][span.column - 1 : span.column]
            blank_for_break = char in " \n" and found in ("", "\\")
            assert found in (char, escapes.get(char)) or blank_for_break, (route, index, char, found)


def test_span_of_words_in_a_folded_block() -> None:
    document = load(SCALARS, "b.yaml")
    text = document.data["folded"]
    start = text.index("new paragraph")
    assert document.span(("folded",), start, start + 13) == Span(16, 3, 16, 16)


def test_span_of_a_block_is_that_of_its_text() -> None:
    document = load("a: |\n  one\n  two\n\n\nb: >2-  # why\n\n    three\nc: |\nd: e\n", "x")
    assert document.span(("a",)) == Span(2, 3, 3, 6)
    assert document.span(("b",)) == Span(8, 5, 8, 10)
    assert document.span(("c",)) == Span(9, 4, 9, 5)


def test_extent_of_a_block_takes_its_header_in() -> None:
    document = load("a: |\n  one\n  two\n\n\nb: c\n", "x")
    assert document.extent(("a",)) == Span(1, 4, 3, 6)
    assert document.extent(("b",)) == document.span(("b",)) == Span(6, 4, 6, 5)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: [one, two]  # why\n", Span(1, 4, 1, 14)),
        ("a: [one,\n  two]\n", Span(1, 4, 1, 9)),
        ("a:\n  - one\n  - two\n", Span(2, 3, 2, 8)),
        ("a:\n  b: c\n  d: e\n", Span(2, 3, 2, 7)),
        ("a: {}\n", Span(1, 4, 1, 6)),
        ("a: text\n", Span(1, 4, 1, 8)),
    ],
)
def test_span_on_the_value_of_a_collection_is_its_first_line(text: str, span: Span) -> None:
    assert load(text, "x").span(("a",), on_value=True) == span


def test_span_of_what_is_not_there_is_its_nearest_owner() -> None:
    document = load("a:\n  - b: c\n", "x")
    assert document.span(("a", 0, "lacking")) == Span(2, 5, 2, 6)
    assert document.span(("z",)) == Span(1, 1, 1, 2)


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcé ", min_size=1, max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(VALUES, st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
def test_what_is_written_is_read_and_every_character_found(
    value: object, style: str | None, flow: bool
) -> None:
    text = yaml.dump(
        {"v": value},
        default_style=style,
        default_flow_style=flow,
        allow_unicode=True,
        width=30,
        Dumper=yaml.SafeDumper,
    )
    if "!!" in text or "---" in text:
        return
    document = load(text, "b.yaml")
    assert document.data == {"v": value} or any(f.rule != "comment-in-text" for f in document.findings)
    lines = document.lines()
    for route, node in document.nodes.items():
        if isinstance(node, yaml.ScalarNode):
            for index, char in enumerate(node.value):
                if char.isalpha() and "\\" not in text:
                    span = document.span(route, index, index + 1)
                    assert lines[span.line - 1][span.column - 1] == char


def test_blanks_before_a_fold_do_not_widen_the_word_before_it() -> None:
    document = load("a: 'the northern   \n  quay'\n", "b")
    assert document.span(("a",), 4, 12) == Span(1, 9, 1, 17)
