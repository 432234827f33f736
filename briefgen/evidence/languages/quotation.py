"""The quotation marks of each language, after CLDR; French has a no-break space inside its own.

Arabic, Urdu and Sorani have those of their press, which turn with the direction of the words: quoted words may run from
the left, where the curly marks that CLDR gives for Arabic would stand the wrong way round.
"""

from functools import lru_cache
from typing import Final

BLANK: Final = "\u00a0"
USUAL: Final = ("“", "”")
"""The marks of English, and of whatever language is not listed."""
MARKS: Final = {
    (f"«{BLANK}", f"{BLANK}»"): "fr",
    ("«", "»"): "ab am ar ast be br ca ckb co cv de-CH de-LI el es eu fa fr-CH fr-LI gsw hy it kk ky nb nn no oc os pt-PT rm ru sdh sq tg ti uk ur",
    ("„", "“"): "bg cs de dsb et hr hsb is ka ksh lb lt mk sk sl sr",
    ("„", "”"): "bs hu pl ro szl",
    ("”", "”"): "fi he se sv yi",
    ("”", "“"): "ms-Arab syr",
    ("»", "«"): "kl ug",
    ("‘", "’"): "fur nl st tn",
    ("「", "」"): "ja yue zh-HK zh-Hant zh-MO zh-TW",
    USUAL: "en es-419 es-MX es-US pt tr zh",
}  # fmt: skip
TURNING: Final = "«»「」"
"""Marks that are drawn the other way round where text runs from right to left."""
_BY_LANGUAGE: Final = {
    language: marks for marks, languages in MARKS.items() for language in languages.split()
}


@lru_cache(maxsize=64)
def quotation_marks(language: str) -> tuple[str, str]:
    """The marks before and after quoted words in a text in `language` (BCP 47)."""
    parts = language.replace("_", "-").split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_BY_LANGUAGE[tag] for tag in tags if tag in _BY_LANGUAGE), USUAL)
