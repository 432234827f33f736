"""Misspelt fields: which one each was meant to be, so that it is told once and its value is still checked."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from briefgen.diagnostics import Route
from briefgen.documents.complaints import Fault, value_at
from briefgen.documents.formfaults import meant_name

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A misspelt field at `route`, and the name that was meant."""

    route: Route
    name: str

    def moved(self, values: Mapping[Route, Value]) -> dict[Route, Value]:
        """The values that stand at and below the field, by the routes that were meant."""
        deep = len(self.route)
        owner = (*self.route[:-1], self.name)
        return {(*owner, *route[deep:]): each for route, each in values.items() if route[:deep] == self.route}


def meant_fields(model: type[BaseModel], errors: Iterable[Fault], data: Any) -> Iterator[Renamed]:
    """The unknown fields that were most probably meant to be another one, which is not there."""
    taken: set[Route] = set()
    for error in errors:
        if error.type != "extra_forbidden":
            continue
        name = meant_name(model, error, data)
        owner = value_at(data, error.route[:-1])
        there = (*error.route[:-1], name or "")
        if name and isinstance(owner, Mapping) and owner.get(name) is None and there not in taken:
            taken.add(there)
            yield Renamed(error.route, name)


def with_names(data: Any, renamed: Iterable[Renamed]) -> Any:
    """A copy of `data` with the fields under the names that were meant."""
    data = copy.deepcopy(data)
    for each in renamed:
        owner = value_at(data, each.route[:-1])
        if isinstance(owner, dict) and each.route[-1] in owner:
            owner[each.name] = owner.pop(each.route[-1])
    return data
