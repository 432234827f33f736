"""The texts of a PDF: its text layer, every string of its objects, every stream that holds text."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from briefgen.leaks.passages import Passage, data_passages
from briefgen.leaks.reading_markup import untagged

MADE_WITH = re.compile(
    r"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>|<(pdf:Producer|xmp:CreatorTool)>[^<]*</\1>|"
    r"xmlns:\w+=\"[^\"]*\"",
    re.DOTALL,
)
"""What says how a file was made."""
DATE = re.compile(r"D:\d{14}")
NAME = re.compile(r"/[^\s/<>\[\]()]+")
OF_THE_MAKER = frozenset(
    "/Producer /Creator /Registry /Ordering /FontFamily /OutputConditionIdentifier".split()
)
CHARACTER_MAP = b"/CIDInit"
PROFILE = b"acsp"
"""Stands at a fixed place of a colour profile (ISO 15076-1, 7.2)."""


def pdf_passages(data: bytes) -> Iterator[Passage]:
    """Yield every text of a PDF."""
    yield Passage("text layer", _text_layer(data))
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        strings: list[str] = []
        for thing in pdf.objects:
            strings += _strings(thing, 0)
            if isinstance(thing, pikepdf.Stream):
                yield from _stream(thing)
        yield Passage("objects", DATE.sub(" ", "\n".join(strings)))


def _text_layer(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _stream(stream: Any) -> Iterator[Passage]:
    """The text of a stream: for readers where it is metadata or an attachment, else the code that draws a page."""
    import pikepdf

    kind = str(stream.get("/Type", ""))
    if stream.get("/Subtype") in ("/Image", "/CIDFontType0C", "/OpenType", "/Type1C") or "/Length1" in stream:
        return
    if kind in ("/ObjStm", "/XRef"):
        return
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return
    if kind == "/Metadata":
        text = MADE_WITH.sub(" ", data.decode("utf-8", "replace"))
        yield Passage("metadata", f"{untagged(text)}\n{text}")
    elif kind == "/EmbeddedFile":
        yield from data_passages(data, "attachment")
    elif not data.startswith(CHARACTER_MAP) and data[36:40] != PROFILE:
        yield Passage("stream", NAME.sub(" ", data.decode("utf-8", "replace")), prose=False)


def _strings(thing: Any, depth: int) -> list[str]:
    """Every string below an object: metadata, outlines, alternatives, names of attachments."""
    import pikepdf

    if depth > 12:
        return []
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Array):
        return [text for each in thing for text in _strings(each, depth + 1) if not _is_reference(each)]
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        entries = ((name, each) for name, each in thing.items() if name not in OF_THE_MAKER)
        return [text for _, each in entries if not _is_reference(each) for text in _strings(each, depth + 1)]
    return []


def _is_reference(thing: Any) -> bool:
    """Whether this is an object of its own, which is visited by itself."""
    return bool(getattr(thing, "is_indirect", False))
