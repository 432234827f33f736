"""All the text that an output holds, wherever in it: what a reader, a search engine or a curious tool could find."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

DATA_URL = re.compile(r"data:(?:font|image)/[\w.+-]+;base64,[A-Za-z0-9+/=]*")
TAG = re.compile(r"<[^>]*>")
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr|w:\w+)\b[^>]*>",
    re.IGNORECASE,
)
"""Tags that may stand within a word."""


def texts_of(form: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield (place, text) for every text of an output in the format `form`."""
    if form == "pdf":
        yield from _pdf(data)
    elif form == "docx":
        yield from _zip(data)
    else:
        source = DATA_URL.sub(" ", data.decode("utf-8", "replace"))
        yield "source", unescape(source)
        if form == "html":
            yield "text", _untagged(source)


def _untagged(source: str) -> str:
    """The text between tags; words that tags cut in two are read as one."""
    return unescape(TAG.sub(" ", INLINE.sub("", source)))


def _zip(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", "replace")
            yield name, unescape(text)
            yield name, _untagged(text)


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    yield "text layer", _text_layer(data)
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        strings: list[str] = []
        for thing in pdf.objects:
            strings += _strings(thing, 0)
            if isinstance(thing, pikepdf.Stream):
                yield "stream", _stream(thing)
        yield "objects", "\n".join(strings)


def _text_layer(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _stream(stream: object) -> str:
    import pikepdf

    assert isinstance(stream, pikepdf.Stream)
    if stream.get("/Subtype") in ("/Image", "/CIDFontType0C", "/OpenType", "/Type1C") or "/Length1" in stream:
        return ""
    try:
        return stream.read_bytes().decode("utf-8", "replace")
    except pikepdf.PdfError:
        return ""


def _strings(thing: object, depth: int) -> list[str]:
    """Every string below an object: metadata, outlines, alternatives, names of attachments."""
    import pikepdf

    if depth > 12:
        return []
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Array):
        return [text for each in thing for text in _strings(each, depth + 1) if not _is_reference(each)]
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        entries = thing.items()
        return [text for _, each in entries if not _is_reference(each) for text in _strings(each, depth + 1)]
    return []


def _is_reference(thing: object) -> bool:
    """Whether this is an object of its own, which is visited by itself."""
    return bool(getattr(thing, "is_indirect", False))
