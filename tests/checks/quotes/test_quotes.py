"""The family `quotes` over whole workspaces: what it says, where, and what its fixes do."""

from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.documents.splicing import apply_edits
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

NOTICE = """The northern quay is closed until further notice. Ferries run as usual.
Pilots, who are few, stay on duty. In winter the quay is shut. In storms the quay is shut.
"""
OTHER = "The southern quay stays open to all ships, day and night.\n"
REGISTER = """sources:
  - {id: port-notice, file: notice.txt, title: Notice, language: en}
  - {id: port-letter, file: letter.txt, title: Letter, language: en}
"""
BRIEF = """title: Quay
key_facts:
  - id: quay
    statement: STATEMENT
    citations:
      - source: port-notice
        quote: QUOTE
positions: []
open_questions: []
regional_context: []
"""


def check(
    make: MakeWorkspace, quote: str, statement: str = "Quays.", more: str = ""
) -> tuple[Path, list[Diagnostic]]:
    brief = BRIEF.replace("STATEMENT", statement).replace("QUOTE", quote + more)
    root = make(
        {
            "briefs/quay.yaml": brief,
            "seeds/notice.txt": NOTICE,
            "seeds/letter.txt": OTHER,
            "seeds/sources.yaml": REGISTER,
        }
    )
    workspace = open_workspace(root)
    found = inspect(workspace, ("quay",)).report().diagnostics
    return root, [each for each in found if each.rule.startswith(("quote-", "elision-"))]


def test_a_quote_of_another_source_names_that_source(make_workspace: MakeWorkspace) -> None:
    _, (found,) = check(make_workspace, "The southern quay stays open")
    assert found.rule == "quote-not-found"
    assert "write `source: port-letter`" in found.help


def test_the_caret_stands_under_the_word_that_differs(make_workspace: MakeWorkspace) -> None:
    _, (found,) = check(make_workspace, "The northern quai is closed")
    assert (found.span.line, found.span.column, found.span.end_column) == (7, 29, 33)
    assert found.message == "these words do not stand in port-notice"
    assert "[-quai-] {+quay+}" in found.help
    assert "(line 1)" in found.help


def test_a_wrong_prefix_is_marked_at_the_prefix(make_workspace: MakeWorkspace) -> None:
    _, (found,) = check(make_workspace, "Ferries run as usual", more="\n        prefix: at once")
    assert (found.rule, found.span.line, found.span.column) == ("quote-not-found", 8, 17)


def test_an_ambiguous_quote_has_a_fix_for_each_place_and_one_of_them_is_safe(
    make_workspace: MakeWorkspace,
) -> None:
    _, (found,) = check(make_workspace, "the quay is shut")
    assert [fix.safe for fix in found.fixes] == [True, False]
    assert [fix.edits[0].text.strip() for fix in found.fixes] == ["prefix: winter", "prefix: storms"]
    assert [fix.title for fix in found.fixes] == [
        "mean the one on line 2 of the source, after “winter”",
        "mean the one on line 2 of the source, after “storms”",
    ]


def test_a_fix_that_changes_words_is_never_safe(make_workspace: MakeWorkspace) -> None:
    _, (found,) = check(make_workspace, "The northern quai is closed")
    assert [fix.safe for fix in found.fixes] == [False]


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("'the quay isn''t shut: it fell by -3.5'", "'the quay isn''t shut: it fell by −3.5%'"),
        (
            '"quay isn\'t shut: it fell by -3.5%, or to US$5"',
            '"quay isn\'t shut: it fell by -3.5%, or to US$5 million"',
        ),
        (
            ">-\n          quay isn't shut: it\n          fell by -3.5",
            ">-\n          quay isn't shut: it\n          fell by -3.5%",
        ),
        (
            "|\n          the quаy isn't\n          shut: it fell",
            "|\n          the quay isn't\n          shut: it fell",
        ),
        (">-\n          国防部也表示，中方\n          不会提供武器", '"国防部也表示，中方不会提供武器"'),
        ("quay's  gates", "quay's  gates"),
    ],
)
def test_a_safe_fix_changes_no_more_than_it_must(
    make_workspace: MakeWorkspace, written: str, fixed: str
) -> None:
    brief = BRIEF.replace("STATEMENT", "Quays.").replace("QUOTE", written)
    notice = (
        "So the quay isn’t shut: it fell by −3.5%, or to US$5 million. 国防部也表示，中方不会提供武器。\n"
    )
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": notice})
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    edits = [edit for each in found for fix in each.fixes if fix.safe for edit in fix.edits]
    assert apply_edits(brief, edits) == brief.replace(written, fixed.replace("−3.5", "-3.5"))


