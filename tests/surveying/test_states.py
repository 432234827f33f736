"""What `briefgen diff` compares with: revisions, shallow clones, editions that were published, faulty documents."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.surveying.repository import BRIEF, FILES, commit, data, edit, git, ids, lost

Make = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_sub_folder_and_a_shallow_clone(make_workspace: Make, briefgen: Run, tmp_path: Path) -> None:
    root = make_workspace(FILES)
    commit(root.parent)
    edit(
        root / "briefs/quay.yaml",
        ("Some 40 boats may leave by June 2026.\n", "Some 45 boats may leave by June 2026.\n"),
    )
    assert data(briefgen, root)["briefs"][0]["items"][0]["item"] == "boats"
    commit(root.parent)
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), "shallow")
    shallow = tmp_path / "shallow/ws"
    assert data(briefgen, shallow)["briefs"] == []
    refused = briefgen("-C", shallow, "diff", "HEAD~1")
    assert refused.returncode == 2
    assert "this clone is shallow" in refused.stderr


def test_faulty_documents_on_either_side_are_told(workspace: Path, briefgen: Run) -> None:
    good = (workspace / "briefs/quay.yaml").read_text()
    (workspace / "briefs/quay.yaml").write_text("title: [\n")
    (workspace / "briefgen.toml").write_text("nonsense = \n")
    commit(workspace)
    (workspace / "briefgen.toml").unlink()
    (workspace / "briefs/quay.yaml").write_text(
        good.replace("statement: The quay is closed.", "statement: {no: [}")
    )
    done = briefgen("-C", workspace, "diff")
    assert done.returncode == 0
    assert "before: briefgen.toml:1: " in done.stdout
    assert "before: briefs/quay.yaml:" in done.stdout
    assert "now: briefs/quay.yaml:4: " in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ref", ["v9", "--end-of-options", "gone.pdf", "seeds/notice.json"])
def test_what_cannot_be_read_is_exit_2(workspace: Path, briefgen: Run, ref: str) -> None:
    (workspace / "seeds/notice.json").write_text("[1, 2]")
    done = briefgen("-C", workspace, "diff", "--", ref, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_without_a_repository_an_edition_still_serves(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace(FILES)
    refused = briefgen("-C", root, "diff")
    assert refused.returncode == 2
    assert "lies in no git repository" in refused.stderr
    assert briefgen("-C", root, "build", "-f", "json,pdf").returncode == 0
    shutil.copytree(root / "dist/quay", root / "published")
    edit(
        root / "briefs/quay.yaml", ("statement: The quay is closed.", "statement: The whole quay is closed.")
    )
    for name in ("press.json", "press.pdf"):
        (brief,) = data(briefgen, root, str(root / "published" / name))["briefs"]
        assert [(item["item"], item["audiences"]) for item in brief["items"]] == [("closure", ["press"])]
    assert ids(data(briefgen, root, str(root / "published/press.json"), "quay")) == ["quay"]
    (root / "briefs/rail.yaml").write_text(BRIEF, encoding="utf-8")
    refused = briefgen("-C", root, "diff", str(root / "published/press.json"), "rail")
    assert refused.returncode == 2
    assert "is an edition of quay" in refused.stderr


def test_a_quote_of_an_edition_that_its_source_no_longer_says_is_told(
    make_workspace: Make, briefgen: Run
) -> None:
    root = make_workspace(FILES)
    assert briefgen("-C", root, "build", "-f", "json,pdf").returncode == 0
    shutil.copytree(root / "dist/quay", root / "published")
    edit(root / "seeds/notice.txt", ("quay is closed", "quay is open"), ("twice a day", "thrice a day"))
    with (root / "seeds/notice.txt").open("a") as notice:
        notice.write("Once more: Some 40 boats may leave by June 2026.\n")
    for name in ("press.json", "press.pdf"):
        found = lost(difference := data(briefgen, root, str(root / "published" / name)))
        assert {item: each["new"] for item, each in found.items()} == {
            "closure": "The quay is open",
            "key_facts[2]": "Ferries run thrice a day",
        }
        assert "quote-reanchored" not in json.dumps(difference)  # "boats" stands in two places now


def test_an_edition_names_only_briefs_of_the_workspace(make_workspace: Make, briefgen: Run) -> None:
    root = make_workspace({**FILES, "seeds/notes.yaml": FILES["briefs/quay.yaml"]})
    assert briefgen("-C", root, "build", "-f", "json").returncode == 0
    edition = json.loads((root / "dist/quay/press.json").read_text())
    (root / "other.json").write_text(json.dumps({**edition, "brief": "../seeds/notes"}))
    (brief,) = data(briefgen, root, str(root / "other.json"))["briefs"]
    assert brief["status"] == "removed"
