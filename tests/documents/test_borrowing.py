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


CLOSED = """\
title: Closed
marking: TLP:AMBER
key_facts:
  - {id: taken, use: shared/port#closure, marking: TLP:RED}
  - {id: plain, use: shared/port#closure}
  - {id: narrow, use: shared/port#closure, marking: TLP:GREEN, audiences: [analyst]}
  - {id: ground, statement: Ferries run as usual., marking: TLP:RED, citations: [{source: port-notice, quote: Ferries run as usual}]}
  - {id: resting, statement: Ferries run as usual., marking: TLP:CLEAR, citations: [{source: port-notice, quote: Ferries run as usual}], basis: [ground]}
positions: []
open_questions: []
regional_context: []
"""


def lent(make_workspace: MakeWorkspace, item: str, **files: str) -> tuple[str, object, list[Diagnostic]]:
    root = make_workspace({
        "briefs/shared/port.yaml": SHARED, "briefs/closed.yaml": CLOSED, "briefs/quay.yaml": brief(item), **files,
    })  # fmt: skip
    (inspected_brief,) = inspect(open_workspace(root), ("quay",)).briefs
    assert inspected_brief.case is not None
    model = inspected_brief.case.items[0].model
    return model.marking, model.audiences, [e for e in inspected_brief.diagnostics if e.severity == "error"]


@pytest.mark.parametrize(
    ("use", "marking", "audiences"),
    [
        ("shared/port#closure", "TLP:GREEN", None),
        ("closed#taken", "TLP:RED", None),
        ("closed#plain", "TLP:AMBER", None),
        ("closed#narrow", "TLP:GREEN", ("analyst",)),
        ("closed#resting", "TLP:RED", None),
    ],
)
def test_nobody_reads_a_borrowed_item_who_may_not_read_it_where_it_stands(
    make_workspace: MakeWorkspace, use: str, marking: str, audiences: object
) -> None:
    assert lent(make_workspace, f"use: {use}") == (marking, audiences, [])


def test_a_borrower_cannot_open_an_item(make_workspace: MakeWorkspace) -> None:
    marking, audiences, faults = lent(
        make_workspace, "use: closed#narrow, marking: TLP:CLEAR, audiences: [public, analyst]"
    )
    assert (marking, audiences) == ("TLP:GREEN", ("analyst",))
    assert [(each.rule, each.message) for each in faults][:2] == [
        ("marking-too-low", "TLP:CLEAR is below TLP:GREEN, the marking of the item that is taken"),
        ("invalid-value", "the item that is taken is not for `public`, but for analyst"),
    ]


def test_a_borrowed_item_is_marked_as_strictly_as_what_briefs_inherit(make_workspace: MakeWorkspace) -> None:
    toml = {"briefgen.toml": '[defaults]\nmarking = "TLP:AMBER"\n'}
    loose = SHARED.replace("marking: TLP:GREEN\n", "")
    marking, _, _ = lent(
        make_workspace,
        "use: shared/port#closure",
        **toml,
        **{
            "briefs/shared/port.yaml": loose,
            "briefs/quay.yaml": "marking: TLP:CLEAR\n" + brief("use: shared/port#closure"),
        },
    )
    assert marking == "TLP:AMBER"


def test_long_chains_with_diamonds_are_followed_once(make_workspace: MakeWorkspace) -> None:
    """Each item rests on two that are taken from the next brief: 2^40 ways, 80 items."""
    files = {}
    for number in range(40):
        use = f"shared/s{number + 1}#a" if number < 39 else "shared/port#closure"
        items = "".join(
            f"  - {{id: {name}, use: '{use}', basis: [{other}]}}\n" for name, other in ("ab", "ba")
        )
        files[f"briefs/shared/s{number}.yaml"] = f"key_facts:\n{items}"
    assert lent(make_workspace, "use: shared/s0#a", **files)[0] == "TLP:GREEN"


def test_a_chain_without_end_is_a_fault(make_workspace: MakeWorkspace) -> None:
    items = "".join(f"  - {{id: i{number}, use: 'shared/long#i{number + 1}'}}\n" for number in range(1500))
    last = "  - {id: i1500, statement: Ferries run.}\n"
    files = {"briefs/shared/long.yaml": f"key_facts:\n{items}{last}"}
    faults = lent(make_workspace, "use: shared/long#i0", **files)[2]
    assert [each.message for each in faults] == ["`use` leads on through more than 100 items"]


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
