"""The types of what a template computes, as far as they can be told from the view: for finding misspelt fields."""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from jinja2 import nodes

Kinds = Mapping[str, Any]
"""The types of variables, by name; None where one cannot be told."""


@dataclass(frozen=True, slots=True)
class Module:
    """An imported template: the names that it gives."""

    name: str
    exports: frozenset[str]


def type_of(node: nodes.Node, kinds: Kinds) -> Any:
    """The type of an expression, None where it cannot be told."""
    if isinstance(node, nodes.Name):
        return kinds.get(node.name)
    if isinstance(node, nodes.Call):
        return type_of(node.node, kinds)
    owner = owner_of(node, kinds)
    return fields_of(owner).get(field_named(node)) if owner is not None else None


def owner_of(node: nodes.Node, kinds: Kinds) -> type | None:
    """The record that an expression takes a field of; None where it does no such thing, or where that cannot be told."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem) or not field_named(node):
        return None
    owner = _plain(type_of(node.node, kinds))
    return (
        owner if isinstance(owner, type) and (is_dataclass(owner) or hasattr(owner, "model_fields")) else None
    )


def field_named(node: nodes.Node) -> str:
    """The field that `x.field` or `x["field"]` names; empty where none is named."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    constant = node.arg if isinstance(node, nodes.Getitem) else None
    return constant.value if isinstance(constant, nodes.Const) and isinstance(constant.value, str) else ""


def element_of(kind: Any) -> Any:
    """What a loop over `kind` gives."""
    arguments = typing.get_args(_plain(kind))
    return arguments[0] if len(arguments) in (1, 2) and arguments[-1:] in ((...,), arguments[:1]) else None


def _plain(kind: Any) -> Any:
    """A type without None."""
    parts = [part for part in typing.get_args(kind) if part is not type(None)]
    return parts[0] if isinstance(kind, types.UnionType) and len(parts) == 1 else kind


def said(owner: type) -> str:
    """A record as it is called in a message."""
    return f"the {owner.__name__.removesuffix('View').lower() or 'view'}"


def fields_of(owner: type) -> dict[str, Any]:
    """The public fields and methods of a record, with the types of what they give."""
    found = {name: kind for name, kind in typing.get_type_hints(owner).items() if not name.startswith("_")}
    found.pop("model_config", None)
    for name in (name for name in vars(owner) if not name.startswith(("_", "model_"))):
        thing = vars(owner)[name]
        getter = thing.fget if isinstance(thing, property) else thing
        if isinstance(getter, types.FunctionType):
            found[name] = typing.get_type_hints(getter).get("return")
    return found
