"""The words of the furniture: headings and labels in the reader's language, by gettext catalogues."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

from briefgen.editions.direction import base_language, direction_of
from briefgen.editions.view import EditionView
from briefgen.models.audience import Audience

UNDETERMINED = "und"
ENGLISH = "en"
"""The language of the templates themselves."""
LOCALES = Path(__file__).resolve().parent.parent / "locale"


@lru_cache(maxsize=32)
def translations(language: str) -> NullTranslations:
    """The catalogue of `language`, or of the language it is a kind of; English where there is none."""
    path = catalogue_of(language)
    if path is None:
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.parent.parent.name))
    compiled.seek(0)
    return GNUTranslations(compiled)


def wanted_language(view: EditionView, audience: Audience) -> str:
    """The language that an audience asks for; that of the text where it leaves this to the brief."""
    return view.language if audience.language == UNDETERMINED else audience.language


def said_of_data(language: str) -> str:
    """What a PDF says of the file that is attached to it."""
    return translations(language).gettext("This edition as data")


def catalogue_of(language: str) -> Path | None:
    """The catalogue that serves `language`; None where there is none."""
    tags = (language.replace("-", "_"), base_language(language))
    paths = (LOCALES / tag / "LC_MESSAGES" / "briefgen.po" for tag in tags)
    return next((path for path in paths if path.is_file()), None)


def furniture_language(language: str) -> str:
    """The language that the furniture is in: English where `language` has no catalogue."""
    return language if catalogue_of(language) or base_language(language) == ENGLISH else ENGLISH


def furniture_attributes(furniture: str, text: str) -> Markup:
    """` lang="…" dir="…"` for furniture in another language than the text around it; empty where they agree."""
    if base_language(furniture) == base_language(text):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(furniture, direction_of(furniture))
