"""What each edition was made from: one record a brief, sorted JSON, in `.briefgen/build/`.

A record names inputs in words that people understand and files by path; it stays in the workspace and is never
published. Where it is missing, damaged or of another version, the editions are simply made again.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from briefgen.building.hashing import encoded, read_regular

VERSION = 3
FOLDER = ".briefgen/build"
MAX_BYTES = 4_000_000
CONFLICT = b"<<<<<<< "
"""Git's mark where two branches could not be merged."""


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """One edition as it was made.

    `inputs`: what its bytes depend on, by name, with a digest or a version. `files`: every file behind the inputs by
    path, with its SHA-256, or None for a file that was looked for and was not there; the registers under one name.
    `outputs`: the SHA-256 of each output by format. `memory`: what the page engine is told next time
    (`Typeset.memory`).
    """

    inputs: Mapping[str, str]
    files: Mapping[str, str | None]
    outputs: Mapping[str, str]
    memory: str | None = None


@dataclass(frozen=True, slots=True)
class BriefRecord:
    """The editions of one brief by audience. `fault` tells why there are none where a record stands that cannot be used.

    `sha256` is that of the file, where it was read from one.
    """

    editions: Mapping[str, EditionRecord] = field(default_factory=dict)
    fault: str | None = None
    sha256: str | None = None


def record_path(root: Path, brief: str) -> Path:
    """Where the record of `brief` stands."""
    # One join in place of two: there are thousands of them.
    return Path(f"{root}/{FOLDER}/{brief}.json")


def read_record(root: Path, brief: str) -> BriefRecord:
    """Read the record of `brief`; an empty one where there is none that can be relied on."""
    try:
        raw = read_regular(record_path(root, brief))
    except FileNotFoundError:
        return BriefRecord()
    except OSError as error:
        return BriefRecord(fault=f"record cannot be read ({error.strerror})")
    try:
        record = _parse(json.loads(raw) if len(raw) <= MAX_BYTES else {})
        return replace(record, sha256=hashlib.sha256(raw).hexdigest())
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return BriefRecord(fault="record holds a merge conflict" if CONFLICT in raw else "record damaged")


def _parse(data: Any) -> BriefRecord:
    version = data["version"]
    _all_of((version,), int)
    if version != VERSION:
        return BriefRecord(fault=f"record of version {version}, not {VERSION}")
    return BriefRecord({str(name): _edition(edition) for name, edition in data["editions"].items()})


def _edition(data: Any) -> EditionRecord:
    memory, files = data["memory"], data["files"]
    _all_of(files, str)
    _all_of((memory, *files.values()), str, type(None))
    return EditionRecord(_texts(data["inputs"]), files, _texts(data["outputs"]), memory)


def _texts(data: Mapping[Any, Any]) -> dict[str, str]:
    _all_of(data, str)
    _all_of(data.values(), str)
    return dict(data)


def _all_of(values: Iterable[object], *types: type) -> None:
    # Thousands of records are read in a build: what they hold is asked for all at once.
    if not set(types).issuperset(map(type, values)):
        raise TypeError


def with_earlier_formats(record: EditionRecord, earlier: EditionRecord | None) -> EditionRecord:
    """The record with what was made in other formats from the very same inputs."""
    if earlier is None or earlier.inputs != record.inputs:
        return record
    memory = record.memory if record.memory is not None else earlier.memory
    return replace(record, outputs={**earlier.outputs, **record.outputs}, memory=memory)


def record_bytes(record: BriefRecord) -> bytes:
    """The record as it is written: sorted, one entry a line, so that two branches merge cleanly."""
    data = {
        "version": VERSION,
        "editions": {name: asdict(edition) for name, edition in record.editions.items()},
    }
    return encoded(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
