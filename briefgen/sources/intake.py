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
from briefgen.sources.doubts import doubts
from briefgen.sources.extracted import SourceFault
from briefgen.sources.extraction import extract_bytes
from briefgen.sources.metadata import read_metadata
from briefgen.sources.metadata_fields import Metadata, as_title
from briefgen.sources.register import Entry, appended

MAX_ID = 48
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
"""What file systems or registers do not take, and what turns the direction of a name (`gnp.exe` shown as `exe.png`)."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]) *(?:\.|\Z)", re.IGNORECASE)
"""The devices of Windows, whatever suffix they are given."""
_LONGEST, _LONGEST_BYTES, _LONGEST_SUFFIX = 100, 180, 20
"""What a file name may have: file systems count bytes, and a version that is kept has its hash in its name."""


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
    notes = list(doubts(document.data, suffix, extracted))
    if not title:
        notes.append("the document states no title: its file name stands in for it")
    wanted = document.stated.get("id") or slug(title or PurePosixPath(document.name).stem) or "source"
    entry = _entry(document, metadata, unique(wanted, shelf.ids), title or in_words(document.name))
    file = document.here or free_name(safe_name(document.name), shelf.names)
    return _intake(
        [{**entry, "file": file}], {} if document.here else {file: document.data}, shelf, tuple(notes)
    )


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
    words = " ".join(re.sub(r"[\s_\ud800-\udfff]+|(?<=\w)-(?=\w)", " ", stem).split()) or "source"
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


class Taken:
    """Names that are taken; it gives out free ones and remembers them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)
        self._next: dict[str, int] = {}

    def free(self, name: str) -> str:
        """`name`, or with the first free number behind it; it is taken from now on."""
        free = name
        if name in self._names:
            number = self._next.get(name, 2)
            while (free := f"{name}-{number}") in self._names:
                number += 1
            self._next[name] = number + 1
        self._names.add(free)
        return free


def unique(name: str, taken: Iterable[str]) -> str:
    """`name`, or with the first free number behind it."""
    return Taken(taken).free(name)


def safe_name(name: str) -> str:
    """A file name that every system takes; otherwise as received."""
    path = PurePosixPath(_UNSAFE.sub("_", unicodedata.normalize("NFC", name)).rstrip(" ."))
    stem = path.stem.strip(" .")[:_LONGEST]
    stem = f"_{stem}" if _RESERVED.match(stem) else stem
    while len(stem.encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return (stem or "source") + path.suffix[:_LONGEST_SUFFIX]


def free_name(name: str, taken: Iterable[str]) -> str:
    """`name`, or with a number before its suffix where a file of that name (in any case) stands already."""
    path = PurePosixPath(name)
    stems = stems_of(taken, path.suffix)
    stem = path.stem if path.stem.casefold() not in stems else unique(path.stem.casefold(), stems)
    return stem + path.suffix


def stems_of(names: Iterable[str], suffix: str) -> set[str]:
    """The names with that suffix, without it; blind to case, since some file systems are."""
    paths = map(PurePosixPath, names)
    return {path.stem.casefold() for path in paths if path.suffix.casefold() == suffix.casefold()}
