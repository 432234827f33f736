"""The settings of a workspace, from the bytes of `briefgen.toml`: every fault in words, all of a kind at once."""

import re
import tomllib
from typing import Any

from briefgen.catalogue import rule, rules
from briefgen.diagnostics import Finding, Severity
from briefgen.documents.validation import nearest, validate
from briefgen.documents.wording import meant_choice
from briefgen.errors import UsageFault
from briefgen.models.brief import Brief
from briefgen.models.scalars import Plain
from briefgen.models.settings import Settings

MAX_BYTES = 1_000_000
"""The size of a file of settings in bytes, at the most."""


def parse_settings(raw: bytes, name: str) -> Settings:
    """Read settings; `name` is that of the file, for messages.

    Raises:
        UsageFault: they cannot be read, or say what they may not.
    """
    if len(raw) > MAX_BYTES:
        raise UsageFault(f"{name} has {len(raw):,} bytes; settings may have {MAX_BYTES:,}")
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageFault(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        if b"\n<<<<<<< " in b"\n" + raw:
            raise UsageFault(f"{name}: git could not merge two versions of it; make one of them") from error
        hint = "; a text stands in quotation marks" if "Invalid value" in str(error) else ""
        raise UsageFault(f"{name} is not TOML: {error}{hint}") from error
    return _validated(data, name)


def _validated(data: dict[str, Any], name: str) -> Settings:
    told = data.get("rules")
    if isinstance(told, dict):
        data = {**data, "rules": _severities(told, name)}
    valid = validate(Settings, as_plain(data))
    faults = valid.findings or _faults_of_defaults(valid.model)
    if faults or valid.model is None:
        # What stands in a misspelt table is looked at when it has its name.
        faults = tuple(each for each in faults if each.rule == "unknown-field") or faults
        lines = [
            f"{name}: {each.message}" + (f"; {_in_toml(each.help)}" if each.help else "") for each in faults
        ]
        raise UsageFault("\n".join(lines))
    return valid.model


def _in_toml(remedy: str) -> str:
    """A remedy as TOML has it, where texts stand in quotation marks."""
    match = re.fullmatch(r"write \[([^\[\]\"{}]+)\]", remedy)
    return (
        remedy if match is None else "write [" + ", ".join(f'"{each}"' for each in match[1].split(", ")) + "]"
    )


def _faults_of_defaults(settings: Settings | None) -> tuple[Finding, ...]:
    """What is wrong with the fields that briefs inherit: told once, not in every brief."""
    if settings is None or not settings.defaults:
        return ()
    found = validate(Brief, settings.defaults).findings
    return tuple(each for each in found if each.rule != "missing-field" or each.route)


def _severities(told: dict[str, Any], name: str) -> dict[str, Severity]:
    for key, value in told.items():
        try:
            rule(key)
            Severity(str(value))
        except KeyError as error:
            near = nearest(key, [each.name for each in rules()])
            hint = f"did you mean {near}?" if near else "see `briefgen explain`"
            raise UsageFault(f"{name}: [rules] names {key!r}, which is no rule; {hint}") from error
        except ValueError as error:
            shown = str(value).lower() if isinstance(value, bool) else repr(value)
            wrong = f"{name}: [rules] {key} = {shown}; a severity is error, warning, info or off"
            raise UsageFault(wrong + _meant(value)) from error
    return {key: Severity(str(value)) for key, value in told.items()}


def _meant(value: object) -> str:
    word = "off" if value is False else meant_choice("rules", str(value))
    return f': write "{word}"' if word else ""


def as_plain(value: object) -> Any:
    """A TOML value in the form that documents have: numbers, truth values and dates as `Plain`."""
    if isinstance(value, dict):
        return {key: as_plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_plain(inner) for inner in value]
    if isinstance(value, bool):
        return Plain(str(value).lower())
    return value if isinstance(value, str) else Plain(str(value))
