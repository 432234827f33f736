"""From a document's data to a model, with every fault of form as a finding.

Owns the translation of pydantic's errors (by their type, never by their English) into the rules `unknown-field`,
`missing-field`, `wrong-type` and `invalid-value`, and the salvage of what is sound, so that a misspelt field does
not hide a misquote.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefgen.diagnostics import Finding, Fix, Route, ValueEdit

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A model, or what could be salvaged of it, and the findings.

    `indices` tells for each list (by its route) which of the document's entries were kept, where some were dropped.
    """

    model: M | None
    findings: tuple[Finding, ...]
    indices: Mapping[Route, tuple[int, ...]]

    def place(self, route: Route, index: int) -> int:
        """The entry's index in the document."""
        kept = self.indices.get(route)
        return kept[index] if kept is not None else index


def validate(model: type[M], data: Any, path: str | None = None) -> Validated[M]:
    """Validate `data` as `model`; `path` names the document where it is not the brief under check."""
    try:
        return Validated(model.model_validate(data), (), {})
    except ValidationError as error:
        errors = _errors(error, data)
    findings = tuple(finding for details in errors for finding in _findings(model, details, data, path))
    salvaged, indices = _salvage(model, data, errors)
    return Validated(salvaged, findings, indices)


@dataclass(frozen=True, slots=True)
class _Error:
    type: str
    route: Route
    input: Any
    context: Mapping[str, Any]
    message: str
    on_key: bool = False


def _errors(error: ValidationError, data: Any) -> list[_Error]:
    """Pydantic's errors with routes into the data, without those that only follow from a deeper one."""
    found = [_translate(details, data) for details in error.errors(include_url=False)]
    routes = {item.route for item in found}
    deeper = {route[:cut] for route in routes for cut in range(len(route))}
    return [item for item in found if item.type != "too_short" or item.route not in deeper]


def _translate(details: ErrorDetails, data: Any) -> _Error:
    route = tuple(part for part in details["loc"] if not str(part).startswith("|") and part != "[key]")
    on_key = "[key]" in details["loc"]
    kind = "decimal_type" if details["type"] == "is_instance_of" else details["type"]
    found = route[-1] if on_key else _at(data, route)
    return _Error(kind, route, found, details.get("ctx", {}), details["msg"], on_key)


def _at(data: Any, route: Route) -> Any:
    for part in route:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


KINDS = {
    "string": "text", "tuple": "a list", "list": "a list", "dict": "a mapping", "model": "a mapping", "int": "a whole number",
    "decimal": "a number", "bool": "true or false", "float": "a number",
}  # fmt: skip
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "is not kebab-case (small letters, digits and single hyphens)",
    r"^https?://\S+$": "is not a web address (http or https)",
    r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$": "is no language tag (as en, en-GB or ckb)",
    r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*#[a-z0-9]+(-[a-z0-9]+)*$": "names no item of a brief (as port/quay#closure)",
}
BOUNDS = {
    "greater_than_equal": "is below {ge}",
    "less_than_equal": "is above {le}",
    "string_too_long": "has more than {max_length} characters",
    "too_short": "is empty; at least {min_length} is needed",
}


def _findings(model: type[BaseModel], error: _Error, data: Any, path: str | None) -> Iterator[Finding]:
    name = _name(error.route)
    absent = error.input is None and bool(error.route) and isinstance(error.route[-1], str)
    if error.type == "missing" or (absent and error.type.endswith("_type")):
        yield Finding(
            "missing-field",
            f"{name} is missing",
            error.route[:-1],
            path=path,
            help=_purpose(model, error.route),
        )
    elif error.type == "extra_forbidden":
        yield _unknown_field(model, error, path)
    elif error.type in ("literal_error", "enum"):
        yield _unknown_choice(error, name, path)
    elif error.type.endswith("_type") and error.type.removesuffix("_type") in KINDS:
        yield _wrong_type(model, error, name, path)
    else:
        purpose = _purpose(model, error.route)
        message = _invalid(error, name)
        yield Finding("invalid-value", message, error.route, on_key=error.on_key, path=path, help=purpose)


def _name(route: Route) -> str:
    last = next((part for part in reversed(route) if isinstance(part, str)), None)
    entry = "an entry of " if route and isinstance(route[-1], int) else ""
    return f"{entry}`{last}`" if last else "the document"


def _wrong_type(model: type[BaseModel], error: _Error, name: str, path: str | None) -> Finding:
    wanted = KINDS[error.type.removesuffix("_type")]
    remedy = _as_list(model, error) if wanted == "a list" else ""
    return Finding(
        "wrong-type",
        f"{name} must be {wanted}, not {_kind(error.input)}",
        error.route,
        path=path,
        help=remedy,
        on_value=True,
    )


