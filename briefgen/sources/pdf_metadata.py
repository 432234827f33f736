"""What a PDF file says of itself: in XMP, which newer files have, else in its document information.

Its XMP is read by pikepdf, in the process of the worker like all of a PDF.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

_MOST = 100
"""So many authors are read."""


def metadata_here(data: bytes) -> dict[str, Any]:
    """Candidates for each field, the likeliest first, in this process: for the worker."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        stated = document.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError:
        return {}
    xmp = _xmp(data)
    return {
        "titles": [*xmp["titles"], stated.get("Title", "")],
        "authors": [xmp["authors"][:_MOST], [stated.get("Author", "")]],
        "publishers": xmp["publishers"],
        "dates": xmp["dates"],
        "languages": [_language(document), *xmp["languages"]],
    }


_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_PRISM = [
    f"{{http://prismstandard.org/namespaces/basic/{version}/}}" for version in ("1.2", "2.0", "2.1", "3.0")
]
_TAGS = {
    "titles": [_DUBLIN_CORE + "title"],
    "authors": [_DUBLIN_CORE + "creator"],
    "publishers": [_DUBLIN_CORE + "publisher"],
    "languages": [_DUBLIN_CORE + "language"],
    "dates": [space + name for space in _PRISM for name in ("publicationDate", "coverDate")],
}
"""Where XMP states what. A date that says no more than that something happened is none of issue."""


def _xmp(data: bytes) -> dict[str, list[str]]:
    """What XMP states, by the names in `_TAGS`; nothing where the file has none, or a damaged one."""
    import pikepdf
    from lxml.etree import LxmlError

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            metadata = document.open_metadata()
            return {
                name: [text for tag in tags for text in _texts(metadata.get(tag))]
                for name, tags in _TAGS.items()
            }
    except (pikepdf.PdfError, LxmlError, ValueError, KeyError, TypeError, AttributeError):
        return {name: [] for name in _TAGS}


def _texts(value: object) -> Iterator[str]:
    values: Iterable[object] = (
        sorted(value) if isinstance(value, set) else value if isinstance(value, list) else [value]
    )
    yield from (each for each in values if isinstance(each, str))


def _language(document: Any) -> str:
    """The `Lang` entry of the catalogue (ISO 32000-1, 14.9.2)."""
    import ctypes

    from pypdfium2 import raw

    if not hasattr(raw, "FPDFCatalog_GetLanguage"):
        return ""
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
