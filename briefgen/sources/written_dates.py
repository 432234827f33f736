"""The dates of a list of sources as the reader's language writes them, by CLDR's patterns.

CSL knows in which order a language writes a whole date, not that of a day without its year, and has one form of a month
where Slavonic languages need two. So an entry carries its dates as text, too, and a style prints these.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

CSL: Final = "{http://purl.org/net/xbiblio/csl}"
VARIABLES: Final = ("issued", "accessed")
KINDS: Final = ("md", "ymd", "md-short", "ymd-short")
"""What a style prints of a date besides its year alone: the day, or all; with months in full, or short."""


def in_words(item: Mapping[str, Any], locale: str) -> dict[str, str]:
    """The dates of a CSL-JSON item in the words of a locale, under the names that a prepared style asks for."""
    found = {name: item.get(name, {}).get("date-parts", ()) for name in VARIABLES}
    return {
        f"{name}-{kind}": text
        for name, parts in found.items()
        if len(parts) == 1
        for kind, text in written(parts[0], _cldr(locale)).items()
    }


@lru_cache(maxsize=32)
def _cldr(locale: str) -> Locale:
    """CLDR's data for a locale of CSL; English where CLDR has none."""
    try:
        return Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_US")


def written(parts: Sequence[int], locale: Locale) -> dict[str, str]:
    """A month or a day in each of `KINDS`; nothing for a year alone, nor for one before the common era."""
    if len(parts) == 1 or parts[0] == 0:
        return {}
    year, month, day = (*parts, 1)[:3]
    moment = date(year, month, day)
    return {
        kind: _month(moment, kind, locale) if len(parts) == 2 else _day(moment, kind, locale)
        for kind in KINDS
    }


def _month(moment: date, kind: str, locale: Locale) -> str:
    letters = "L" * 3 if kind.endswith("short") else "L" * 4
    if kind.startswith("md"):
        return format_date(moment, letters, locale=locale)
    return format_skeleton("y" + letters.replace("L", "M"), moment, locale=locale)


def _day(moment: date, kind: str, locale: Locale) -> str:
    if kind == "ymd":
        return with_ordinal(format_date(moment, "long", locale=locale), locale)
    skeleton = {"md": "MMMMd", "md-short": "MMMd", "ymd-short": "yMMMd"}[kind]
    return with_ordinal(format_skeleton(skeleton, moment, locale=locale), locale)


def with_ordinal(words: str, locale: Locale) -> str:
    """A date in words; in French the first of a month is an ordinal, which CLDR does not know."""
    return f"1er{words[1:]}" if locale.language == "fr" and words.startswith("1 ") else words


def prepare(style: Any) -> None:
    """Let a style (its root element) print the text of a date where an entry carries one."""
    for element in [each for each in style.iter(f"{CSL}date") if each.get("variable") in VARIABLES]:
        kind = _kind(element)
        if kind:
            _offer(element, f"{element.get('variable')}-{kind}")


def _offer(element: Any, name: str) -> None:
    """Put the text called `name` in the place of a date; the date stays for entries without it."""
    choice = element.makeelement(f"{CSL}choose")
    element.getparent().replace(element, choice)
    given = choice.makeelement(f"{CSL}if", {"variable": name})
    affixes = {each: element.get(each) for each in ("prefix", "suffix") if element.get(each)}
    given.append(given.makeelement(f"{CSL}text", {"variable": name, **affixes}))
    otherwise = choice.makeelement(f"{CSL}else")
    otherwise.append(element)
    choice.extend((given, otherwise))


def _kind(element: Any) -> str:
    """Which of `KINDS` a date of a style is; empty where it is a year alone."""
    spelled = {part.get("name"): part.get("form") for part in element.iter(f"{CSL}date-part")}
    shown = element.get("date-parts", "year-month-day").split("-") if element.get("form") else [*spelled]
    if "month" not in shown:
        return ""
    return f"{'ymd' if 'year' in shown else 'md'}{'-short' if spelled.get('month') == 'short' else ''}"
