"""Which briefs `briefgen diff` compares: those that came and went, were renamed or are asked for."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.surveying.repository import BRIEF, FILES, commit, data, edit, ids

Make = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_briefs_that_came_and_went_and_what_they_lend(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/rail.yaml").write_text(
        "title: Rail\nkey_facts: [{use: quay#closure}]\npositions: []\nopen_questions: []\nregional_context: []\n"
    )
    commit(workspace)
    edit(
        workspace / "briefs/quay.yaml",
        ("statement: The quay is closed.", "statement: The whole quay is closed."),
    )
    assert [brief["brief"] for brief in data(briefgen, workspace)["briefs"]] == ["quay", "rail"]
    (workspace / "briefs/quay.yaml").unlink()
    told = {brief["brief"]: brief["status"] for brief in data(briefgen, workspace, "HEAD~1")["briefs"]}
    assert told == {"quay": "removed", "rail": "added"}


def test_briefs_may_be_named_after_the_revision(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace(
        {**FILES, "briefs/rail.yaml": BRIEF, "briefs/gone.yaml": BRIEF, "briefs/broken.yaml": "title: [\n"}
    )
    commit(root)
    (root / "briefs/gone.yaml").unlink()
    for name in ("quay", "rail"):
        edit(root / f"briefs/{name}.yaml", ("title: Quay", "title: The quay"))
    (root / "briefs/broken.yaml").write_text("title: {\n", encoding="utf-8")
    assert ids(data(briefgen, root)) == ["gone", "quay", "rail"]
    only = data(briefgen, root, "HEAD", "rail")
    assert (ids(only), only["problems"]) == (["rail"], [])
    assert ids(data(briefgen, root, "HEAD", "briefs/rail.yaml", "gone")) == ["gone", "rail"]


def test_a_renamed_brief_is_meant_by_either_id(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/quay.yaml").rename(workspace / "briefs/north.yaml")
    for name in ("quay", "north"):
        (renamed,) = data(briefgen, workspace, "HEAD", name)["briefs"]
        assert renamed["changes"] == [{"kind": "id", "old": "quay", "new": "north"}]


def test_a_brief_that_never_was_is_named(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff", "HEAD", "quai")
    assert done.returncode == 2
    assert "there is no brief 'quai'" in done.stderr
    assert "did you mean quay?" in done.stderr


def test_a_brief_in_place_of_the_revision_is_told(workspace: Path, briefgen: Run) -> None:
    done = briefgen("-C", workspace, "diff", "quay")
    assert done.returncode == 2
    assert "`briefgen diff HEAD quay`" in done.stderr


def test_a_brief_whose_file_was_renamed_is_compared_with_itself(workspace: Path, briefgen: Run) -> None:
    (workspace / "briefs/harbour").mkdir()
    (workspace / "briefs/quay.yaml").rename(workspace / "briefs/harbour/north.yaml")
    edit(
        workspace / "briefs/harbour/north.yaml",
        ("statement: The quay is closed.", "statement: The whole quay is closed."),
    )
    (workspace / "briefs/rail.yaml").write_text(
        "title: Rail\nkey_facts: []\npositions: []\nopen_questions: []\nregional_context: []\n"
    )
    renamed, added = data(briefgen, workspace)["briefs"]
    assert (renamed["brief"], renamed["status"]) == ("harbour/north", "changed")
    assert renamed["changes"] == [{"kind": "id", "old": "quay", "new": "harbour/north"}]
    assert [item["item"] for item in renamed["items"]] == ["closure"]
    assert (added["brief"], added["status"]) == ("rail", "added")


@pytest.mark.parametrize("broken", ["before", "now"])
def test_a_brief_that_cannot_be_read_did_not_come_or_go(workspace: Path, briefgen: Run, broken: str) -> None:
    brief = workspace / "briefs/quay.yaml"
    texts = {"before": brief.read_text(), "now": brief.read_text(), broken: "title: [\n"}
    if broken == "before":
        brief.write_text(texts["before"])
        commit(workspace)
    brief.write_text(texts["now"])
    found = data(briefgen, workspace)
    assert found["briefs"] == []
    assert [(each["side"], each["path"]) for each in found["problems"]] == [(broken, "briefs/quay.yaml")]
