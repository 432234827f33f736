"""Sides of the compass: southern Kordofan for northern Kordofan, Sudan for South Sudan.

Owns which side of which place a text speaks of, and when two sides of one place exclude each other.
"""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.lexicon import Lexicon
from briefgen.evidence.names.mentions import capital
from briefgen.evidence.names.swaps import told
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Break, Wording

_OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}


class Side(Struct, frozen=True):
    """A side of a place, words `first` to `last`: its letters, and what the place is called under."""

    first: int
    last: int
    letters: str
    place: frozenset[str]


def changed_sides(statement: Wording, quotes: tuple[Wording, ...], names: NameWords) -> Iterator[Mismatch]:
    """A side of a place that excludes every side of it that the quotes speak of."""
    sides = list(_sides(statement, names))
    quoted = _by_place(quotes, names) if sides else {}
    for side in sides:
        others = sorted({each for place in side.place for each in quoted.get(place, {}).values()})
        if others and all(
            _excludes(side.letters, letters) for place in side.place for letters in quoted.get(place, ())
        ):
            number, first, last = others[0]
            quote = quotes[number]
            place = statement.starts[side.first], statement.ends[side.last]
            words, said = statement.raw(side.first, side.last), quote.raw(first, last)
            message = f"“{words}” stands where the quote says “{said}”"
            yield told("warning", place, message, (number, quote, first, last))


def _by_place(quotes: tuple[Wording, ...], names: NameWords) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Where the quotes first speak of each side of a place, by the place and the letters of the side."""
    found: dict[str, dict[str, tuple[int, int, int]]] = {}
    for number, quote in enumerate(quotes):
        for side in _sides(quote, names):
            for place in side.place:
                found.setdefault(place, {}).setdefault(side.letters, (number, side.first, side.last))
    return found


def _excludes(one: str, other: str) -> bool:
    """Whether nothing lies on both sides: north and south, north-east and north-west, north and east."""
    return any(_OPPOSITE[letter] in other for letter in one) or set(one).isdisjoint(other)


def _sides(text: Wording, names: NameWords) -> Iterator[Side]:
    """The sides of places within them: southern Kordofan, the south of Kordofan; not what lies south of it."""
    for first in range(len(text)):
        letters, last = names.sides.get(text.words[first], ""), first
        if not letters or (capital(text, first) and text.breaks[first] is not Break.SENTENCE):
            continue
        if _hyphenated(text, first, names):
            last = first + 1
            letters += names.sides[text.words[last]]
        if first and _hyphenated(text, first - 1, names):
            continue
        head = _place(text, last, text.words[last].endswith("ern"), first, names)
        if head is not None:
            yield Side(first, head, letters, _called(text, head, names))


def _hyphenated(text: Wording, index: int, names: NameWords) -> bool:
    """Whether a side is told in two words with a hyphen: north-east."""
    if (
        index + 1 >= len(text)
        or text.words[index] not in names.sides
        or text.words[index + 1] not in names.sides
    ):
        return False
    return text.text[text.ends[index] : text.starts[index + 1]] in ("-", "\u2011")


def _place(text: Wording, last: int, adjective: bool, first: int, names: NameWords) -> int | None:
    """The word for the place whose side is told by words up to `last`."""
    at = last + 1
    if adjective:
        at += at < len(text) and text.words[at] in names.partitive and text.words[at + 1 : at + 2] == ("of",)
    elif first == 0 or text.words[first - 1] not in ("the", "its"):
        return None
    if not adjective or (at > last + 1):
        if text.words[at : at + 1] != ("of",):
            return None
        at += 1
        at += text.words[at : at + 1] == ("the",)
    runs_on = at < len(text) and all(text.breaks[i] is Break.NONE for i in range(last + 1, at + 1))
    return at if runs_on else None


def _called(text: Wording, index: int, names: NameWords) -> frozenset[str]:
    """What a place goes by: the territories of a country or people, or else the stem of its word."""
    return Lexicon((text.words[index],), names).territories or frozenset({text.stems[index]})


def changed_lands(statement: Wording, quotes: tuple[Wording, ...], names: NameWords) -> Iterator[Mismatch]:
    """A land that the quotes name only as a part of another's name: Sudan for South Sudan."""
    for word, others in names.lands.items():
        if word not in statement.words or not others.isdisjoint(statement.words):
            continue
        i = statement.words.index(word)
        named = [
            (n, j) for n, quote in enumerate(quotes) for j, other in enumerate(quote.words) if other == word
        ]
        if named and all(_is_another(quotes[n], j, names) for n, j in named):
            number, j = named[0]
            quote = quotes[number]
            first = j - (j > 0 and quote.words[j - 1] in names.lands[word])
            last = j + (first == j)
            message = f"“{statement.raw(i, i)}” stands where the quote says “{quote.raw(first, last)}”"
            yield told(
                "warning", (statement.starts[i], statement.ends[i]), message, (number, quote, first, last)
            )


def _is_another(text: Wording, index: int, names: NameWords) -> bool:
    """Whether a word beside a land's name makes it another's."""
    beside = (*text.words[max(index - 1, 0) : index], *text.words[index + 1 : index + 2])
    return not names.lands[text.words[index]].isdisjoint(beside)