def _as_list(model: type[BaseModel], error: _Error) -> str:
    """How a list is written in place of what stands there."""
    of_text = not fields_at(model, error.route)
    if isinstance(error.input, str) and of_text:
        return f"write [{shorten(error.input)}]"
    is_section = len(error.route) == 1 and not of_text
    return "a section that has nothing to say is written []" if is_section else "begin each entry with `- `"


def _kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"`{shorten(str(value))}`" if value is not None else "nothing"


def shorten(text: str, width: int = 60) -> str:
    """`text` on one line, cut to `width` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def _unknown_field(model: type[BaseModel], error: _Error, path: str | None) -> Finding:
    key = str(error.route[-1])
    known = fields_at(model, error.route[:-1])
    near = nearest(key, known)
    remedy = f"did you mean `{near}`?" if near else f"known here: {', '.join(sorted(known))}"
    if error.input is None and " " in key:
        remedy = "a comma ends a text within { }, and a field needs a colon: put the whole text in quotes"
    return Finding(
        "unknown-field", f"there is no field `{key}` here", error.route, on_key=True, path=path, help=remedy
    )


def _unknown_choice(error: _Error, name: str, path: str | None) -> Finding:
    expected = str(error.context.get("expected", ""))
    choices = re.findall(r"'([^']*)'", expected) or re.findall(r"\d+", expected)
    # Of markings none is guessed: the nearest in letters may be the least strict.
    near = None if name == "`marking`" else nearest(str(error.input), choices)
    fixes = (Fix(f"write {near}", (ValueEdit(error.route, near),)),) if near else ()
    remedy = (f"did you mean {near}? " if near else "") + f"one of: {', '.join(choices)}"
    message = f"{name} cannot be {_kind(error.input)}"
    return Finding("invalid-value", message, error.route, path=path, help=remedy, fixes=fixes, on_value=True)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, or None."""
    # Only faulty words are compared.
    from rapidfuzz import fuzz, process

    pool = list(known)
    folded = {choice.casefold().replace("_", "-"): choice for choice in pool}
    best = process.extractOne(
        word.casefold().replace("_", "-"), list(folded), scorer=fuzz.ratio, score_cutoff=65
    )
    return folded[best[0]] if best else None


def _invalid(error: _Error, name: str) -> str:
    shown = _kind(error.input)
    if isinstance(error.input, str) and not error.input.strip():
        return f"{name} is blank"
    if error.type == "string_pattern_mismatch":
        fault = PATTERNS.get(error.context.get("pattern", ""), "is not written as it should be")
        return f"{shown} {fault}" if error.on_key else f"{name}: {shown} {fault}"
    if error.type in BOUNDS:
        return f"{name}: {shown} {BOUNDS[error.type].format(**error.context)}"
    return f"{name}: {error.message}"


def fields_at(model: type[BaseModel], route: Route) -> set[str]:
    """Return the names of the fields that the model takes at `route`."""
    found = _model_at(model, route)
    return {info.alias or name for name, info in found.model_fields.items()} if found else set()


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


def _purpose(model: type[BaseModel], route: Route) -> str:
    """The description of the field at `route`, where the model has one."""
    parts = [part for part in route if isinstance(part, str)]
    if not parts:
        return ""
    owner = _model_at(model, route[: len(route) - 1 - list(reversed(route)).index(parts[-1])])
    info = (
        next((i for n, i in owner.model_fields.items() if (i.alias or n) == parts[-1]), None)
        if owner
        else None
    )
    return (info.description or "") if info else ""


def _salvage(
    model: type[M], data: Any, errors: list[_Error]
) -> tuple[M | None, dict[Route, tuple[int, ...]]]:
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
        faulty = {error.route[:2] for error in _errors(again, trimmed)}
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
    parent = _at(data, route[:-1])
    if isinstance(parent, dict):
        parent.pop(route[-1], None)
        if value is not None:
            parent[route[-1]] = value


def _without(data: Any, faulty: set[Route]) -> Iterator[tuple[Route, tuple[int, ...]]]:
    """Remove the faulty entries from the top-level lists; yield which indices each list has kept."""
    for key in {route[0] for route in faulty if len(route) == 2}:
        entries = _at(data, (key,))
        if isinstance(entries, list):
            kept = tuple(index for index in range(len(entries)) if (key, index) not in faulty)
            data[key] = [entries[index] for index in kept]
            yield (key,), kept
