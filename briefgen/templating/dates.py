"""Dates and numbers as the reader's language writes them; quoted figures are never touched."""

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from briefgen.sources.written_dates import with_ordinal
from briefgen.templating.furniture import furniture_language, translations

MINUS = "\u2212"
MOST_DIGITS = 400
"""No float has more before its point."""
TEN_THOUSAND = 10_000
UNGROUPED = frozenset({"es", "es_ES", "pl", "pl_PL", "pt_PT"})
"""Locales that part no figure of four digits; CLDR says so, Babel does not heed it."""
SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)\Z")
"""The plain dates of EDTF: a year, a month or a day, with a qualifier."""
SEASON = re.compile(r"(\d{4})-2([1-4])\Z")
UNSPECIFIED = re.compile(r"(\d{2,3})(X{1,2})\Z")
"""A decade or a century (`203X`, `20XX`)."""


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The locale that furniture follows: the language's own, world English for plain `en`, the root's where none is."""
    tag = language.replace("-", "_")
    names = ("en_001" if tag == "en" else tag, tag.split("_")[0])
    for name in names:
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_001")


@lru_cache(maxsize=512)
def edtf(text: str, language: str) -> str:
    """`text` (EDTF) in words: `2024-09~` as `~September 2024`; forms beyond dates, seasons and decades stay as written."""
    if "/" in text:
        return " – ".join(
            edtf(part, language) if part not in {"", ".."} else "…" for part in text.split("/", 1)
        )
    match = SIMPLE.match(text)
    if season := SEASON.match(text):
        return _season(int(season[2]), season[1], translations(furniture_language(language)).gettext)
    if (years := UNSPECIFIED.match(text)) and len(text) == len("203X"):
        return f"{_filled(years, '0')}–{_filled(years, '9')}"
    if match is None or (match[2] and not "01" <= match[2] <= "12"):
        return text
    words = _words(int(match[1]), match[2], match[3], locale_of(language))
    return f"{'~' if match[4] in {'~', '%'} else ''}{words}{'?' if match[4] in {'?', '%'} else ''}"


def _season(season: int, year: str, gettext: Callable[[str], str]) -> str:
    names = (
        gettext("spring %(year)s"), gettext("summer %(year)s"), gettext("autumn %(year)s"), gettext("winter %(year)s")
    )  # fmt: skip
    return names[season - 1] % {"year": year}


def _filled(years: re.Match[str], digit: str) -> int:
    """The first or last year of a decade or century."""
    return int(years[1] + digit * len(years[2]))


def _words(year: int, month: str | None, day: str | None, locale: Locale) -> str:
    if month is None or year == 0:
        return str(year)
    moment = date(year, int(month), int(day or 1))
    if day:
        return with_ordinal(format_date(moment, "long", locale=locale), locale)
    return format_skeleton("yMMMM", moment, locale=locale)


def number(value: float | Decimal, language: str) -> str:
    """A number with the language's separators, every decimal kept: a value of a chart, never a quoted figure."""
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    if exact == exact.to_integral_value():
        exact = Decimal(int(exact))
    with localcontext(prec=MOST_DIGITS):
        locale = locale_of(language)
        grouped = abs(exact) >= TEN_THOUSAND or str(locale) not in UNGROUPED
        text = format_decimal(exact, locale=locale, decimal_quantization=False, group_separator=grouped)
    return text.replace("-", MINUS)


def lasts_until(text: str) -> float | None:
    """Where an interval ends on a line, in years: infinity where it is open. None where it names no end."""
    start, slash, end = text.partition("/")
    if not slash or not start.strip("."):
        return None
    return position(end) if end.strip(".") else math.inf


@lru_cache(maxsize=512)
def position(text: str) -> float | None:
    """Where a date stands on a line, in years: the middle of what it names. None where that cannot be told."""
    start = text.partition("/")[0]
    if years := UNSPECIFIED.match(start):
        return (_filled(years, "0") + _filled(years, "9") + 1) / 2
    match = SIMPLE.match(start)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12:
        return year + 0.5 if not month else None
    return year + (month - 1) / 12 + ((day or 15) - 1) / 372
