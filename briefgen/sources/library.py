"""The library: every source of a workspace, from its registers, its text read when it is first needed.

Owns how many texts are held: what is made of one takes some ten times its room, and a workspace may have very many.
"""

import contextlib
import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefgen.diagnostics import Finding, Route
from briefgen.documents.reading import Document
from briefgen.documents.validation import validate
from briefgen.evidence.text.source_text import SourceText, prepare
from briefgen.models.sources import Register, SourceRecord
from briefgen.sources.extraction import (
    Beside,
    Extracted,
    SourceFault,
    extract_bytes,
    load,
    locate,
    plain_file,
)

HELD_BYTES = 8_000_000
"""What the files of the sources that are held may have together, those in use aside."""


class Held:
    """The sources that have been read, with the bytes of their files; the one that was used last at the end."""

    def __init__(self) -> None:
        self._sources: dict[str, tuple[Source, int]] = {}
        self._size = 0

    def add(self, source: "Source", size: int) -> None:
        """Hold a source whose file, of so many bytes, has just been read."""
        _, before = self._sources.pop(source.record.id, (None, 0))
        self._sources[source.record.id] = source, size
        self._size += size - before

    def release(self, used: Collection[str]) -> None:
        """Let go of what has not been used for long, where too much is held; the sources called so are in use."""
        for name in used:
            if name in self._sources:
                self._sources[name] = self._sources.pop(name)
        while self._size > HELD_BYTES and (name := next(iter(self._sources))) not in used:
            source, size = self._sources.pop(name)
            self._size -= size
            source.let_go()


@dataclass(frozen=True)
class Source:
    """A registered source: its entry, its file, and where the entry stands; `held` is told where it is read.

    `path` is None where the entry leads to no file that may be read, and `fault` says why.
    """

    record: SourceRecord
    path: Path | None
    register: str
    route: Route
    fault: SourceFault | None = None
    held: Held | None = field(default=None, compare=False, repr=False)

    @cached_property
    def raw(self) -> bytes | SourceFault:
        """The bytes of its file, or why they cannot be had."""
        if self.path is None:
            return self.fault or SourceFault(f"{self.record.file} cannot be read", "correct `file:`")
        raw = load(self.path)
        self.__dict__.pop("sha256", None)
        if self.held is not None and not isinstance(raw, SourceFault):
            self.held.add(self, len(raw))
        return raw

    @cached_property
    def content(self) -> Extracted | SourceFault:
        """Its text, or why it has none."""
        if isinstance(self.raw, SourceFault):
            return self.raw
        return extract_bytes(self.raw, Path(self.record.file).suffix)

    @cached_property
    def sha256(self) -> str | None:
        """The SHA-256 of its file, in hexadecimal."""
        return None if isinstance(self.raw, SourceFault) else hashlib.sha256(self.raw).hexdigest()

    @property
    def is_doubled(self) -> bool:
        """Whether another entry has its id, so that nobody knows which of the two is cited."""
        return self.fault is not None and self.fault.rule == "duplicate-id"

    @property
    def was_read(self) -> bool:
        """Whether its file has been read."""
        return "raw" in self.__dict__

    def let_go(self) -> None:
        """Forget all that was read but its digest: the next use reads the file again."""
        self.__dict__["sha256"] = self.sha256
        for name in ("raw", "content", "text", "prepared"):
            self.__dict__.pop(name, None)

    @cached_property
    def text(self) -> str | None:
        """Its text; None where it has none."""
        return None if isinstance(self.content, SourceFault) else self.content.text

    @cached_property
    def prepared(self) -> SourceText | None:
        """Its text made ready for anchoring, once; None where it has none."""
        return None if self.text is None else prepare(self.text, self.record.language or "")


