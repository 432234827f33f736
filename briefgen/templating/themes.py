"""Themes: named sets of design tokens, and what an audience may change of them."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from briefgen.fonts import family

Tokens = Mapping[str, str]


def _stack(face: str, script: str, generic: str) -> str:
    return f'"{family(face)}","{family(script)}",{generic}'


SERIF: Final = MappingProxyType({
    "text": _stack("Serif", "Arabic", "serif"),
    "text-italic": _stack("SerifItalic", "Arabic", "serif"),
    "text-bold": _stack("SerifBold", "ArabicBold", "serif"),
    "text-bold-italic": _stack("SerifBoldItalic", "ArabicBold", "serif"),
    "display": _stack("SerifDisplay", "ArabicBold", "serif"),
})  # fmt: skip
SANS: Final = MappingProxyType({
    "text": _stack("Sans", "Arabic", "sans-serif"),
    "text-italic": _stack("SansItalic", "Arabic", "sans-serif"),
    "text-bold": _stack("SansBold", "ArabicBold", "sans-serif"),
    "text-bold-italic": _stack("SansBoldItalic", "ArabicBold", "sans-serif"),
    "display": _stack("SansBold", "ArabicBold", "sans-serif"),
})  # fmt: skip
FURNITURE: Final = MappingProxyType({
    "furniture": _stack("Sans", "Arabic", "sans-serif"),
    "furniture-italic": _stack("SansItalic", "Arabic", "sans-serif"),
    "furniture-bold": _stack("SansBold", "ArabicBold", "sans-serif"),
})  # fmt: skip
BASE: Final = MappingProxyType({
    "accent": "#8a1c2b",
    "accent-dark": "#f2a3a8",
    "ink": "#1c1b1a",
    "muted": "#5d5a56",
    "rule": "#c9c4bc",
    "paper": "#ffffff",
    "leading": "1.3",
    "note": "0.73rem",
})  # fmt: skip
THEMES: Final[Mapping[str, Tokens]] = MappingProxyType({
    "serif": {**FURNITURE, **SERIF, **BASE},
    "sans": {**FURNITURE, **SANS, **BASE, "accent": "#0b5c6b", "accent-dark": "#7fcbd6", "leading": "1.34"},
    "large": {**FURNITURE, **SERIF, **BASE, "accent": "#1f3f77", "accent-dark": "#a9c3f2", "leading": "1.38", "note": "0.78rem"},
})  # fmt: skip
"""What `theme: {typeface: NAME}` chooses; every other key of `theme` replaces one token."""
VALUE = re.compile(r"[\w#%.,()\"'+*/ \-]{1,120}\Z")
"""What a token may hold: nothing that ends a declaration, a block or a style element, and no `url()`."""


def tokens_of(theme: Mapping[str, str], direction: str = "ltr") -> dict[str, str]:
    """The tokens of an audience's theme; a token whose value CSS could not take is left at the theme's own.

    Text from right to left is set in the Arabic face, which has the figures of the sans beside it in every theme.
    """
    base = THEMES.get(theme.get("typeface", "serif"), THEMES["serif"])
    if direction == "rtl":
        base = {**base, **SANS}
    own = {name: str(value) for name, value in theme.items() if name != "typeface" and is_value(str(value))}
    return {**base, **own}


def is_value(value: str) -> bool:
    """Whether CSS takes `value` as one value of a custom property, and no more."""
    return bool(VALUE.match(value)) and "url(" not in value.lower().replace(" ", "")


def is_single_column(theme: Mapping[str, str]) -> bool:
    """Whether sections stand below one another at any width."""
    return theme.get("typeface") == "large"


def faces_of(theme: Mapping[str, str], direction: str = "ltr") -> tuple[str, ...]:
    """The faces that a theme's pages are set in."""
    serif = ("Serif", "SerifItalic", "SerifBold", "SerifDisplay")
    sans = ("Sans", "SansItalic", "SansBold")
    only_sans = direction == "rtl" or theme.get("typeface") == "sans"
    return (*(() if only_sans else serif), *sans, "Arabic", "ArabicBold")
