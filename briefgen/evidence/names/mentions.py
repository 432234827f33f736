"""The names in a text: runs of capitalised words, with the links between them.

Owns what is written with a capital without naming anybody: the first word of a sentence, a generic word, a title, a
unit of measure, a shout.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.languages.symbols import MIXED_CODES, PREFIXES
from briefgen.evidence.names.lexicon import fold
from briefgen.evidence.text.wording import Break, Wording

_NUMERAL = re.compile(r"X{0,3}(?:I{1,3}|I?V|VI{1,3}|I?X)")
_AND = re.compile(r"\s*(?:,\s*|,?\s+(?:and|or|&)\s+)")
_STOPS = frozenset(".!?…")
_SCALES = frozenset({"celsius", "fahrenheit"})
_UNITS = frozenset(
    "w kw mw gw tw kwh mwh gwh twh hz khz mhz ghz gb mb tb kb j kj mj gj bn mn tn k m c f km kg kt mt ha".split()
)


FUNCTION = frozenset(
    """the a an this that these those there here it he she we you they i his her its our my your their who what when where
    why how which whose in on at by for from with without within of to into onto over under above below after before since
    until till during despite although though while whereas because if unless as and or but nor so yet not no all any
    some both each every either neither many much most more several few other another such same only even also just then
    thus however moreover meanwhile among amid between beyond against across along around about behind beside near off out
    up down through throughout toward towards upon via per is are was were be been has have had do does did will would can
    could may might must shall should let's don't didn't doesn't isn't can't it's he's she's that's there's what's i'm we're
    besides almost nearly quite rather indeed perhaps maybe apparently nevertheless nonetheless plus versus whilst once again else ever never always often sometimes already still""".split()
)


class Name(Struct, frozen=True):
    """A name in a text: words `first` to `last`; `parts` are the numbers of the words that need backing."""

    first: int
    last: int
    parts: tuple[int, ...]


@lru_cache(maxsize=256)
def find_names(text: Wording, names: NameWords) -> tuple[Name, ...]:
    """The names of a text, in order: runs of capitalised words with the links between them."""
    found: list[Name] = []
    heading = _heading(text)
    at = 0
    while at < len(text):
        if not capital(text, at):
            at += 1
            continue
        last = _run_end(text, at, names)
        parts = tuple(i for i in range(at, last + 1) if _needs_backing(text, i, last, names, heading))
        if any(_names_something(text, i, parts, names) for i in parts):
            found.append(Name(_first(text, at, parts, heading), last, parts))
        at = last + 1
    return tuple(found)


@lru_cache(maxsize=256)
def lists_of_names(text: Wording, names: NameWords) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The names of a text by the lists that they form: between them stand commas and conjunctions only."""
    groups: list[list[tuple[int, ...]]] = []
    last = -1
    for name in find_names(text, names):
        for parts in _apart(text, name):
            if last >= 0 and _AND.fullmatch(text.text[text.ends[last] : text.starts[parts[0]]]):
                groups[-1].append(parts)
            else:
                groups.append([parts])
            last = parts[-1]
    return tuple(map(tuple, groups))


def _apart(text: Wording, name: Name) -> Iterator[tuple[int, ...]]:
    """The parts of a name, parted where it is two names with an "and" between them."""
    parts: list[int] = []
    for i in name.parts:
        if parts and _AND.fullmatch(text.text[text.ends[parts[-1]] : text.starts[i]]):
            yield tuple(parts)
            parts = []
        parts.append(i)
    yield tuple(parts)


def written(text: Wording, index: int) -> str:
    """A word as a name is compared: folded, with the figures that are written onto it (ELITEFIT15, K287BY)."""
    first = last = index
    while first > 0 and text.ends[first - 1] == text.starts[first]:
        first -= 1
    while last + 1 < len(text) and text.starts[last + 1] == text.ends[last]:
        last += 1
    return fold(text.words[index]) if first == last else fold(text.raw(first, last))


def _heading(text: Wording) -> bool:
    """Whether the text is set in capitals or title case throughout, so that capitals tell nothing."""
    letters = [i for i in range(len(text)) if text.text[text.starts[i]].isalpha()]
    return len(letters) > 4 and sum(map(text.capital, letters)) > len(letters) * 0.8


def _first(text: Wording, at: int, parts: tuple[int, ...], heading: bool) -> int:
    """Where a name begins: after an article; at its first telling word where the whole text has capitals."""
    if heading:
        return parts[0]
    return next(i for i in range(at, parts[0] + 1) if i == parts[0] or text.words[i] not in FUNCTION)


