"""Which characters are the same but for typography.

Owns the tables behind contract 6.1: blanks, invisible characters, kinds of quotation mark, apostrophes, hyphens,
dashes, ligatures and the ellipsis character. Whatever is in no table stays significant: letters of another script,
digits of another script, superscripts, full-width forms.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

LINE_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Vertical blanks other than `\\n`."""

BLANKS = (
    "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Horizontal blanks other than the plain one."""

SOFT_HYPHEN = "\xad"
SEAM = "\x02"
"""Stands in normalised text where a line ended in a hyphen: the word may or may not have one there.

PDFium writes this very character, or U+FFFE, for a hyphen at a line's end, hence the choice.
"""
SEAMS = "\x02\ufffe"

INVISIBLE = (
    "\u034f\u061c\u0640\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Characters without a shape of their own, and the Arabic tatweel, which only stretches a line.

The directional overrides U+202D and U+202E are not among them: they make a text read otherwise than it is written.
"""

JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners: typography between Latin letters, spelling in Persian and Indic scripts."""

DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02\u05f4\xab\xbb\u300c\u300d\u300e\u300f"
SINGLE_QUOTES = (
    "\u2018\u2019\u201a\u201b\u2032\u2035\u275b\u275c\uff07\u02bc\u02bb\u02b9\u05f3\u055a\u2039\u203a`\xb4"
)
GUILLEMETS = "\xab\xbb\u2039\u203a"

HYPHENS = "\u2010\u2011\u2212\u05be\ufe63\uff0d"
"""Hyphens (the Hebrew one, too) and the minus sign: their role follows from what they touch, as that of the ASCII hyphen does."""

EN_DASHES = "\u2012\u2013"
EM_DASHES = "\u2014\u2015\u2e3a\u2e3b\x97"
EM_DASH = "\u2014"
BREAK = "\x97"
"""Stands in normalised text for a dash that breaks a thought: a character that no text has, of one byte in memory, so
that most texts in Latin script take a byte a character and are searched fastest."""

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
    "\ufb13": "\u0574\u0576",
    "\ufb14": "\u0574\u0565",
    "\ufb15": "\u0574\u056b",
    "\ufb16": "\u057e\u0576",
    "\ufb17": "\u0574\u056d",
}


def _presentation_forms() -> Iterable[tuple[str, str]]:
    """Arabic presentation forms (ligatures and positional shapes) with the letters they stand for."""
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if letters != chr(code) and not letters.startswith(" "):
            yield chr(code), letters


def _same_length() -> dict[str, str]:
    table = dict.fromkeys(LINE_BREAKS, "\n")
    table |= dict.fromkeys(BLANKS, " ")
    table |= dict.fromkeys(HYPHENS, "-")
    table |= dict.fromkeys(SEAMS, SEAM)
    table |= dict.fromkeys(EM_DASHES, EM_DASH)
    table |= dict.fromkeys(EN_DASHES, "\u2013")
    table |= dict.fromkeys(set(DOUBLE_QUOTES) - set(GUILLEMETS), '"')
    table |= dict.fromkeys(set(SINGLE_QUOTES) - set(GUILLEMETS), "'")
    return table


SAME_LENGTH = _same_length()
"""Characters that are replaced one for one (guillemets come later: blanks inside them go with them)."""

EXPANDED = {**LIGATURES, **dict(_presentation_forms()), "\u2026": "..."}
"""Characters that stand for several."""


@cache
def composes(char: str) -> bool:
    """Tell whether `char` may change under canonical composition (NFC), by itself or with what precedes it."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"
        or not unicodedata.is_normalized("NFC", char)
    )


def is_mark(char: str) -> bool:
    """Tell whether `char` combines with the letter before it."""
    return unicodedata.category(char)[0] == "M"
