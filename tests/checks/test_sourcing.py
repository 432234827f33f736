"""What statements rest on: corroboration, disputes, supersession, likelihood, use."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.diagnostics import Diagnostic
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace

NOTICE = (
    "The northern quay is closed until further notice. The southern quay stays open. Ferries run as usual.\n"
)
PAPER = f"{NOTICE}Two captains denied that the northern quay is closed. {'Other news follows. ' * 40}The mayor opened a school.\n"
RULES = (
    "single-source",
    "credibility-unsupported",
    "disputed",
    "superseded",
    "likelihood-mixed",
    "unused-source",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "seeds").mkdir()
    for name, text in {"notice": NOTICE, "paper": PAPER, "radio": NOTICE, "echo": NOTICE}.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text)
    sources: list[dict[str, Any]] = [
        {"id": name, "file": f"{name}.txt", "title": name} for name in ("notice", "paper", "radio", "echo")
    ]
    sources[2]["independence"] = sources[3]["independence"] = "agency"
    (tmp_path / "seeds" / "sources.yaml").write_text(yaml.safe_dump({"sources": sources}))
    return tmp_path


def cite(source: str, quote: str = "The northern quay is closed", **fields: Any) -> dict[str, Any]:
    return {"source": source, "quote": quote, **fields}


def fact(name: str, *citations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": name, "statement": "The northern quay is closed.", "citations": list(citations), **fields}


def found(workspace: Path, *rules: str, **sections: Any) -> list[Diagnostic]:
    brief = {
        "title": "Quay",
        "key_facts": [],
        "positions": [],
        "open_questions": [],
        "regional_context": [],
        **sections,
    }
    (workspace / "briefs" / "quay.yaml").write_text(yaml.safe_dump(brief, sort_keys=False))
    opened = open_workspace(workspace)
    diagnostics = inspect(opened, opened.brief_ids()).report().diagnostics
    return [each for each in diagnostics if each.rule in rules]


def items(diagnostics: list[Diagnostic]) -> list[str | None]:
    return [each.item for each in diagnostics]


@pytest.mark.parametrize(
    ("sources", "single"),
    [
        (["notice"], True), (["notice", "notice"], True), (["notice", "paper"], False), (["radio", "echo"], True), (["radio", "echo", "notice"], False),
    ],
)  # fmt: skip
def test_single_source_counts_independent_sources(workspace: Path, sources: list[str], single: bool) -> None:
    diagnostics = found(workspace, "single-source", key_facts=[fact("a", *map(cite, sources))])
    assert items(diagnostics) == ["a"] * single
    assert all(each.severity == "info" for each in diagnostics)


def test_single_source_names_the_group(workspace: Path) -> None:
    (diagnostic,) = found(workspace, "single-source", key_facts=[fact("a", cite("radio"), cite("echo"))])
    assert "agency" in diagnostic.message
    assert "echo, radio" in diagnostic.message


def test_a_dispute_corroborates_nothing_and_part_support_does(workspace: Path) -> None:
    disputing = fact("a", cite("notice"), cite("paper", "Two captains denied", relation="disputes"))
    partly = fact("b", cite("notice"), cite("paper", relation="partly"))
    assert items(found(workspace, "single-source", key_facts=[disputing, partly])) == ["a"]


def test_a_judgement_is_counted_over_its_basis(workspace: Path) -> None:
    facts = [fact("a", cite("notice")), fact("b", cite("paper")), fact("c", cite("notice"))]
    judgements = [
        {"id": "two", "statement": "It is closed.", "basis": ["a", "b"]},
        {"id": "one", "statement": "It is closed.", "basis": ["a", "c"]},
        {"id": "deep", "statement": "It is closed.", "basis": ["two"]},
        {"id": "circle", "statement": "It is closed.", "basis": ["circle", "a"]},
    ]
    diagnostics = found(workspace, "single-source", key_facts=facts, bottom_line=judgements)
    assert {"one", "circle"} <= set(items(diagnostics))
    assert not {"two", "deep"} & set(items(diagnostics))


def test_an_unknown_source_is_not_counted_against_a_statement(workspace: Path) -> None:
    assert (
        found(
            workspace,
            "single-source",
            "credibility-unsupported",
            key_facts=[fact("a", cite("notice", credibility=1), cite("no-such"))],
        )
        == []
    )


@pytest.mark.parametrize(
    ("citations", "count"),
    [
        ([cite("notice", credibility=1)], 1),
        ([cite("notice", credibility=1), cite("paper")], 0),
        ([cite("notice", credibility=1), cite("paper", relation="partly")], 1),
        ([cite("notice", credibility=1), cite("paper", relation="disputes")], 1),
        ([cite("radio", credibility=1), cite("echo", credibility=1)], 2),
        ([cite("radio", credibility=1), cite("echo"), cite("notice")], 0),
        ([cite("notice", credibility=2)], 0),
    ],
)
def test_credibility_one_needs_two_independent_sources(
    workspace: Path, citations: list[dict[str, Any]], count: int
) -> None:
    diagnostics = found(workspace, "credibility-unsupported", key_facts=[fact("a", *citations)])
    assert len(diagnostics) == count
    assert all(each.severity == "error" for each in diagnostics)


DISPUTE = fact(
    "a",
    cite("notice"),
    cite("paper", "Two captains denied that the northern quay is closed", relation="disputes"),
)


def shown(quote: str, section: str, **fields: Any) -> dict[str, Any]:
    item = {"statement": "That is how it is.", "citations": [cite("paper", quote)], **fields}
    return {
        section: [
            {"actor": "Captains", **item} if section == "positions" else {"question": "Is it closed?", **item}
        ]
    }


@pytest.mark.parametrize(
    "sections",
    [
        shown("Two captains denied that the northern quay is closed", "positions"),
        shown("captains denied that the northern", "open_questions"),
        shown("captains\u00a0denied that the northern", "positions", statement="They differ."),
        shown("Two captains [...] that the northern quay", "positions", statement="They differ."),
        shown(
            "The mayor opened a school", "positions", statement="Captains say that the northern quay is open."
        ),
        {"open_questions": [{"question": "Is it closed?", "basis": ["a"]}]},
    ],
)
def test_a_dispute_that_is_shown(workspace: Path, sections: dict[str, Any]) -> None:
    assert found(workspace, "disputed", key_facts=[DISPUTE], **sections) == []


@pytest.mark.parametrize(
    "sections",
    [
        {},
        shown("The mayor opened a school", "positions"),
        {"regional_context": [fact("b", cite("paper", "Two captains denied that"))]},
    ],
)
def test_a_dispute_that_is_not_shown(workspace: Path, sections: dict[str, Any]) -> None:
    (diagnostic,) = found(workspace, "disputed", key_facts=[DISPUTE], **sections)
    assert (diagnostic.item, diagnostic.severity) == ("a", "error")


def test_a_dispute_under_positions_shows_itself(workspace: Path) -> None:
    assert found(workspace, "disputed", positions=[{**DISPUTE, "actor": "Harbour master"}]) == []


def test_what_is_only_disputed_is_backed_by_nothing(workspace: Path) -> None:
    """A dispute that is shown does not make the statement stand."""
    denial = cite("paper", "Two captains denied that the northern quay is closed", relation="disputes")
    sections = shown("Two captains denied that the northern quay is closed", "positions")
    (diagnostic,) = found(workspace, "uncited", "disputed", key_facts=[fact("a", denial)], **sections)
    assert (diagnostic.rule, diagnostic.item) == ("uncited", "a")
    assert diagnostic.message == "a cites nothing that supports it: what it cites disputes it"
    partly = cite("notice", relation="partly")
    assert found(workspace, "uncited", key_facts=[fact("a", denial, partly)], **sections) == []
    judgement = {
        "id": "j",
        "statement": "The northern quay is closed.",
        "basis": ["b"],
        "citations": [denial],
    }
    facts = [fact("b", cite("notice"))]
    assert found(workspace, "uncited", key_facts=facts, bottom_line=[judgement], **sections) == []
    assert found(workspace, "uncited", positions=[{**fact("a", denial), "actor": "Captains"}]) == []


def test_a_value_that_is_only_disputed_is_backed_by_nothing(workspace: Path) -> None:
    denial = cite("paper", "Two captains denied that the northern quay is closed", relation="disputes")
    value = {"label": "Captains", "value": 2, "citations": [denial]}
    figure = {"id": "f", "title": "Captains", "unit": "captains", "kind": "bar", "values": [value]}
    (diagnostic,) = found(workspace, "uncited", figures=[figure])
    assert diagnostic.message == "value 1 of f cites nothing that supports it: what it cites disputes it"
    assert (
        found(workspace, "uncited", figures=[{**figure, "citations": [cite("paper", "Two captains denied")]}])
        == []
    )


def test_what_replaces_itself_is_told_as_a_circle_alone(workspace: Path) -> None:
    assert found(workspace, "superseded", key_facts=[fact("a", cite("notice"), supersedes=["a"])]) == []


def test_resting_on_what_was_replaced(workspace: Path) -> None:
    facts = [fact("old", cite("notice")), fact("new", cite("notice"), supersedes=["old"], basis=["old"])]
    judgement = {"id": "j", "statement": "It is closed.", "basis": ["old"]}
    diagnostics = found(workspace, "superseded", key_facts=facts, bottom_line=[judgement])
    assert {(each.item, each.severity.value) for each in diagnostics} == {("j", "warning"), ("old", "info")}
    fixes = [fix for each in diagnostics for fix in each.fixes]
    assert [edit.text for fix in fixes for edit in fix.edits] == ["new"]
    assert not any(fix.safe for fix in fixes)


def warned(workspace: Path, rests: list[str], **sections: Any) -> list[Diagnostic]:
    judgement = {"id": "j", "statement": "It is closed.", "basis": rests}
    diagnostics = found(workspace, "superseded", bottom_line=[judgement], **sections)
    return [each for each in diagnostics if each.severity == "warning"]


def test_a_chain_of_replacements_is_followed_to_its_end(workspace: Path) -> None:
    """To rest on the second of three would be the same fault again."""
    facts = [
        fact("first", cite("notice")),
        fact("second", cite("notice"), supersedes=["first"]),
        fact("third", cite("notice"), supersedes=["second"]),
    ]
    (diagnostic,) = warned(workspace, ["first"], key_facts=facts)
    assert diagnostic.message == "j rests on first, which second replaces, and third after it"
    assert [edit.text for fix in diagnostic.fixes for edit in fix.edits] == ["third"]


def test_several_that_replace_one_are_all_named(workspace: Path) -> None:
    facts = [fact("old", cite("notice")), *(fact(name, cite("notice"), supersedes=["old"]) for name in "ab")]
    (diagnostic,) = warned(workspace, ["old"], key_facts=facts)
    assert diagnostic.message == "j rests on old, which a and b replace"
    assert [fix.title for fix in diagnostic.fixes] == ["rest on a", "rest on b"]
    (info,) = [each for each in found(workspace, "superseded", key_facts=facts) if each.severity == "info"]
    assert info.message == "a and b replace this; the page marks it as superseded"


def test_what_rests_on_old_and_new_may_drop_the_old(workspace: Path) -> None:
    facts = [fact("old", cite("notice")), fact("new", cite("notice"), supersedes=["old"])]
    (diagnostic,) = warned(workspace, ["old", "new"], key_facts=facts)
    assert diagnostic.help.startswith("take old out of the basis, which has new already")
    assert diagnostic.fixes == ()


def test_circles_of_replacements_come_to_an_end(workspace: Path) -> None:
    facts = [fact("a", cite("notice"), supersedes=["b"]), fact("b", cite("notice"), supersedes=["a"])]
    assert len(warned(workspace, ["a"], key_facts=facts)) <= 1


def use(workspace: Path, *entries: dict[str, Any], **sections: Any) -> list[Diagnostic]:
    """What `superseded` says of a brief that takes items from another, which has two facts, the first replaced."""
    facts = [fact("old", cite("notice")), fact("new", cite("notice"), supersedes=["old"])]
    other = {
        "title": "Other",
        "key_facts": facts,
        "positions": [],
        "open_questions": [],
        "regional_context": [],
    }
    (workspace / "briefs" / "other.yaml").write_text(yaml.safe_dump(other))
    diagnostics = found(workspace, "superseded", key_facts=list(entries), **sections)
    return [each for each in diagnostics if each.brief == "quay"]


def test_an_item_is_taken_that_its_own_brief_has_replaced(workspace: Path) -> None:
    (diagnostic,) = use(workspace, {"use": "other#old"})
    assert (diagnostic.path, diagnostic.severity) == ("briefs/quay.yaml", "warning")
    assert diagnostic.message == "other#old is replaced by new in its own brief"
    assert [edit.text for fix in diagnostic.fixes for edit in fix.edits] == ["other#new"]
    assert use(workspace, {"use": "other#new"}) == []


def test_a_replaced_item_that_is_shown_as_such_may_be_taken(workspace: Path) -> None:
    diagnostics = use(workspace, {"use": "other#old"}, {"use": "other#new", "supersedes": ["old"]})
    assert [each.severity.value for each in diagnostics] == ["info"]


@pytest.mark.parametrize(
    ("old", "new", "warned"),
    [
        ("2024-05", "2024-09", False),
        ("2024-09", "2024-05", True),
        ("2024", "2024-05", False),
        ("2025", "2024-05~", True),
        (None, "2024", False),
    ],
)
def test_a_replacement_that_is_older(workspace: Path, old: str | None, new: str, warned: bool) -> None:
    facts = [
        fact("old", cite("notice"), **({"as_of": old} if old else {})),
        fact("new", cite("notice"), as_of=new, supersedes=["old"]),
    ]
    warnings = [
        each for each in found(workspace, "superseded", key_facts=facts) if each.severity == "warning"
    ]
    assert items(warnings) == ["new"] * warned


def judged(*terms: str) -> list[dict[str, Any]]:
    return [
        {"id": f"j{number}", "statement": "It is closed.", "basis": ["a"], "likelihood": term}
        for number, term in enumerate(terms)
    ]


@pytest.mark.parametrize(
    ("terms", "wrong"),
    [
        (["likely", "almost certain", "roughly even chance"], []),
        (["remote", "nearly certain", "roughly even odds"], []),
        (["likely", "highly probable"], ["j1"]),
        (["probable", "likely", "unlikely"], ["j0"]),
        (["probable", "likely", "remote", "very likely"], ["j1", "j3"]),
        (["likely"], []),
    ],
)
def test_likelihood_terms_of_one_row(workspace: Path, terms: list[str], wrong: list[str]) -> None:
    diagnostics = found(
        workspace, "likelihood-mixed", key_facts=[fact("a", cite("notice"))], bottom_line=judged(*terms)
    )
    assert items(diagnostics) == wrong


def test_a_waived_term_has_no_vote(workspace: Path) -> None:
    """Or the waiver would be of no use there, and the fault told elsewhere."""
    items = judged("likely", "probable", "likely")
    for item in (items[0], items[2]):
        item["allow"] = [{"rule": "likelihood-mixed", "reason": "The estimate's own word."}]
    facts = [fact("a", cite("notice"))]
    assert found(workspace, "likelihood-mixed", "unused-waiver", key_facts=facts, bottom_line=items) == []
    items[1]["allow"] = items[0]["allow"]
    assert found(workspace, "likelihood-mixed", key_facts=facts, bottom_line=items) == []


def test_the_same_likelihood_in_the_other_row_is_named(workspace: Path) -> None:
    (diagnostic,) = found(
        workspace,
        "likelihood-mixed",
        key_facts=[fact("a", cite("notice"))],
        bottom_line=judged("likely", "remote"),
    )
    assert "'almost no chance'" in diagnostic.help
    assert [edit.text for fix in diagnostic.fixes for edit in fix.edits] == ["almost no chance"]


def test_unused_sources_stand_in_the_register(workspace: Path) -> None:
    diagnostics = found(workspace, "unused-source", key_facts=[fact("a", cite("notice"), cite("paper"))])
    assert [(each.path, each.item) for each in diagnostics] == [
        ("seeds/sources.yaml", "radio"),
        ("seeds/sources.yaml", "echo"),
    ]


def test_a_sound_brief_breaks_none(workspace: Path) -> None:
    facts = [fact("a", *(cite(source) for source in ("notice", "paper", "radio", "echo")))]
    assert found(workspace, *RULES, key_facts=facts) == []


def test_a_waiver_silences_one(workspace: Path) -> None:
    waived = fact(
        "a", cite("notice"), allow=[{"rule": "single-source", "reason": "There is only one notice."}]
    )
    assert found(workspace, "single-source", "unused-waiver", key_facts=[waived]) == []
