"""Real, small git repositories."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories import own_git

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in a folder, whatever the machine's own settings and hooks are."""
    own_git(tmp_path.parent, monkeypatch)

    def run(folder: Path, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
        ).stdout

    return run


@pytest.fixture
def commit(git: Git) -> Callable[[Path], None]:
    """Commits everything in a folder, which becomes a repository where it is none."""

    def run(folder: Path) -> None:
        if not (folder / ".git").exists():
            git(folder, "init", "--quiet", "--initial-branch=main")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message=x")

    return run
