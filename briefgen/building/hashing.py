"""Digests of files by content, and the names that records have for files.

Owns what a name in a record means now: a file below the workspace, one that ships with briefgen (`briefgen:`), the
names of all files of a folder (`templates/press/`), all registers (`seeds/**/sources.yaml`), or what a brief is held
against (`changes_since v1`).
"""

import errno
import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.workspace import registers_digest, registers_of, shipped_templates

if TYPE_CHECKING:
    from briefgen.documents.reading import Document

SHIPPED = "briefgen:"
CHUNK = 1 << 20
SINCE = "changes_since "
"""Starts the name of what a brief is held against: a git revision, or the editions that were published of it."""
REGISTERS = "seeds/**/sources.yaml"
"""All registers: one name in a record, however many there are."""
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe or a device in the place of a file must not be waited for."""


@dataclass(slots=True)
class Hasher:
    """Digests of files, each read once; paths are kept relative to `root` where they lie in it."""

    root: Path
    _known: dict[str, str | None] = field(default_factory=dict)
    _named: dict[str, str | None] = field(default_factory=dict)
    _names: dict[Path, str] = field(default_factory=dict)
    _earlier: dict[str, str | None] = field(default_factory=dict)
    _said: dict[Path, str | None] = field(default_factory=dict)

    def without(self, *folders: Path) -> "Hasher":
        """A hasher that knows what this one knows, save of what lies below `folders`."""
        tops = tuple(f"{folder}{os.sep}" for folder in folders)
        known = {place: found for place, found in self._known.items() if not place.startswith(tops)}
        return Hasher(self.root, known)

    def learn(self, read: Mapping[str, str | None]) -> None:
        """Take the digests of files, by name, as they were when they were read: some may have been edited since."""
        self._known.update((self.path(name), found) for name, found in read.items())
        self._named.update(read)

    def file(self, path: Path | str) -> str | None:
        """The SHA-256 of a file, None where there is none that can be read."""
        place = os.fspath(path)
        if place not in self._known:
            self._known[place] = sha256_of(place)
        return self._known[place]

    def name(self, path: Path) -> str:
        """How a record names a file: relative to the workspace, or to what ships with briefgen (after `briefgen:`)."""
        if path not in self._names:
            self._names[path] = self._name(path)
        return self._names[path]

    def _name(self, path: Path) -> str:
        if path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix()
        shipped = shipped_templates()
        return (
            SHIPPED + path.relative_to(shipped).as_posix()
            if path.is_relative_to(shipped)
            else path.as_posix()
        )

    def path(self, name: str) -> str:
        """The path of what a record calls `name`."""
        if name.startswith(SHIPPED):
            return os.path.join(shipped_templates(), name.removeprefix(SHIPPED))  # noqa: PTH118 - thousands of names
        return os.path.join(self.root, name)  # noqa: PTH118

    def said(self, path: Path) -> str | None:
        """What the brief at `path` says (`said_by`), None where there is none that can be read."""
        if path not in self._said:
            # Only briefs that have changed are parsed.
            from briefgen.documents.reading import load

            raw = read_regular(path) if self.file(path) else b""
            found = hashlib.sha256(raw).hexdigest()
            # Whoever has written since the file was hashed is left to whoever reads it next.
            same = found == self.file(path)
            self._said[path] = said_by(load(raw, ""), found) if same else self.file(path)
        return self._said[path]

    def listing(self, folder: Path | str) -> str:
        """The digest of the names of all files below `folder`: tells when one is added."""
        place = os.fspath(folder).rstrip("/")
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = digest(sorted(files_below(place)))
        return found

    def earlier(self, since: str) -> str | None:
        """What `changes_since: since` means now: a commit's id, or the digest of the publication."""
        if since not in self._earlier:
            # Only few briefs ask for it, and finding out takes a process.
            from briefgen.history.earlier import earlier_digest

            self._earlier[since] = earlier_digest(self.root, since)
        return self._earlier[since]

    def unchanged(self, files: Mapping[str, str | None]) -> bool:
        """Whether every file of a record is as it was, the absent ones absent, folders (`name/`) with the same files."""
        # Records name much the same files: what is known of them already is compared all at once.
        for name in files:
            if name not in self._named:
                self.current(name)
        return files.items() <= self._named.items()

    def current(self, name: str) -> str | None:
        """The digest of what a record calls `name`, as it is now."""
        # Templates and registers stand in every record: making paths of their names costs more than their hashes.
        if name not in self._named:
            self._named[name] = self._current(name)
        return self._named[name]

    def _current(self, name: str) -> str | None:
        if name.startswith(SINCE):
            return self.earlier(name.removeprefix(SINCE))
        if name == REGISTERS:
            return registers_digest({self.name(path): self.file(path) for path in registers_of(self.root)})
        path = self.path(name)
        return self.listing(path) if name.endswith("/") else self.file(path)


def files_below(folder: str, under: str = "") -> Iterator[str]:
    """Yield the path of every file below `folder`, relative to it, with `/`; folders behind links are left out."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except (OSError, ValueError):
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, f"{under}{entry.name}/")
        elif entry.is_file():
            yield under + entry.name


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: there is none that can be read.
    """
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        return file.read()


def sha256_of(path: str) -> str | None:
    """The SHA-256 of a regular file, None where there is none that can be read."""
    try:
        handle = os.open(path, FLAGS)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(handle)
        return _sha256(handle, min(status.st_size + 1, CHUNK)) if stat.S_ISREG(status.st_mode) else None
    except OSError:
        return None
    finally:
        os.close(handle)


def _sha256(handle: int, size: int) -> str:
    # Most files are small: `hashlib.file_digest` would clear a quarter of a megabyte for each.
    found = hashlib.sha256()
    while chunk := os.read(handle, size):
        found.update(chunk)
    return found.hexdigest()


def digest(*parts: object) -> str:
    """One digest of plain data."""
    return hashlib.sha256(
        encoded(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str))
    ).hexdigest()


def encoded(text: str) -> bytes:
    """`text` as UTF-8, names of files that are none as they are."""
    return text.encode("utf-8", "surrogatepass")


def said_by(document: "Document", sha256: str | None) -> str | None:
    """The digest of what a brief says, comments and layout aside; `sha256` is that of its file.

    Where something is to be said of how it is written, it is that of the file: a comment may be what has gone wrong.
    """
    return sha256 if document.findings else digest(_ordered(document.data))


def _ordered(data: Any) -> Any:
    """`data` with all that may count: the order of keys, and whether a text is in quotation marks."""
    from briefgen.models.scalars import Plain

    if isinstance(data, dict):
        return {"keys": [[key, _ordered(value)] for key, value in data.items()]}
    if isinstance(data, list):
        return [_ordered(value) for value in data]
    return {"plain": data} if isinstance(data, Plain) else data
