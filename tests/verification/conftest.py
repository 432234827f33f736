"""A brief that was published, and its workspace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.pages.reading import read_here
from tests.conftest import write_files
from tests.verification.published import FILES, SOUND, built

MakeWorkspace = Callable[..., Path]


@pytest.fixture
def apart() -> None:
    """For tests in which a file is read by a process with limits, as in use."""


@pytest.fixture(autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests read files in their own process: another for each takes longer than all the rest."""
    if "apart" not in request.fixturenames:
        monkeypatch.setattr("briefgen.verification.read", read_here)


@pytest.fixture
def root(make_workspace: MakeWorkspace) -> Path:
    return make_workspace(SOUND)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(write_files(tmp_path_factory.mktemp("sound"), FILES)).read_bytes()


@pytest.fixture
def pdf(root: Path, sound: bytes) -> Path:
    path = root / "published.pdf"
    path.write_bytes(sound)
    return path
