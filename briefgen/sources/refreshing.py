"""One source fetched again: what became of it, and which files that would change. Pure but for the fetching itself."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.extraction import extract_bytes
from briefgen.sources.fetched import Fetch, Version
from briefgen.sources.fetching import Fetched, FetchFault, fetch
from briefgen.sources.sniffing import contradicts, suffix_of

VERSIONS = "versions"
"""The folder beside the register that replaced versions are kept in."""


_KIND = {".htm": ".html", ".md": ".txt"}  # suffixes that cannot be told apart by what they hold


class State(StrEnum):
    """What a refresh found."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one source.

    `files` are to be written (by path below the register's folder), `fetch` is the record from now on, `text` the
    text of the new version. All are as before unless the source changed.
    """

    state: State
    fetch: Fetch
    message: str = ""
    help: str = ""
    text: str | None = None
    files: Mapping[str, bytes] | None = None


def refresh(known: Fetch, file: str, data: bytes, today: str, *, allow_private: bool = False) -> Refreshed:
    """Ask the source's server for a newer version of `file`, whose archived bytes are `data`.

    Where those are not the bytes that were fetched, the server's word that nothing has changed would be of others.
    """
    as_fetched = hashlib.sha256(data).hexdigest() == known.sha256
    answer = fetch(known.url, known.validators if as_fetched else None, allow_private=allow_private)
    if isinstance(answer, FetchFault):
        return Refreshed(State.UNREACHABLE, known, answer.message, answer.help)
    return judge(answer, known, file, data, today)


def judge(answer: Fetched, known: Fetch, file: str, data: bytes, today: str) -> Refreshed:
    """What the server's answer means for the archived version.

    A page whose bytes differ but whose text is the same (a counter, a token) is unchanged: nothing is archived.
    """
    same = replace(
        known,
        etag=answer.validators.etag or known.etag,
        last_modified=answer.validators.last_modified or known.last_modified,
    )
    if answer.data is None or answer.data == data:
        return Refreshed(State.UNCHANGED, same)
    suffix = PurePosixPath(file).suffix
    new = _readable(answer, suffix)
    if isinstance(new, SourceFault):
        return Refreshed(State.REFUSED, known, new.message, new.help)
    old = extract_bytes(data, suffix)
    if isinstance(old, Extracted) and (old.text, old.page_starts) == (new.text, new.page_starts):
        return Refreshed(State.UNCHANGED, same)
    return _changed(answer.data, answer, known, file, data, today, new.text)


def _readable(answer: Fetched, suffix: str) -> Extracted | SourceFault:
    data = answer.data or b""
    found = suffix_of(data, answer.content_type, answer.url)
    if isinstance(found, SourceFault):
        return found
    if _KIND.get(found, found) != _KIND.get(suffix, suffix):
        return SourceFault(
            f"the address now gives {found} in place of {suffix}",
            "open it in a browser; the archived version stays",
        )
    return contradicts(data, suffix, answer.charset) or extract_bytes(data, suffix)


def _changed(
    new: bytes, answer: Fetched, known: Fetch, file: str, old: bytes, today: str, text: str
) -> Refreshed:
    path, old_hash = PurePosixPath(file), hashlib.sha256(old).hexdigest()
    kept = str(PurePosixPath(VERSIONS) / f"{path.stem}.{old_hash[:12]}{path.suffix}")
    version = Version(kept, old_hash, known.fetched)
    fetched = Fetch(
        url=known.url,
        sha256=hashlib.sha256(new).hexdigest(),
        fetched=today,
        etag=answer.validators.etag,
        last_modified=answer.validators.last_modified,
        versions=(*(each for each in known.versions if each.file != kept), version),
    )
    return Refreshed(State.CHANGED, fetched, text=text, files={kept: old, file: new})


def below(folder: Path, files: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Files named from a folder, as paths."""
    return {folder / name: data for name, data in files.items()}
