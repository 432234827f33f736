"""A repository with the CI files in it, and the environment that their steps run in."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from tests.ci.steps import ROOT, git
from tests.ci.written import PLACES

Done = subprocess.CompletedProcess[str]
MakeWorkspace = Callable[..., Path]
Run = Callable[..., Done]


GITHUB = ROOT / "tests/tools/gh.py"


@pytest.fixture(params=PLACES, ids=str)
def place(request: pytest.FixtureRequest) -> PurePosixPath:
    return PurePosixPath(request.param)


@pytest.fixture
def origin(make_workspace: MakeWorkspace, tmp_path: Path, place: PurePosixPath, briefgen: Run) -> Path:
    """A repository, some of whose folders are a workspace, with the files of both services."""
    workspace = make_workspace({".gitignore": "/dist/\n/.briefgen/build/\n"})
    top = tmp_path / "repository"
    (top / place).parent.mkdir(parents=True, exist_ok=True)
    workspace.rename(top / place)
    git(top, "init", "--quiet")
    for service in ("github", "gitlab"):
        assert briefgen("init", "--ci", service, cwd=top / place).returncode == 0
    for number in range(3):
        (top / "note.txt").write_text(f"{number}\n")
        git(top, "add", ".")
        git(top, "commit", "--quiet", "-m", f"{number}")
    return top


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of a step: `briefgen` is this checkout, `gh` a stand-in that keeps what it is told."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, called in (("briefgen", "-m briefgen"), ("gh", f"'{GITHUB}'")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -P {called} "$@"\n')
        (tools / name).chmod(0o755)
    (tmp_path / "temp").mkdir()
    return {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GH_STATE": str(tmp_path / "gh.json"),
        "GH_REPO": "desk/briefs",
        "PAGES": "https://example.org/artifact",
        "PUBLISHED": "https://desk.example.org/briefs/",
    }
