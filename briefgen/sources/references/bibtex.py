"""BibTeX and BibLaTeX."""

import logging
import re
from functools import lru_cache
from typing import Any

from briefgen.sources.extracted import SourceFault, raised
from briefgen.sources.metadata_fields import CslName
from briefgen.sources.references.reference import Reference, by_identifier, reference

_TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "mvproceedings": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "suppbook": "chapter", "bookinbook": "chapter", "suppcollection": "chapter", "inreference": "entry-encyclopedia",
    "legal": "legislation", "standard": "standard", "letter": "personal_communication", "techreport": "report", "report": "report", "manual": "report", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "unpublished": "manuscript", "dataset": "dataset", "software": "software", "patent": "patent",
    "legislation": "legislation", "jurisdiction": "legal_case", "periodical": "periodical", "video": "motion_picture",
}  # fmt: skip
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_DATES = ("date", "year", "month", "day")
_HOUSES = ("publisher", "institution", "school", "organization")
_JOURNALS = ("journaltitle", "journal", "booktitle")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ESCAPED = re.compile(r"\\([_%&#$~])")
_URL = re.compile(r"\\url\{([^}]*)\}")
_MARKED = re.compile(r"[^\w\s.,:;()/]")
"""What LaTeX may mean something by, and more; most names and titles have none of it."""
_MOST = 5_000
"""So many characters of a value are read, far more than a register takes: to read LaTeX takes long."""
_PIECE = re.compile(r'"[^"]*"|\{[^{}]*\}|\w+')
_PIECES = re.compile(rf"(?=[^#]*[\"{{]|.*#\s*[\"{{])(?:{_PIECE.pattern})(?:\s*#\s*(?:{_PIECE.pattern}))+")
"""Texts and names, joined by `#`; one of them at least is a text, or the value might be one that has a `#`."""
_SCRIPT = re.compile(r"\$([_^])(?:\{(?:\\(?:textrm|mathrm|text)\{)?([\w+-]*)\}?\}|(\w))\$")
_QUOTED = re.compile(r"`([^`']*)'")
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
    names = {string.key.lower(): str(string.value) for string in library.strings}
    fields = [
        {field.key.lower(): _joined(field.value, names) for field in entry.fields}
        for entry in library.entries
    ]
    by_key = {entry.key.lower(): each for entry, each in zip(library.entries, fields, strict=True)}
    try:
        return tuple(
            _reference(entry, {**_inherited(each, by_key), **each})
            for entry, each in zip(library.entries, fields, strict=True)
        )
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


def _joined(value: Any, names: dict[str, str]) -> Any:
    """A value with its pieces put together, where it is written as several (`post # {, Sunday}`)."""
    if not isinstance(value, str) or not _PIECES.fullmatch(value):
        return value
    pieces = _PIECE.findall(value)
    return "".join(
        names.get(piece.lower(), piece) if piece[0] not in '"{' else piece[1:-1] for piece in pieces
    )


def _inherited(fields: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What an entry that stands in a book (`crossref`) takes from the book's: its title, date and publisher."""
    book = by_key.get(str(fields.get("crossref") or "").lower(), {})
    taken = {name: book[name] for name in (*_DATES, *_HOUSES) if name in book}
    title = _title(book)
    if title and not _first(fields, *_JOURNALS):
        taken["booktitle"] = title
    for alike in (_DATES, _HOUSES):
        if _first(fields, *alike):
            taken = {name: value for name, value in taken.items() if name not in alike}
    return taken


def _reference(entry: Any, fields: dict[str, Any]) -> Reference:
    kind = _SUBTYPES.get(
        str(fields.get("entrysubtype", "")), _TYPES.get(entry.entry_type.lower(), "document")
    )
    csl = {
        "type": kind,
        "title": _title(fields),
        "author": tuple(
            _name(name) for name in fields.get("author") or fields.get("editor") or () if name != "others"
        ),
        "publisher": _text(_first(fields, *_HOUSES)),
        "container-title": _text(_first(fields, *_JOURNALS)),
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
    year, written, day = (str(fields.get(name) or "") for name in ("year", "month", "day"))
    month, named = _month(written)
    day = day or named
    date = year + (f"-{month.zfill(2)}" if month else "")
    return date + (f"-{day.zfill(2)}" if month and day.isdigit() else "")


def _month(written: str) -> tuple[str, str]:
    """(month, day) as numbers, from `9`, `sep`, `September` or `sep # "~27"`; empty where there is none, or two."""
    if written.isdigit():
        return written, ""
    names, days = _MONTH.findall(written), _DAY.findall(written)
    if len(names) != 1 or len(days) > 1:
        return "", ""
    return str(_MONTHS.index(names[0].lower()) + 1), "".join(days)


def _url(fields: dict[str, Any]) -> str | None:
    stated = fields.get("url")
    published = _URL.search(str(fields.get("howpublished") or ""))
    address = stated or (published.group(1) if published else None)
    address = address or by_identifier(fields.get("doi"))
    return _ESCAPED.sub(r"\1", str(address)) if address else None


def _text(value: Any) -> str | None:
    """A field as it reads: accents composed, commands and braces gone."""
    if value is None:
        return None
    text = _SCRIPT.sub(_script, str(value)[:_MOST])
    if _MARKED.search(text):
        text = _converter().latex_to_text(text)
    text = _QUOTED.sub(r"‘\1’", text.replace("``", "“").replace("''", "”"))
    return " ".join(text.split()) or None


def _script(found: re.Match[str]) -> str:
    """A raised or lowered piece, as far as Unicode has it: 5 km², CO2."""
    piece = found[2] or found[3]
    return (raised(piece) if found[1] == "^" else None) or piece


@lru_cache(maxsize=1)
def _converter() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    known.add_context_category("signs", macros=signs, prepend=True)
    return LatexNodes2Text(latex_context=known, math_mode="verbatim")


_SIGNS = {
    "textbar": "|", "textless": "<", "textgreater": ">", "textminus": "−", "S": "§", "P": "¶", "euro": "€", "pounds": "£",
    "copyright": "©", "degree": "°", "textquotedbl": '"', "textunderscore": "_", "textbraceleft": "{",
    "textbraceright": "}",
}  # fmt: skip
"""What reference managers write, and pylatexenc would drop."""


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
