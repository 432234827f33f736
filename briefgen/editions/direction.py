"""Writing direction by language and by the letters themselves."""

import re
import unicodedata

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks nqo pnb prs ps sd syr ug ur yi".split())
"""Languages (ISO 639) usually written from right to left."""
RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})

ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]*://|mailto:|www\.)[^\s)]+", re.IGNORECASE)


def base_language(tag: str) -> str:
    """`en` for `en-GB`."""
    return tag.replace("_", "-").split("-")[0].lower()


def direction_of(tag: str) -> str:
    """`rtl` or `ltr`, by the script that a BCP 47 tag names, else by its language."""
    parts = tag.replace("_", "-").split("-")
    scripts = [part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RTL_SCRIPTS else "ltr"
    return "rtl" if base_language(tag) in RIGHT_TO_LEFT else "ltr"


def direction_of_words(text: str, default: str) -> str:
    """The direction of most letters of `text`, addresses apart; `default` where neither is in the majority."""
    kinds = [unicodedata.bidirectional(char) for char in ADDRESS.sub("", text)]
    left, right = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    return default if left == right else "ltr" if left > right else "rtl"


def direction_of_text(text: str, default: str = "ltr") -> str:
    """The direction of the first strong character (Unicode Bidirectional Algorithm, rule P2)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return default
