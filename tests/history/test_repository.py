"""What a revision holds, read without a checkout."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.errors import UsageFault
from briefgen.history.repository import blob_id, read_revision, resolve_revision

Make = Callable[..., Path]
Commit = Callable[[Path], None]
Git = Callable[..., str]


def test_files_are_read_as_they_were(make_workspace: Make, commit: Commit) -> None:
    root = make_workspace()
    commit(root)
    before = (root / "briefs/quay.yaml").read_bytes()
    (root / "briefs/quay.yaml").write_text("title: other\n")
    revision = read_revision(root, "HEAD")
    assert revision.date == "2026-11-01"
    assert revision.read(["briefs/quay.yaml", "briefs/none.yaml"]) == {"briefs/quay.yaml": before}
    assert revision.changed() == {"briefs/quay.yaml"}


def test_a_workspace_may_be_a_folder_of_its_repository(make_workspace: Make, commit: Commit) -> None:
    root = make_workspace()
    (root.parent / "README").write_text("Not of the workspace.\n")
    commit(root.parent)
    assert sorted(read_revision(root, "HEAD").files) == [
        "briefs/quay.yaml",
        "seeds/notice.txt",
        "seeds/sources.yaml",
    ]


def test_attributes_hide_nothing(make_workspace: Make, commit: Commit) -> None:
    root = make_workspace(
        {".gitattributes": "seeds export-ignore\n*.txt export-subst\n", "seeds/notice.txt": "$Format:%H$\n"}
    )
    commit(root)
    assert read_revision(root, "HEAD").read(["seeds/notice.txt"]) == {"seeds/notice.txt": b"$Format:%H$\n"}


def test_names_and_bytes_of_any_kind(make_workspace: Make, commit: Commit) -> None:
    data = bytes(range(256)) + b"\n\nblob 3\n"
    root = make_workspace({"seeds/a b\n“c”.bin": data, "seeds/empty.txt": b""})
    commit(root)
    assert read_revision(root, "HEAD").read(["seeds/a b\n“c”.bin", "seeds/empty.txt"]) == {
        "seeds/a b\n“c”.bin": data,
        "seeds/empty.txt": b"",
    }


def test_links_lead_to_what_the_commit_has_and_nowhere_else(make_workspace: Make, commit: Commit) -> None:
    root = make_workspace()
    (root / "seeds/again.txt").symlink_to("notice.txt")
    (root / "seeds/out.txt").symlink_to("/etc/hostname")
    (root / "seeds/circle.txt").symlink_to("circle.txt")
    commit(root)
    found = read_revision(root, "HEAD")
    assert found.read(["seeds/again.txt"])["seeds/again.txt"] == (root / "seeds/notice.txt").read_bytes()
    assert not {"seeds/out.txt", "seeds/circle.txt"} & found.files.keys()


def test_a_shallow_clone_has_what_it_has_and_says_what_it_lacks(
    make_workspace: Make, commit: Commit, git: Git, tmp_path: Path
) -> None:
    root = make_workspace()
    commit(root)
    (root / "briefs/quay.yaml").write_text("title: other\n")
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    assert read_revision(tmp_path / "shallow", "HEAD").read(["briefs/quay.yaml"]) == {
        "briefs/quay.yaml": b"title: other\n"
    }
    with pytest.raises(UsageFault, match="this clone is shallow; fetch more of it"):
        read_revision(tmp_path / "shallow", "HEAD~1")


@pytest.mark.parametrize("name", ["v9", "--output=stolen", "-h", "HEAD:briefs", "", "HEAD^{/x", "a b\nc"])
def test_what_is_no_revision_is_said(make_workspace: Make, commit: Commit, name: str) -> None:
    root = make_workspace()
    commit(root)
    with pytest.raises(UsageFault, match="no git revision"):
        resolve_revision(root, name)
    assert not list(root.glob("stolen*"))


def test_no_commit_no_repository_no_git(
    make_workspace: Make, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace()
    with pytest.raises(UsageFault, match="lies in no git repository"):
        read_revision(root, "HEAD")
    git(root, "init", "--quiet")
    with pytest.raises(UsageFault, match="nothing has been committed yet"):
        read_revision(root, "HEAD")
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(UsageFault, match="git is not installed"):
        read_revision(root, "HEAD")


def test_ids_are_gits_own(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(os.urandom(99))
    told = subprocess.run(
        ["git", "hash-object", "a"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.strip()
    assert blob_id(path, told) == told
    assert blob_id(tmp_path / "none", told) == ""
