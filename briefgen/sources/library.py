"""The library: every source of a workspace, from its registers, its text read when it is first needed."""

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefgen.diagnostics import Finding, Route
from briefgen.documents.reading import Document
from briefgen.documents.validation import validate
from briefgen.evidence.text.source_text import SourceText, prepare
from briefgen.models.sources import Register, SourceRecord
from briefgen.sources.extraction import Extracted, SourceFault, extract_bytes, load, locate, plain_file


@dataclass(frozen=True)
class Source:
    """A registered source: its entry, its file, and where the entry stands."""

    record: SourceRecord
    path: Path | None
    register: str
    route: Route

    @cached_property
    def raw(self) -> bytes | SourceFault:
        """The bytes of its file, or why they cannot be had."""
        if self.path is None:
            return SourceFault(f"{self.record.file} cannot be read", "correct `file:`")
        return load(self.path)

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
    def was_read(self) -> bool:
        """Whether its file has been read."""
        return "raw" in self.__dict__

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
    it be for the ids in `faulty`, whose entries are there and could not be used. `read` has the digests of
    the registers' files as they were read, by path.
    """

    sources: Mapping[str, Source]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    whole: bool
    faulty: frozenset[str] = frozenset()
    read: Mapping[str, str | None] = field(default_factory=dict)


def build_library(documents: tuple[Document, ...], root: Path) -> Library:
    """Build the library of the workspace at `root` from its registers."""
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    faulty: set[str] = set()
    whole = True
    read: list[Document] = []
    for written in documents:
        document, register, faults, indices = _read(written)
        read.append(document)
        findings.extend(faults)
        whole = whole and register is not None and not any(map(_of_the_whole, faults))
        faulty.update(_faulty_ids(document, faults))
        folder = _real((root / document.path).parent)
        for index, record in enumerate(register.sources if register else ()):
            route: Route = ("sources", indices[index] if indices else index)
            findings.extend(_add(sources, record, document, route, folder))
    return Library(sources, tuple(read), tuple(findings), whole, frozenset(faulty))


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


def _add(
    sources: dict[str, Source], record: SourceRecord, document: Document, route: Route, folder: Path
) -> list[Finding]:
    if record.id in sources:
        message = f"the source id `{record.id}` is taken already, in {sources[record.id].register}"
        return [
            Finding(
                "duplicate-id",
                message,
                (*route, "id"),
                path=document.path,
                help="give one of the two another id",
            )
        ]
    plain = plain_file(str(folder), record.file)
    located = Path(plain) if plain else locate(folder, record.file)
    path = None if isinstance(located, SourceFault) else located
    sources[record.id] = Source(record, path, document.path, route)
    if isinstance(located, SourceFault):
        return [
            Finding(located.rule, located.message, (*route, "file"), path=document.path, help=located.help)
        ]
    return []
