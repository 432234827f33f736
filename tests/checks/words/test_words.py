"""The word rules on figures as findings: severities, places, fixes, derivations, charts, judgements."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.checks.words.explanation import explain_item
from briefgen.diagnostics import Diagnostic
from briefgen.documents.splicing import apply_edits
from briefgen.inspection.inspecting import inspect
from briefgen.reporting.explained import render_explanations
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace, Run

Faults = Callable[[str], list[Diagnostic]]
SOURCE = (
    "The camp holds 2,500 people in tents. It opened on 5 March 2019. A second camp, five miles away, holds 900.\n\n"
    + "Nothing else was said of it. " * 40
    + "\n\nThe two camps have 14 wells."
)
HEAD = "title: Camps\nlanguage: en\n"
TAIL = "positions: []\nopen_questions: []\nregional_context: []\n"
CITED = '    citations:\n      - {source: notice, quote: "The camp holds 2,500 people in tents"}\n'


def fact(statement: str, more: str = "") -> str:
    return f"key_facts:\n  - id: camp\n    statement: {statement}\n{more}{CITED}"


@pytest.fixture
def faults(make_workspace: MakeWorkspace) -> Faults:
    def find(body: str) -> list[Diagnostic]:
        root = write(make_workspace, body)
        report = inspect(open_workspace(root), ("camps",)).report()
        return [each for each in report.diagnostics if each.severity in ("error", "warning")]

    return find


def write(make_workspace: MakeWorkspace, body: str) -> Path:
    register = "sources:\n  - {id: notice, file: notice.txt, title: Notice, issued: 2019-04-01}\n"
    return make_workspace(
        {"briefs/camps.yaml": HEAD + body + TAIL, "seeds/sources.yaml": register, "seeds/notice.txt": SOURCE}
    )


def test_a_figure_that_stands_nowhere_is_an_error_under_its_words(faults: Faults) -> None:
    statement = "'The camp holds 2,600 people.'"
    (found,) = faults(fact(statement))
    assert (found.rule, found.severity, found.help) == ("number-unsupported", "error", "the quote says 2,500")
    assert (found.span.line, found.span.column, found.span.end_column) == (5, 32, 37)
    assert [edit.text for edit in found.fixes[0].edits] == ["2,500"]
    assert not found.fixes[0].safe


def test_a_figure_that_stands_elsewhere_with_another_bound_is_a_warning_that_says_so(faults: Faults) -> None:
    """It stands in the source, but quoting it is not enough: no fix is offered."""
    (found,) = faults(fact("The camp holds 2,500 people. More than 14 wells serve it."))
    assert (found.rule, found.severity) == ("number-unsupported", "warning")
    assert found.message == "More than 14 is in no quote of this statement; notice says “14”"
    assert "The two camps have 14 wells." in found.help
    assert found.fixes == ()


def test_a_figure_that_stands_elsewhere_is_a_warning_with_the_sentence(faults: Faults) -> None:
    (found,) = faults(fact("The camp holds 2,500 people and opened on 5 March 2019."))
    assert (found.rule, found.severity) == ("date-unsupported", "warning")
    assert "It opened on 5 March 2019." in found.help


def test_the_fix_widens_the_quote_to_the_sentence(make_workspace: MakeWorkspace) -> None:
    root = write(make_workspace, fact("The camp holds 2,500 people and opened on 5 March 2019."))
    (found,) = [
        each
        for each in inspect(open_workspace(root), ("camps",)).report().diagnostics
        if each.severity == "warning"
    ]
    path = root / "briefs/camps.yaml"
    path.write_text(apply_edits(path.read_text(), found.fixes[0].edits))
    report = inspect(open_workspace(root), ("camps",)).report()
    assert [each.rule for each in report.diagnostics if each.severity in ("error", "warning")] == []
    assert "The camp holds 2,500 people in tents. It opened on 5 March 2019." in path.read_text()


def test_no_fix_widens_a_quote_over_half_the_source(faults: Faults) -> None:
    (found,) = faults(fact("The camp holds 2,500 people and has 14 wells."))
    assert found.severity == "warning"
    assert found.fixes[0].title == "quote the sentence that says so as well"


def test_a_derivation_backs_a_figure(faults: Faults) -> None:
    two = CITED + '      - {source: notice, quote: "five miles away, holds 900"}\n'
    body = f'key_facts:\n  - id: camp\n    statement: The camps hold 3,400 people.\n    derived: ["3,400 = 2,500 + 900"]\n{two}'
    assert faults(body) == []


def test_a_wrong_derivation_is_told_at_its_result(faults: Faults) -> None:
    found = faults(fact("The camp holds 2,500 people.", '    derived: ["5,001 = 2,500 + 2,500"]\n'))
    assert [each.rule for each in found] == ["derivation-wrong"]
    assert found[0].message == "2,500 + 2,500 is 5,000, not 5,001"
    assert [edit.text for edit in found[0].fixes[0].edits] == ["5,000"]


def test_a_judgement_is_compared_with_the_facts_it_is_drawn_from(faults: Faults) -> None:
    judgement = (
        "bottom_line:\n  - id: full\n    statement: A camp of 2,700 people will fill up.\n    basis: [camp]\n"
    )
    assert [each.rule for each in faults(judgement + fact("The camp holds 2,500 people."))] == [
        "number-unsupported"
    ]


@pytest.mark.parametrize(
    ("value", "rules"),
    [
        ("value: 2500", []),
        ("value: 2600", ["number-unsupported"]),
        ("value: 2000, approximate: true", ["number-unsupported"]),
        ("value: 2500, approximate: true", []),
        ("low: 2500, high: 2600", ["number-unsupported"]),
    ],
)
def test_the_values_of_a_chart_are_claims(faults: Faults, value: str, rules: list[str]) -> None:
    chart = (
        "figures:\n  - id: chart\n    title: Camps\n    unit: people\n    kind: range\n    values:\n"
        f'      - {{label: Camp, {value}, citations: [{{source: notice, quote: "The camp holds 2,500 people in tents"}}]}}\n'
    )
    assert [each.rule for each in faults(fact("The camp holds 2,500 people.") + chart)] == rules


def test_the_unit_of_a_chart_is_a_claim_too(faults: Faults) -> None:
    chart = (
        "figures:\n  - id: chart\n    title: Way\n    unit: km\n    values:\n"
        '      - {label: Camp, value: 5, citations: [{source: notice, quote: "A second camp, five miles away"}]}\n'
    )
    assert [each.rule for each in faults(fact("The camp holds 2,500 people.") + chart)] == ["unit-changed"]


@pytest.mark.parametrize(
    ("unit", "value", "message"),
    [
        ("unit: people a day", "2500", "no quote says that 2,500 is in “people a day”"),
        ("unit: thousand people", "2500", "no quote says that 2,500 is in “thousand people”"),
        ('unit: "%"', "2500", "no quote says that 2,500 is in “%”"),
        ("unit: US$ million", "2500", "no quote says that 2,500 is in “US$ million”"),
        ("unit: people", "2600", "2,600 is in no quote of this value"),
    ],
)
def test_a_unit_that_no_quote_says_is_named(faults: Faults, unit: str, value: str, message: str) -> None:
    chart = (
        f"figures:\n  - id: chart\n    title: Camps\n    {unit}\n    values:\n"
        f'      - {{label: Camp, value: {value}, citations: [{{source: notice, quote: "The camp holds 2,500 people in tents"}}]}}\n'
    )
    (found,) = faults(fact("The camp holds 2,500 people.") + chart)
    assert found.message == message
    assert found.help.startswith("the quote says 2,500")
    assert ("correct `unit`" in found.help) == ("“" in message)


@pytest.mark.parametrize(
    ("date", "rules"), [("2019-03-05", []), ("2019-03", []), ("2018", ["date-unsupported"]), ("2019~", [])]
)
def test_the_date_of_a_timeline_entry_stands_in_its_sources(
    faults: Faults, date: str, rules: list[str]
) -> None:
    entry = f"timeline:\n  - date: {date}\n    statement: The camp opened.\n{CITED}"
    found = [
        each
        for each in faults(fact("The camp holds 2,500 people.") + entry)
        if each.rule != "negation-changed"
    ]
    assert [(each.rule, each.severity) for each in found] == [(rule, "warning") for rule in rules]


@pytest.mark.parametrize(
    "statement",
    [
        '"' + "9" * 400 + '"',
        '"\u202eسلام 12 ٪ 😀"',
        '"' + "The camp holds 2,500 people. " * 300 + '"',
        '"½ 1/0 5/0 0/0 -- $ % €"',
    ],
    ids=["400 digits", "directions and signs", "very long", "signs"],
)
def test_strange_statements_give_a_diagnostic_or_silence(faults: Faults, statement: str) -> None:
    faults(fact(statement))


def test_an_explanation_shows_what_was_read_and_matched(make_workspace: MakeWorkspace) -> None:
    root = write(make_workspace, fact("The camp holds about 2,500 people since 2018."))
    (brief,) = inspect(open_workspace(root), ("camps",)).briefs
    assert brief.case is not None
    (found,) = explain_item(brief.case, "camp")
    figure, date = (each for each in found.mentions if each.kind in ("figure", "date"))
    assert (figure.words, figure.reading, figure.quote, figure.matched) == (
        "2,500",
        "about 2,500 people",
        1,
        "2,500",
    )
    assert (date.words, date.reading, date.rule) == ("2018", "since 2018", "date-unsupported")
    text = render_explanations((found,))
    assert "backed by quote 1: “2,500”" in text
    assert "date-unsupported: 2018 is in no quote of this statement" in text
    assert explain_item(brief.case, "nothing") == ()


def test_a_figure_is_told_to_be_backed_by_a_derivation(make_workspace: MakeWorkspace) -> None:
    two = CITED + '      - {source: notice, quote: "five miles away, holds 900"}\n'
    body = f'key_facts:\n  - id: camp\n    statement: The camps hold 3,400.\n    derived: ["3,400 = 2,500 + 900"]\n{two}'
    (brief,) = inspect(open_workspace(write(make_workspace, body)), ("camps",)).briefs
    assert brief.case is not None
    assert "backed by a derivation\n" in render_explanations(explain_item(brief.case, "camp"))


def test_a_figure_that_is_near_a_derived_one_is_no_less_unsupported(faults: Faults) -> None:
    derived = '    derived: ["5,000 = 2,500 + 2,500"]\n'
    (found,) = faults(fact("Such camps would hold 5,100 in all.", derived))
    assert (found.rule, found.severity) == ("number-unsupported", "error")


def test_the_command_explains_an_item(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    root = write(make_workspace, fact("The camp holds 2,500 people."))
    told = briefgen("-C", root, "check", "--explain-item", "camp", "--format", "json")
    assert told.returncode == 0
    assert '"matched": "2,500"' in told.stdout
    assert briefgen("-C", root, "check", "--explain-item", "nobody").returncode == 2


def test_check_says_once_which_rules_did_not_run(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    body = fact("Le camp abrite 2 500 personnes.")
    root = write(make_workspace, body)
    path = root / "briefs/camps.yaml"
    path.write_text(path.read_text().replace("language: en", "language: fr"))
    told = briefgen("-C", root, "check", "--format", "json")
    assert told.stderr.count("hedge-dropped and attribution-dropped did not run on 1 statement in fr") == 1
    assert told.stdout.startswith("{")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "It opened last Thursday, in the rain.",
            "notice, issued 2019-04-01, says “last Thursday”",
        ),
        ("It opened yesterday.", ""),
        ("It opened last Thursday, on 28 March 2019.", "it stands elsewhere in notice"),
        ("It opened last Thursday. It rained on 28 March 2019.", "it stands elsewhere in notice"),
    ],
)
def test_a_date_that_only_follows_from_another_does_not_stand_in_the_source(
    make_workspace: MakeWorkspace, said: str, told: str
) -> None:
    root = write(make_workspace, fact("The camp for 2,500 people opened on 28 March 2019."))
    (root / "seeds/notice.txt").write_text(
        "The camp holds 2,500 people in tents. Nothing else is known. " + said
    )
    report = inspect(open_workspace(root), ("camps",)).report()
    (found,) = [each for each in report.diagnostics if each.rule == "date-unsupported"]
    assert found.message == "28 March 2019 is in no quote of this statement" + (f"; {told}" if told else "")
