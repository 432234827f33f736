"""Packs for languages without tables of their own: digits, month and weekday names from the locale's data."""

from babel import Locale, UnknownLocaleError

from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.pack import LanguagePack


def locale_pack(language: str) -> LanguagePack:
    """Reads a pack from Babel's locale data; an unknown language has plain digits and no month names."""
    locale = _locale(language)
    if locale is None:
        return LanguagePack(language, NumberWords(), CalendarWords())
    symbols = locale.number_symbols.get("latn", {})
    numbers = NumberWords(group=symbols.get("group", ","), decimal=symbols.get("decimal", "."))
    months = _names(locale.months, 0)
    weekdays = _names(locale.days, 1)
    return LanguagePack(locale.language, numbers, CalendarWords(months, weekdays, day_first=True))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return None


def _names(contexts: object, shift: int) -> dict[str, int]:
    """Every name in every context and width, lower-cased, with its number (`shift` is added)."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in contexts[context][width].items():  # type: ignore[index]
                names[str(name).lower().rstrip(".")] = number + shift
    return names
