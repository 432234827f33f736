"""Bibliographies that others keep: BibTeX, RIS and CSL-JSON, read into the fields of a register."""

from collections.abc import Callable
from pathlib import Path

from briefgen.sources.charset import decode
from briefgen.sources.extracted import SourceFault
from briefgen.sources.references.reference import Reference

__all__ = ["SUFFIXES", "Reference", "is_csl", "read_references"]

SUFFIXES = (".bib", ".ris", ".json")
"""The suffixes of files that are taken for bibliographies."""

MAX_BYTES = 5 * 1024 * 1024
"""Largest bibliography that is read, in bytes."""


def read_references(data: bytes, suffix: str) -> tuple[Reference, ...] | SourceFault:
    """The references of a bibliography; a fault where any part of it cannot be read."""
    if len(data) > MAX_BYTES:
        return SourceFault(f"it is larger than {MAX_BYTES // 1024**2} MiB", "split it")
    text = decode(data)
    if isinstance(text, SourceFault):
        return text
    references = _parser(suffix)(text)
    if references == ():
        return SourceFault("it holds no references", f"export it again as {Path('x' + suffix).suffix}")
    return references


def is_csl(data: bytes) -> bool:
    """Whether JSON is a list of items of CSL, beyond what any other JSON might be."""
    from briefgen.sources.references.csl_json import has_csl_items

    text = decode(data) if len(data) <= MAX_BYTES else ""
    return isinstance(text, str) and has_csl_items(text)


def _parser(suffix: str) -> Callable[[str], tuple[Reference, ...] | SourceFault]:
    if suffix.lower() == ".bib":
        from briefgen.sources.references.bibtex import parse_bibtex

        return parse_bibtex
    if suffix.lower() == ".ris":
        from briefgen.sources.references.ris import parse_ris

        return parse_ris
    from briefgen.sources.references.csl_json import parse_csl_json

    return parse_csl_json
