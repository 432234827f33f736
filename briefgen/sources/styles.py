"""CSL styles as they are handed to citeproc-py: the shipped ones with the usage of the reader's language.

The shipped styles follow English guides. In other languages the order of dates, the quotation marks, the blank before
a French colon and the word before the last author are the language's own. A style of the user's own stays as it is.
"""

import re
from io import BytesIO
from typing import Any, Final

from briefgen.evidence.languages.quotation import quotation_marks
from briefgen.evidence.text.commas import comma_beside
from briefgen.sources.written_dates import CSL, prepare

LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
ENGLISH: Final = "en"
GERMAN: Final = "de"
FRENCH: Final = "fr"
ARABIC_COMMA: Final = ("ar", "fa")
"""Languages that write another comma; sources in other scripts keep theirs."""
ARABIC, AND = "ar", "و"
COMMA, JOINED = "\ue002", "\ue003"
"""Stand for a comma of the style, and after an Arabic and, until it is known what they stand beside."""


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


def settled(text: str) -> str:
    """An entry without `JOINED` and `COMMA`: an Arabic and is joined to an Arabic word, a comma is that of the words beside it.

    After a figure that is the comma of the words after it.
    """
    before, *pieces = re.sub(f"{JOINED}(?: (?=[؀-ۿ]))?", "", text).split(COMMA)
    for piece in pieces:
        before += comma_beside(before[-1:] + piece) + piece
    return before


def _terms(root: Any, locale: str) -> Any:
    """The quotation marks of the page, in place of those of CSL's locale; and the Arabic and, which is no word apart."""
    before, after = quotation_marks(locale)
    words = {
        "open-quote": before,
        "close-quote": after,
        **({"and": AND + JOINED} if locale.startswith(ARABIC) else {}),
    }
    chosen = root.makeelement(f"{CSL}locale", {LANG: locale})
    terms = chosen.makeelement(f"{CSL}terms")
    for name, word in words.items():
        term = terms.makeelement(f"{CSL}term", {"name": name})
        term.text = word
        terms.append(term)
    chosen.append(terms)
    return chosen
