"""From a document's data to a model, with every fault of form as a finding.

Owns the translation of pydantic's errors into the rules `unknown-field`, `missing-field`, `wrong-type` and
`invalid-value`, each with its remedy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from briefgen.diagnostics import Finding, Fix, Route, ValueEdit
from briefgen.documents.complaints import KINDS, Fault, faults_of, value_at
from briefgen.documents.salvaging import salvage

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A model, or what could be salvaged of it, and the findings.

    `indices` tells for each list (by its route) which of the document's entries were kept, where some were dropped;
    `dropped` are the ids of those that were.
    """

    model: M | None
    findings: tuple[Finding, ...]
    indices: Mapping[Route, tuple[int, ...]]
    dropped: frozenset[str] = frozenset()

    def place(self, route: Route, index: int) -> int:
        """The entry's index in the document."""
        kept = self.indices.get(route)
        return kept[index] if kept is not None else index


def validate(model: type[M], data: Any, path: str | None = None) -> Validated[M]:
    """Validate `data` as `model`; `path` names the document where it is not the brief under check."""
    try:
        return Validated(model.model_validate(data), (), {})
    except ValidationError as error:
        errors = faults_of(error, data)
    findings = tuple(finding for details in errors for finding in _findings(model, details, data, path))
    salvaged, indices = salvage(model, data, errors)
    return Validated(salvaged, findings, indices, frozenset(_dropped(data, indices)))


def _dropped(data: Any, indices: Mapping[Route, tuple[int, ...]]) -> Iterator[str]:
    """The ids of the entries that were dropped."""
    for route, kept in indices.items():
        for index, entry in enumerate(value_at(data, route)):
            name = entry.get("id") if isinstance(entry, Mapping) else None
            if index not in kept and isinstance(name, str):
                yield str(name)


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


def _findings(model: type[BaseModel], error: Fault, data: Any, path: str | None) -> Iterator[Finding]:
    name = _name(error.route)
    absent = error.input is None and bool(error.route) and isinstance(error.route[-1], str)
    if error.type == "missing" or (absent and error.type.endswith("_type")):
        owner = value_at(data, error.route[:-1])
        empty = isinstance(owner, Mapping) and error.route[-1] in owner
        message = f"{name} says nothing" if empty else f"{name} is missing"
        route = error.route if empty else error.route[:-1]
        yield Finding(
            "missing-field", message, route, on_key=empty, path=path, help=_purpose(model, error.route)
        )
    elif error.type == "extra_forbidden":
        yield _unknown_field(model, error, path)
    elif error.type in ("literal_error", "enum"):
        yield _unknown_choice(error, name, path)
    elif error.type.endswith("_type") and error.type.removesuffix("_type") in KINDS:
        yield _wrong_type(model, error, name, path)
    else:
        blank = isinstance(error.input, str) and not error.input.strip()
        remedy = "say something, or leave it out" if blank else _purpose(model, error.route)
        message = f"{name} is blank" if blank else _invalid(error, name)
        yield Finding("invalid-value", message, error.route, on_key=error.on_key, path=path, help=remedy)


def _name(route: Route) -> str:
    last = next((part for part in reversed(route) if isinstance(part, str)), None)
    entry = "an entry of " if route and isinstance(route[-1], int) else ""
    return f"{entry}`{last}`" if last else "the document"


def _wrong_type(model: type[BaseModel], error: Fault, name: str, path: str | None) -> Finding:
    wanted = KINDS[error.type.removesuffix("_type")]
    remedy = _as_list(model, error) if wanted == "a list" else _purpose(model, error.route)
    if wanted == "a mapping":
        remedy = f"write its fields, each as `name: …`: {', '.join(_known(model, error.route))}"
    return Finding(
        "wrong-type",
        f"{name} must be {wanted}, not {_kind(error.input)}",
        error.route,
        path=path,
        help=remedy,
        on_value=True,
    )


def _as_list(model: type[BaseModel], error: Fault) -> str:
    """How a list is written in place of what stands there."""
    of_text = not fields_at(model, error.route)
    if isinstance(error.input, str) and of_text:
        return f"write [{shorten(error.input)}]"
    is_section = len(error.route) == 1 and not of_text and not isinstance(error.input, Mapping)
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


def _unknown_field(model: type[BaseModel], error: Fault, path: str | None) -> Finding:
    key = str(error.route[-1])
    known = _known(model, error.route[:-1])
    near = nearest(key, known)
    remedy = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
    if error.input is None and " " in key:
        remedy = "a comma ends a text within { }, and a field needs a colon: put the whole text in quotes"
    return Finding(
        "unknown-field", f"there is no field `{key}` here", error.route, on_key=True, path=path, help=remedy
    )


def _unknown_choice(error: Fault, name: str, path: str | None) -> Finding:
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


def _invalid(error: Fault, name: str) -> str:
    shown = _kind(error.input)
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


def _known(model: type[BaseModel], route: Route) -> list[str]:
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
