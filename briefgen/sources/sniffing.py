"""What a fetched document is, by its bytes first: servers lie about types, and so do addresses."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from briefgen.sources.charset import decode
from briefgen.sources.extracted import SourceFault
from briefgen.sources.extraction import SUFFIXES
from briefgen.sources.references import is_csl

_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title|main|article|p|div|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}


_BIBLIOGRAPHIES = {
    "application/x-bibtex": ".bib",
    "text/x-bibtex": ".bib",
    "application/x-research-info-systems": ".ris",
    "application/vnd.citationstyles.csl+json": ".json",
}


def bibliography_of(data: bytes, content_type: str, *names: str) -> str | None:
    """The suffix of the bibliography that a fetched text is, by its type or by a name; None where it is a document.

    Much is JSON: only a list of items that citation styles know is a bibliography, unless its type says so.
    """
    if content_type in _BIBLIOGRAPHIES:
        return _BIBLIOGRAPHIES[content_type]
    endings = [PurePosixPath(name).suffix.lower() for name in names]
    if named := next((ending for ending in endings if ending in (".bib", ".ris")), None):
        return named
    return ".json" if (".json" in endings or content_type == "application/json") and is_csl(data) else None


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as those of a web page do."""
    return _HTML.match(data[:4096]) is not None


def suffix_of(data: bytes, content_type: str, url: str) -> str | SourceFault:
    """The suffix to archive `data` under; the stated type and the address only decide between kinds of text."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in data else _refused(content_type)
    if is_page(data):
        return ".html"
    if isinstance(decode(data), SourceFault) and content_type not in _BY_TYPE:
        return _refused(content_type)
    by_name = PurePosixPath(urlsplit(url).path).suffix.lower()
    return _BY_TYPE.get(content_type) or (by_name if by_name == ".md" else ".txt")


def _refused(content_type: str) -> SourceFault:
    stated = f" (sent as {content_type})" if content_type else ""
    return SourceFault(
        f"it is none of the formats that sources are read from{stated}", "sources are " + " ".join(SUFFIXES)
    )


def contradicts(data: bytes, suffix: str, charset: str | None) -> SourceFault | None:
    """A fault where the server states an encoding that the archived file would not be read in.

    The file keeps its bytes and loses the server's words: what cannot be told from the file alone is refused.
    """
    from briefgen.sources.html import declared

    if suffix in (".pdf", ".docx") or charset is None:
        return None
    stated_inside = declared(data) if suffix == ".html" else None
    text = decode(data, stated_inside)
    if stated_inside or (not isinstance(text, SourceFault) and _same(data, charset, text)):
        return None
    return SourceFault(
        f"only the server says that it is in {charset}; the file alone is read otherwise or not at all",
        "save it as UTF-8 and add the file",
    )


def _same(data: bytes, charset: str, text: str) -> bool:
    """Whether `charset` gives the same text, or is wrong where the bytes are UTF-8 beyond doubt."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        stated = decode(data, charset)
        return stated == text
    return True


def name_from(url: str, suffix: str, stated: str | None = None) -> str:
    """A file name from the one that the server states, the last part of the address, or its host."""
    parts = urlsplit(url)
    proposed = PurePosixPath((stated or "").replace("\\", "/")).name
    last = proposed or unquote(PurePosixPath(parts.path).name) or (parts.hostname or "page")
    path = PurePosixPath(last)
    return (path.stem if path.suffix.lower() in (*SUFFIXES, ".php", ".asp", ".aspx") else path.name) + suffix
