"""A bibliography into a register: known sources get what they lack, new ones an entry of their own.

A register names an archived file for each source, and a bibliography has none. The entry of the bibliography itself
is archived in its place until the document is there; the descriptor says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.documents.reading import load
from briefgen.sources.extracted import SourceFault
from briefgen.sources.intake import Intake, Shelf, free_name, intake, slug, unique
from briefgen.sources.references import Reference
from briefgen.sources.register import Entry, filled

RECORD_ONLY = "Bibliographic record only: the document itself is not archived."
_FILLED = ("author", "publisher", "container-title", "issued", "URL", "language")


@dataclass(frozen=True, slots=True)
class Import:
    """What an import comes to; `completed` leads from the id of a known source to the fields that it got."""

    intake: Intake
    completed: Mapping[str, tuple[str, ...]]


def import_references(references: Sequence[Reference], shelf: Shelf) -> Import | SourceFault:
    """The import of `references` into the register of `shelf`; what somebody wrote there is never replaced."""
    known = _known(shelf.register)
    matched = {index: _match(reference, known) for index, reference in enumerate(references)}
    gaps = {
        place: _gaps(known[place], references[index]) for index, place in matched.items() if place is not None
    }
    register = filled(shelf.register, gaps)
    if isinstance(register, SourceFault):
        return register
    new = [reference for index, reference in enumerate(references) if matched[index] is None]
    result = _add(new, Shelf(shelf.folder, register, shelf.ids, shelf.hashes, shelf.names))
    if isinstance(result, SourceFault):
        return result
    return Import(result, {str(known[place]["id"]): tuple(gap) for place, gap in gaps.items() if gap})


def _known(register: bytes) -> list[dict[str, Any]]:
    data = load(register, "").data
    sources = data.get("sources") if isinstance(data, dict) else None
    return [entry if isinstance(entry, dict) else {} for entry in sources or ()]


def _match(reference: Reference, known: Sequence[Mapping[str, Any]]) -> int | None:
    """The place of the entry that is the same document: by address, or by id or title where no address differs."""
    for index, entry in enumerate(known):
        if reference.url and entry.get("URL") == reference.url:
            return index
    names = {slug(reference.key), slug(reference.title or "")} - {""}
    for index, entry in enumerate(known):
        differs = reference.url and entry.get("URL") and entry["URL"] != reference.url
        if not differs and (entry.get("id") in names or slug(str(entry.get("title") or "")) in names):
            return index
    return None


def _gaps(entry: Mapping[str, Any], reference: Reference) -> dict[str, Any]:
    stated = _fields(reference)
    return {name: stated[name] for name in _FILLED if stated[name] and not entry.get(name)}


def _fields(reference: Reference) -> dict[str, Any]:
    return {
        "type": reference.type,
        "title": reference.title,
        "author": list(reference.author),
        "publisher": reference.publisher,
        "container-title": reference.container_title,
        "issued": reference.issued,
        "accessed": reference.accessed,
        "URL": reference.url,
        "language": reference.language,
    }


def _add(references: Sequence[Reference], shelf: Shelf) -> Intake | SourceFault:
    ids, names = set(shelf.ids), set(shelf.names)
    entries: list[Entry] = []
    files: dict[str, bytes] = {}
    for reference in references:
        title = reference.title or reference.key
        if not title:
            return SourceFault(
                "a reference has neither a title nor a key", "give it a title in the bibliography"
            )
        name = unique(slug(reference.key) or slug(title) or "source", ids)
        file = free_name(f"{name}.txt", names)
        ids.add(name)
        names.add(file)
        files[file] = reference.raw.encode()
        fields = {**_fields(reference), "title": title}
        entries.append({"id": name, "file": file, **fields, "descriptor": RECORD_ONLY, "reliability": None})
    if not entries:
        return Intake({shelf.path: shelf.register}, ())
    return intake(entries, files, shelf)
