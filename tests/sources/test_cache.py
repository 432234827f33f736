"""Remembered texts: the same as read ones, or not used."""

from pathlib import Path

import pytest

from briefgen.sources import cache
from briefgen.sources.cache import cache_folder, remembered
from briefgen.sources.extracted import Extracted, SourceFault

TEXT = Extracted("Päge one\nTwo", (0, 9), "pdf", "1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "texts"))
    return tmp_path / "texts"


def read(
    calls: list[bytes], answer: Extracted | SourceFault = TEXT, data: bytes = b"x", version: str = "1"
) -> Extracted | SourceFault:
    def reader(given: bytes) -> Extracted | SourceFault:
        calls.append(given)
        return answer

    return remembered(data, version, reader)


def test_a_text_is_read_once_for_its_bytes_and_version(folder: Path) -> None:
    calls: list[bytes] = []
    assert read(calls) == read(calls) == TEXT
    assert calls == [b"x"]
    read(calls, data=b"y")
    read(calls, version="2")
    assert calls == [b"x", b"y", b"x"]
    assert [path.name[0] for path in folder.iterdir()] != []


def test_faults_are_not_remembered(folder: Path) -> None:
    calls: list[bytes] = []
    fault = SourceFault("m", "h")
    assert read(calls, fault) == read(calls, fault) == fault
    assert len(calls) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"text": 1}', b"\xff"])
def test_a_damaged_entry_is_read_anew(folder: Path, damage: bytes) -> None:
    calls: list[bytes] = []
    read(calls)
    for path in folder.iterdir():
        path.write_bytes(damage)
    assert read(calls) == read(calls) == TEXT
    assert len(calls) == 2


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "file"))
    calls: list[bytes] = []
    assert read(calls) == read(calls) == TEXT
    assert len(calls) == 2


def test_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_CACHE", "off")
    assert cache_folder() is None
    calls: list[bytes] = []
    read(calls)
    read(calls)
    assert len(calls) == 2


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 2)
    for number in range(5):
        read([], data=bytes([number]))
    assert len(list(folder.iterdir())) == 2
    calls: list[bytes] = []
    read(calls, data=bytes([4]))
    assert calls == []
