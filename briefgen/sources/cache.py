"""Texts of slow formats, remembered by the hash of their bytes and the version of what reads them.

The cache is the user's, outside every workspace; whatever goes wrong with it, the text is read anew. `BRIEFGEN_CACHE`
names another folder, or is `off`.
"""

import contextlib
import hashlib
import json
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from briefgen.sources.extracted import Extracted, SourceFault

KEPT = 500
"""How many texts are kept; the ones that were stored first go first."""


def remembered(
    data: bytes, version: str, read: Callable[[bytes], Extracted | SourceFault]
) -> Extracted | SourceFault:
    """What `read` makes of `data`; `version` names everything but the bytes that its answer depends on."""
    folder = cache_folder()
    if folder is None:
        return read(data)
    key = hashlib.sha256(version.encode() + b"\0" + data).hexdigest()
    path = folder / f"{key}.json"
    known = _stored(path)
    if known is not None:
        return known
    extracted = read(data)
    if isinstance(extracted, Extracted):
        _store(path, extracted)
    return extracted


def cache_folder() -> Path | None:
    """The folder of the cache by the system's custom; None where it is switched off or the user has no home."""
    named = os.environ.get("BRIEFGEN_CACHE", "")
    if named:
        return None if named == "off" else Path(named)
    with contextlib.suppress(RuntimeError):
        return _users() / "briefgen" / "texts"
    return None


def _users() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _stored(path: Path) -> Extracted | None:
    try:
        fields = json.loads(path.read_bytes())
        return Extracted(
            str(fields["text"]),
            tuple(map(int, fields["page_starts"])),
            str(fields["extractor"]),
            str(fields["version"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _store(path: Path, extracted: Extracted) -> None:
    temporary = path.with_name(f".{path.stem}-{secrets.token_hex(4)}.tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_text(json.dumps(asdict(extracted)), encoding="utf-8")
        temporary.replace(path)
        _prune(path.parent)


def _prune(folder: Path) -> None:
    texts = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in texts[:-KEPT]:
        path.unlink(missing_ok=True)
