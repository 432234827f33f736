"""Locks: what they record, what was not reviewed, and those that cannot be read."""

import json
from collections.abc import Callable

import pytest

from briefgen.diagnostics import Severity
from briefgen.inspection.inspecting import inspect
from briefgen.models.lock import BrokenLock, Lock, parse_lock
from briefgen.workspace import open_workspace
from tests.checks.drift.locked import BEFORE, BRIEF, drift, locked
from tests.conftest import MakeWorkspace
from tests.processor import within_seconds


def test_unreviewed_quotes_are_counted_once(make_workspace: MakeWorkspace) -> None:
    root = locked(make_workspace)
    path = root / "briefs/quay.yaml"
    path.write_text(path.read_text().replace("quay is closed}", "quay is closed until further notice}"))
    (found,) = drift(root)
    assert (found.rule, found.severity) == ("not-locked", Severity.INFO)
    assert found.message.startswith("1 of 2 quotes is not in the lock")
    assert (found.span.line, found.item) == (BRIEF.splitlines().index("  - id: quay") + 3, "quay")
    (found,) = drift(root, must_be_locked=True)
    assert found.severity is Severity.ERROR


def test_a_quote_whose_source_the_lock_does_not_know_was_not_reviewed(make_workspace: MakeWorkspace) -> None:
    """Two branches may merge so: one cites a source for the first time again, the other drops its last quote."""
    root = locked(make_workspace)
    path = root / "briefs/quay.lock"
    data = json.loads(path.read_text())
    data["sources"] = {}
    path.write_text(json.dumps(data))
    (found,) = drift(root)
    assert (found.rule, found.message[:42]) == ("not-locked", "2 of 2 quotes are not in the lock of this ")
    (found,) = drift(root, must_be_locked=True)
    assert found.severity is Severity.ERROR


def test_the_first_unreviewed_quote_is_pointed_at_and_no_waiver_of_its_item_speaks_for_the_others(
    make_workspace: MakeWorkspace,
) -> None:
    brief = BRIEF.replace("id: quay\n", "id: quay\n    allow: [{rule: not-locked, reason: New.}]\n")
    (found,) = drift(make_workspace({"briefs/quay.yaml": brief, "seeds/notice.txt": BEFORE}))
    assert found.message.startswith("2 of 2 quotes are not in the lock")
    assert brief.splitlines()[found.span.line - 1][found.span.column - 1 :].startswith("The northern quay")


@pytest.mark.parametrize(
    "data",
    [
        b"<<<<<<< ours\n",
        b"\xff\xfe",
        b"[]",
        b'{"version": 2}',
        b'{"version": 1, "sources": 3}',
        b"[" * 100_000,
    ],
)
def test_a_lock_that_cannot_be_read_is_named(make_workspace: MakeWorkspace, data: bytes) -> None:
    root = locked(make_workspace)
    (root / "briefs/quay.lock").write_bytes(data)
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    (broken,) = [each for each in found if each.rule == "yaml-syntax"]
    assert broken.path == "briefs/quay.lock"


@pytest.mark.parametrize(
    ("cut", "words", "place"),
    [
        (lambda data: b"", "it is empty", (1, 1)),
        (lambda data: b" \n", "it is empty", (1, 1)),
        (lambda data: data[: data.index(b'"end"') + 4], "it is no JSON from here on", (6, 4)),
        (lambda data: data.replace(b'"version": 1', b'"version": 2'), "it is of format 2", (1, 1)),
        (lambda data: b'{"version": 1, "sources": {"a": {"sha256": "0"}}}', "`sources.a.extractor` is missing", (1, 1)),
        (lambda data: b'{"version": 1, "mine": 3}', "`mine` is unknown", (1, 1)),
        (lambda data: b'{"version": 1, "sources": [3]}', "`sources` is not what it should be", (1, 1)),
        (lambda data: b"[1]", "it is not what a lock should be", (1, 1)),
        (
            lambda data: data.replace(b' "sources": {', b'<<<<<<< ours\n "sources": {\n=======\n>>>>>>> theirs', 1),
            "git could not merge two versions of it",
            (20, 1),
        ),
        (
            lambda data: data.replace(b' "version": 1', b' "sources": {},\n "version": 1'),
            "`sources` stands there twice",
            (1, 1),
        ),
    ],
)  # fmt: skip
def test_a_broken_lock_is_told_in_plain_words_and_alone(
    make_workspace: MakeWorkspace, cut: Callable[[bytes], bytes], words: str, place: tuple[int, int]
) -> None:
    """That its quotes are not locked goes without saying."""
    root = locked(make_workspace)
    path = root / "briefs/quay.lock"
    path.write_bytes(cut(path.read_bytes()))
    for strict in (False, True):
        found = inspect(open_workspace(root), ("quay",), must_be_locked=strict).report().diagnostics
        (broken,) = [each for each in found if each.rule != "single-source"]
        assert (broken.path, (broken.span.line, broken.span.column)) == ("briefs/quay.lock", place)
        assert broken.message.startswith(f"this lock cannot be read: {words}")


def test_a_lock_that_git_could_not_merge_is_named_as_such() -> None:
    said = parse_lock(b'{\n<<<<<<< HEAD\n "version": 1,\n=======\n>>>>>>> other\n')
    assert said == BrokenLock("git could not merge two versions of it", 2)


def test_a_lock_built_to_be_long_to_read_is_refused_at_once() -> None:
    keys = ", ".join(f'"{number}": 1' for number in range(50_000))
    with within_seconds(2):
        assert parse_lock(f'{{{keys}, "49999": 2}}'.encode()) == BrokenLock("`49999` stands there twice")
    assert parse_lock(b'{"version": %s}' % (b"1" * 5000)) == BrokenLock("it holds a number that is too long")


@pytest.mark.parametrize(
    ("part", "cause"),
    [
        ("version", "the file is the one that was locked, and is read by another version of briefgen"),
        (None, "the file is the one that was locked: the lock itself was edited or merged"),
    ],
)
def test_drift_in_a_file_that_has_not_changed_is_explained(
    make_workspace: MakeWorkspace, part: str | None, cause: str
) -> None:
    root = locked(make_workspace)
    path = root / "briefs/quay.lock"
    data = json.loads(path.read_text())
    for quote in data["quotes"].values():
        quote["before"] = "Other words stood here."
    if part:
        data["sources"]["port-notice"][part] = "0"
    path.write_text(json.dumps(data))
    found = drift(root)
    assert {each.rule for each in found} == {"quote-moved"}
    assert all(each.help.startswith(cause) for each in found)


def test_locks_are_sorted_and_read_back(make_workspace: MakeWorkspace) -> None:
    data = (locked(make_workspace) / "briefs/quay.lock").read_bytes()
    lock = parse_lock(data)
    assert isinstance(lock, Lock)
    assert lock.dumped() == data
    assert (
        data == (json.dumps(json.loads(data), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    )
