"""Where the file of a source may lie, and what is meant where it is not there."""

import os
from pathlib import Path

import pytest

from briefgen.sources.extracted import SourceFault
from briefgen.sources.extraction import MOST_GUESSES, Beside, locate, plain_file
from tests.sources.documents import fault_at


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "sub").mkdir(parents=True)
    for path in (folder / "a.txt", folder / "sub" / "b.txt", tmp_path / "outside.txt"):
        path.write_text("text")
    (folder / "good-link.txt").symlink_to("sub/b.txt")
    (folder / "bad-link.txt").symlink_to("../outside.txt")
    (folder / "bad-folder").symlink_to("..")
    (folder / "loop.txt").symlink_to("loop.txt")
    return folder


@pytest.mark.parametrize("file", ["a.txt", "sub/b.txt", "good-link.txt", "./a.txt", "sub/../a.txt"])
def test_files_below_the_register(seeds: Path, file: str) -> None:
    assert isinstance(locate(seeds, file), Path)


@pytest.mark.parametrize(
    "file",
    [
        "../outside.txt",
        "bad-link.txt",
        "bad-folder/outside.txt",
        "/etc/passwd",
        "a\0.txt",
        ".",
        "loop.txt",
        "sub/../../outside.txt",
    ],
)
def test_files_outside_are_refused(seeds: Path, file: str) -> None:
    found = locate(seeds, file)
    assert isinstance(found, SourceFault)
    assert found.rule == "invalid-value" or (file == "loop.txt" and found.rule == "source-missing")


@pytest.mark.parametrize(
    "file",
    [
        "a.txt",
        "sub/b.txt",
        "good-link.txt",
        "bad-link.txt",
        "loop.txt",
        "none.txt",
        ".",
        "sub",
        "a\0.txt",
        "",
    ],
)
def test_the_short_way_to_a_plain_file_leads_to_the_same_file(seeds: Path, file: str) -> None:
    plain = plain_file(str(seeds), file)
    assert plain is None if file != "a.txt" else plain == str(locate(seeds, file))


def test_a_missing_file(seeds: Path) -> None:
    assert getattr(locate(seeds, "none.txt"), "rule", None) == "source-missing"


def test_a_file_that_is_not_there_names_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("x")
    beside = Beside(tmp_path)
    helps = [beside.instead(file) for file in ("seeds/notice.txt", "notices.txt", "zzz.pdf")]
    assert helps[0].startswith("write `file: notice.txt`")
    assert helps[1:] == ["did you mean notice.txt?", "restore the file, or correct `file:`"]


def test_a_link_to_itself_hides_no_file_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("x")
    (tmp_path / "loop").symlink_to("loop")
    assert Beside(tmp_path).instead("notices.txt") == "did you mean notice.txt?"


def test_the_files_that_were_meant_are_looked_for_once_and_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notice.txt").write_text("x")
    beside = Beside(tmp_path)
    guesses = [beside.instead(f"notice{number}.txt") for number in range(MOST_GUESSES + 2)]
    assert len(set(guesses[:MOST_GUESSES])) == 1
    assert guesses[0] == "did you mean notice.txt?"
    assert guesses[MOST_GUESSES:] == ["restore the file, or correct `file:`"] * 2
    monkeypatch.setattr(os, "scandir", None)
    assert beside.instead("seeds/notice.txt").startswith("write `file: notice.txt`")


def test_a_name_that_no_file_can_have_is_a_fault(tmp_path: Path) -> None:
    fault = locate(tmp_path, "x" * 300 + ".txt")
    assert isinstance(fault, SourceFault)
    assert fault.rule == "source-missing"
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert isinstance(locate(tmp_path, "a.txt"), SourceFault)
    assert "circle" in fault_at(tmp_path / "a.txt").message
    assert "folder" in fault_at(tmp_path).message
