"""What is remembered of checks: one file, `.briefgen/cache/check`, a record a line.

Each line is `SHA-256 NAME DATA`, name and data being JSON: a line that does not bear out its digest is no record. The
cache is nobody's work: it may be deleted at any time, and where it cannot be read or written the check is done anew.
It may be larger than what a process should hold, so lines are read as they are asked for, and new ones held packed.
"""

import contextlib
import hashlib
import io
import json
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from briefgen.building.hashing import encoded
from briefgen.publishing import remember

FOLDER = ".briefgen/cache"
MOST = 1 << 30
"""A larger file is not read."""
Place = tuple[int, int]
"""Where a line stands in the file, and how long it is."""


class Memory:
    """Records by name, each plain data. `path` is None where nothing is to be remembered."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._places: dict[str, Place] = dict(_places(path)) if path else {}
        self._new: dict[str, bytes] = {}
        self._changed = False

    def get(self, name: str) -> Any:
        """The record called `name`; None where there is none."""
        if name not in self._new and name not in self._places:
            return None
        with _opened(self.path) as file:
            return _data(self._line(name, file))

    def put(self, name: str, data: Any) -> None:
        """Remember `data` as `name`."""
        line = _written(name, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
        with _opened(self.path) as file:
            if line == self._line(name, file):
                return
        self._new[name] = zlib.compress(line, 1)
        self._changed = True

    def keep(self, names: Collection[str]) -> None:
        """Forget all but the records called so."""
        for name in [name for name in (*self._places, *self._new) if name not in names]:
            self._places.pop(name, None)
            self._new.pop(name, None)
            self._changed = True

    def save(self) -> None:
        """Write what has changed; a cache that cannot be written is done without."""
        if self.path is not None and self._changed:
            remember(self.path, self._lines())

    def _lines(self) -> Iterator[bytes]:
        with _opened(self.path) as file:
            for name in sorted({*self._places, *self._new}):
                line = self._line(name, file)
                if _is_sound(line):
                    yield line

    def _line(self, name: str, file: BinaryIO) -> bytes:
        """The line of a record, as it stands: another check may have written the file since."""
        if name in self._new:
            return zlib.decompress(self._new[name])
        start, length = self._places.get(name, (0, 0))
        file.seek(start)
        line = file.read(length)
        return line if line[65:].startswith(f"{json.dumps(name)}\t".encode()) else b""


def open_memory(root: Path) -> Memory:
    """The memory of the workspace at `root`."""
    return Memory(root / FOLDER / "check")


def _opened(path: Path | None) -> BinaryIO:
    try:
        return path.open("rb") if path and path.is_file() else io.BytesIO()
    except OSError:
        return io.BytesIO()


def _places(path: Path) -> Iterator[tuple[str, Place]]:
    """Yield where the line of each record stands."""
    start = 0
    with _opened(path) as file:
        if file.seek(0, io.SEEK_END) > MOST:
            return
        file.seek(0)
        for line in file:
            with contextlib.suppress(ValueError):
                yield str(json.loads(line[65 : line.index(b"\t", 65)])), (start, len(line))
            start += len(line)


def _data(line: bytes) -> Any:
    return json.loads(line[line.index(b"\t", 65) + 1 :]) if _is_sound(line) else None


def _is_sound(line: bytes) -> bool:
    return line.endswith(b"\n") and line[:65] == _digest(line[65:-1])


def _written(name: str, data: str) -> bytes:
    rest = encoded(f"{json.dumps(name)}\t{data}")
    return _digest(rest) + rest + b"\n"


def _digest(rest: bytes) -> bytes:
    return hashlib.sha256(rest).hexdigest().encode() + b"\t"
