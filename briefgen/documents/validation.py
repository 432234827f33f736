"""From a document's data to a model, with every fault of form as a finding.

Owns the order in which that is done: a misspelt field is told once and read as the field that was meant, what stays
faulty is dropped, and what then is sound becomes the model.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from briefgen.diagnostics import Finding, Route
from briefgen.documents.complaints import Fault, faults_of, value_at
from briefgen.documents.formfaults import finding_of, nearest, shorten
from briefgen.documents.reading import Document
from briefgen.documents.renaming import Renamed, meant_fields, with_names
from briefgen.documents.salvaging import salvage

__all__ = ["Validated", "nearest", "shorten", "validate"]

M = TypeVar("M", bound=BaseModel)
MOST_ROUNDS = 8
"""An end for misspelt fields within misspelt fields."""


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A model, or what could be salvaged of it, and the findings.

    `indices` tells for each list (by its route) which of the document's entries were kept, where some were dropped;
    `dropped` are the ids of those that were. `renamed` are the misspelt fields, in the order in which they were read as
    others: routes speak of the names that were meant.
    """

    model: M | None
    findings: tuple[Finding, ...]
    indices: Mapping[Route, tuple[int, ...]]
    dropped: frozenset[str] = frozenset()
    renamed: tuple[Renamed, ...] = ()

    def place(self, route: Route, index: int) -> int:
        """The entry's index in the document."""
        kept = self.indices.get(route)
        return kept[index] if kept is not None else index

    def document(self, written: Document) -> Document:
        """The document in which the values of misspelt fields are found by the names that were meant, too."""
        if not self.renamed:
            return written
        nodes, keys = dict(written.nodes), dict(written.keys)
        for each in self.renamed:
            nodes.update(each.moved(nodes))
            keys.update(each.moved(keys))
        return replace(written, data=with_names(written.data, self.renamed), nodes=nodes, keys=keys)


def validate(model: type[M], data: Any, path: str | None = None) -> Validated[M]:
    """Validate `data` as `model`; `path` names the document where it is not the brief under check."""
    sound, errors = _tried(model, data)
    told: list[Finding] = []
    renamed: list[Renamed] = []
    for _ in range(MOST_ROUNDS):
        found = tuple(meant_fields(model, errors, data))
        if not found:
            break
        told += [finding_of(model, error, data, path) for error in errors if _is_of(error, found)]
        renamed += found
        data = with_names(data, found)
        sound, errors = _tried(model, data)
    findings = (*told, *(finding_of(model, error, data, path) for error in errors))
    salvaged, indices = (sound, {}) if sound else salvage(model, data, errors)
    return Validated(salvaged, findings, indices, frozenset(_dropped(data, indices)), tuple(renamed))


def _tried(model: type[M], data: Any) -> tuple[M | None, list[Fault]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, faults_of(error, data)


def _is_of(error: Fault, found: tuple[Renamed, ...]) -> bool:
    return error.type == "extra_forbidden" and any(each.route == error.route for each in found)


def _dropped(data: Any, indices: Mapping[Route, tuple[int, ...]]) -> Iterator[str]:
    """The ids of the entries that were dropped."""
    for route, kept in indices.items():
        for index, entry in enumerate(value_at(data, route)):
            name = entry.get("id") if isinstance(entry, Mapping) else None
            if index not in kept and isinstance(name, str):
                yield str(name)
