"""Lists of sources in a citation style, by citeproc-py.

The styles are CSL files in `briefgen/sources/csl/`. What a register leaves null is left out; a missing date prints as
n.d. (in the words of the language).
"""

import re
import unicodedata
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import Any, get_args

from briefgen.models.sources import Name, SourceRecord
from briefgen.models.vocabulary import CitationStyle
from briefgen.sources.styles import COMMA, ENGLISH, JOINED, prepared, settled
from briefgen.sources.written_dates import in_words

NOTES = "notes"
"""The default: notes under the brief, each with its source and quote; no style is needed for it."""

STYLES = tuple(style for style in get_args(CitationStyle) if style != NOTES)
"""The CSL styles that ship with briefgen."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)(?:T.*)?\Z")
_OPEN = re.compile(r"\.\.|^(?=/)|(?<=/)$")
"""The end of an interval that nobody knows, or that is open."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One source in a style: how it is cited in the text, and its entry in the list.

    `runs` are the pieces of the entry, each with whether it is set apart in italics; `text` is the same in one.
    """

    id: str
    citation: str
    runs: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The entry without italics."""
        return "".join(text for text, _ in self.runs)


def bibliography(
    records: Sequence[SourceRecord], style: str, language: str = "en-US", direction: str = "ltr"
) -> tuple[Cited, ...]:
    """The list of `records` in `style`, in the order that the style asks for; numbers follow the order given.

    `style` is one of `STYLES` or the path of a CSL file; `language` (BCP 47) chooses the words for months and dates;
    `direction` is that of the page.

    Raises:
        ValueError: there is no such style, or its file is no CSL style.
    """
    unique = {record.id: record for record in records}
    locale = _locale(language)
    items = [csl_item(record) for record in unique.values()]
    if direction == "ltr":
        items = [_kept_apart(item) for item in items]
    # English dates are as each style writes them, and those of a style of the user's own as its author wants them.
    if style in STYLES and not locale.startswith(ENGLISH):
        items = [{**item, **in_words(item, locale)} for item in items]
    processed = _processed(items, style, locale)
    return tuple(Cited(name, _plain(cited), tuple(_runs(entry))) for name, cited, entry in processed)


def csl_item(record: SourceRecord) -> dict[str, Any]:
    """The record as a CSL-JSON item."""
    dates = {name: csl_date(getattr(record, name)) for name in ("issued", "accessed")}
    fields = {
        "title": _plain(record.title),
        "author": [_name(name) for name in record.author or ()],
        "publisher": _plain(record.publisher or ""),
        "container-title": _plain(record.container_title or ""),
        "URL": record.URL,
        **dates,
    }
    return {"id": record.id, "type": record.type, **{key: value for key, value in fields.items() if value}}


def _name(name: Name) -> dict[str, str]:
    """A name in CSL-JSON; one by `literal` has no other part.

    Given names in a script without capitals have no initials either: citeproc-py leaves those whole that are a particle.
    """
    parts = {part: _plain(text) for part, text in name.model_dump(by_alias=True, exclude_none=True).items()}
    given = parts.get("given", "")
    if given and given.lower() == given.upper():
        del parts["given"]
        parts["dropping-particle"] = " ".join(filter(None, (given, parts.get("dropping-particle"))))
    return parts