def _names_something(text: Wording, index: int, parts: tuple[int, ...], names: NameWords) -> bool:
    """Whether a part is more than a generic word (Government), or tells one such name from another (Supreme Court)."""
    word = fold(text.words[index])
    tells = (
        word in names.telling
        and len(parts) > 1
        and names.titles.isdisjoint(text.words[index + 1 : index + 2])
    )
    return word not in names.generic or tells


def capital(text: Wording, index: int) -> bool:
    """Whether a word is written as names are: with a capital, first or second (iPhone)."""
    raw = text.text[text.starts[index] : text.ends[index]]
    return raw[0].isupper() or (len(raw) > 1 and raw[1:2].isupper() and not raw[0].isdigit())


def _run_end(text: Wording, at: int, names: NameWords) -> int:
    last = at
    index = at + 1
    while index < len(text) and index - last <= 3 and text.breaks[index] is Break.NONE:
        if capital(text, index):
            last = index
        elif text.words[index] not in names.links or _pairs(text, index, names):
            break
        index += 1
    return last


def _pairs(text: Wording, index: int, names: NameWords) -> bool:
    """Whether an `and` stands between two names (the US and Iraq), not inside one (Food and Drug Administration)."""
    if text.words[index] != "and" or index + 1 >= len(text):
        return False
    around = (index - 1, index + 1)
    return any(
        _shouted(text, i) or text.words[i] in names.demonyms or text.words[i] in names.capitals
        for i in around
    )


def _needs_backing(text: Wording, index: int, last: int, names: NameWords, heading: bool) -> bool:
    word = fold(text.words[index])
    if not capital(text, index) or not word or word[0].isdigit() or word in names.dates:
        return False
    if (
        word in FUNCTION
        or len(set(word)) == 1
        or numeral(text, index)
        or (word == "us" and not _shouted(text, index))
    ):
        return False
    if _shouted(text, index) and names.is_common(word) and written(text, index) == word:
        return False
    if _is_unit(text, index, word) or _tells_currency(text, index, names):
        return False
    opens = index == 0 or text.breaks[index] >= Break.CLAUSE or _after_stop(text, index)
    tells = word in names.telling and index < last and text.words[index + 1] not in names.titles
    tells = tells or _begins_body(text, index, last, names)
    if opens and not tells and not _shouted(text, index) and names.is_common(word):
        return False
    if heading and names.is_common(word):
        return False
    return word not in names.links and word not in names.titles


def _begins_body(text: Wording, index: int, last: int, names: NameWords) -> bool:
    """Whether a common word with a capital begins the name of a body: a generic word with a capital comes after it."""
    if index == last or index + 1 >= len(text) or not capital(text, index + 1):
        return False
    after = text.words[index + 1]
    return after in names.generic - names.titles and not possessive(text, index)


def possessive(text: Wording, index: int) -> bool:
    """Whether a word owns what comes after it (Iraq's)."""
    return text.text[text.ends[index] : text.ends[index] + 2] in ("'s", "’s")


def numeral(text: Wording, index: int) -> bool:
    """Whether a word is a Roman numeral behind a name: it numbers the name, and names nothing alone."""
    if index == 0 or text.text[text.starts[index]] not in "IVX" or text.breaks[index] is not Break.NONE:
        return False
    return bool(_NUMERAL.fullmatch(text.raw(index, index)))


def _after_stop(text: Wording, index: int) -> bool:
    """Whether a full stop stands before the word: it may end a sentence, or an abbreviation only."""
    last = text.ends[index - 1]
    return not _STOPS.isdisjoint(text.text[last - 1 : text.starts[index]])


def _is_unit(text: Wording, index: int, word: str) -> bool:
    """Whether a word is written onto a sum or beside a figure: US$3 billion, CHF 5 million, 50 GW, 40 degrees Celsius."""
    after = text.text[text.ends[index] : text.ends[index] + 1]
    if (after in {"$", "€", "£"} and after) or word in _SCALES:
        return True
    if word in PREFIXES and (_shouted(text, index) or text.raw(index, index) in MIXED_CODES):
        return any(beside[0].isdigit() for beside in text.words[max(index - 1, 0) : index + 2])
    return index > 0 and text.words[index - 1][0].isdigit() and word in _UNITS


def _tells_currency(text: Wording, index: int, names: NameWords) -> bool:
    """Whether a people's name says which currency a sum is in (40,000 Kenyan shillings): that is for the rules of figures."""
    follow = text.words[index + 1 : index + 2]
    counted = any(word[0].isdigit() for word in text.words[max(index - 2, 0) : index])
    people = fold(text.words[index]) in names.demonyms
    return counted and people and bool(follow) and follow[0] in names.currencies


def _shouted(text: Wording, index: int) -> bool:
    """Whether a word is written in capitals throughout."""
    raw = text.raw(index, index)
    return len(raw) > 1 and raw.isupper()
