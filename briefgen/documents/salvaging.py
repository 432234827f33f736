"""What is sound of faulty data, as a model, so that a misspelt field does not hide a misquote."""

import copy
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from briefgen.diagnostics import Route
from briefgen.documents.complaints import KINDS, Fault, faults_of, value_at

M = TypeVar("M", bound=BaseModel)


def salvage(model: type[M], data: Any, errors: list[Fault]) -> tuple[M | None, dict[Route, tuple[int, ...]]]:
    """Drop the faulty fields, then the faulty list entries, and take what then is a sound model.

    What should be a list is taken as its one entry: `basis: end-date` still says what the item rests on.
    """
    trimmed = copy.deepcopy(data)
    for error in errors:
        listed = KINDS.get(error.type.removesuffix("_type")) == "a list" and error.input is not None
        _replace_field(trimmed, error.route, [error.input] if listed else None)
    try:
        return model.model_validate(trimmed), {}
    except ValidationError as again:
        faulty = {error.route[:2] for error in faults_of(again, trimmed)}
    _fill(model, trimmed, faulty)
    indices = dict(_without(trimmed, faulty))
    try:
        return model.model_validate(trimmed), indices
    except ValidationError:
        return None, {}


def _fill(model: type[BaseModel], data: Any, faulty: set[Route]) -> None:
    """Give the required fields that lack at the top an empty value, so that the rest can still be checked."""
    for (name,) in (route for route in faulty if len(route) == 1):
        info = model.model_fields.get(str(name))
        if info is not None and isinstance(data, dict):
            data[name] = [] if str(info.annotation).startswith("tuple[") else "–"


def _replace_field(data: Any, route: Route, value: Any) -> None:
    """Put `value` in place of a field; None takes the field away."""
    parent = value_at(data, route[:-1])
    if isinstance(parent, dict):
        parent.pop(route[-1], None)
        if value is not None:
            parent[route[-1]] = value


def _without(data: Any, faulty: set[Route]) -> Iterator[tuple[Route, tuple[int, ...]]]:
    """Remove the faulty entries from the top-level lists; yield which indices each list has kept."""
    for key in {route[0] for route in faulty if len(route) == 2}:
        entries = value_at(data, (key,))
        if isinstance(entries, list):
            kept = tuple(index for index in range(len(entries)) if (key, index) not in faulty)
            data[key] = [entries[index] for index in kept]
            yield (key,), kept
