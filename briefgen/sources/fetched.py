"""The record of what was fetched: beside each register, committed, so that a later refresh can ask what changed.

It holds, by source id, the address, the server's validators, the hash and the day of the archived version, and the
versions that went before it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from briefgen.sources.extracted import SourceFault
from briefgen.sources.fetching import Validators

NAME = "sources.fetched.json"
"""The record's file name."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was replaced: its file below the register's folder, its SHA-256, the day it was fetched."""

    file: str
    sha256: str
    fetched: str


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a source came from the web."""

    url: str
    sha256: str
    fetched: str
    etag: str | None = None
    last_modified: str | None = None
    versions: tuple[Version, ...] = ()

    @property
    def validators(self) -> Validators:
        """What to ask the server with."""
        return Validators(self.etag, self.last_modified)


def read_record(raw: bytes | None) -> dict[str, Fetch] | SourceFault:
    """The record by source id; empty where there is none."""
    if raw is None:
        return {}
    try:
        sources = json.loads(raw)["sources"]
        return {name: _fetch(dict(fields)) for name, fields in sources.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return SourceFault(
            f"{NAME} is damaged",
            "restore it from version control, or remove it: everything is then fetched anew",
            "yaml-syntax",
        )


def _fetch(fields: dict[str, object]) -> Fetch:
    versions = fields.pop("versions", [])
    known = tuple(Version(**each) for each in versions) if isinstance(versions, list) else None
    fetch = Fetch(**fields, versions=known or ())  # type: ignore[arg-type]
    stated = [fetch.url, fetch.sha256, fetch.fetched, fetch.etag or "", fetch.last_modified or ""]
    stated += [text for each in fetch.versions for text in (each.file, each.sha256, each.fetched)]
    if known is None or not all(isinstance(text, str) for text in stated):
        raise TypeError
    return fetch


def write_record(record: Mapping[str, Fetch]) -> bytes:
    """The record as sorted JSON, which merges line by line."""
    data = {"version": _FORMAT, "sources": {name: asdict(fetch) for name, fetch in record.items()}}
    return (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
