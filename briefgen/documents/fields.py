"""What a model says of its fields: which there are at a route, what each is for, whether it must be there."""

from typing import Any, get_args

from pydantic import BaseModel

from briefgen.diagnostics import Route


def fields_at(model: type[BaseModel], route: Route) -> set[str]:
    """The names of the fields that the model takes at `route`."""
    found = _model_at(model, route)
    return {info.alias or name for name, info in found.model_fields.items()} if found else set()


def known_at(model: type[BaseModel], route: Route) -> list[str]:
    """The same in alphabetical order."""
    return sorted(fields_at(model, route))


def _model_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in route:
        if isinstance(part, int) or current is None:
            continue
        names = {info.alias or name: name for name, info in current.model_fields.items()}
        name = names.get(part)
        current = _inner_model(current.model_fields[name].annotation) if name else None
    return current


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as `tuple[Citation, ...] | None` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for model in map(_inner_model, get_args(annotation)) if model), None)


def _info(model: type[BaseModel], route: Route) -> tuple[type[BaseModel], str, Any] | None:
    """The model that has the field at `route`, the field's name and what pydantic knows of it."""
    parts = [part for part in route if isinstance(part, str)]
    if not parts:
        return None
    owner = _model_at(model, route[: len(route) - 1 - list(reversed(route)).index(parts[-1])])
    found = owner.model_fields.items() if owner else ()
    return next(((owner, n, i) for n, i in found if owner and (i.alias or n) == parts[-1]), None)


def is_required(model: type[BaseModel], route: Route) -> bool:
    """Whether the field at `route` must be there."""
    info = _info(model, route)
    return info is not None and (info[2].is_required() or info[1] in getattr(info[0], "required", ()))


def purpose_of(model: type[BaseModel], route: Route) -> str:
    """The description of the field at `route`, where the model has one."""
    info = _info(model, route)
    return (info[2].description or "") if info else ""
