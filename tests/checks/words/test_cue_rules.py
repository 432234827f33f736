"""The rules on names and cues as findings: places, severities, fixes, and the items that they leave alone."""

from collections.abc import Callable

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

Faults = Callable[..., list[Diagnostic]]
SOURCE = "The ministry said the bridge at Homs may reopen in May. Another bridge, at Aleppo, was not hit. Reem wrote this.\n"
RULES = {"name-unsupported", "negation-changed", "hedge-dropped", "attribution-dropped"}


@pytest.fixture
def faults(make_workspace: MakeWorkspace) -> Faults:
    """Checks a brief of one fact (or of the sections given) and gives the findings of the four rules."""

    def find(
        statement: str,
        quote: str,
        more: str = "",
        head: str = "",
        section: str = "key_facts",
        source: str = "en",
    ) -> list[Diagnostic]:
        fact = f"{section}:\n  - id: bridge\n    statement: {statement}\n{more}"
        fact += f"    citations:\n      - {{source: notice, quote: {quote!r}}}\n"
        others = {"key_facts", "positions", "open_questions", "regional_context"} - {section}
        brief = f"title: Bridges\nlanguage: en\n{head}{fact}" + "".join(
            f"{each}: []\n" for each in sorted(others)
        )
        register = (
            f"sources:\n  - {{id: notice, file: notice.txt, title: Rudaw on bridges, language: {source}}}\n"
        )
        root = make_workspace(
            {"briefs/bridges.yaml": brief, "seeds/sources.yaml": register, "seeds/notice.txt": SOURCE}
        )
        report = inspect(open_workspace(root), ("bridges",)).report()
        return [each for each in report.diagnostics if each.rule in RULES]

    return find


def test_a_name_that_is_nowhere_is_an_error_under_its_words(faults: Faults) -> None:
    (found,) = faults(
        "The ministry said the bridge at Hama may reopen in May.",
        "The ministry said the bridge at Homs may reopen in May",
    )
    assert (found.rule, found.severity) == ("name-unsupported", "error")
    assert (found.span.line, found.span.column, found.span.end_column) == (5, 48, 52)
    assert [edit.text for edit in found.fixes[0].edits] == ["Homs"]
    assert not found.fixes[0].safe


def test_a_name_in_the_place_of_another_is_a_warning_and_one_elsewhere_is_told(faults: Faults) -> None:
    quote = "The ministry said the bridge at Homs may reopen in May"
    assert [
        d.severity for d in faults("The ministry said the bridge at Aleppo may reopen in May.", quote)
    ] == ["warning"]
    assert [
        d.severity for d in faults("The ministry told Reem that the bridge at Homs may reopen in May.", quote)
    ] == ["info"]
    assert [
        d.severity
        for d in faults("The ministry told Rudaw that the bridge at Homs may reopen in May.", quote)
    ] == ["info"]


def test_aliases_of_the_brief_are_the_same_name(faults: Faults) -> None:
    statement, quote = (
        "The bridge at Emesa was hit, the ministry said.",
        "The ministry said the bridge at Homs",
    )
    assert [d.rule for d in faults(statement, quote)] == ["name-unsupported"]
    assert faults(statement, quote, head="aliases: {Emesa: [Homs]}\n") == []
    assert faults(statement, quote, head="glossary: {Emesa: Homs}\n") == []


def test_the_quote_is_shown_and_the_waiver_named(faults: Faults) -> None:
    (found,) = faults("Another bridge, at Aleppo, was hit.", "Another bridge, at Aleppo, was not hit")
    assert (found.rule, found.severity, found.message) == (
        "negation-changed",
        "error",
        "“hit”, where the quote says “not hit”",
    )
    assert "allow: [{rule: negation-changed, reason: …}]" in found.help


def test_a_judgement_with_a_likelihood_is_hedged_by_it(faults: Faults) -> None:
    statement, quote = (
        "The bridge at Homs will reopen in May, the ministry said.",
        "the bridge at Homs may reopen in May",
    )
    assert [d.rule for d in faults(statement, quote)] == ["hedge-dropped"]
    assert faults(statement, quote, "    likelihood: likely\n") == []


def test_a_position_is_attributed_by_its_actor(faults: Faults) -> None:
    statement, quote = (
        "The bridge at Homs may reopen in May.",
        "The ministry said the bridge at Homs may reopen in May",
    )
    assert [d.rule for d in faults(statement, quote)] == ["attribution-dropped"]
    assert faults(statement, quote, head="attribution: note\n") == []
    assert faults(statement, quote, "    actor: Ministry of Transport\n", section="positions") == []


def test_a_waiver_silences_the_rule(faults: Faults) -> None:
    waiver = "    allow:\n      - {rule: attribution-dropped, reason: The note says whose words they are.}\n"
    quote = "The ministry said the bridge at Homs may reopen in May"
    assert faults("The bridge at Homs may reopen in May.", quote, waiver) == []


def test_quotes_in_another_language_are_left_alone(faults: Faults) -> None:
    assert (
        faults("Another bridge, at Hama, was hit.", "Another bridge, at Aleppo, was not hit", source="fr")
        == []
    )


@pytest.mark.parametrize("word", ["in early 2025", "by the start of 2025"])
def test_the_part_of_a_period_is_left_to_the_rule_on_dates(faults: Faults, word: str) -> None:
    opposite = word.replace("early", "late").replace("start", "end")
    assert not faults(
        f"The mission to the bridge ends {word} as agreed.",
        f"The mission to the bridge ends {opposite} as agreed",
    )
    assert [
        each.rule
        for each in faults("The first train was early that day.", "The first train was late that day")
    ] == ["negation-changed"]


def test_a_dropped_hedge_is_pointed_at_with_the_word_that_stands_in_its_place(faults: Faults) -> None:
    statement = "The ministry said the bridge at Homs will reopen in May."
    (found,) = faults(statement, "The ministry said the bridge at Homs may reopen in May")
    assert found.message.startswith("“will reopen” is said more firmly than in the quote (“may”)")
    line = found.source[0]
    assert line[found.span.column - 1 : found.span.end_column - 1] == "will reopen"


def test_an_added_negator_is_named_with_the_word_that_it_denies(faults: Faults) -> None:
    (found,) = faults(
        "The ministry said the bridge at Homs may not reopen in May.",
        "The ministry said the bridge at Homs may reopen in May",
    )
    assert found.message == "“not reopen”, where the quote says “reopen”"
    assert found.source[0][found.span.column - 1 : found.span.end_column - 1] == "not"
