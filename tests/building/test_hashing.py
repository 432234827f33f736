"""Digests of files: regular ones only, folders by the names of their files."""

import hashlib
import os
from pathlib import Path

import pytest

from briefgen.building.hashing import Hasher, files_below, sha256_of
from briefgen.building.machine import READERS, _asked, _installed


def test_a_file_is_told_by_its_bytes_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "large"
    for data in (b"", b"x", b"x" * (1 << 20), b"y" * ((1 << 20) + 7)):
        path.write_bytes(data)
        assert sha256_of(str(path)) == hashlib.sha256(data).hexdigest()
    assert sha256_of(str(tmp_path)) is None
    assert sha256_of(str(tmp_path / "none")) is None
    assert sha256_of("nul\0byte") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert sha256_of(str(tmp_path / "pipe")) is None


def test_a_folder_is_told_by_the_names_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.css").write_text("x")
    (tmp_path / "a/.hidden").write_text("x")
    (tmp_path / "a/link").symlink_to(tmp_path / "a/b")
    assert sorted(files_below(str(tmp_path / "a"))) == [".hidden", "b/c.css"]
    before = Hasher(tmp_path).current("a/")
    (tmp_path / "a/b/d.css").write_text("x")
    assert Hasher(tmp_path).current("a/") != before


def test_versions_are_those_that_the_library_tells() -> None:
    assert _installed(READERS) == {name.lower(): _asked(name) for name in READERS}
