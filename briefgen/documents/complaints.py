"""Pydantic's errors as faults with routes into a document's data, told by their type, never by their English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefgen.diagnostics import Route

KINDS = {
    "string": "text", "tuple": "a list", "list": "a list", "dict": "a mapping", "model": "a mapping", "int": "a whole number",
    "decimal": "a number", "bool": "true or false", "float": "a number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic's: its type, where and at what, and what its type says more."""

    type: str
    route: Route
    input: Any
    context: Mapping[str, Any]
    message: str
    on_key: bool = False


def faults_of(error: ValidationError, data: Any) -> list[Fault]:
    """Pydantic's errors with routes into the data, without those that only follow from a deeper one."""
    found = [_translate(details, data) for details in error.errors(include_url=False)]
    routes = {item.route for item in found}
    deeper = {route[:cut] for route in routes for cut in range(len(route))}
    return [item for item in found if item.type != "too_short" or item.route not in deeper]


def _translate(details: ErrorDetails, data: Any) -> Fault:
    route = tuple(part for part in details["loc"] if not str(part).startswith("|") and part != "[key]")
    on_key = "[key]" in details["loc"]
    kind = "decimal_type" if details["type"] == "is_instance_of" else details["type"]
    found = route[-1] if on_key else value_at(data, route)
    return Fault(kind, route, found, details.get("ctx", {}), details["msg"], on_key)


def value_at(data: Any, route: Route) -> Any:
    """What stands at `route`, None where nothing does."""
    for part in route:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
