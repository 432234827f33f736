"""BibTeX and BibLaTeX."""

import logging
import re
from functools import lru_cache
from typing import Any

from briefgen.sources.extracted import SourceFault
from briefgen.sources.metadata_fields import CslName
from briefgen.sources.references.reference import Reference, reference

_TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "techreport": "report", "report": "report", "manual": "report", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "unpublished": "manuscript", "dataset": "dataset", "software": "software", "patent": "patent",
    "legislation": "legislation", "jurisdiction": "legal_case", "periodical": "periodical", "video": "motion_picture",
}  # fmt: skip
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_ESCAPED = re.compile(r"\\([_%&#$~])")
_URL = re.compile(r"\\url\{([^}]*)\}")
_MARKED = re.compile(r"[^\w\s.,:;()/]")
"""What LaTeX may mean something by, and more; most names and titles have none of it."""
_WHOLE = re.compile(r"\{[^{}]*\}\Z")

# What it would print on standard error is said in a fault.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def parse_bibtex(text: str) -> tuple[Reference, ...] | SourceFault:
    """The entries of a `.bib` file, its `@string` abbreviations resolved."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors

    library = parse_string(text, append_middleware=[MonthIntMiddleware(), SeparateCoAuthors()])
    if library.failed_blocks:
        block = library.failed_blocks[0]
        return _fault(block)
    try:
        return tuple(_reference(entry) for entry in library.entries)
    except RecursionError:
        return SourceFault("its braces are nested too deep", "correct the entry, or export the file again")


def _fault(block: Any) -> SourceFault:
    """What is wrong with an entry that is refused: a key or field that stands twice, or its form."""
    where = f"its entry on line {(block.start_line or 0) + 1}"
    if hasattr(block, "duplicate_keys"):
        fields = ", ".join(sorted(block.duplicate_keys))
        return SourceFault(f"{where} has a field twice: {fields}", "delete one of them")
    if hasattr(block, "previous_block"):
        return SourceFault(
            f"{where} has the key of an earlier one: {block.key}",
            "give one of the two another key, or delete it",
        )
    return SourceFault(f"{where} cannot be read as BibTeX", "correct the entry, or export the file again")


def _reference(entry: Any) -> Reference:
    fields = {field.key.lower(): field.value for field in entry.fields}
    kind = _SUBTYPES.get(
        str(fields.get("entrysubtype", "")), _TYPES.get(entry.entry_type.lower(), "document")
    )
    csl = {
        "type": kind,
        "title": _title(fields),
        "author": tuple(
            _name(name) for name in fields.get("author") or fields.get("editor") or () if name != "others"
        ),
        "publisher": _text(_first(fields, "publisher", "institution", "school", "organization")),
        "container-title": _text(_first(fields, "journaltitle", "journal", "booktitle")),
        "issued": _issued(fields),
        "accessed": fields.get("urldate"),
        "URL": _url(fields),
        "language": _first(fields, "langid", "language"),
    }
    return reference(entry.key, entry.raw, csl)


def _first(fields: dict[str, Any], *names: str) -> Any:
    return next((fields[name] for name in names if fields.get(name)), None)


def _title(fields: dict[str, Any]) -> str | None:
    title, subtitle = _text(fields.get("title")), _text(fields.get("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title


def _issued(fields: dict[str, Any]) -> str | None:
    if fields.get("date"):
        return str(fields["date"])
    year, month, day = (str(fields.get(name) or "") for name in ("year", "month", "day"))
    date = year + (f"-{month.zfill(2)}" if month.isdigit() else "")
    return date + (f"-{day.zfill(2)}" if month.isdigit() and day.isdigit() else "")


def _url(fields: dict[str, Any]) -> str | None:
    stated = fields.get("url")
    published = _URL.search(str(fields.get("howpublished") or ""))
    address = stated or (published.group(1) if published else None)
    if address is None and fields.get("doi"):
        address = "https://doi.org/" + str(fields["doi"]).removeprefix("https://doi.org/")
    return _ESCAPED.sub(r"\1", str(address)) if address else None


def _text(value: Any) -> str | None:
    """A field as it reads: accents composed, commands and braces gone."""
    if value is None:
        return None
    text = str(value)
    if _MARKED.search(text):
        text = _converter().latex_to_text(text)
    return " ".join(text.replace("``", "“").replace("''", "”").split()) or None


@lru_cache(maxsize=1)
def _converter() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim")


def _name(name: str) -> CslName:
    """A name in braces is an organisation's; any other is split as BibTeX splits it."""
    if _WHOLE.fullmatch(name.strip()):
        return {"literal": _text(name) or name}
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(name, strict=False)
    last, first = _text(" ".join(parts.last)), _text(" ".join(parts.first))
    if not last or not first:
        return {"literal": _text(name) or name}
    csl = {
        "family": last,
        "given": first,
        "non-dropping-particle": _text(" ".join(parts.von)),
        "suffix": _text(" ".join(parts.jr)),
    }
    return {key: value for key, value in csl.items() if value}
