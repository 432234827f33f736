"""What a document says of itself: title, authors, date of issue, publisher, language. The rest stays unknown.

Dates of making a file (PDF `CreationDate`, DOCX `created`) are not dates of issue and are not taken for one.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from briefgen.sources.extracted import SourceFault
from briefgen.sources.metadata_fields import (
    Metadata,
    as_date,
    as_heading,
    as_language,
    as_names,
    as_title,
    cleaned,
)

T = TypeVar("T")


def read_metadata(data: bytes, suffix: str) -> Metadata:
    """The metadata of a document's bytes, by the suffix of its file; empty where it has none or is damaged."""
    readers = {".txt": _text, ".html": _html, ".htm": _html, ".md": _markdown, ".pdf": _pdf, ".docx": _docx}
    reader = readers.get(suffix.lower())
    return reader(data) if reader else Metadata()


def _html(data: bytes) -> Metadata:
    from briefgen.sources.html import parse
    from briefgen.sources.html_metadata import metadata_of

    tree = parse(data)
    return Metadata() if isinstance(tree, SourceFault) else metadata_of(tree)


def _text(data: bytes) -> Metadata:
    from briefgen.sources.charset import decode

    text = decode(data)
    return Metadata() if isinstance(text, SourceFault) else Metadata(as_heading(text))


def _markdown(data: bytes) -> Metadata:
    from briefgen.sources.charset import decode
    from briefgen.sources.front_matter import fields_of
    from briefgen.sources.markdown import first_heading

    text = decode(data)
    if isinstance(text, SourceFault):
        return Metadata()
    fields = fields_of(text)
    return _from_fields(fields, as_title(fields.get("title")) or as_title(first_heading(text)))


def _from_fields(fields: Mapping[str, Any], title: str | None) -> Metadata:
    authors = fields.get("author", fields.get("authors"))
    each = authors if isinstance(authors, list) else [authors]
    return Metadata(
        title,
        as_names(author.get("name") if isinstance(author, dict) else author for author in each),
        as_date(fields.get("issued") or fields.get("date")),
        cleaned(fields.get("publisher")),
        as_language(fields.get("language") or fields.get("lang")),
    )


def _pdf(data: bytes) -> Metadata:
    from briefgen.sources.isolation import isolated_json

    fields = isolated_json("pdf-metadata", data) or {}

    def first(name: str, reads: Callable[[object], T | None]) -> T | None:
        return next((value for each in fields.get(name, ()) if (value := reads(each))), None)

    return Metadata(
        first("titles", as_title),
        next(filter(None, map(as_names, fields.get("authors", ()))), ()),
        first("dates", as_date),
        first("publishers", cleaned),
        first("languages", as_language),
    )


def _docx(data: bytes) -> Metadata:
    from briefgen.sources.docx_metadata import stated_in

    stated = stated_in(data)
    return Metadata(
        next(filter(None, map(as_title, stated.get("titles", ()))), None),
        as_names([stated.get("author")]),
        language=as_language(stated.get("language")),
    )
