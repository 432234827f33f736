"""`manifest.json` beside the outputs: which output was made from which inputs, in paths and hashes only.

It travels with the outputs, so it holds no word of any brief: inputs are one digest. It lets a build that has the
outputs, but not the records, know them for fresh.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from briefgen.building.hashing import encoded, read_regular

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One output: the SHA-256 of its bytes and the digest of everything that they depend on."""

    sha256: str
    inputs: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The outputs of one folder by path."""

    outputs: Mapping[str, Entry] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of an output folder; an empty one where there is none that can be relied on."""
    try:
        data = json.loads(read_regular(folder / NAME))
        if data["version"] != VERSION:
            return Manifest()
        outputs = ((path, each) for path, each in data["outputs"].items() if _is_below(path))
        return Manifest({path: Entry(str(each["sha256"]), str(each["inputs"])) for path, each in outputs})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest()


def _is_below(path: str) -> bool:
    """Whether a name stays in the folder: a manifest may come from elsewhere, and what it names may be removed."""
    # There may be hundreds of thousands.
    plain = ".." not in path and ":" not in path and not path.startswith(("/", "\\"))
    return plain or not (PurePath(path).anchor or ".." in PurePath(path).parts)


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written: sorted, so that the same outputs give the same bytes."""
    outputs: dict[str, Any] = {
        path: {"sha256": entry.sha256, "inputs": entry.inputs} for path, entry in manifest.outputs.items()
    }
    return (json.dumps({"version": VERSION, "outputs": outputs}, indent=1, sort_keys=True) + "\n").encode()


def inputs_digest(inputs: Mapping[str, str]) -> str:
    """One digest of named inputs."""
    return hashlib.sha256(encoded(json.dumps(inputs, ensure_ascii=False, sort_keys=True))).hexdigest()
