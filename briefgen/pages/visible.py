"""The visible text of a PDF, in the form in which two extractions of the same page agree.

Extraction tells letters and figures reliably, but not blanks, line ends or the hyphens at them. So only what carries
meaning is kept: letters and figures, currency and mathematical signs, a sign before a figure, and the marks inside
one (`2,500` is not `2.500`).
"""

import re
import unicodedata
from collections import Counter
from hashlib import sha256

MEANING = frozenset("LNM")
"""Kinds of character that are kept (Unicode general categories): letters, numbers, marks."""

SIGNS = frozenset({"Sc", "Sm"})

INSIDE_FIGURE = re.compile(r"(?<=\d)[.,:/](?=\d)")
SIGN_BEFORE_FIGURE = re.compile(r"(?<![\w.,:/)%])[-\u2010\u2011\u2013](?=\d)")
MINUS = "\u2212"

STRAY = 6
"""Note numbers and the like that may stand between the words of a statement."""


def characters(text: str) -> str:
    """What of `text` carries meaning, case and blanks apart."""
    signed = SIGN_BEFORE_FIGURE.sub(MINUS, unicodedata.normalize("NFKC", text))
    inside = {found.start() for found in INSIDE_FIGURE.finditer(signed)}
    kept = (one for index, one in enumerate(signed) if index in inside or _kept(one))
    return "".join(kept).casefold()


def _kept(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in MEANING or category in SIGNS or character == "%"


def shows(page: str, said: str) -> bool:
    """Whether the text of a page shows what is said."""
    return characters(said) in characters(page) or (is_right_to_left(said) and _shows_words(page, said))


def is_right_to_left(text: str) -> bool:
    """Whether the text holds letters of a script that runs from right to left."""
    return any(unicodedata.bidirectional(one) in {"R", "AL"} for one in text)


def _shows_words(page: str, said: str) -> bool:
    """As `shows`, for scripts from right to left.

    Extraction turns the letters of their ligatures around and takes marks off their letters, so words are compared
    by the letters that they hold, and looked for close together in place of letter for letter.
    """
    wanted = Counter(_letters(said))
    there = _letters(page)
    room = wanted.total() + STRAY
    return any(
        wanted <= Counter(there[start : start + room])
        for start in range(max(1, len(there) - wanted.total() + 1))
    )


def _letters(text: str) -> list[str]:
    """Each word of a text as its letters in alphabetical order, figures as they are."""
    words = (
        "".join(one for one in characters(word) if unicodedata.category(one)[0] != "M")
        for word in text.split()
    )
    return ["".join(sorted(word)) if is_right_to_left(word) else word for word in words if word]


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
