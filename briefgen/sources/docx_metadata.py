"""What a DOCX file says of itself: in its core properties, else by the styles of its paragraphs."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from briefgen.sources.docx import TAME, WORD, largest_part, open_package, styles_of, words_of
from briefgen.sources.extracted import SourceFault

_BEGINNING = 10_000
"""So many paragraphs are looked through for a title."""


def stated_in(data: bytes) -> dict[str, Any]:
    """Candidates for the title, the likeliest first, author and language; large files are read by the worker."""
    largest = largest_part(data)
    if isinstance(largest, SourceFault):
        return {}
    if largest > TAME:
        from briefgen.sources.isolation import isolated_json

        return isolated_json("docx-metadata", data) or {}
    return metadata_here(data)


def metadata_here(data: bytes) -> dict[str, Any]:
    """As `stated_in`, always in this process."""
    document = open_package(data)
    if isinstance(document, SourceFault):
        return {}
    properties = _properties(document)
    title, author, language = (_stated(properties, name) for name in ("title", "author", "language"))
    author = None if author == "python-docx" else author
    return {"titles": [title, _heading(document)], "author": author, "language": language}


def _properties(document: Any) -> Any:
    """The core properties of a DOCX; None where it has none."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    # Where a file has no properties, the library makes some up.
    kinds = {relation.reltype for relation in document.part.package.rels.values()}
    if RELATIONSHIP_TYPE.CORE_PROPERTIES not in kinds:
        return None
    try:
        return document.core_properties
    except (AttributeError, ValueError):  # the part is of no declared type, or there are two
        return None


def _stated(properties: Any, name: str) -> object:
    try:
        return getattr(properties, name)
    except AttributeError:  # the part holds something else
        return None


def _heading(document: Any) -> str | None:
    """The first paragraph in the style Title of python-docx's document, else the only one in Heading 1.

    Where there are several of those, they are headings of parts.
    """
    styles = styles_of(document)
    kinds = {} if styles is None else dict(_names_of_styles(styles))
    found: dict[str, list[str]] = {"title": [], "heading 1": []}
    for paragraph in islice(document.element.iter(WORD + "p"), _BEGINNING):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        kind = "" if style is None else kinds.get(style.get(WORD + "val"), "")
        if kind in found and (text := "".join(words_of(paragraph)).strip()):
            found[kind].append(text)
    titles, parts = found.values()
    return titles[0] if titles else parts[0] if len(parts) == 1 else None


def _names_of_styles(styles: Any) -> Iterator[tuple[str, str]]:
    """(id, name): a word processor calls its styles in its user's language, and names them in English."""
    for style in styles.iter(WORD + "style"):
        name = style.find(WORD + "name")
        if name is not None:
            yield style.get(WORD + "styleId") or "", (name.get(WORD + "val") or "").lower()
