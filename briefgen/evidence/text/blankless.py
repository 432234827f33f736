"""Scripts that set no blanks between words: Han, kana, Thai, Lao, Khmer, Burmese, Tibetan.

Owns which characters are theirs, and what a blank beside one is: a line wrap, or typography. It parts no words there.
"""

import re
from functools import cache
from itertools import pairwise

MARKS = "\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
"""Punctuation of these scripts, which brings its own room."""
LETTERS = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
BESIDE = "0-9A-Za-z'\"“”‘’«»‹›()%$€£¥"
"""What stands next to these letters without a blank, or with one, as the typesetter likes. A dash shows its role by its
blanks, and a sign is told from a hyphen by them: neither is in it."""
ANY = re.compile("[^\0-\u0dff\u2000-\u2fff]")
"""No letter of these scripts stands elsewhere. By what it is not, a set this large compiles ten times as fast."""


@cache
def blank() -> re.Pattern[str]:
    """A blank that says nothing: between two letters of these scripts, or beside one. Compiled on first use, as all that
    names every letter is, for it takes long."""
    return re.compile(
        f" (?:(?<=[{LETTERS}{MARKS}] )(?=[{LETTERS}{MARKS}{BESIDE}])|(?<=[{BESIDE}] )(?=[{LETTERS}{MARKS}]))"
    )


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(f"([{LETTERS}]+)")


def without_blanks(char: str) -> bool:
    """Tell whether `char` is a letter of a script that sets no blanks between words."""
    return ord(char) >= 0x0E00 and _letters().match(char) is not None


def joined(lines: list[str]) -> str:
    """Put the lines of a wrapped text together, with a blank where the script sets one."""
    pieces = lines[:1]
    for before, after in pairwise(lines):
        seam = f"{before[-1:]} {after[:1]}"
        pieces += ("" if ANY.search(seam) and blank().search(seam) else " ", after)
    return "".join(pieces)


def words_apart(text: str) -> str:
    """`text` with blanks around each run of letters of these scripts, so that the other words can be counted."""
    return _letters().sub(r" \1 ", text) if ANY.search(text) else text
