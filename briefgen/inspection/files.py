"""The files of the workspace that a brief is read from: itself, its lock, the briefs that it takes items from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.diagnostics import START_OF_FILE, Finding, Span
from briefgen.documents.reading import Document, load
from briefgen.models.lock import Lock, parse_lock
from briefgen.workspace import Workspace, read_bytes


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the workspace that one brief is read from.

    `read` tells what was looked at, by path: the SHA-256 of the bytes that were read, None for a file that is not there.
    `documents` are the briefs among that.
    """

    workspace: Workspace
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    read: dict[str, str | None] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    def brief(self, brief_id: str) -> Document:
        """The brief called `brief_id`."""
        path = self.workspace.brief_path(brief_id)
        name = self.workspace.relative(path)
        unusable = None if name in self.drafts else _unusable(path, name, self.workspace.root)
        if unusable is not None:
            self.read[name] = None
            return Document(name, "", None, (unusable,))
        self.documents[name] = document = load(self.bytes_of(path), name)
        return document

    def other(self, brief_id: str) -> Document | None:
        """Another brief that is asked for; None where there is none."""
        path = self.workspace.brief_path(brief_id)
        if path.is_file():
            return self.brief(brief_id)
        self.read[self.workspace.relative(path)] = None
        return None

    def bytes_of(self, path: Path) -> bytes:
        """The bytes of a file that must be there.

        Raises:
            UsageFault: it cannot be read.
        """
        name = self.workspace.relative(path)
        data = self.drafts[name] if name in self.drafts else read_bytes(path)
        self.read[name] = hashlib.sha256(data).hexdigest()
        return data


def _unusable(path: Path, name: str, root: Path) -> Finding | None:
    """What is wrong with a brief's file itself: a link that leads nowhere or elsewhere, or no file at all."""
    if path.is_symlink():
        if not path.exists():
            return _fault(
                f"{name} leads nowhere: it is a link to a file that is not there", "mend or remove the link"
            )
        if not path.resolve().is_relative_to(root.resolve()):
            return _fault(f"{name} is a link that leads out of the workspace", "put the brief itself there")
    if path.exists() and not path.is_file():
        return _fault(f"{name} is no regular file", "put the brief there, or remove it")
    return None


def _fault(message: str, remedy: str) -> Finding:
    return Finding("yaml-syntax", message, help=remedy, span=START_OF_FILE)


def read_lock(files: Files, brief_id: str) -> tuple[Lock | None, list[Finding]]:
    """The lock of a brief (None: it has none, or none that can be read), and what is wrong with it."""
    path = files.workspace.lock_path(brief_id)
    place = files.workspace.relative(path)
    if not path.exists():
        files.read[place] = None
        return None, []
    lock = parse_lock(files.bytes_of(path))
    if isinstance(lock, Lock):
        return lock, []
    help_ = f"restore it, or review the quotes and write it anew with `briefgen lock {brief_id}`"
    message = f"this lock cannot be read: {lock.message}"
    span = Span(lock.line, lock.column, lock.line, lock.column)
    return None, [Finding("yaml-syntax", message, path=place, span=span, help=help_)]
