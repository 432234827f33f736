"""A bibliography into a register: known sources get what they lack, new ones an entry of their own.

A register names an archived file for each source, and a bibliography has none. The entry of the bibliography itself
is archived in its place until the document is there; the descriptor says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.documents.reading import load
from briefgen.sources.extracted import SourceFault
from briefgen.sources.intake import Intake, Shelf, Taken, intake, safe_name, slug, stems_of
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
    known = _Known(shelf.register)
    matched = {index: known.match(reference) for index, reference in enumerate(references)}
    gaps = {
        place: _gaps(known.entries[place], references[index])
        for index, place in matched.items()
        if place is not None
    }
    register = filled(shelf.register, gaps)
    if isinstance(register, SourceFault):
        return register
    new = (reference for index, reference in enumerate(references) if matched[index] is None)
    result = _add(
        list({(each.raw, each.title, each.url): each for each in new}.values()),
        Shelf(shelf.folder, register, shelf.ids, shelf.hashes, shelf.names),
    )
    if isinstance(result, SourceFault):
        return result
    return Import(
        result, {str(known.entries[place].get("id")): tuple(gap) for place, gap in gaps.items() if gap}
    )


class _Known:
    """The entries of a register, to be found by their address, and by their id or title."""

    def __init__(self, register: bytes) -> None:
        data = load(register, "").data
        sources = data.get("sources") if isinstance(data, dict) else None
        self.entries = [entry if isinstance(entry, dict) else {} for entry in sources or ()]
        self._by_url: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = {}
        for index, entry in enumerate(self.entries):
            self._by_url.setdefault(str(entry.get("URL")), index)
            for name in {str(entry.get("id") or ""), slug(str(entry.get("title") or ""))} - {""}:
                self._by_name.setdefault(name, []).append(index)

    def match(self, reference: Reference) -> int | None:
        """The place of the entry that is the same document: by address, or by id or title where no address differs."""
        if reference.url and reference.url in self._by_url:
            return self._by_url[reference.url]
        names = {slug(reference.key), slug(reference.title or "")}
        alike = sorted({index for name in names for index in self._by_name.get(name, ())})
        return next((index for index in alike if not self._differs(index, reference)), None)

    def _differs(self, index: int, reference: Reference) -> bool:
        return bool(reference.url and self.entries[index].get("URL"))


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
    ids, stems = Taken(shelf.ids), Taken(stems_of(shelf.names, ".txt"))
    entries: list[Entry] = []
    files: dict[str, bytes] = {}
    notes = []
    for reference in references:
        title = reference.title or reference.key
        if not title:
            return SourceFault(
                "a reference has neither a title nor a key", "give it a title in the bibliography"
            )
        if not reference.title:
            notes.append(f"{title} states no title: its key stands in for it")
        name = ids.free(slug(reference.key) or slug(title) or "source")
        file = stems.free(safe_name(name)) + ".txt"
        files[file] = reference.raw.encode()
        fields = {**_fields(reference), "title": title}
        entries.append({"id": name, "file": file, **fields, "descriptor": RECORD_ONLY, "reliability": None})
    if not entries:
        return Intake({shelf.path: shelf.register}, ())
    return intake(entries, files, shelf, notes)
