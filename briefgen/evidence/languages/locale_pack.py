"""Packs for languages without tables of their own: digits, month and weekday names from the locale's data."""

import re
import unicodedata

from babel import Locale, UnknownLocaleError

from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.pack import LanguagePack
from briefgen.evidence.languages.symbols import PREFIXES, by_first_word, metric_symbols, symbols

_IDEOGRAPHS = "\u2e80"
"""From here on scripts write words, and magnitudes onto numbers, without blanks."""

_ASIDE = re.compile(r"[\s'.\u200e\u200f]+")
"""What stands in a pattern around its word: blanks, quotation marks, a full stop, marks of direction."""

_WRITTEN = {
    "de": {"mia": 10**9, "tsd": 10**3},
    "es": {"mdd": 10**6, "mmdd": 10**9},
    "fr": {"mds": 10**9, "mrd": 10**9, "mio": 10**6, "mrds": 10**9},
}
"""Short forms that the locale data lack."""

_OF = frozenset({",", "de", "del", "di", "do", "van"})
_UNITS = by_first_word([*symbols(), *metric_symbols()])


def locale_pack(language: str) -> LanguagePack:
    """Reads a pack from Babel's locale data; an unknown language has plain digits and no month names."""
    locale = _locale(language)
    if locale is None:
        return LanguagePack(language, NumberWords(units=_UNITS, prefixes=PREFIXES), CalendarWords())
    signs = locale.number_symbols.get("latn", {})
    magnitudes = _magnitudes(locale)
    numbers = NumberWords(
        group=signs.get("group", ","),
        decimal=signs.get("decimal", "."),
        magnitudes=magnitudes,
        glued_magnitudes=tuple(sorted((w for w in magnitudes if w > _IDEOGRAPHS), key=len, reverse=True)),
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
    """Words that multiply (million, Mrd., lakh), from the locale's compact numbers: "0 millions", "0 Mrd"."""
    found = dict(_WRITTEN.get(locale.language, {}))
    for width in ("short", "long"):
        for forms in locale.compact_decimal_formats.get(width, {}).values():
            for power, pattern in forms.items():
                word = _ASIDE.sub("", pattern.pattern.replace("0", "")).lower()
                if _is_word(word):
                    found[word] = int(power) // 10 ** (pattern.pattern.count("0") - 1)
    return found


def _is_word(word: str) -> bool:
    """Whether a word is one of letters, and no Latin letter alone, which may be a unit."""
    lettered = all(unicodedata.category(char)[0] in "LM" for char in word)
    return lettered and (len(word) > 1 or word > _IDEOGRAPHS)


def _names(contexts: object, width: str, shift: int) -> dict[str, int]:
    """The names of one width in every context, lower-cased, with their numbers (`shift` is added)."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in contexts[context][width].items():  # type: ignore[index]
            names[str(name).lower().rstrip(".")] = number + shift
    return names
