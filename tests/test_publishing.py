"""Outputs appear whole or not at all, and one build at a time writes them."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import EnvironmentFault
from briefgen.publishing import exclusive, publish


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    publish({tmp_path / "a/b.txt": b"1", tmp_path / "c.txt": b"2"})
    assert (tmp_path / "a/b.txt").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b.txt", "c.txt"]


def test_where_one_cannot_be_written_none_appears(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, where a folder is needed")
    (tmp_path / "old.txt").write_text("old")
    with pytest.raises(EnvironmentFault, match="taken"):
        publish({tmp_path / "old.txt": b"new", tmp_path / "taken/b.txt": b"2"})
    assert (tmp_path / "old.txt").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.txt", "taken"]


def test_a_full_disk_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFault, match="No space left on device"):
        publish({tmp_path / "a.txt": b"new"})
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x/.briefgen-0123.tmp").write_text("half")
    (tmp_path / ".keep").write_text("not ours")
    with exclusive(tmp_path, tmp_path / "own"):
        assert sorted(path.name for path in tmp_path.rglob("*")) == [".keep", "own", "x"]


def test_what_builds_share_is_swept_where_no_other_is_at_work(tmp_path: Path) -> None:
    own = tmp_path / "own/build"
    own.mkdir(parents=True)
    left = own / ".briefgen-0123.tmp"
    left.write_text("half")
    with exclusive(tmp_path / "one", tmp_path / "own"):
        assert not left.exists()
        left.write_text("being written by the first")
        with exclusive(tmp_path / "two", tmp_path / "own"):
            assert left.exists()
    with exclusive(tmp_path / "two", tmp_path / "own"):
        assert not left.exists()


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(EnvironmentFault, match=r"page\.html cannot be written: Is a directory"):
        publish({tmp_path / "page.html": b"x"})
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("")
    with pytest.raises(EnvironmentFault, match="is a file"), exclusive(tmp_path / "dist", tmp_path / "own"):
        pass


def test_a_second_build_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from briefgen.publishing import exclusive\nwith exclusive(Path(sys.argv[1]), Path(sys.argv[1], 'own')): pass"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with exclusive(tmp_path, tmp_path / "own"):
        second = subprocess.run(
            [sys.executable, "-c", script, tmp_path], env=environment, capture_output=True, text=True
        )
    assert "another build" in second.stderr
    assert subprocess.run([sys.executable, "-c", script, tmp_path], env=environment).returncode == 0


def test_a_folder_that_is_read_only_is_told_by_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, data: bytes) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr("briefgen.publishing._write", refused)
    with pytest.raises(EnvironmentFault, match=r"one\.html cannot be written: Read-only"):
        publish({tmp_path / "one.html": b"one"})
