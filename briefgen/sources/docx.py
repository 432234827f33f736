"""DOCX files: paragraphs and tables in their order, then footnotes and endnotes.

Tracked insertions count, deletions and moved-away text do not; nor do hidden and struck-through runs.
"""

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from briefgen.sources.extracted import SUPERSCRIPTS, Extracted, SourceFault

MAX_UNPACKED = 200 * 1024 * 1024
"""Largest total size of an unpacked DOCX file, in bytes."""

MAX_XML = 50 * 1024 * 1024
"""Largest single XML part, in bytes."""

_MAX_PARTS = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = (_W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset((*(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr")), _FALLBACK))
_CHARACTERS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")

_BROKEN = SourceFault(
    "it is damaged, or no DOCX file", "open it in a word processor and save it again as .docx"
)
_BOMB = SourceFault(
    f"it unpacks to more than {MAX_UNPACKED // 1024**2} MiB",
    "save its text as a new document without pictures, or archive it as .txt",
)
_ENCRYPTED = SourceFault("it is encrypted, or an old .doc file", "save it without a password as .docx")


def read(data: bytes) -> Extracted | SourceFault:
    """The text of a `.docx` file; refuses archives that unpack beyond `MAX_UNPACKED`."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _ENCRYPTED
    package = open_package(data)
    if isinstance(package, SourceFault):
        return package
    roots = [package.element.body, *_notes(package)]
    text = "\n".join(line for root in roots for line in _lines(root))
    return Extracted(text, (), "docx", f"2 python-docx {version('python-docx')}")


def open_package(data: bytes) -> Any:
    """python-docx's document for `data`, or the fault that it has."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    fault = _unpacked_fault(data)
    if fault is not None:
        return fault
    try:
        return Document(io.BytesIO(data))
    except (
        OpcError,
        XMLSyntaxError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
        EOFError,
    ):
        return _BROKEN  # python-docx meets damage with whatever its parts raise


def _unpacked_fault(data: bytes) -> SourceFault | None:
    """Sizes as the directory states them: zipfile never unpacks a part beyond its stated size."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return _BROKEN
    if any(part.flag_bits & 1 for part in parts):
        return _ENCRYPTED
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    total = sum(part.file_size for part in parts)
    return _BOMB if total > MAX_UNPACKED or largest > MAX_XML or len(parts) > _MAX_PARTS else None


def _notes(document: Any) -> Iterator[Any]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for part in document.part.package.iter_parts():
        if str(part.partname) in _NOTES:
            yield etree.fromstring(part.blob, parser)


def _lines(root: Any) -> Iterator[str]:
    """One line a paragraph; one line a table row, its cells parted by tabs."""
    for child in root.iterchildren():
        if child.tag == _W + "p":
            yield "".join(_words(child))
        elif child.tag == _W + "tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield "\t".join(" ".join(filter(None, _lines(cell))) for cell in _cells(child))
        elif isinstance(child.tag, str) and child.tag not in _DROPPED:
            yield from _lines(child)


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, those in content controls and tracked insertions too, deleted ones not."""
    for child in row.iterchildren():
        if child.tag == _W + "tc":
            if child.find(f"{_W}tcPr/{_W}cellDel") is None:
                yield child
        elif isinstance(child.tag, str) and child.tag not in _DROPPED:
            yield from _cells(child)


def _words(element: Any) -> Iterator[str]:
    """The text of an element; a raised figure in superscript characters, so that a note's number joins no figure."""
    if element.tag == _W + "r" and (raised := _raised(element)):
        yield raised
        return
    yield from _plain_words(element)


def _raised(run: Any) -> str:
    mark = run.find(f"{_W}rPr/{_W}vertAlign")
    if mark is None or mark.get(_W + "val") != "superscript":
        return ""
    text = "".join(_plain_words(run))
    return text.translate(SUPERSCRIPTS) if text.strip().isascii() and text.strip().isdigit() else ""


def _plain_words(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == _W + "p":  # a paragraph of a text box inside this one
            yield "\n"
            yield from _words(child)
        elif isinstance(child.tag, str) and child.tag not in _DROPPED and not _unshown(child):
            yield from _words(child)


def _unshown(run: Any) -> bool:
    """Whether a run is hidden or struck through."""
    if run.tag != _W + "r":
        return False
    properties = run.find(_W + "rPr")
    marks = (
        [] if properties is None else [properties.find(_W + name) for name in ("vanish", "strike", "dstrike")]
    )
    return any(mark is not None and mark.get(_W + "val") not in ("0", "false", "off") for mark in marks)
