"""What is remembered of checks: one file, `.briefgen/cache/check`, a record a line.

Each line is `SHA-256 NAME DATA`, name and data being JSON: a line that does not bear out its digest is no record. The
cache is nobody's work: it may be deleted at any time, and where it cannot be read or written the check is done anew.
"""

import contextlib
import hashlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from briefgen.errors import EnvironmentFault
from briefgen.publishing import publish

FOLDER = ".briefgen/cache"
MOST = 1 << 30
"""A larger file is not read."""


class Memory:
    """Records by name, each plain data. `path` is None where nothing is to be remembered."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lines = _read(path) if path else {}
        self._before = dict(self._lines)

    def get(self, name: str) -> Any:
        """The record called `name`; None where there is none."""
        line = self._lines.get(name)
        return None if line is None else json.loads(line)

    def put(self, name: str, data: Any) -> None:
        """Remember `data` as `name`."""
        self._lines[name] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def keep(self, names: Collection[str]) -> None:
        """Forget all but the records called so."""
        self._lines = {name: line for name, line in self._lines.items() if name in names}

    def save(self) -> None:
        """Write what has changed; a cache that cannot be written is done without."""
        if self.path is None or self._lines == self._before:
            return
        data = "".join(_line(name, line) for name, line in sorted(self._lines.items())).encode()
        ignored = self.path.parent / ".gitignore"
        with contextlib.suppress(EnvironmentFault):
            publish({self.path: data} | ({} if ignored.exists() else {ignored: b"*\n"}))


def open_memory(root: Path) -> Memory:
    """The memory of the workspace at `root`."""
    return Memory(root / FOLDER / "check")


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_bytes().decode() if path.stat().st_size <= MOST else ""
    except (OSError, UnicodeDecodeError):
        return {}
    # Texts may hold characters that `splitlines` takes for line ends.
    return dict(found for line in text.split("\n") if (found := _record(line)))


def _record(line: str) -> tuple[str, str] | None:
    written, _, rest = line.partition("\t")
    name, _, data = rest.partition("\t")
    if len(written) != 64 or written != _digest(rest):
        return None
    try:
        return str(json.loads(name)), data
    except ValueError:
        return None


def _line(name: str, data: str) -> str:
    rest = f"{json.dumps(name)}\t{data}"
    return f"{_digest(rest)}\t{rest}\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