def test_a_quote_of_another_source_can_be_moved_there(make_workspace: MakeWorkspace) -> None:
    _, (found,) = check(make_workspace, "The southern quay stays open")
    assert [(fix.title, fix.safe) for fix in found.fixes] == [("cite port-letter, where it stands", False)]
    assert [edit.text for edit in found.fixes[0].edits] == ["port-letter"]
    assert "nearest passage" not in found.help


@pytest.mark.parametrize(
    ("quote", "statement", "rules"),
    [
        ("stay on duty. In winter", "Pilots stay.", []),
        ("The northern quay is closed", "The northern quay is closed.", []),
    ],
)
def test_what_is_well_raises_nothing(
    make_workspace: MakeWorkspace, quote: str, statement: str, rules: list[str]
) -> None:
    _, found = check(make_workspace, quote, statement)
    assert [each.rule for each in found] == rules


TRIMMED = """It is not certain that the quay will open. The mayor claimed that the bridge had failed twice.
The ferry will return on Monday, officials said. The lock is unlikely to hold for long.
The crane may fall, and the tower stands as firm as ever. Nobody knows whether the tide will turn in time.
"""


@pytest.mark.parametrize(
    ("quote", "statement", "words"),
    [
        ("the quay will open", "The quay will open.", "not"),
        ("the bridge had failed twice", "The bridge had failed twice.", "The mayor claimed"),
        ("The ferry will return on Monday", "The ferry will return on Monday.", "officials said"),
        ("the bridge had failed twice", "The bridge had failed twice, the mayor claims.", None),
        ("the quay will open", "It is not certain that the quay will open.", None),
        ("the tower stands as firm as ever", "The tower stands firm.", None),
    ],
)
def test_the_sentence_around_a_quote_is_read(
    make_workspace: MakeWorkspace, quote: str, statement: str, words: str | None
) -> None:
    brief = BRIEF.replace("STATEMENT", statement).replace("QUOTE", quote)
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": TRIMMED})
    workspace = open_workspace(root)
    found = inspect(workspace, ("quay",)).report().diagnostics
    trimmed = [each.message for each in found if each.rule == "quote-trimmed-context"]
    assert len(trimmed) == (words is not None)
    assert words is None or f"“{words}”" in trimmed[0]


def test_a_sentence_with_quotation_marks_is_shown_in_one_pair(make_workspace: MakeWorkspace) -> None:
    brief = BRIEF.replace("STATEMENT", "The quay will open in May.").replace(
        "QUOTE", "the quay will open in May"
    )
    spoken = "The mayor said that “it is unlikely that the quay will open in May”.\n"
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": spoken})
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    trimmed = [each.help for each in found if each.rule == "quote-trimmed-context"]
    assert trimmed
    for told in trimmed:
        assert told.startswith(
            "the sentence: “The mayor said that ‘it is unlikely that the quay will open in May’.”; say so"
        )


def test_an_actor_attributes_by_itself(make_workspace: MakeWorkspace) -> None:
    brief = """title: Quay
key_facts: []
positions:
  - actor: The mayor
    statement: The bridge had failed twice.
    citations: [{source: port-notice, quote: the bridge had failed twice}]
open_questions: []
regional_context: []
"""
    root = make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": TRIMMED})
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    assert "quote-trimmed-context" not in {each.rule for each in found}
