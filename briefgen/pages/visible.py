"""The visible text of a PDF, in the form in which two extractions of the same page agree.

Extraction tells letters and figures reliably, but not blanks, line ends or the hyphens at them. So only what carries
meaning is kept: letters and figures, currency and mathematical signs, a sign before a figure, and the marks inside
one (`2,500` is not `2.500`).
"""

import re
import unicodedata
from hashlib import sha256

MEANING = frozenset("LNM")
"""Kinds of character that are kept (Unicode general categories): letters, numbers, marks."""

SIGNS = frozenset({"Sc", "Sm"})

INSIDE_FIGURE = re.compile(r"(?<=\d)[.,:/](?=\d)")
SIGN_BEFORE_FIGURE = re.compile(r"(?<![\w.,:/)%])[-\u2010\u2011\u2013](?=\d)")
MINUS = "\u2212"


def characters(text: str) -> str:
    """What of `text` carries meaning, case and blanks apart."""
    signed = SIGN_BEFORE_FIGURE.sub(MINUS, unicodedata.normalize("NFKC", text))
    inside = {found.start() for found in INSIDE_FIGURE.finditer(signed)}
    kept = (one for index, one in enumerate(signed) if index in inside or _kept(one))
    return "".join(kept).casefold()


def _kept(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in MEANING or category in SIGNS or character == "%"


def digest(text: str) -> str:
    """SHA-256 of the characters of `text`, in hexadecimal."""
    return sha256(characters(text).encode()).hexdigest()


def extract(pdf: bytes) -> str:
    """The text layer of a PDF, page after page. Raises `pypdfium2.PdfiumError` where it is none."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(_page_text(document, number) for number in range(len(document)))
    finally:
        document.close()


def _page_text(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index]
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_range())
    finally:
        textpage.close()
        page.close()
