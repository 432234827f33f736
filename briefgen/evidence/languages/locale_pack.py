"""Packs for languages without tables of their own: digits, month and weekday names from the locale's data."""

from babel import Locale, UnknownLocaleError

from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.pack import LanguagePack
from briefgen.evidence.languages.symbols import PREFIXES, by_first_word, metric_symbols, symbols

_OF = frozenset({",", "de", "del", "di", "do", "van"})
_UNITS = by_first_word([*symbols(), *metric_symbols()])


def locale_pack(language: str) -> LanguagePack:
    """Reads a pack from Babel's locale data; an unknown language has plain digits and no month names."""
    locale = _locale(language)
    if locale is None:
        return LanguagePack(language, NumberWords(units=_UNITS, prefixes=PREFIXES), CalendarWords())
    signs = locale.number_symbols.get("latn", {})
    numbers = NumberWords(
        group=signs.get("group", ","),
        decimal=signs.get("decimal", "."),
        magnitudes=_magnitudes(locale),
        units=_UNITS,
        prefixes=PREFIXES,
    )
    months = _names(locale.months, 0)
    weekdays = _names(locale.days, 1)
    return LanguagePack(locale.language, numbers, CalendarWords(months, weekdays, day_first=True, of=_OF))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return None


def _magnitudes(locale: Locale) -> dict[str, int]:
    """Words that multiply (million, Milliarden), from the locale's long compact numbers: "0 millions"."""
    found: dict[str, int] = {}
    patterns = locale.compact_decimal_formats.get("long", {})
    for forms in patterns.values():
        for power, pattern in forms.items():
            word = pattern.pattern.replace("0", "").replace("\u00a0", " ").strip(" '").lower()
            zeros = pattern.pattern.count("0")
            if word.isalpha() and len(word) > 2:
                found[word] = int(power) // 10 ** (zeros - 1)
    return found


def _names(contexts: object, shift: int) -> dict[str, int]:
    """Every name in every context and width, lower-cased, with its number (`shift` is added)."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in contexts[context][width].items():  # type: ignore[index]
                names[str(name).lower().rstrip(".")] = number + shift
    return names
