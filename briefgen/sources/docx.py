"""DOCX files: paragraphs and tables in their order, then footnotes and endnotes; a text box stands below its paragraph.

Tracked insertions count, deletions and moved-away text do not; nor do hidden and struck-through runs.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from briefgen.sources.docx_styles import spell_out
from briefgen.sources.extracted import Extracted, SourceFault, raised

MAX_UNPACKED = 200 * 1024 * 1024
"""Largest total size of an unpacked DOCX file, in bytes."""

MAX_XML = 50 * 1024 * 1024
"""Largest single XML part, in bytes."""

TAME = 10 * 1024 * 1024
"""Largest XML part that is read in this process: empty paragraphs take fifty times their size in memory."""

_MAX_PARTS = 10_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of a DOCX file's elements, as a prefix of their tags."""
_W = WORD
_TEXTS = (_W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset((*(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr")), _FALLBACK))
_BOX = _W + "txbxContent"
_CHARACTERS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_SYMBOLS = dict(zip(b"\x2d\xb1\xa3\xb3\xb9\xb4\xb8\xb0\xb7\xbb\x6d\xae", "−±≤≥≠×÷°•≈μ→", strict=True))
"""The characters of the font Symbol that change what a figure says, and those that are met most."""
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
    largest = largest_part(data)
    if isinstance(largest, SourceFault):
        return largest
    if largest > TAME:
        from briefgen.sources.isolation import isolated

        return isolated("docx", data)
    return read_here(data)


def read_here(data: bytes) -> Extracted | SourceFault:
    """As `read`, always in this process."""
    from lxml.etree import XMLSyntaxError

    package = open_package(data)
    if isinstance(package, SourceFault):
        return package
    try:
        roots = [getattr(package.element, "body", None), *_notes(package)]
    except XMLSyntaxError:
        return _BROKEN
    if roots[0] is None:
        return _BROKEN
    if (styles := styles_of(package)) is not None:
        spell_out(styles, roots)
    text = "\n".join(line for root in roots for line in _lines(root))
    return Extracted(text, (), "docx", f"4 python-docx {version('python-docx')}")


def open_package(data: bytes) -> Any:
    """python-docx's document for `data`, or the fault that it has.

    Raises:
        MemoryError: that did not suffice (lxml tells it as a fault of syntax).
    """
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import ErrorTypes, XMLSyntaxError

    fault = largest_part(data)
    if isinstance(fault, SourceFault):
        return fault
    try:
        return Document(io.BytesIO(data))
    except XMLSyntaxError as error:
        if error.code == ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        return _BROKEN
    except (
        OpcError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        OSError,
        EOFError,
    ):
        return _BROKEN  # python-docx meets damage with whatever its parts raise


def largest_part(data: bytes) -> int | SourceFault:
    """The size of the largest XML part, as the directory states it: zipfile never unpacks a part beyond that."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return _BROKEN
    if any(part.flag_bits & 1 for part in parts):
        return _ENCRYPTED
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    total = sum(part.file_size for part in parts)
    return _BOMB if total > MAX_UNPACKED or largest > MAX_XML or len(parts) > _MAX_PARTS else largest


def styles_of(document: Any) -> Any:
    """The root of the part that holds the styles; None where there is no sound one."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.STYLES).element
    except (KeyError, ValueError, AttributeError):
        return None


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
            yield "".join(words_of(child))
            for box in _boxes(child):
                yield from _lines(box)
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


def words_of(element: Any) -> Iterator[str]:
    """The text of an element; a raised figure in superscript characters, so that a note's number joins no figure."""
    if element.tag == _W + "r" and (figure := _raised(element)):
        yield figure
        return
    yield from _plain_words(element)


def _raised(run: Any) -> str:
    mark = run.find(f"{_W}rPr/{_W}vertAlign")
    if mark is None or mark.get(_W + "val") != "superscript":
        return ""
    return raised("".join(_plain_words(run))) or ""


def _plain_words(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == _W + "sym":
            yield _symbol(child)
        elif child.tag != _BOX and _is_shown(child):
            yield from words_of(child)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on an element."""
    for child in element.iterchildren():
        if child.tag == _BOX:
            yield child
        elif _is_shown(child):
            yield from _boxes(child)


def _symbol(mark: Any) -> str:
    """A character by its number in a font; one of no other font is left as that number, lest a figure lose its sign."""
    number = mark.get(_W + "char") or ""
    code = int(number, 16) if re.fullmatch("[0-9A-Fa-f]{2,4}", number) else 0
    known = _SYMBOLS.get(code & 0xFF) if mark.get(_W + "font") == "Symbol" else None
    return known or chr(code) if chr(code).isprintable() or 0xE000 <= code <= 0xF8FF else "\ufffd"


def _is_shown(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag not in _DROPPED and not _unshown(element)


def _unshown(run: Any) -> bool:
    """Whether a run is hidden or struck through."""
    if run.tag != _W + "r":
        return False
    properties = run.find(_W + "rPr")
    marks = (
        [] if properties is None else [properties.find(_W + name) for name in ("vanish", "strike", "dstrike")]
    )
    return any(mark is not None and mark.get(_W + "val") not in ("0", "false", "off") for mark in marks)
