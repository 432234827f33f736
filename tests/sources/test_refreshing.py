"""What a server's answer means for an archived version."""

import hashlib

import pytest

from briefgen.sources.extracted import SourceFault
from briefgen.sources.fetched import Fetch, Version, read_record, write_record
from briefgen.sources.fetching import Fetched, Validators
from briefgen.sources.refreshing import Refreshed, State, judge

OLD = b"<!DOCTYPE html><p>The quay is closed."
KNOWN = Fetch("https://example.org/a", hashlib.sha256(OLD).hexdigest(), "2026-01-01", etag='"1"')


def judged(data: bytes | None, content_type: str = "text/html", known: Fetch = KNOWN) -> Refreshed:
    answer = Fetched(data, known.url, content_type, None, Validators('"2"', None))
    return judge(answer, known, "sub/a.html", OLD, "2026-11-20")


@pytest.mark.parametrize("data", [None, OLD, b"<!DOCTYPE html><!-- token 7 --><p>The quay is closed."])
def test_the_same_text_is_unchanged(data: bytes | None) -> None:
    result = judged(data)
    assert (result.state, result.files, result.text) == (State.UNCHANGED, None, None)
    assert result.fetch == Fetch(KNOWN.url, KNOWN.sha256, KNOWN.fetched, etag='"2"')


def test_a_new_version_replaces_and_keeps_the_old_one() -> None:
    new = b"<!DOCTYPE html><p>The quay is open."
    result = judged(new)
    kept = f"versions/a.{KNOWN.sha256[:12]}.html"
    assert result.state is State.CHANGED
    assert result.files == {kept: OLD, "sub/a.html": new}
    assert result.text == "The quay is open."
    assert result.fetch.versions == (Version(kept, KNOWN.sha256, "2026-01-01"),)
    assert (result.fetch.sha256, result.fetch.fetched, result.fetch.etag) == (
        hashlib.sha256(new).hexdigest(),
        "2026-11-20",
        '"2"',
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x89PNG\0", b"<!DOCTYPE html><script>x</script>", b""])
def test_what_is_no_new_version_is_refused(data: bytes) -> None:
    result = judged(data)
    assert (result.state, result.files, result.fetch) == (State.REFUSED, None, KNOWN)
    assert result.message
    assert result.help


def test_what_only_the_server_can_read_is_no_new_version() -> None:
    """As when a source is added: the file loses what the server said of it."""
    russian = "<p>Министр заявил, что миссия коалиции завершится к сентябрю 2025 года.".encode("cp1251")
    answer = Fetched(russian, KNOWN.url, "text/html", "koi8-r", Validators())
    result = judge(answer, KNOWN, "sub/a.html", OLD, "2026-11-20")
    assert result.state is State.REFUSED
    assert "only the server says" in result.message


def test_the_record_reads_back_and_merges_by_line() -> None:
    record = {
        "b": KNOWN,
        "a": Fetch(
            "https://example.org/b", "0", "2026-01-01", versions=(Version("versions/x", "1", "2025-01-01"),)
        ),
    }
    assert read_record(write_record(record)) == record
    assert write_record(record) == write_record(dict(reversed(record.items())))
    assert read_record(None) == {}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[",
        b"[]",
        b'{"sources": {"a": {}}}',
        b'{"sources": {"a": {"url": 1, "sha256": "", "fetched": ""}}}',
        b'{"sources": {"a": {"url": "", "sha256": "", "fetched": "", "etag": 5}}}',
        b'{"sources": {"a": {"url": "", "sha256": "", "fetched": "", "versions": [{"file": 1, "sha256": "", "fetched": ""}]}}}',
        b'{"sources": 1}',
    ],
)
def test_a_damaged_record_is_named(raw: bytes) -> None:
    assert isinstance(read_record(raw), SourceFault)
