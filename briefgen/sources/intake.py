"""Taking documents in: what is archived where and what the register says of it, decided before anything is written.

Every function is pure: it gives the bytes of the files that are to appear. Nothing that stands is changed but the
register, and that only by adding to its text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from briefgen.models.sources import SourceRecord
from briefgen.sources.extracted import SourceFault
from briefgen.sources.extraction import extract_bytes
from briefgen.sources.metadata import read_metadata
from briefgen.sources.metadata_fields import Metadata, as_title
from briefgen.sources.register import Entry, appended

MAX_ID = 48
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where new sources go: the register's folder, its bytes now, and what is taken in the workspace.

    `ids` are all ids of the workspace; `hashes` leads from a file's SHA-256 to the id that it is registered under;
    `names` are the files that stand in the folder.
    """

    folder: Path
    register: bytes
    ids: frozenset[str] = frozenset()
    hashes: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    @property
    def path(self) -> Path:
        """The register's file."""
        return self.folder / "sources.yaml"


@dataclass(frozen=True, slots=True)
class Document:
    """A document to take in: its bytes, its name, and what is known of where it comes from.

    `here` is its path below the register's folder where it lies there already; then it is not copied.
    """

    data: bytes
    name: str
    here: str | None = None
    url: str | None = None
    accessed: str | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intake:
    """What an intake comes to: the files that are to be written, the new entries, what the user should know."""

    files: Mapping[Path, bytes]
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def take_in(document: Document, shelf: Shelf) -> Intake | SourceFault:
    """The intake of one document: archived as received, registered with what it says of itself."""
    suffix = PurePosixPath(document.name).suffix
    extracted = extract_bytes(document.data, suffix)
    if isinstance(extracted, SourceFault):
        return extracted
    metadata = read_metadata(document.data, suffix)
    title = document.stated.get("title") or metadata.title
    notes = () if title else ("the document states no title: its file name stands in for it",)
    wanted = document.stated.get("id") or slug(title or PurePosixPath(document.name).stem) or "source"
    entry = _entry(document, metadata, unique(wanted, shelf.ids), title or in_words(document.name))
    file = document.here or free_name(safe_name(document.name), shelf.names)
    return _intake([{**entry, "file": file}], {} if document.here else {file: document.data}, shelf, notes)


def _entry(document: Document, metadata: Metadata, name: str, title: str) -> dict[str, Any]:
    """The fields in the order in which a register shows them; what nobody stated is null."""
    entry = {
        "id": name,
        "file": "",
        "type": "webpage" if document.url and not document.name.endswith((".pdf", ".docx")) else "document",
        "title": as_title(title) or title,
        "author": list(metadata.author),
        "publisher": metadata.publisher,
        "container-title": None,
        "issued": metadata.issued,
        "accessed": document.accessed,
        "URL": document.url,
        "language": metadata.language,
        "descriptor": None,
        "reliability": None,
    }
    return {
        **entry,
        **{key: value for key, value in document.stated.items() if key in entry and value and key != "id"},
    }


def intake(
    entries: Iterable[Entry], files: Mapping[str, bytes], shelf: Shelf, notes: Iterable[str] = ()
) -> Intake | SourceFault:
    """The intake of finished entries, with files named from the register's folder."""
    return _intake(list(entries), files, shelf, tuple(notes))


def _intake(
    entries: list[Entry], files: Mapping[str, bytes], shelf: Shelf, notes: tuple[str, ...]
) -> Intake | SourceFault:
    for entry in entries:
        fault = _invalid(entry)
        if fault:
            return fault
    register = appended(shelf.register, entries)
    if isinstance(register, SourceFault):
        return replace(register, message=f"{shelf.path.name}: {register.message}")
    written = {shelf.folder / name: data for name, data in files.items()}
    return Intake({**written, shelf.path: register}, tuple(entries), notes)


def _invalid(entry: Entry) -> SourceFault | None:
    try:
        SourceRecord.model_validate(entry)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(map(str, first["loc"]))
        return SourceFault(
            f"{name}: {first['msg']}",
            "state it in the form that `briefgen schema sources` shows",
            "invalid-value",
        )
    return None


def in_words(name: str) -> str:
    """A file's name as a title: `port-notice_2.txt` is "Port notice 2"."""
    stem = PurePosixPath(name).stem
    words = " ".join(re.sub(r"[\s_]+|(?<=\w)-(?=\w)", " ", stem).split()) or stem
    return words[:1].upper() + words[1:]


def slug(text: str) -> str:
    """A kebab-case id from a title, cut at a word; empty where the title has no Latin letters or digits."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:MAX_ID]
        if len(longer) > MAX_ID:
            break
        name = longer
    return name


def unique(name: str, taken: Iterable[str]) -> str:
    """`name`, or with the first free number behind it."""
    taken = set(taken)
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def safe_name(name: str) -> str:
    """A file name that every system takes; otherwise as received."""
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    path = PurePosixPath(plain or "source")
    return path.stem[:100] + path.suffix


def free_name(name: str, taken: Iterable[str]) -> str:
    """`name`, or with a number before its suffix where a file of that name (in any case) stands already."""
    path = PurePosixPath(name)
    stems = {
        PurePosixPath(each).stem.casefold()
        for each in taken
        if PurePosixPath(each).suffix.casefold() == path.suffix.casefold()
    }
    return unique_stem(path.stem, stems) + path.suffix


def unique_stem(stem: str, taken: set[str]) -> str:
    """As `unique`, blind to case, since some file systems are."""
    return stem if stem.casefold() not in taken else unique(stem.casefold(), taken)
