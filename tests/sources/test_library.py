"""The library: what a faulty register takes away, and what it leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace

MakeWorkspace = Callable[..., Path]
ENTRY = "sources:\n  - id: port-notice\n    file: notice.txt\n    title: Notice\n"


@pytest.mark.parametrize(
    ("register", "rule"),
    [
        (ENTRY.replace("title: Notice", "title:"), "missing-field"),
        (ENTRY + "    author: [{family: A, literal: B}]\n", "invalid-value"),
        (ENTRY.replace("notice.txt", '""'), "invalid-value"),
        ("{}\n", "missing-field"),
        ("sources:\n", "missing-field"),
        ("sources: none\n", "wrong-type"),
    ],
)
def test_a_fault_of_the_register_is_told_once_and_there(
    make_workspace: MakeWorkspace, register: str, rule: str
) -> None:
    workspace = open_workspace(make_workspace({"seeds/sources.yaml": register}))
    inspection = inspect(workspace, ("quay",))
    told = [(each.rule, each.path) for each in inspection.report().diagnostics if each.severity == "error"]
    assert told == [(rule, "seeds/sources.yaml")]
    assert inspection.blocked(inspection.briefs[0])


def test_an_unknown_source_is_still_told_beside_a_faulty_entry(make_workspace: MakeWorkspace) -> None:
    register = ENTRY.replace("port-notice", "other").replace("title: Notice", "title:")
    report = inspect(open_workspace(make_workspace({"seeds/sources.yaml": register})), ("quay",)).report()
    assert [each.rule for each in report.diagnostics if each.severity == "error"] == [
        "unknown-source",
        "missing-field",
    ]


def test_a_fault_of_the_file_names_it_once_and_speaks_of_scans_for_pdfs_only(
    make_workspace: MakeWorkspace,
) -> None:
    root = make_workspace({"seeds/notice.txt": ""})
    (empty,) = (each for each in inspect(open_workspace(root), ("quay",)).shared)
    assert (empty.message, empty.help) == ("notice.txt: it holds no text", "archive the document again")
    (root / "seeds/notice.txt").unlink()
    (root / "seeds/notice.txt").mkdir()
    (folder,) = (each for each in inspect(open_workspace(root), ("quay",)).shared)
    assert folder.message == "notice.txt: it cannot be read: Is a directory"
