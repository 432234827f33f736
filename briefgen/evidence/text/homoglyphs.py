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


LEVEL = str.maketrans({**{char.lower(): latin.lower() for char, latin in LATIN_OF.items()}, **OTHERS})


def levelled(text: str) -> str:
    """`text` without case, its lookalikes as Latin letters, character for character; for searching, never for proof."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower()[:1] for char in text)
    return lower if lower.isascii() else lower.translate(LEVEL)


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
            foreign = ours.isalpha() and not _is_latin(ours) and _is_latin(theirs)
            yield f"{describe(ours)} {'in a Latin word, ' if foreign else ''}in place of {describe(theirs)}"


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN ")


def describe(char: str) -> str:
    """Name a character: `U+0430 CYRILLIC SMALL LETTER A`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'UNNAMED CHARACTER')}"
