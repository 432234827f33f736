"""Shared facts: one correction reaches every brief, faults are told where the fact stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.inspection.inspecting import Inspection, inspect
from briefgen.workspace import open_workspace

MakeWorkspace = Callable[..., Path]

SHARED = """\
marking: TLP:GREEN
aliases: {NQ: [northern quay]}
key_facts:
  - id: closure
    statement: The northern quay is closed.
    citations: [{source: port-notice, quote: The northern quay is closed}]
  - id: wrong
    statement: Ferries are idle.
    citations: [{source: port-notice, quote: Ferries are idle today}]
  - {id: round, use: quay#round}
  - {id: relay, use: shared/port#closure}
"""


def brief(item: str) -> str:
    return f"title: Quay\nkey_facts:\n  - {{{item}}}\n  - {{id: own, statement: Ferries run as usual., citations: [{{source: port-notice, quote: Ferries run as usual}}]}}\npositions: []\nopen_questions: []\nregional_context: []\n"


def inspected(make_workspace: MakeWorkspace, item: str) -> Inspection:
    workspace = open_workspace(
        make_workspace({"briefs/shared/port.yaml": SHARED, "briefs/quay.yaml": brief(item)})
    )
    return inspect(workspace, workspace.brief_ids())


def grave(inspection: Inspection) -> list[Diagnostic]:
    return [each for each in inspection.report().diagnostics if each.severity in ("error", "warning")]


def test_shared_files_are_no_briefs(make_workspace: MakeWorkspace) -> None:
    assert [each.id for each in inspected(make_workspace, "use: shared/port#closure").briefs] == ["quay"]


@pytest.mark.parametrize("use", ["shared/port#closure", "shared/port#relay"])
def test_an_item_is_taken_whole_and_keeps_its_marking(make_workspace: MakeWorkspace, use: str) -> None:
    inspection = inspected(make_workspace, f"use: {use}")
    case = inspection.briefs[0].case
    assert grave(inspection) == []
    assert case is not None
    assert [item.name for item in case.items] == [use.split("#")[1], "own"]
    assert case.items[0].model.statement == "The northern quay is closed."
    assert case.items[0].model.marking == "TLP:GREEN"
    assert case.brief.aliases == {"NQ": ("northern quay",)}


def test_what_the_brief_says_for_itself_wins(make_workspace: MakeWorkspace) -> None:
    case = (
        inspected(make_workspace, "use: shared/port#closure, id: shut, priority: must, marking: TLP:AMBER")
        .briefs[0]
        .case
    )
    assert case is not None
    assert (case.items[0].name, case.items[0].model.priority, case.items[0].model.marking) == (
        "shut",
        "must",
        "TLP:AMBER",
    )


def test_a_fault_is_told_where_the_fact_stands(make_workspace: MakeWorkspace) -> None:
    (fault,) = [
        each
        for each in grave(inspected(make_workspace, "use: shared/port#wrong"))
        if each.rule == "quote-not-found"
    ]
    assert (fault.path, fault.line if hasattr(fault, "line") else fault.span.line, fault.brief) == (
        "briefs/shared/port.yaml",
        9,
        "quay",
    )


@pytest.mark.parametrize(
    ("item", "rule", "words"),
    [
        ("use: shared/port#closuer", "unknown-reference", "has no item `closuer`"),
        ("use: shared/prot#closure", "unknown-reference", "there is no brief `shared/prot`"),
        ("id: round, use: shared/port#round", "invalid-value", "goes in a circle"),
        ("use: shared/port#closure, marking: TLP:CLEAR", "marking-too-low", "TLP:CLEAR is below TLP:GREEN"),
        ("use: no reference", "invalid-value", "`use`"),
        ("use: quay#own", "invalid-value", "an item of this brief itself"),
        ("use: quay#nothing", "invalid-value", "an item of this brief itself"),
    ],
)
def test_dead_ends_circles_and_markings(
    make_workspace: MakeWorkspace, item: str, rule: str, words: str
) -> None:
    inspection = inspected(make_workspace, item)
    faults = grave(inspection)
    assert [each.rule for each in faults] == [rule]
    assert words in faults[0].message
    assert faults[0].span.line == 3
    case = inspection.briefs[0].case
    assert case is not None
    assert case.items[-1].route == ("key_facts", 1)


@pytest.mark.parametrize(
    ("item", "column"), [("use: shared/port#own", 11), ("id: own, use: shared/port#closure", 10)]
)
def test_an_id_that_is_taken_is_told_where_the_item_is_borrowed(
    make_workspace: MakeWorkspace, item: str, column: int
) -> None:
    shared = SHARED.replace("id: wrong", "id: own").replace("idle today", "idle")
    text = brief(
        "id: own, statement: Ferries run as usual., citations: [{source: port-notice, quote: Ferries run as usual}]"
    )
    text = text.replace(
        "{id: own, statement: Ferries run as usual., citations: [{source: port-notice, quote: Ferries run as usual}]}\npos",
        f"{{{item}}}\npos",
    )
    workspace = open_workspace(make_workspace({"briefs/shared/port.yaml": shared, "briefs/quay.yaml": text}))
    (fault,) = [
        each for each in inspect(workspace, ("quay",)).report().diagnostics if each.rule == "duplicate-id"
    ]
    assert (fault.path, fault.span.line, fault.span.column) == ("briefs/quay.yaml", 4, column)