@dataclass(frozen=True, slots=True)
class Library:
    """All sources by id; `documents` are the registers, `findings` what is wrong with them.

    `whole` is False where a register could not be read, so that an unknown id need not be the brief's fault; nor need
    it be for the ids in `faulty`, whose entries are there and could not be used. `registers` is the digest
    of the registers as they were read (`workspace.registers_digest`), `held` are the sources that have been read.
    """

    sources: Mapping[str, Source]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    whole: bool
    faulty: frozenset[str] = frozenset()
    registers: str = ""
    held: Held = field(default_factory=Held, compare=False, repr=False)


def build_library(documents: tuple[Document, ...], root: Path) -> Library:
    """Build the library of the workspace at `root` from its registers."""
    findings: list[Finding] = []
    faulty: set[str] = set()
    whole = True
    held = Held()
    read: list[Document] = []
    entries = _Entries()
    for written in documents:
        document, register, faults, indices = _read(written)
        read.append(document)
        findings.extend(faults)
        whole = whole and register is not None and not any(map(_of_the_whole, faults))
        faulty.update(_faulty_ids(document, faults))
        entries.open(document, _real((root / document.path).parent))
        for index, record in enumerate(register.sources if register else ()):
            route: Route = ("sources", indices[index] if indices else index)
            findings.extend(entries.add(Source(record, None, document.path, route, held=held)))
    return Library(entries.sources, tuple(read), tuple(findings), whole, frozenset(faulty), held=held)


def _real(folder: Path) -> Path:
    with contextlib.suppress(OSError, RuntimeError):
        return folder.resolve()
    return folder


def _of_the_whole(fault: Finding) -> bool:
    """Whether a fault is of the register, not of an entry: `sources` is missing, misspelt or no list."""
    return fault.span is None and len(fault.route) < 2


def _faulty_ids(document: Document, faults: list[Finding]) -> Iterator[str]:
    """The ids that stand in entries with faults."""
    for place in {finding.route[1] for finding in faults if len(finding.route) > 1}:
        entry = document.data["sources"][place]
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield str(entry["id"])


def _read(
    document: Document,
) -> tuple[Document, Register | None, list[Finding], tuple[int, ...] | None]:
    findings = [_at(finding, document.path) for finding in document.findings]
    if document.data is None and findings:
        return document, None, findings, None
    valid = validate(Register, {} if document.data is None else document.data, document.path)
    return (
        valid.document(document),
        valid.model,
        [*findings, *valid.findings],
        valid.indices.get(("sources",)),
    )


def _at(finding: Finding, path: str) -> Finding:
    return replace(finding, path=path)


class _Entries:
    """The entries of all registers by id, as they are taken up; tells what is wrong with each."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self._documents: dict[str, Document] = {}
        self._folder = Path()
        self._beside = Beside(self._folder)

    def open(self, document: Document, folder: Path) -> None:
        """Go on to another register, in `folder`."""
        self._documents[document.path] = document
        self._folder, self._beside = folder, Beside(folder)

    def add(self, source: Source) -> Iterator[Finding]:
        """Take a source up, with the file that its entry leads to; one whose id is taken takes the text of both."""
        first = self.sources.get(source.record.id)
        if first is not None:
            yield self._doubled(first, source)
            return
        plain = plain_file(str(self._folder), source.record.file)
        located = Path(plain) if plain else locate(self._folder, source.record.file)
        if isinstance(located, SourceFault):
            missing = located.rule == "source-missing"
            remedy = self._beside.instead(source.record.file) if missing else located.help
            route = (*source.route, "file")
            yield Finding(located.rule, located.message, route, path=source.register, help=remedy)
            self.sources[source.record.id] = replace(source, fault=located)
        else:
            self.sources[source.record.id] = replace(source, path=located)

    def _doubled(self, first: Source, second: Source) -> Finding:
        name = first.record.id
        line = self._documents[first.register].span((*first.route, "id")).line
        message = f"the source id `{name}` is given twice: here and in {first.register}:{line}"
        remedy = "give one of the two another id; until then neither has a text"
        self.sources[name] = replace(first, path=None, fault=SourceFault(message, remedy, "duplicate-id"))
        return Finding("duplicate-id", message, (*second.route, "id"), path=second.register, help=remedy)
