"""What a single YAML scalar may be.

The document reader hands every plain scalar over as `Plain`, its text as written, and every quoted or block one as
`str`; which of them are numbers, truth values or dates is decided here, by the field they stand in. So `no`, `1e3`,
`012345` and `2024-09-27` stay text where text is meant.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError


class Plain(str):
    """A plain (unquoted) YAML scalar, exactly as written."""

    __slots__ = ()


NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)\Z")
INTEGER = re.compile(r"[-+]?\d+\Z")
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def _truth(value: Any) -> Any:
    return TRUTH.get(value, value) if isinstance(value, Plain) else value


def _integer(value: Any) -> Any:
    return int(value) if isinstance(value, Plain) and len(value) < 20 and INTEGER.match(value) else value


def _number(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float) or (
        isinstance(value, Plain) and len(value) < 40 and NUMBER.match(value)
    ):
        return Decimal(str(value))
    return value


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, Plain) else value


def within(low: int, high: int | None = None) -> Any:
    """Bounds of an `Integer` or `Number`, both included; told to the JSON Schema as well, which misses them else."""
    bounds: dict[str, Any] = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    return Field(ge=low, le=high, json_schema_extra=bounds)


Truth = Annotated[bool, BeforeValidator(_truth)]
Integer = Annotated[int, BeforeValidator(_integer)]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
# Constraints stand before validators: only so do they reach the JSON Schema.
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), BeforeValidator(_text)]
"""Text that says something: at least one character that is not a blank."""

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100),
    BeforeValidator(_text),
]
"""A kebab-case id: `end-date`."""

LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"), BeforeValidator(_text)
]
"""A BCP 47 language tag: `en`, `en-GB`, `ckb`."""


def _kind(value: Any) -> str:
    return "|languages" if isinstance(value, Mapping) else "|text"


Text = Annotated[
    Annotated[Line, Tag("|text")]
    | Annotated[dict[LanguageTag, Line], Field(min_length=1), Tag("|languages")],
    Discriminator(_kind),
]
"""One text, or one text per language."""


def texts(value: str | Mapping[str, str] | None, language: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield (language, route below the field, text) for each language that `value` is given in."""
    if isinstance(value, str):
        yield language, (), value
    elif value is not None:
        for tag, text in value.items():
            yield tag, (tag,), text


def text_in(value: str | Mapping[str, str], language: str) -> str | None:
    """Return the text of `value` for `language` (`en-GB` is served by `en`), or None where it lacks."""
    if isinstance(value, str):
        return value
    base = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0]
    wanted = (language, base, *(tag for tag in value if tag.replace("_", "-").split("-")[0] == base))
    return next((value[tag] for tag in wanted if tag in value), None)


SIMPLE_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)\Z")


def _is_simple_date(text: str) -> bool | None:
    """Tell whether a plain calendar date is right; None where `text` is no plain calendar date."""
    match = SIMPLE_DATE.match(text)
    if match is None or (match[2] and match[2] > "12"):
        return None
    try:
        date(int(match[1]) or 4, int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1024)
def is_edtf(text: str) -> bool:
    """Tell whether `text` is a date in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2)."""
    simple = _is_simple_date(text)
    if simple is not None or len(text) > 60:
        return bool(simple)
    # The library takes 0.2 s to import, and nearly every date is a plain one.
    from edtf import EDTFParseException, parse_edtf

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError):
        return False
    return True


# What an editor can hold a date against; `is_edtf` decides.
EDTF_LOOKS = r"^[\[{]?([?~%]*-?[0-9X]{4}|Y-?[0-9]|\.\.|/)[-0-9XYESTZ?~%.,/:+\[\]{}]*$"


def _edtf(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    if not is_edtf(str(value)):
        raise PydanticCustomError(
            "edtf",
            "{text} is not an EDTF date (as 2024, 2024-09, 2024-09-27 or 2024-09~)",
            {"text": repr(str(value))},
        )
    return str(value)


Edtf = Annotated[
    str,
    BeforeValidator(_edtf),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": EDTF_LOOKS,
            "description": "An EDTF date: 2024, 2024-09, 2024-09-27, 2024-09~",
        }
    ),
]
"""A date in EDTF, kept as written."""
