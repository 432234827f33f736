"""Faults of form: the right rule, at the right route, all at once, and what is sound is kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.documents.reading import load
from briefgen.documents.validation import nearest, validate
from briefgen.models.audience import AudienceFile
from briefgen.models.brief import Brief
from briefgen.models.sources import Register

FACT = (
    "allow, as_of, audiences, basis, citations, confidence, derived, id, likelihood, marking, priority, "
    "statement, supersedes, tags, use"
)
HEAD = "title: T\npositions: []\nopen_questions: []\nregional_context: []\n"


def faults(text: str, model: type[Any] = Brief) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.route) for finding in validate(model, load(text, "b").data).findings]


@pytest.mark.parametrize(
    ("facts", "rule", "route"),
    [
        ("key_facts: [{statement: x, citatons: []}]", "unknown-field", ("key_facts", 0, "citatons")),
        ("key_facts: [{id: a}]", "missing-field", ("key_facts", 0)),
        ("key_facts: [{statement: null}]", "missing-field", ("key_facts", 0, "statement")),
        ("key_facts:", "missing-field", ("key_facts",)),
        ("key_facts: text", "wrong-type", ("key_facts",)),
        ("key_facts: {a: b}", "wrong-type", ("key_facts",)),
        ("key_facts: [text]", "wrong-type", ("key_facts", 0)),
        ("key_facts: [{statement: [x]}]", "wrong-type", ("key_facts", 0, "statement")),
        ("key_facts: [{statement: ' '}]", "invalid-value", ("key_facts", 0, "statement")),
        ("key_facts: [{statement: x, id: Not Kebab}]", "invalid-value", ("key_facts", 0, "id")),
        ("key_facts: [{statement: x, priority: high}]", "invalid-value", ("key_facts", 0, "priority")),
        ("key_facts: [{statement: x, marking: TLP:WHITE}]", "invalid-value", ("key_facts", 0, "marking")),
        ("key_facts: [{statement: x, as_of: last May}]", "invalid-value", ("key_facts", 0, "as_of")),
        ("key_facts: [{statement: x, as_of: 2024-02-30}]", "invalid-value", ("key_facts", 0, "as_of")),
        ("key_facts: [{statement: x, likelihood: maybe}]", "invalid-value", ("key_facts", 0, "likelihood")),
        ("key_facts: [{statement: {en: x, fr: [y]}}]", "wrong-type", ("key_facts", 0, "statement", "fr")),
        (
            "key_facts: [{citations: [{source: a}], statement: x}]",
            "missing-field",
            ("key_facts", 0, "citations", 0),
        ),
        (
            "key_facts: [{citations: [{source: a, quote: q, credibility: 7}], statement: x}]",
            "invalid-value",
            ("key_facts", 0, "citations", 0, "credibility"),
        ),
        (
            "key_facts: [{citations: [{source: a, quote: q, page: two}], statement: x}]",
            "wrong-type",
            ("key_facts", 0, "citations", 0, "page"),
        ),
        (
            "key_facts: [{citations: [{source: a, quote: q, page: 0}], statement: x}]",
            "invalid-value",
            ("key_facts", 0, "citations", 0, "page"),
        ),
    ],
)
def test_each_fault_of_form(facts: str, rule: str, route: tuple[str | int, ...]) -> None:
    assert faults(HEAD + facts + "\n") == [(rule, route)]


@pytest.mark.parametrize(
    "item",
    [
        "{statement: The quay is to close, the authority said., citations: []}",
        "{statement: x, marking TLP:RED, citations: []}",
        "{statement: x, priorty: }",
        "{statement: x, citations: [{source: a, quote: The quay, he said, is shut}]}",
    ],
)
def test_a_key_without_a_value_is_no_field_either(item: str) -> None:
    assert "unknown-field" in [rule for rule, _ in faults(HEAD + f"key_facts: [{item}]\n")]


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Register, "sources: []\nmarkng:\n"),
        (AudienceFile, "markng:\n"),
        (Brief, HEAD + "key_facts: []\nsubtitel:\n"),
    ],
)
def test_an_empty_unknown_field_is_a_fault_everywhere(model: type[Any], text: str) -> None:
    assert [rule for rule, _ in faults(text, model)] == ["unknown-field"]


def test_null_is_absent_for_known_fields() -> None:
    assert faults(HEAD + "key_facts: []\nsubtitle:\nauthors: null\n") == []
    assert (
        faults("sources: [{id: a, file: a.txt, title: T, container-title: null, author: null}]", Register)
        == []
    )
    assert [
        rule
        for rule, _ in faults("sources: [{id: a, file: a.txt, title: T, container_title: null}]", Register)
    ] == ["unknown-field"]


def test_all_faults_at_once() -> None:
    text = HEAD + "titel: x\nkey_facts: [{statement: x, priority: hi}, {id: B}]\nlanguage: 7\n"
    assert {rule for rule, _ in faults(text)} == {"unknown-field", "invalid-value", "missing-field"}
    assert len(faults(text)) == 5


def test_numbers_and_dates_stay_text_where_text_is_meant() -> None:
    brief = validate(
        Brief, load(HEAD.replace("T", "no", 1) + "key_facts: [{statement: 1e3, as_of: 2024}]\n", "b").data
    ).model
    assert brief is not None
    assert (brief.title, brief.key_facts[0].statement, brief.key_facts[0].as_of) == ("no", "1e3", "2024")


@pytest.mark.parametrize("value", ["yes", "on", "'true'", "1"])
def test_truth_is_true_or_false_only(value: str) -> None:
    figure = "figures: [{title: t, values: [{label: a, value: 1, approximate: %s}]}]\nkey_facts: []\n"
    assert [rule for rule, _ in faults(HEAD + figure % value)] == ["wrong-type"]
    assert faults(HEAD + figure % "true") == []


@pytest.mark.parametrize(
    ("text", "rule", "message", "help_"),
    [
        (
            "key_facts: [null]",
            "wrong-type",
            "an entry of `key_facts` must be a mapping, not nothing",
            f"write its fields, each as `name: …`: {FACT}",
        ),
        (
            "key_facts: [x]",
            "wrong-type",
            "an entry of `key_facts` must be a mapping, not `x`",
            f"write its fields, each as `name: …`: {FACT}",
        ),
        ("key_facts: []\nauthors: Jo", "wrong-type", "`authors` must be a list, not `Jo`", "write [Jo]"),
        (
            "key_facts: none",
            "wrong-type",
            "`key_facts` must be a list, not `none`",
            "a section that has nothing to say is written []",
        ),
        (
            "key_facts: [{statement: x, citations: {source: a, quote: b}}]",
            "wrong-type",
            "`citations` must be a list, not a mapping",
            "begin each entry with `- `",
        ),
        (
            "key_facts: []\nsubtitle: ' '",
            "invalid-value",
            "`subtitle` is blank",
            "say something, or leave it out",
        ),
        (
            "key_facts: []\nsubtitle: ''",
            "invalid-value",
            "`subtitle` is blank",
            "say something, or leave it out",
        ),
        (
            "key_facts: []\nlanguage: Welsh English",
            "invalid-value",
            "`language`: `Welsh English` is no language tag (as en, en-GB or ckb)",
            "The language that it is written in: en, en-GB, ckb.",
        ),
        (
            "key_facts: []\nfigures: [{title: t, values: [{label: a, value: x}]}]",
            "wrong-type",
            "`value` must be a number, not `x`",
            "The figure in digits; `approximate: true` says “about”.",
        ),
        (
            "key_facts:",
            "missing-field",
            "`key_facts` says nothing",
            "What is known. A section that has nothing to say is written [].",
        ),
        (
            "key_facts: {id: a}",
            "wrong-type",
            "`key_facts` must be a list, not a mapping",
            "begin each entry with `- `",
        ),
    ],
)
def test_messages_say_what_is_wrong_in_the_words_of_the_document(
    text: str, rule: str, message: str, help_: str
) -> None:
    (finding,) = validate(Brief, load(HEAD + text + "\n", "b").data).findings
    assert (finding.rule, finding.message, finding.help) == (rule, message, help_)


def test_a_wrong_language_is_shown_at_the_key() -> None:
    (finding,) = validate(Brief, load(HEAD + "key_facts: []\nsubtitle: {Welsh: x}\n", "b").data).findings
    assert finding.message == "`Welsh` is no language tag (as en, en-GB or ckb)"
    assert (finding.route, finding.on_key) == (("subtitle", "Welsh"), True)


def test_what_should_be_a_list_is_taken_as_its_one_entry() -> None:
    text = HEAD + "key_facts: [{statement: x, basis: a, citations: {source: s, quote: q}}]\nauthors: Jo\n"
    brief = validate(Brief, load(text, "b").data).model
    assert brief is not None
    assert (brief.authors, brief.key_facts[0].basis) == (("Jo",), ("a",))
    assert brief.key_facts[0].citations[0].quote == "q"


def test_ids_of_entries_that_are_dropped_are_known() -> None:
    text = (
        HEAD
        + "key_facts: [{id: a, statement: x, priority: must}, {id: b, statement: x, citations: [{source: ...}]}]\n"
    )
    assert validate(Brief, load(text, "b").data).dropped == {"b"}


def test_what_is_sound_is_salvaged_with_its_place() -> None:
    text = HEAD + "key_facts: [{id: a}, {id: b, statement: x, prioritty: must}, {id: c, statement: y}]\n"
    validated = validate(Brief, load(text, "b").data)
    assert validated.model is not None
    assert [fact.id for fact in validated.model.key_facts] == ["b", "c"]
    assert [validated.place(("key_facts",), index) for index in range(2)] == [1, 2]


def test_a_missing_section_does_not_hide_the_rest() -> None:
    validated = validate(Brief, load("key_facts: [{statement: x}]\npositions: none\n", "b").data)
    assert validated.model is not None
    assert len(validated.model.key_facts) == 1


def test_help_names_the_nearest_field_or_value() -> None:
    text = HEAD + "key_facts: [{statment: x, priority: shoud}]\n"
    helps = " ".join(finding.help for finding in validate(Brief, load(text, "b").data).findings)
    assert "did you mean `statement`?" in helps
    assert "did you mean should?" in helps


def test_csl_names() -> None:
    entry = "sources: [{id: a, file: a.txt, title: T, author: [%s]}]"
    assert faults(entry % "{family: Doe, given: Jo}, {literal: UN}", Register) == []
    assert [rule for rule, _ in faults(entry % "{given: Jo}", Register)] == ["invalid-value"]
    assert [rule for rule, _ in faults(entry % "Jo Doe", Register)] == ["wrong-type"]


@pytest.mark.parametrize(
    ("word", "known", "want"), [("prioritty", ["priority", "page"], "priority"), ("zzz", ["priority"], None)]
)
def test_nearest(word: str, known: list[str], want: str | None) -> None:
    assert nearest(word, known) == want


FIELDS = [
    "title",
    "key_facts",
    "statement",
    "citations",
    "source",
    "quote",
    "figures",
    "values",
    "use",
    "map",
    "x",
]
JSON = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
)


@given(JSON)
def test_any_data_gives_findings_never_an_exception(data: Any) -> None:
    validated = validate(Brief, data)
    assert validated.findings or validated.model is not None
