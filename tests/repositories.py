"""Git in tests: the same on every machine, whatever its settings and hooks are."""

import os
from pathlib import Path

import pytest


def own_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have git take nothing from the machine, look for no repository above `folder`, and date its commits alike."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Curator")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "curator@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-11-01T12:00:00Z")