def _kept_apart(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item whose words from right to left end with a mark, so that a date behind them does not run with them."""
    ends = {name: _ended(item[name]) for name in ("title", "publisher", "container-title") if name in item}
    authors = [{part: _ended(text) for part, text in name.items()} for name in item.get("author", ())]
    return {**item, **ends, **({"author": authors} if authors else {})}


def _ended(text: str) -> str:
    strong = (unicodedata.bidirectional(char) for char in reversed(text))
    last = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return text if last == "L" else text + "\u200e"


def csl_date(edtf: str | None) -> dict[str, Any] | None:
    """An EDTF date in CSL's terms; forms that CSL does not have are printed as written.

    Of an interval, citeproc-py can print the years. One within a year is given by what both its ends share.
    """
    if edtf is None:
        return None
    ends = [_DAY.match(end) for end in edtf.split("/")]
    known = [(_parts(end), bool(end[4])) for end in ends if end]
    if len(known) != len(ends) or len(ends) > 2:
        return {"literal": _OPEN.sub("", edtf).replace("/", "–")}
    first, last = known[0][0], known[-1][0]
    shared = _before_a_difference(first, last)
    circa = {"circa": 1} if any(unsure for _, unsure in known) else {}
    return {"date-parts": [shared] if shared else [first[:1], last[:1]], **circa}


def _parts(date: re.Match[str]) -> list[int]:
    """Year, month and day, as far as they are given; styles have no words for seasons, of which the year is left."""
    parts = [int(part) for part in date.groups()[:3] if part]
    return parts if len(parts) < 2 or parts[1] <= 12 else parts[:1]


def _before_a_difference(first: list[int], last: list[int]) -> list[int]:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return [one for one, _ in pairs]


class _Marks:
    """A formatter for citeproc-py: marks around what is set apart, nothing escaped.

    Escaping is the template's; citeproc-py's own HTML formatter leaves `<` and `&` of titles as they are.
    """

    Superscript = Subscript = SmallCaps = Underline = Light = staticmethod(str)

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 (the name that citeproc-py asks for)
        return f"{_ITALIC}{text}{_END}"

    Oblique = Bold = Italic


_ITALIC, _END = "\ue000", "\ue001"  # private use: stripped from whatever a register says
_DOUBLE_STOP = re.compile(rf"((?:(?<!\.)\.|[?!…])[’”»]?)({_END}?)\.(?=\s|\Z)")
"""CSL: of two signs that end a sentence and meet, the first is printed."""
_NESTED = re.compile("“([^“”]*(?:“[^“”]*”[^“”]*)+)”")
_SINGLE = str.maketrans("“”", "‘’")
_UNMARKED = str.maketrans("", "", _ITALIC + _END + COMMA + JOINED)


def _plain(text: str) -> str:
    return text.translate(_UNMARKED)


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a marked text; marks inside marks change nothing."""
    depth = 0
    for piece in re.split(f"([{_ITALIC}{_END}])", text):
        if piece in (_ITALIC, _END):
            depth += 1 if piece == _ITALIC else -1
        elif piece:
            yield piece, depth > 0


def _processed(items: Sequence[Mapping[str, Any]], style: str, locale: str) -> list[tuple[str, str, str]]:
    """(id, citation, entry) in the order of the list."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py speaks of fields and types that it does not know
        listing = CitationStylesBibliography(_style(style, locale), CiteProcJSON(items), _Marks)
        citations = [Citation([CitationItem(item["id"])]) for item in items]
        for citation in citations:
            listing.register(citation)
        listing.sort()
        cited = {each.cites[0].key: str(listing.cite(each, _ignore)) for each in citations}
        entries = [_DOUBLE_STOP.sub(r"\1\2", _nested(str(entry))) for entry in listing.bibliography()]
    return [
        (key, settled(cited[key]), settled(entry)) for key, entry in zip(listing.keys, entries, strict=True)
    ]


def _nested(entry: str) -> str:
    """Quotation marks within quotation marks are single ones: citeproc-py leaves them as they are."""
    return _NESTED.sub(lambda quoted: f"“{quoted[1].translate(_SINGLE)}”", entry)


def _ignore(_item: object) -> None:
    """Every citation is of a listed source: there is nothing to warn of."""


@lru_cache(maxsize=16)
def _style(style: str, locale: str) -> Any:
    from citeproc import CitationStylesStyle
    from lxml.etree import LxmlError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return CitationStylesStyle(
                prepared(style_path(style), locale, style in STYLES), locale=locale, validate=False
            )
    except (LxmlError, OSError, ValueError, AttributeError) as error:
        raise ValueError(f"{style} is no CSL style: {error}") from error


def style_path(style: str) -> str:
    """The file of a style.

    Raises:
        ValueError: there is no such style.
    """
    if style in STYLES:
        return str(files("briefgen.sources") / f"csl/{style}.csl")
    if style.endswith(".csl") and Path(style).is_file():
        return style
    raise ValueError(f"there is no citation style {style!r}; there are: notes, {', '.join(STYLES)}")


@lru_cache(maxsize=32)
def _locale(language: str) -> str:
    """The locale of citeproc-py that serves `language`; American English where it has none."""
    folder = files("citeproc") / "data/locales"
    names = sorted(entry.name[8:-4] for entry in folder.iterdir() if entry.name.startswith("locales-"))
    base = language.split("-", maxsplit=1)[0]
    usual = "en-US" if base == "en" else f"{base}-{base.upper()}"
    wanted = (
        language,
        usual,
        base,
        *(name for name in names if name.split("-", maxsplit=1)[0] == base),
    )
    return next((name for name in wanted if name in names), "en-US")
