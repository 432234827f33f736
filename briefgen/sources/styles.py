"""CSL styles as they are handed to citeproc-py: the shipped ones with the usage of the reader's language.

The shipped styles follow English guides. In other languages the order of dates, the quotation marks, the blank before
a French colon and the word before the last author are the language's own. A style of the user's own stays as it is.
"""

from io import BytesIO
from typing import Any, Final
from unicodedata import bidirectional

from briefgen.evidence.languages.quotation import quotation_marks
from briefgen.sources.written_dates import CSL, prepare

LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
ENGLISH: Final = "en"
GERMAN: Final = "de"
FRENCH: Final = "fr"
ARABIC_COMMA: Final = ("ar", "fa")
"""Languages that write another comma; sources in other scripts keep theirs."""
COMMA: Final = "\ue002"
"""Stands for a comma of the style until it is known what it stands beside; no register can bring it in."""


def prepared(path: str, locale: str, shipped: bool) -> BytesIO:
    """The style at `path` for readers in `locale`.

    Raises:
        OSError: there is no such file.
        lxml.etree.LxmlError: it is no XML.
    """
    from lxml import etree

    root: Any = etree.parse(path, etree.XMLParser(no_network=True, resolve_entities=False)).getroot()
    if shipped and not locale.startswith(ENGLISH):
        prepare(root)
        _localise(root, locale)
    return BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _localise(root: Any, locale: str) -> None:
    for name in root.iter(f"{CSL}name"):
        # German guides join authors by an ampersand, as English ones do.
        if not locale.startswith(GERMAN):
            name.set("and", "text")
        name.set("delimiter-precedes-last", "never")
    if locale.startswith(FRENCH):
        _replace(root, ": ", "\u00a0: ")
    if locale.startswith(ARABIC_COMMA):
        _replace(root, ", ", f"{COMMA} ")
    root.insert(1, _terms(root, locale))


def _replace(root: Any, sign: str, other: str) -> None:
    """Put `other` in the place of a `sign` wherever the style prints it between what it lists."""
    for element in root.iter():
        for name in ("prefix", "suffix", "delimiter", "sort-separator"):
            if sign in element.get(name, ""):
                element.set(name, element.get(name).replace(sign, other))


def with_commas(text: str) -> str:
    """`text` with the comma of the words beside it in the place of each `COMMA`: after a figure, that of the words after it."""
    before, *pieces = text.split(COMMA)
    for piece in pieces:
        beside = next(filter(str.isalpha, before[-1:] + piece), "")
        before += ("،" if bidirectional(beside or " ") == "AL" else ",") + piece
    return before


def _terms(root: Any, locale: str) -> Any:
    """The quotation marks of the page, in place of those of CSL's locale."""
    chosen = root.makeelement(f"{CSL}locale", {LANG: locale})
    terms = chosen.makeelement(f"{CSL}terms")
    for name, mark in zip(("open-quote", "close-quote"), quotation_marks(locale), strict=True):
        term = terms.makeelement(f"{CSL}term", {"name": name})
        term.text = mark
        terms.append(term)
    chosen.append(terms)
    return chosen
