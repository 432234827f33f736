"""Only the latest work counts: what was begun before is gone, process and all, and nothing is told of it."""

import os
import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefgen.preview.latest import Latest

SOON = 60


def work(answer: str, started: Path | None = None) -> str:
    """Answer at once; where a file is named, say there who works, and never end."""
    if started is not None:
        part = started.with_suffix(".part")
        part.write_text(str(os.getpid()))
        part.rename(started)
        time.sleep(3600)
    if answer == "die":
        os._exit(3)
    return answer


@pytest.fixture
def told() -> "queue.SimpleQueue[str]":
    return queue.SimpleQueue()


@pytest.fixture
def latest(told: "queue.SimpleQueue[str]") -> Iterator[Latest[str]]:
    made = Latest(work, told.put, "lost")
    yield made
    made.drop()


def pid_in(path: Path) -> int:
    for _ in range(SOON * 20):
        if path.exists():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError("the work did not begin")


def is_running(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_a_result_is_told_also_that_of_work_that_died(
    latest: Latest[str], told: "queue.SimpleQueue[str]"
) -> None:
    for answer, expected in (("one", "one"), ("die", "lost"), ("two", "two")):
        latest.begin(answer)
        assert told.get(timeout=SOON) == expected


@pytest.mark.parametrize("end", [lambda latest: latest.begin("new"), lambda latest: latest.drop()])
def test_what_is_under_way_is_dropped(
    latest: Latest[str], told: "queue.SimpleQueue[str]", tmp_path: Path, end: Callable[[Latest[str]], None]
) -> None:
    latest.begin("old", tmp_path / "pid")
    pid = pid_in(tmp_path / "pid")
    end(latest)
    assert not is_running(pid)
    latest.begin("new")
    assert told.get(timeout=SOON) == "new"
    assert told.empty()
