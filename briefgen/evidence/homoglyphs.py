"""Letters of different scripts that look alike.

Owns a table of the confusable letters and digits that matter in running text (after Unicode TR39), and the sentence
that names them. Homoglyphs never count as the same; they are only named where they are the difference.
"""

import unicodedata
from collections.abc import Iterator

LATIN_OF = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЗԌԜҮабеѕіјкмнорстухгпԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχικτγϲօոսցհ",
        "ABESIJKMHOPCTYX3GWYa6esijkmhopctyxrndqwhlABEZHIKMNOPTYXavopuxiktyconugh",
        strict=True,
    )
)
OTHERS = {"ı": "i", "ɑ": "a", "ɡ": "g", "ʟ": "L", "ǃ": "!", "Ⅰ": "I", "ⅼ": "l", "ℓ": "l", "∕": "/", "⁄": "/", "∶": ":", "·": ".", "٫": ",", "٬": ",", "，": ",", "．": "."}  # fmt: skip
CASELESS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
"""Within one script: the letter l and the figure 1, the letter O and the figure 0."""


def skeleton(text: str) -> str:
    """Return `text` with every letter replaced by the Latin one it looks like."""
    return "".join(_latin(char) for char in unicodedata.normalize("NFC", text)).translate(CASELESS)


def _latin(char: str) -> str:
    if char.isascii():
        return char
    if char in LATIN_OF:
        return LATIN_OF[char]
    if char in OTHERS:
        return OTHERS[char]
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return str(unicodedata.digit(char)) if char.isdecimal() else char


def lookalikes(quoted: str, found: str) -> tuple[str, ...]:
    """Name the characters in which two texts differ that look the same; empty where they look different."""
    if not quoted or not found or skeleton(quoted) != skeleton(found):
        return ()
    return tuple(
        dict.fromkeys(_named(unicodedata.normalize("NFC", quoted), unicodedata.normalize("NFC", found)))
    )


def _named(quoted: str, found: str) -> Iterator[str]:
    for ours, theirs in zip(quoted, found, strict=False):
        if ours != theirs:
            yield f"{describe(ours)} in place of {describe(theirs)}"


def describe(char: str) -> str:
    """Name a character: `U+0430 CYRILLIC SMALL LETTER A`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'UNNAMED CHARACTER')}"
