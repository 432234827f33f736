"""Where a copy of briefgen came from: what installers record, and clones; nothing of this machine, no credentials."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefgen.origin import of_folder, of_record, public_address

COMMIT = "c" * 40


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {
                "url": "https://token@example.org/desk/briefgen.git",
                "vcs_info": {"vcs": "git", "commit_id": COMMIT},
            },
            f"briefgen @ git+https://example.org/desk/briefgen.git@{COMMIT}",
        ),
        (
            {"url": "ssh://git@example.org/desk/briefgen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"briefgen @ git+https://example.org/desk/briefgen@{COMMIT}",
        ),
        (
            {
                "url": "https://example.org/b-1-py3-none-any.whl",
                "archive_info": {"hashes": {"sha256": "0a" * 32}},
            },
            "briefgen @ https://example.org/b-1-py3-none-any.whl#sha256=" + "0a" * 32,
        ),
        ({"url": "https://example.org/b.whl", "archive_info": {}}, "briefgen @ https://example.org/b.whl"),
        ({"url": "file:///home/me/b-1-py3-none-any.whl", "archive_info": {}}, None),
        ({"url": "file:///nowhere", "dir_info": {"editable": True}}, None),
    ],
)
def test_what_an_installer_recorded(record: dict[str, Any], expected: str | None) -> None:
    assert of_record(record) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("git@example.org:desk/briefgen.git", "https://example.org/desk/briefgen.git"),
        ("example.org:desk/briefgen", "https://example.org/desk/briefgen"),
        ("https://user:secret@example.org:8443/desk/b", "https://example.org:8443/desk/b"),
        ("ssh://git@example.org:22/desk/b", "https://example.org/desk/b"),
        ("/srv/git/b.git", None),
        ("../b", None),
        ("file:///srv/b", None),
        ("git://example.org/b", None),
        ("", None),
    ],
)
def test_an_address_for_others(url: str, expected: str | None) -> None:
    assert public_address(url) == expected


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    command = ["git", *identity, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_clone_is_named_by_the_commit_that_its_origin_has(tmp_path: Path) -> None:
    upstream, clone = tmp_path / "up", tmp_path / "clone"
    upstream.mkdir()
    git(upstream, "init", "--quiet")
    (upstream / "pyproject.toml").write_text("[project]\n")
    git(upstream, "add", ".")
    git(upstream, "commit", "--quiet", "-m", "one")
    git(tmp_path, "clone", "--quiet", str(upstream), str(clone))
    assert of_folder(clone) is None, "its origin is a folder"
    git(clone, "remote", "set-url", "origin", "git@example.org:desk/briefgen.git")
    commit = git(clone, "rev-parse", "HEAD")
    assert of_folder(clone) == f"briefgen @ git+https://example.org/desk/briefgen.git@{commit}"
    (clone / "inner").mkdir()
    assert of_folder(clone / "inner") is None, "some other project's repository"
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "not pushed")
    assert of_folder(clone) is None
