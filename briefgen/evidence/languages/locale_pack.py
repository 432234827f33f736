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
    short = _names(locale.months, "abbreviated", 0)
    months = short | _names(locale.months, "wide", 0)
    doubtful = frozenset(short) - _names(locale.months, "wide", 0).keys()
    weekdays = _names(locale.days, "wide", 1)
    return LanguagePack(
        locale.language, numbers, CalendarWords(months, weekdays, day_first=True, doubtful=doubtful, of=_OF)
    )


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


def _names(contexts: object, width: str, shift: int) -> dict[str, int]:
    """The names of one width in every context, lower-cased, with their numbers (`shift` is added)."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in contexts[context][width].items():  # type: ignore[index]
            names[str(name).lower().rstrip(".")] = number + shift
    return names
