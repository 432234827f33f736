"""A fault of form as a finding: pydantic's errors as `unknown-field`, `missing-field`, `wrong-type` and `invalid-value`.

Owns their words. Every one says what to write: the field or the word that was meant, the value in the form that the
field takes, or else what the field is for.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from briefgen.diagnostics import Finding, Fix, Route, ValueEdit
from briefgen.documents.complaints import KINDS, Fault, value_at
from briefgen.documents.fields import fields_at, is_required, known_at, purpose_of
from briefgen.documents.wording import as_entry, as_number, meant_choice, meant_field, same
from briefgen.documents.written_dates import in_edtf, is_another_notation, too_late

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
WITHIN = {
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "string_too_long": "write {max_length} characters or fewer",
}
FILLING = {
    "quote": "copy the words out of the source, exactly: `briefgen quote WORDS` finds them",
    "source": "name the source by its id: `briefgen source list` shows them",
}
"""How a required field is filled that its description alone does not tell."""
FEW = 14
"""So many choices are named in a help; of more, the nearest alone where there is one."""


def finding_of(model: type[BaseModel], error: Fault, data: Any, path: str | None) -> Finding:
    """The finding for one fault of `data` as a `model`; `path` names its document where that is not the brief under check."""
    name = _name(error.route)
    absent = error.input is None and bool(error.route) and isinstance(error.route[-1], str)
    if error.type == "missing" or (absent and error.type.endswith("_type")):
        return _missing(model, error, data, path)
    if error.type == "extra_forbidden":
        return _unknown_field(model, error, data, path)
    if error.type in ("literal_error", "enum"):
        return _unknown_choice(model, error, name, path)
    if error.type.endswith("_type") and error.type.removesuffix("_type") in KINDS:
        return _wrong_type(model, error, name, path)
    if error.type == "edtf":
        return _no_date(error, name, path)
    if isinstance(error.input, str) and not error.input.strip():
        message, remedy = f"{name} is blank", _filling(model, error.route)
    else:
        message, remedy = _invalid(error, name), _in_form(model, error)
    return Finding("invalid-value", message, error.route, on_key=error.on_key, path=path, help=remedy)


def _name(route: Route) -> str:
    last = next((part for part in reversed(route) if isinstance(part, str)), None)
    entry = "an entry of " if route and isinstance(route[-1], int) else ""
    return f"{entry}`{last}`" if last else "the document"


def _field(route: Route) -> str:
    """The name of the field that `route` leads to, or into."""
    return str(next((part for part in reversed(route) if isinstance(part, str)), ""))


def _missing(model: type[BaseModel], error: Fault, data: Any, path: str | None) -> Finding:
    owner = value_at(data, error.route[:-1])
    empty = isinstance(owner, Mapping) and error.route[-1] in owner
    name = error.route[-1]
    message = f"`{name}` says nothing" if empty else f"`{name}` is missing"
    route = error.route if empty else error.route[:-1]
    remedy = _filling(model, error.route) if empty else f"add `{name}: …`. {_described(model, error.route)}"
    return Finding("missing-field", message, route, on_key=empty, path=path, help=remedy.strip())


def _filling(model: type[BaseModel], route: Route) -> str:
    """What to do about a field that is there and says nothing."""
    described = _described(model, route)
    if not is_required(model, route):
        return "say something, or leave it out"
    return (
        described
        if _field(route) in FILLING or "[]" in described
        else f"say it after the colon. {described}".strip()
    )


def _described(model: type[BaseModel], route: Route) -> str:
    filling = FILLING.get(_field(route), "")
    return f"{filling[:1].upper()}{filling[1:]}." if filling else purpose_of(model, route)


def _wrong_type(model: type[BaseModel], error: Fault, name: str, path: str | None) -> Finding:
    kind = error.type.removesuffix("_type")
    wanted = KINDS[kind]
    written = error.input if isinstance(error.input, str) else None
    instead: str | None = None
    if wanted == "a list":
        remedy = _as_list(model, error)
    elif wanted == "a mapping":
        remedy = _as_mapping(model, error)
    else:
        instead = _as_scalar(wanted, written) if written is not None else None
        purpose = purpose_of(model, error.route)
        if "number" in wanted and "digits" not in purpose:
            purpose = f"write it in figures. {purpose}".strip()
        remedy = f"write {instead}" if instead else purpose
    fixes = (Fix(f"write {instead}", (ValueEdit(error.route, instead),)),) if instead else ()
    message = f"{name} must be {wanted}, not {_kind(error.input)}"
    return Finding("wrong-type", message, error.route, path=path, help=remedy, on_value=True, fixes=fixes)


def _as_scalar(wanted: str, written: str) -> str | None:
    if wanted == "true or false":
        return {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}.get(
            written.casefold()
        )
    number = as_number(written) if "number" in wanted else None
    return None if number and "." in number and wanted == "a whole number" else number


def _as_mapping(model: type[BaseModel], error: Fault) -> str:
    known = known_at(model, error.route)
    entry = as_entry(_field(error.route), shorten(error.input)) if isinstance(error.input, str) else None
    if entry:
        return f"write {entry}"
    return (
        f"write its fields, each as `name: …`: {', '.join(known)}"
        if known
        else "write each entry as `NAME: …`"
    )


def _as_list(model: type[BaseModel], error: Fault) -> str:
    """How a list is written in place of what stands there."""
    of_text = not fields_at(model, error.route)
    if isinstance(error.input, str):
        text = shorten(error.input)
        # A comma would part it: that between digits was hardly meant to.
        whole = f'"{text}"' if re.search(r"\d,\d|[\[\]{}#:]", text) and '"' not in text else text
        entry = whole if of_text else as_entry(_field(error.route), text)
        if entry:
            return f"write [{entry}]"
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


def meant_name(model: type[BaseModel], error: Fault, data: Any) -> str | None:
    """The field that an unknown one was probably meant to be: first one that is not there yet."""
    key = str(error.route[-1])
    if error.input is None and " " in key:
        return None
    known = known_at(model, error.route[:-1])
    owner = value_at(data, error.route[:-1])
    absent = [name for name in known if not isinstance(owner, Mapping) or owner.get(name) is None]
    return nearest(key, absent) or meant_field(key, absent) or nearest(key, known)


def _unknown_field(model: type[BaseModel], error: Fault, data: Any, path: str | None) -> Finding:
    key = str(error.route[-1])
    near = meant_name(model, error, data)
    known = known_at(model, error.route[:-1])
    remedy = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
    if error.input is None and " " in key:
        remedy = "a comma ends a text within { }, and a field needs a colon: put the whole text in quotes"
    elif error.input is None and key.isdecimal():
        remedy = _comma_in_number(key, value_at(data, error.route[:-1])) or remedy
    message = f"there is no field `{key}` here"
    return Finding("unknown-field", message, error.route, on_key=True, path=path, help=remedy)


def _comma_in_number(rest: str, owner: Any) -> str:
    """How a number is written that commas cut up: `{lat: 13,5}`, `{value: 3,400,000}`."""
    names = [str(name) for name in owner] if isinstance(owner, Mapping) else []
    before = names[: names.index(rest)] if rest in names else []
    field = next((name for name in reversed(before) if not name.isdecimal()), None)
    first = "" if field is None else str(owner[field])
    if field is None or not first.lstrip("-").isdecimal():
        return ""
    groups = list(takewhile(str.isdecimal, names[names.index(field) + 1 :]))
    if field not in ("lat", "lon") and first.lstrip("-0") and all(len(group) == 3 for group in groups):
        return f"a comma parts the fields within {{ }}: write {first}{''.join(groups)}"
    return f"a comma parts the fields within {{ }}: write {first}.{rest}" if len(groups) == 1 else ""


def _unknown_choice(model: type[BaseModel], error: Fault, name: str, path: str | None) -> Finding:
    expected = str(error.context.get("expected", ""))
    choices = re.findall(r"'([^']*)'", expected) or re.findall(r"\d+", expected)
    written, field = str(error.input), _field(error.route)
    alike = same(written, choices)
    near = (
        alike or meant_choice(field, written) or (None if field == "marking" else nearest(written, choices))
    )
    fix = Fix(f"write {near}", (ValueEdit(error.route, near),), safe=alike is not None) if near else None
    listed = "" if near and len(choices) > FEW else f"one of: {', '.join(choices)}"
    grades = purpose_of(model, error.route) if field == "credibility" else ""
    remedy = " ".join(part for part in (f"did you mean {near}?" if near else "", grades or listed) if part)
    if error.on_key:
        message = f"{_name(error.route[:-1])} has no `{written}`"
        return Finding("invalid-value", message, error.route, path=path, help=remedy, on_key=True)
    message = f"{name} cannot be {_kind(error.input)}"
    fixes = (fix,) if fix else ()
    return Finding("invalid-value", message, error.route, path=path, help=remedy, fixes=fixes, on_value=True)


def _no_date(error: Fault, name: str, path: str | None) -> Finding:
    written = str(error.input)
    instead = in_edtf(written)
    remedy = "write " + " or ".join(instead) if instead else too_late(written)
    remedy = (
        remedy or "write the year first, as 2024, 2024-09 or 2024-09-27; leave it out where it is not known"
    )
    safe = is_another_notation(written)
    fixes = tuple(Fix(f"write {each}", (ValueEdit(error.route, each),), safe) for each in instead)
    return Finding(
        "invalid-value", f"{name}: {error.message}", error.route, path=path, help=remedy, fixes=fixes
    )


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


def _in_form(model: type[BaseModel], error: Fault) -> str:
    """The value in the form that the field takes, where that can be told, else what the field is for."""
    if error.type in WITHIN:
        return WITHIN[error.type].format(**error.context)
    written = str(error.input)
    pattern = error.context.get("pattern", "") if error.type == "string_pattern_mismatch" else ""
    fault = PATTERNS.get(pattern, "")
    instead = None
    if "kebab" in fault:
        instead = "-".join(re.findall(r"[a-z0-9]+", written.casefold())) if written.isascii() else None
    elif "web address" in fault and re.fullmatch(r"(?:www\.|[\w-]+\.)\S+", written):
        instead = f"https://{written}"
    elif "language tag" in fault:
        instead = _language_tag(written)
    if _field(error.route) in FILLING:
        return _described(model, error.route)
    return f"write {instead}" if instead else purpose_of(model, error.route)


def _language_tag(name: str) -> str | None:
    """The tag of a language that is called by its English name."""
    # Loaded for this alone.
    from babel import Locale

    named = {str(said).casefold(): tag for tag, said in Locale("en").languages.items()}
    return named.get(name.strip().casefold())
