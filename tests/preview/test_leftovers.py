"""Folders that killed previews left are removed by the next one, and nobody else's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.preview.leftovers import prefix, sweep


@pytest.mark.skipif(os.name != "posix", reason="no numbers of processes to ask about")
def test_only_folders_of_processes_that_are_gone_are_removed(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone, other = tmp_path / f"briefgen-preview-{ended.pid}-ab12", tmp_path / "briefgen-preview-mine"
    alive, file = tmp_path / f"{prefix()}cd34", tmp_path / f"briefgen-preview-{ended.pid}-file"
    link = tmp_path / f"briefgen-preview-{ended.pid}-link"
    for folder in (gone, other, alive):
        (folder / "quay").mkdir(parents=True)
        (folder / "quay/default.html").write_text("x")
    file.write_text("x")
    link.symlink_to(other)
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([other, alive, file, link])
    assert (other / "quay/default.html").exists()
