"""From a file to its text: one reader a format, limits on size, faults as values.

The file is never rewritten; its text is derived from its bytes each time.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path

from briefgen.sources.extracted import MAX_BYTES, MAX_CHARACTERS, Extracted, SourceFault

__all__ = [
    "MAX_BYTES",
    "MOST_GUESSES",
    "RESTORE",
    "SUFFIXES",
    "Beside",
    "Extracted",
    "SourceFault",
    "extract",
    "extract_bytes",
    "load",
    "locate",
    "plain_file",
]

Reader = Callable[[bytes], Extracted | SourceFault]


_READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}

SUFFIXES = tuple(_READERS)
"""The formats of sources, by file suffix."""

RESTORE = "restore the file, or correct `file:`"
_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of a word processor begin; the second are encrypted, or old."""
MOST_GUESSES = 20
"""So many missing files of one folder are compared with those that are there: where more are missing, all are."""
_LONGEST_NAME = 255

SCANNED = "where it is a scan, run text recognition (OCR) first and archive the result"
_FILLED = "where scripts fill it, open it in a browser, and archive the page as saved or printed from there"
_NO_TEXT = {".pdf": SCANNED, ".html": _FILLED, ".htm": _FILLED}


def extract(path: Path) -> Extracted | SourceFault:
    """The text of the file at `path`, by its suffix; a fault says why there is none."""
    data = load(path)
    return data if isinstance(data, SourceFault) else extract_bytes(data, path.suffix)


def extract_bytes(data: bytes, suffix: str) -> Extracted | SourceFault:
    """As `extract`, for bytes already in hand (they are hashed and extracted from one reading)."""
    name = _READERS.get(suffix.lower())
    if name is None:
        return SourceFault(
            f"{suffix or 'a name without suffix'} is no format that sources are read from",
            "save it as one of " + " ".join(SUFFIXES),
        )
    if fault := _misnamed(data, suffix.lower()):
        return fault
    # Each reader imports its library only where a source of that format is met.
    reader: Reader = import_module(f"briefgen.sources.{name}").read
    extracted = reader(data)
    return extracted if isinstance(extracted, SourceFault) else _worthwhile(extracted, suffix.lower())


def _misnamed(data: bytes, suffix: str) -> SourceFault | None:
    """A fault where a file is named as of a format that its first bytes are not of: what a server gave for a PDF, say."""
    from briefgen.sources.charset import packed_as
    from briefgen.sources.sniffing import is_page

    pdf = suffix == ".pdf" and b"%PDF-" in data[:1024]
    if suffix not in (".pdf", ".docx") or pdf or (suffix == ".docx" and data.startswith(_WORD)):
        return None
    if is_page(data):
        remedy = "name it .html if it is the document itself, and no login or notice in its place"
        return SourceFault(f"it is a web page, and named {suffix}", remedy)
    found = packed_as(data)
    return SourceFault(f"it is {found[0]}, and named {suffix}", found[1]) if found else None


def _worthwhile(extracted: Extracted, suffix: str) -> Extracted | SourceFault:
    if len(extracted.text) > MAX_CHARACTERS:
        return SourceFault(
            f"its text has more than {MAX_CHARACTERS:,} characters",
            "keep the part that is cited as a file of its own",
        )
    if not extracted.text.strip():
        return SourceFault("it holds no text", _NO_TEXT.get(suffix, "archive the document again"))
    return extracted


def load(path: Path) -> bytes | SourceFault:
    """The bytes of a source file, at most `MAX_BYTES`; never blocks on a pipe or a device."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return SourceFault("it is not a regular file", "put the archived document there")
            if status.st_size > MAX_BYTES:
                return _too_large()
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return SourceFault("it does not exist", RESTORE, rule="source-missing")
    except IsADirectoryError:
        return SourceFault("it is a folder", "put the archived document there")
    except OSError as error:
        if error.errno == errno.ELOOP:
            return SourceFault("it is a link that leads in a circle", "put the document itself there")
        return SourceFault(f"it cannot be read: {error.strerror}", "check the file and its permissions")
    return data if len(data) <= MAX_BYTES else _too_large()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large() -> SourceFault:
    return SourceFault(
        f"it is larger than {MAX_BYTES // 1024 // 1024} MiB",
        "keep the part that is cited as a file of its own",
    )


def locate(folder: Path, file: str) -> Path | SourceFault:
    """The real path of a register's `file:`; it lies below the register's `folder` (contract, section 2).

    Symbolic links are resolved first, so that none leads out of the folder.
    """
    try:
        root = folder.resolve()
        path = (root / file).resolve()
    except RuntimeError:
        return SourceFault(
            f"{file!r} is a link that leads in a circle", "put the document itself there", "invalid-value"
        )
    except (OSError, ValueError):
        return _outside(file)
    if Path(file).is_absolute() or "\0" in file or not path.is_relative_to(root) or path == root:
        return _outside(file)
    try:
        there = path.exists()
    except OSError as error:
        message = f"{shortened(file)} cannot be looked for: {error.strerror}"
        return SourceFault(message, "check the name and the permissions of its folder", "source-missing")
    message = f"there is no {shortened(file)} beside the register"
    return path if there else SourceFault(message, RESTORE, "source-missing")


def shortened(file: str) -> str:
    """A name as a message can hold it: on one line, and not longer than any that a file can have."""
    line = "".join(each if each.isprintable() else repr(each)[1:-1] for each in file[: _LONGEST_NAME + 1])
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME] + "…"


class Beside:
    """The files right beside a register, listed once, to tell which was meant by a name that is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guesses = 0

    @cached_property
    def _names(self) -> dict[str, None]:
        with contextlib.suppress(OSError), os.scandir(self._folder) as found:
            return dict.fromkeys(sorted(each.name for each in found if _is_file(each)))
        return {}

    def instead(self, file: str) -> str:
        """What to do about it; names like it are looked for a few times only, lest much be compared with much."""
        from briefgen.documents import validation

        name = Path(file).name
        if name in self._names:
            return f"write `file: {name}`: it is looked for from the folder of the register on"
        self._guesses += 1
        near = validation.nearest(name, self._names) if self._guesses <= MOST_GUESSES else None
        return f"did you mean {near}?" if near else RESTORE


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle
        return False


def plain_file(folder: str, file: str) -> str | None:
    """What `locate` gives for a file right in its folder that is no link; None for others. `folder` is resolved already.

    Most are, and resolving a path costs more than hashing the file.
    """
    if "/" in file or "\\" in file or file.startswith("."):
        return None
    path = f"{folder}/{file}"
    try:
        return path if stat.S_ISREG(os.lstat(path).st_mode) else None
    except (OSError, ValueError):
        return None


def _outside(file: str) -> SourceFault:
    return SourceFault(
        f"{file!r} does not lie below the folder of its register",
        "move the document beside sources.yaml and name it from there",
        rule="invalid-value",
    )
