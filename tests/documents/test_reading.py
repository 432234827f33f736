"""Strict YAML: the traps are refused, text stays text, every value knows where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Span
from briefgen.documents.nodes import MAX_DEPTH
from briefgen.documents.reading import MAX_BYTES, load
from briefgen.models.scalars import Plain


@pytest.mark.parametrize(
    "text", ["no", "on", "1e3", "012345", "12:30:45", "1.10", "2024-09-27", "0x1F", "yes", "1_000"]
)
def test_what_other_readers_convert_stays_text(text: str) -> None:
    assert load(f"a: {text}", "b.yaml").data == {"a": text}


@pytest.mark.parametrize("text", ["null", "~", "Null", "NULL", ""])
def test_null_is_null(text: str) -> None:
    assert load(f"a: {text}\n", "b.yaml").data == {"a": None}


def test_quoted_null_is_text() -> None:
    data = load("a: 'null'\nb: plain\n", "b.yaml").data
    assert data == {"a": "null", "b": "plain"}
    assert isinstance(data["b"], Plain)
    assert not isinstance(data["a"], Plain)


HOSTILE = {
    "nested brackets": ("[" * 30_000, "nested more than"),
    "nested mappings": ("".join(f"{' ' * n}a:\n" for n in range(MAX_DEPTH + 2)), "nested more than"),
    "alias bomb": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchors"),
    "lone alias": ("a: *b\n", "aliases"),
    "tag": ("a: !!binary eA==\n", "tags"),
    "python tag": ("a: !!python/object/apply:os.system [x]\n", "tags"),
    "local tag": ("a: !x y\n", "tags"),
    "two documents": ("a: 1\n---\nb: 2\n", "second document"),
    "merge key": ("<<: {a: b}\n", "merge keys"),
    "NUL": ("a: b\0c\n", "U+0000"),
    "escape": ("a: \x1b[31m\n", "U+001B"),
    "unclosed": ("a: [b\n", "not closed"),
    "tab": ("a:\n\t- b\n", "tab"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_one_clear_fault(name: str) -> None:
    text, words = HOSTILE[name]
    (finding,) = load(text, "b.yaml").findings
    assert finding.rule == "yaml-syntax"
    assert words in finding.message
    assert finding.span is not None


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ('a: "open\nb: c\n', (1, 4), 'write " at its end'),
        ("k:\n  - a: 'open\n", (2, 8), "write ' at its end"),
        ("a: 'it's here'\n", (1, 8), "write ''"),
        ('a: "said "no" to"\n', (1, 11), 'write \\"'),
        ('a: "open\nb: "c"\n', (2, 5), 'close the "'),
        ('a: "C:\\dir"\n', (1, 7), "write \\\\ for a backslash"),
        ('a: "x\\u12"\n', (1, 6), "\\u four"),
        ('a: "x\\ud800"\n', (1, 6), "\\u four"),
    ],
)
def test_remedy_for_quotation_marks_and_escapes(text: str, place: tuple[int, int], remedy: str) -> None:
    (finding,) = load(text, "b.yaml").findings
    assert finding.span is not None
    assert (finding.rule, (finding.span.line, finding.span.column)) == ("yaml-syntax", place)
    assert remedy in finding.help


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("a: é".encode("utf-16"), "looks like UTF-16"),
        ("a: é".encode("utf-16-le"), "looks like UTF-16"),
        ("a: b".encode("utf-16-le"), "U+0000"),
        ("a: b\nc: é\n".encode("latin-1"), "byte 0xE9"),
        (b"x" * (MAX_BYTES + 1), "bytes"),
    ],
)
def test_wrong_encodings_and_sizes_are_refused(raw: bytes, words: str) -> None:
    document = load(raw, "b.yaml")
    assert document.data is None
    assert words in document.findings[0].message


def test_utf_16_without_its_mark_is_named() -> None:
    assert "looks like UTF-16" in load("a: b".encode("utf-16-le"), "b.yaml").findings[0].help


def test_wrong_byte_is_placed() -> None:
    span = load("a: b\nö: é".encode() + b"\xe9\n", "b.yaml").findings[0].span
    assert span == Span(2, 5, 2, 6)


def test_bom_is_accepted() -> None:
    assert load(b"\xef\xbb\xbfa: b\n", "b.yaml").data == {"a": "b"}


def test_every_duplicate_key_is_reported_at_its_place() -> None:
    findings = load("a: 1\nb: {c: 1, c: 2}\na: 3\n", "b.yaml").findings
    assert [(f.rule, f.span) for f in findings] == [
        ("duplicate-key", Span(2, 11, 2, 12)),
        ("duplicate-key", Span(3, 1, 3, 2)),
    ]


def test_a_second_key_in_an_entry_may_be_an_entry_without_its_dash() -> None:
    (finding,) = load("k:\n  - id: a\n    id: b\n", "b.yaml").findings
    assert "or begin a new entry with `- `" in finding.help


def test_key_that_is_no_text() -> None:
    assert load("? [a]\n: b\n", "b.yaml").findings[0].rule == "wrong-type"


@pytest.mark.parametrize(
    "line",
    [
        "text: Item #5 was approved",
        "text: two words # glued",
        "text: a b  #c",
        "n: No #4",
        "t: Issue #abc",
        "t: Issue\t#abc",
    ],
)
def test_comment_that_cut_a_text_short(line: str) -> None:
    assert [f.rule for f in load(line + "\n", "b.yaml").findings] == ["comment-in-text"]


@pytest.mark.parametrize(
    "line", ["id: end-date   # kebab-case", "t: two words  # a comment", "t: 'a b' #x", "#c\na: b", "a: b#c"]
)
def test_honest_comments_are_left_alone(line: str) -> None:
    assert load(line + "\n", "b.yaml").findings == ()


@pytest.mark.parametrize(
    "escape", ["\\0", "\\x01", "\\r", "\\e", "\\x1F", "\\x7f", "\\x85", "\\N", "\\uFFFE"]
)
def test_control_character_by_escape(escape: str) -> None:
    document = load(f'k:\n  - a: "Quay{escape}closed"\n', "b.yaml")
    (finding,) = document.findings
    assert (finding.rule, document.span(finding.route)) == ("invalid-value", Span(2, 8, 2, 20 + len(escape)))
    assert f"U+{ord(document.data['k'][0]['a'][4]):04X}" in finding.message


def test_control_character_in_a_key() -> None:
    (finding,) = load('aliases: {"U\\0S": [America]}\n', "b.yaml").findings
    assert (finding.rule, finding.on_key) == ("invalid-value", True)


@pytest.mark.parametrize(
    "escape", ["\\t", "\\n", "\\_", "\\u202f", "\\L", "\\u00e9", "\\U0001F6A2", "\\\\", "\\/"]
)
def test_escapes_of_what_a_text_may_hold(escape: str) -> None:
    assert load(f'a: "Quay{escape}closed"\n', "b.yaml").findings == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    document = load(raw, "b.yaml")
    assert document.data is None or not any(f.span is None for f in document.findings)


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    document = load(text, "b.yaml")
    for route in document.nodes:
        span = document.span(route)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
