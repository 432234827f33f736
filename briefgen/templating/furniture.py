"""The words of the furniture: headings and labels in the reader's language, by gettext catalogues."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from markupsafe import Markup

from briefgen.editions.direction import base_language, direction_of

LOCALES = Path(__file__).resolve().parent.parent / "locale"


@lru_cache(maxsize=32)
def translations(language: str) -> NullTranslations:
    """The catalogue of `language`, or of the language it is a kind of; English where there is none."""
    for tag in (language.replace("-", "_"), base_language(language)):
        path = LOCALES / tag / "LC_MESSAGES" / "briefgen.mo"
        if path.is_file():
            with path.open("rb") as file:
                return GNUTranslations(file)
    return NullTranslations()


def furniture_attributes(furniture: str, text: str) -> Markup:
    """` lang="…" dir="…"` for furniture in another language than the text around it; empty where they agree."""
    if base_language(furniture) == base_language(text):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(furniture, direction_of(furniture))
