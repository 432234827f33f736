"""What the glyphs of a PDF say to those who copy, search or hear its text.

The engine asks each glyph once, where it is drawn first. Where that is a letter with marks of its own (أُ), the mark is
taken for the whole and the letter for nothing: it would then be missing wherever it stands in the text.
"""

import contextlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from unicodedata import combining

from fontTools.ttLib import TTFont
from weasyprint import pdf as engine

SILENT = "\u200b"
"""What a glyph says that is part of another one: a format of text has to say something for each."""


def mend(says: dict[int, str], letters: dict[int, str]) -> None:
    """Give each glyph its own share of what was written; `letters` are the glyphs that the font has letters for."""
    for glyph, text in says.items():
        own = letters.get(glyph, "")
        if not text:
            says[glyph] = own or SILENT
        elif len(text) > 1 and own and own in text:
            says[glyph] = own


def _mend_font(font: Any) -> None:
    texts = font.to_unicode.values()
    if all(text and (len(text) == 1 or not any(map(combining, text))) for text in texts):
        return
    with TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True) as face:
        letters = {face.getGlyphID(name): chr(letter) for letter, name in face.getBestCmap().items()}
    mend(font.to_unicode, letters)


@contextlib.contextmanager
def spelled() -> Iterator[None]:
    """While a PDF is written, no letter is lost from its text."""
    build = engine.build_fonts_dictionary

    def built(pdf: Any, fonts: dict[str, Any], *rest: Any) -> Any:
        for font in fonts.values():
            _mend_font(font)
        return build(pdf, fonts, *rest)

    engine.build_fonts_dictionary = built
    try:
        yield
    finally:
        engine.build_fonts_dictionary = build
