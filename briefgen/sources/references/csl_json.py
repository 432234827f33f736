"""CSL-JSON, as Zotero and citation servers export it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from briefgen.sources.extracted import SourceFault
from briefgen.sources.metadata_fields import CslName, cleaned
from briefgen.sources.references.reference import TYPES, Reference, by_identifier, reference

_NAME_PARTS = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")
_RICH = ("title", "container-title", "publisher")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>")
"""The markup that CSL-JSON allows inside titles."""
_NOT_CSL = SourceFault(
    "it is not CSL-JSON (a list of items, each with a type and a title)", "export it again as CSL-JSON"
)


def parse_csl_json(text: str) -> tuple[Reference, ...] | SourceFault:
    """The items of a CSL-JSON file; a single item is taken too."""
    try:
        data = json.loads(text)
        items = data if isinstance(data, list) else [data]
        if all(isinstance(item, dict) and ("type" in item or "title" in item) for item in items):
            return tuple(_reference(item) for item in items)
    except (ValueError, RecursionError):
        pass  # what is nested too deep to be read or written is no list of items
    return _NOT_CSL


def has_csl_items(text: str) -> bool:
    """Whether it is a list of items, each with a title and a type that citation styles know."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(data, list)
        and bool(data)
        and all(
            isinstance(item, dict) and str(item.get("type")) in TYPES and item.get("title") for item in data
        )
    )


def _reference(item: dict[str, Any]) -> Reference:
    dates = {name: _date(item.get(name)) for name in ("issued", "accessed")}
    names = item.get("author") if isinstance(item.get("author"), list) else []
    author = tuple(filter(None, (_name(name) for name in names or ())))
    # JSON may hold half a character, which no file can.
    raw = json.dumps(item, ensure_ascii=False, indent=2).encode(errors="replace").decode()
    plain = {name: _MARKUP.sub("", text) for name in _RICH if isinstance(text := item.get(name), str)}
    url = item.get("URL") or by_identifier(item.get("DOI"))
    return reference(item.get("id"), raw, {**item, **plain, **dates, "author": author, "URL": url})


def _name(name: Any) -> CslName | None:
    if not isinstance(name, dict):
        return None
    parts = {part: cleaned(name.get(part)) for part in _NAME_PARTS}
    stated = {part: text for part, text in parts.items() if text}
    if "literal" in stated:
        return {"literal": stated["literal"]}
    return stated if "family" in stated else {"literal": stated["given"]} if "given" in stated else None


def _date(date: Any) -> str | None:
    """EDTF from `date-parts` (of a range both), with `circa` as about; or what is stated as EDTF, or raw."""
    if not isinstance(date, Mapping):
        return date if isinstance(date, str) else None
    parts = date.get("date-parts")
    ends = [_day(each) for each in parts[:2]] if isinstance(parts, list) else []
    about = "~" if str(date.get("circa") or "0").lower() not in ("0", "false") else ""
    stated = "/".join(end + about for end in ends if end)
    return stated or date.get("edtf") or date.get("raw")


def _day(parts: Any) -> str:
    numbers = parts[:3] if isinstance(parts, list) else []
    return "-".join(str(part).zfill(2) for part in numbers if str(part).isdigit())
