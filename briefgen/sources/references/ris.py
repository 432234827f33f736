"""RIS."""

import re
from typing import Any

from briefgen.sources.extracted import SourceFault, fold_line_ends
from briefgen.sources.metadata_fields import CslName, as_date, cleaned
from briefgen.sources.references.reference import Reference, by_identifier, reference

_TYPES = {
    "JOUR": "article-journal", "JFULL": "periodical", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "RPRT": "report", "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage",
    "BLOG": "post-weblog", "ICOMM": "webpage", "DATA": "dataset", "MAP": "map", "PAT": "patent", "STAT": "legislation",
    "BILL": "bill", "CASE": "legal_case", "HEAR": "hearing", "LEGAL": "legislation", "MPCT": "motion_picture",
    "PAMP": "pamphlet", "PCOMM": "personal_communication", "STAND": "standard", "UNPB": "manuscript",
    "VIDEO": "motion_picture", "SOUND": "broadcast",
}  # fmt: skip
_JOURNALS = ("alternate_title3", "secondary_title", "journal_name", "alternate_title2")
"""JF, T2, JO, JA: the full name before its abbreviation."""
_START = re.compile(r"TY  ?-")
_NARROW = re.compile(r"^([A-Z][A-Z0-9]) -", re.MULTILINE)
"""A tag with one blank, as some programs write it."""
_END = re.compile(r"ER  ?-")


def parse_ris(text: str) -> tuple[Reference, ...] | SourceFault:
    """The records of a `.ris` file."""
    import rispy

    raws = _records(fold_line_ends(text).split("\n"))
    if isinstance(raws, SourceFault):
        return raws
    found = []
    for raw in raws:
        try:
            records = rispy.loads(_NARROW.sub(r"\1  -", raw) if raw.startswith("TY -") else raw)
        except (OSError, ValueError, KeyError, TypeError) as error:
            return SourceFault(f"it cannot be read as RIS: {error}", "export it again as RIS")
        found += [_reference(record, raw) for record in records]
    return tuple(found)


def _records(lines: list[str]) -> list[str] | SourceFault:
    """Each record as it is written; what stands between them is none of any."""
    records: list[str] = []
    start: int | None = None
    for number, line in enumerate([*lines, "TY  -"]):  # the last one stands for the end of the file
        if _START.match(line):
            if start is not None:
                return SourceFault(
                    f"its record on line {start + 1} has no end (ER  -)", "export it again as RIS"
                )
            start = number
        elif start is not None and _END.match(line):
            records.append("\n".join(lines[start : number + 1]))
            start = None
    return records


def _reference(record: dict[str, Any], raw: str) -> Reference:
    authors = record.get("authors") or record.get("first_authors") or ()
    urls = record.get("urls") or [record.get("url")]
    csl = {
        "type": _TYPES.get(str(record.get("type_of_reference")), "document"),
        "title": _first(record, "title", "primary_title"),
        "author": tuple(filter(None, map(_name, authors))),
        "publisher": record.get("publisher"),
        "container-title": _first(record, *_JOURNALS) or _book(record),
        "issued": _date(_first(record, "date", "publication_year", "year")) or _date(record.get("year")),
        "accessed": _date(record.get("access_date")),
        "URL": (urls[0] if urls else None) or by_identifier(record.get("doi")),
        "language": record.get("language"),
    }
    return reference(record.get("id"), raw, csl)


def _name(stated: object) -> CslName | None:
    """`Family, Given, Suffix`, as the format has it; a name without a comma, or with nothing behind it, is whole."""
    parts = [part.strip() for part in (cleaned(stated) or "").split(",")]
    if len(parts) > 3 or not any(parts[1:]):
        line = ", ".join(filter(None, parts))
        return {"literal": line} if line else None
    named = dict(zip(("family", "given", "suffix"), parts, strict=False))
    return {part: text for part, text in named.items() if text}


def _first(record: dict[str, Any], *names: str) -> Any:
    return next((record[name] for name in names if record.get(name)), None)


def _book(record: dict[str, Any]) -> str | None:
    """BT, which rispy leaves among the unknown."""
    return next(iter(record.get("unknown_tag", {}).get("BT", ())), None)


def _date(text: Any) -> str | None:
    """RIS dates read YYYY/MM/DD/other; parts may be empty."""
    if iso := as_date(text):
        return iso
    parts = [part for part in str(text or "").split("/")[:3] if part.strip().isdigit()]
    return "-".join(part.strip().zfill(2) for part in parts) or None
