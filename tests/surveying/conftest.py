"""A committed workspace, whatever the machine's own settings of git are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories import own_git
from tests.surveying.repository import FILES, commit

Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_git(tmp_path.parent, monkeypatch)


@pytest.fixture
def workspace(make_workspace: Make) -> Path:
    root = make_workspace(FILES)
    commit(root)
    return root
