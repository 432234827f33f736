"""What is said, and proposed, where a statement and its quote differ in a figure: severity, message, sentence, edits."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.documents.splicing import apply_edits
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

Faults = Callable[..., tuple[list[Diagnostic], list[str]]]
WIDENED = "quote the sentence that says so"


@pytest.fixture
def faults(make_workspace: MakeWorkspace) -> Faults:
    """Checks one statement and gives its errors and warnings, and the statement as each offered edit leaves it."""

    def find(
        statement: str, quote: str, rest: str = "", more: str = "", source: str | None = None
    ) -> tuple[list[Diagnostic], list[str]]:
        root = _write(
            make_workspace, statement, quote, f"{quote}\n\n{rest}\n" if source is None else source, more
        )
        report = inspect(open_workspace(root), ("port",)).report()
        found = [each for each in report.diagnostics if each.severity in ("error", "warning")]
        body = (root / "briefs/port.yaml").read_text()
        fixes = [fix for each in found for fix in each.fixes]
        assert not any(fix.safe for fix in fixes)
        worded = [apply_edits(body, fix.edits) for fix in fixes if fix.title.startswith("write “")]
        return found, [json.loads(text.split("statement: ")[1].splitlines()[0]) for text in worded]

    return find


def _write(make_workspace: MakeWorkspace, statement: str, quote: str, source: str, more: str) -> Path:
    fact = f"  - id: port\n    statement: {json.dumps(statement)}\n{more}"
    fact += f"    citations:\n      - {{source: port, quote: {json.dumps(quote)}}}\n"
    brief = f"title: Port\nlanguage: en\nkey_facts:\n{fact}positions: []\nopen_questions: []\nregional_context: []\n"
    register = "sources:\n  - {id: port, file: port.txt, title: Notice, issued: 2024-04-01}\n"
    return make_workspace(
        {"briefs/port.yaml": brief, "seeds/sources.yaml": register, "seeds/port.txt": source}
    )


@pytest.mark.parametrize(
    ("statement", "quote", "rest", "rule", "instead"),
    [
        (
            "Over 80 posts were lost in 2023, the union claims.",
            "The union claims that over 80 posts have been lost since 2023",
            "In 2023 the port was sold.", "date-unsupported", "since 2023",
        ),
        ("The port had 300 cranes by 2020.", "The port had 300 cranes in 2020", "By 2020 all was well.", "date-unsupported", "in 2020"),
        ("The gates open at 6 p.m.", "The gates open at 6 a.m. on weekdays", "The hall opens at 6 p.m.", "date-unsupported", "6 a.m."),
        ("Nearly 500 people fled the port.", "More than 500 people fled the port", "Nearly 500 people fled.", "number-bound", "More than 500"),
        ("The loan is worth $3 billion.", "The loan is worth €3 billion", "A loan of $3 billion was paid.", "unit-changed", "€3 billion"),
        ("The port lost 40 cranes.", "The port lost about 40 cranes", "It sold 40 cranes.", "number-hardened", "about 40"),
    ],
)  # fmt: skip
def test_a_figure_that_the_quote_holds_otherwise_is_an_error_whatever_the_source_says_elsewhere(
    faults: Faults, statement: str, quote: str, rest: str, rule: str, instead: str
) -> None:
    (found,), _ = faults(statement, quote, rest)
    assert (found.rule, found.severity) == (rule, "error")
    assert f"says “{instead}”" in found.message
    assert all(fix.title != WIDENED for fix in found.fixes)


def test_figures_in_each_others_place_are_errors_and_neither_edit_alone_is_offered(faults: Faults) -> None:
    found, worded = faults("The blast left 13 dead and 31 hurt.", "The blast left 31 dead and 13 hurt")
    assert [each.severity for each in found] == ["error", "error"]
    assert [each.message for each in found] == [
        "“13” stands where the quote says “31”",
        "“31” stands where the quote says “13”",
    ]
    assert worded == []


def test_a_coarser_date_in_the_quote_still_asks_the_source(faults: Faults) -> None:
    (found,), _ = faults(
        "The port opened in May 2023.", "The port opened in 2023", "The first ship came in May 2023."
    )
    assert (found.rule, found.severity) == ("date-unsupported", "warning")
    assert "“The first ship came in May 2023.”" in found.help


@pytest.mark.parametrize(
    ("statement", "rest", "severity", "said"),
    [
        ("The gates open at 7 p.m.", "The hall opens at noon. For the gates, make it 7.", "warning", "make it 7."),
        ("The gates open at 7 p.m.", "The hall has 7 gates.", "error", ""),
        ("By the late 1990s the port was full.", "It was full on 16 March 1997.", "warning", "16 March 1997"),
        ("By the late 1990s the port was full.", "It was full on 16 March 1992.", "error", ""),
    ],
)  # fmt: skip
def test_a_time_that_the_source_gives_less_finely_or_without_its_bound_is_a_warning(
    faults: Faults, statement: str, rest: str, severity: str, said: str
) -> None:
    (found,), _ = faults(statement, "The port opened for trade", rest)
    assert (found.rule, found.severity) == ("date-unsupported", severity)
    assert said in (found.help or "")


def test_an_hour_that_the_quote_gives_without_its_half_of_the_day_is_shown(faults: Faults) -> None:
    (found,), _ = faults("The gates open at 7 p.m.", "The gates open at 7")
    assert (found.rule, found.severity) == ("date-unsupported", "error")
    assert "says “7”" in found.message


def test_the_sentence_that_is_named_holds_the_range(faults: Faults) -> None:
    rest = "It was in 2009. The law applied from 2014. In 2018 it ended. It applied from 2014 to 2018."
    (found,), _ = faults("The law applies from 2014 to 2018.", "The law applies to trade", rest)
    assert "“It applied from 2014 to 2018.”" in found.help


def test_a_date_whose_parts_stand_apart_is_an_error(faults: Faults) -> None:
    rest = "In May 2021 the port closed. A ship came in 2023."
    (found,), _ = faults("The port opened in May 2023.", "The port opened for trade", rest)
    assert (found.severity, found.help, found.fixes) == ("error", "quote the words that give it", ())


@pytest.mark.parametrize(
    ("statement", "worded"),
    [
        ("The line carries up to 40 trains a day.", ["The line carries up to 40 trains a week."]),
        ("Up to 40 trains a day use the line.", ["Up to 40 trains a week use the line."]),
        ("The line carries each day up to 40 trains.", []),
        ("The line carries up to 40 daily trains.", []),
    ],
)
def test_a_rate_is_put_right_as_a_whole_or_not_at_all(
    faults: Faults, statement: str, worded: list[str]
) -> None:
    (found,), edited = faults(statement, "The line carries up to 40 trains a week")
    assert found.rule == "unit-changed"
    assert edited == worded


def test_the_mark_covers_the_unit_that_is_at_fault(faults: Faults) -> None:
    (found,), _ = faults("The line carries 40 trains a day.", "The line carries 40 trains a week")
    assert found.span.end_column - found.span.column == len("40 trains a day")
    (edit,) = found.fixes[0].edits
    assert edit.span == found.span


def test_unrelated_figures_are_not_proposed(faults: Faults) -> None:
    (found,), worded = faults(
        "About 600 workers are employed.", "The port handled 1.3 million containers last year"
    )
    assert (found.rule, worded) == ("number-unsupported", [])
    assert "1.3 million" not in found.help


@pytest.mark.parametrize(
    ("statement", "quote", "worded"),
    [
        (
            "The port employs 640 dockers.",
            "The port has 600 dockers and 150 clerks",
            ["The port employs 600 dockers."],
        ),
        ("The port employs 640 people.", "The port employs 600 in all", ["The port employs 600 people."]),
        ("Only 641 came.", "There were 640 at the gate", ["Only 640 came."]),
        ("Only 641 came.", "There were 640 at the gate and 12 inside", []),
        ("Only 941 came.", "There were 640 at the gate", []),
    ],
    ids=["same noun", "same neighbour", "small edit", "small edit, two to choose from", "another figure"],
)
def test_a_figure_is_proposed_for_the_same_thing_only(
    faults: Faults, statement: str, quote: str, worded: list[str]
) -> None:
    (found,), edited = faults(statement, quote)
    assert (found.rule, edited) == ("number-unsupported", worded)


def test_what_a_derivation_reckons_with_is_not_proposed(faults: Faults) -> None:
    quote, more = "The port employs 600 workers and 150 clerks", '    derived: ["760 = 600 + 150"]\n'
    found, worded = faults("The port employs about 750 workers.", quote, more=more)
    assert {each.rule for each in found} == {"number-unsupported", "derivation-wrong"}
    assert worded == []


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("The port employs 640 dockers.", "The port employs 600 dockers and 150 clerks"),
        ("The ministry of Transport met Karst in May.", "The ministry of Transport met Valmora in May"),
    ],
)
def test_a_quote_that_stands_nowhere_proposes_nothing(faults: Faults, statement: str, quote: str) -> None:
    found, worded = faults(statement, quote, source="The harbour is old, and Karst is near it.\n")
    assert "quote-not-found" in {each.rule for each in found}
    assert len(found) > 1
    assert worded == []
    assert len(faults(statement, quote, "Karst is near it.")[1]) == 1


@pytest.mark.parametrize(
    ("statement", "quote", "rule", "severity"),
    [
        (
            "The blight took 40 per cent of the herd.",
            "The blight took 40 cows of the herd",
            "unit-changed",
            "error",
        ),
        (
            "Aid reached 40 per cent of families.",
            "A boat with 40 sailors came",
            "number-unsupported",
            "warning",
        ),
    ],
    ids=["of the same", "of another thing"],
)
def test_a_count_is_not_put_where_a_share_stands(
    faults: Faults, statement: str, quote: str, rule: str, severity: str
) -> None:
    (found,), worded = faults(statement, quote, "In all 40 per cent of it was so.")
    assert (found.rule, found.severity, worded) == (rule, severity, [])


def test_words_of_another_language_are_not_proposed(make_workspace: MakeWorkspace) -> None:
    root = _write(
        make_workspace, "Le port a perdu 5 km de rails.", "The port has lost 5 miles of rails", "", ""
    )
    brief, register = root / "briefs/port.yaml", root / "seeds/sources.yaml"
    (root / "seeds/port.txt").write_text("The port has lost 5 miles of rails.\n")
    brief.write_text(brief.read_text().replace("language: en", "language: fr"))
    register.write_text(register.read_text().replace("id: port,", "id: port, language: en,"))
    report = inspect(open_workspace(root), ("port",)).report()
    (found,) = [each for each in report.diagnostics if each.severity == "error"]
    assert (found.rule, found.fixes) == ("unit-changed", ())


FILLER = " ".join(
    f"Berth {word} was dredged and reopened." for word in "north south east west inner outer".split()
)


@pytest.mark.parametrize("style", ["block", "flow", "mixed"])
def test_a_sentence_far_from_the_quote_is_offered_as_a_citation_of_its_own(
    make_workspace: MakeWorkspace, style: str
) -> None:
    quote = "The port lost its northern quay"
    source = f"{quote}.\n\n{FILLER}\n\nIt took 34 days, “a record: #1”, to clear.\n"
    root = _write(make_workspace, "The port lost its quay for 34 days.", quote, source, "")
    path = root / "briefs/port.yaml"
    entry = json.dumps(quote)
    cited = {
        "block": f"    citations:\n      - source: port\n        quote: {entry}   # seen\n",
        "flow": f"    citations: [{{source: port, quote: {entry}}}]\n",
        "mixed": f"    citations:\n    - {{source: port, quote: {entry}}}\n",
    }[style]
    path.write_text(
        path.read_text().replace(f"    citations:\n      - {{source: port, quote: {entry}}}\n", cited)
    )
    before = inspect(open_workspace(root), ("port",)).report()
    (found,) = [each for each in before.diagnostics if each.rule == "number-unsupported"]
    (fix,) = found.fixes
    assert (found.severity, fix.safe) == ("warning", False)
    path.write_text(apply_edits(path.read_text(), fix.edits))
    after = inspect(open_workspace(root), ("port",)).report()
    assert [each for each in after.diagnostics if each.severity in ("error", "warning")] == []
    assert "It took 34 days" in path.read_text()


def test_the_bare_number_of_an_entry_is_quoted_with_the_entry(faults: Faults) -> None:
    rest = f"{FILLER}\n\n1. Quays to let\n\n2. Sheds to let\n\n3. Cranes to let\n"
    (found,), _ = faults("The port lets three things.", "The port lets things", rest)
    assert found.severity == "warning"
    assert "“3. Cranes to let”" in found.help
