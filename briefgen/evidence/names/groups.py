"""Whose people, and which house of its kind: what the quotes give to one party is another's in the statement.

Owns the look at groups of people (and their ships and companies) by what they are called, whatever stands around them,
and at bodies called after their seat: "Valmoran soldiers" and "the troops of Karst" are of two parties, "staff of the
mission" and "mission employees" of one; the Bank of Karst is not the Bank of Valmora.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from msgspec import Struct

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.lexicon import Lexicon, fold, is_territory
from briefgen.evidence.names.mentions import FUNCTION, capital, find_names
from briefgen.evidence.names.swaps import told
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Break, Wording

_REACH = 6
"""A name so close to a group may be its owner in some way that is not looked for."""

_JOINTS = frozenset("of from in at for with by".split())


class Group(Struct, frozen=True):
    """The word for a group, what it comes to, and the parts of the name that owns it; none where none does."""

    index: int
    kind: str
    owner: tuple[int, ...]


def misowned_groups(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, quoted: Lexicon
) -> Iterator[Mismatch]:
    """A group whose owner the quotes name, but never as its owner: there it is another's.

    An owner that no quote names is looked at as any other name that is missing.
    """
    for group in groups(statement, names):
        if not group.owner or not quoted.has(fold(statement.words[group.owner[-1]])):
            continue
        of_kind = [
            (number, quote, other)
            for number, quote in enumerate(quotes)
            for other in groups(quote, names)
            if other.kind == group.kind
        ]
        if any(_is_named(statement, group, quote, names) for quote in quotes) or any(
            _may_be_owned(statement, group, quote, other, names) for _, quote, other in of_kind
        ):
            continue
        rivals = (each for each in of_kind if _is_rival(statement, group, *each[1:], names))
        yield from (_told(statement, group, *each) for each in islice(rivals, 1))


def _told(statement: Wording, group: Group, number: int, quote: Wording, other: Group) -> Mismatch:
    own, theirs = (group.owner[0], group.owner[-1]), (other.owner[0], other.owner[-1])
    whole = quote.raw(min(other.index, theirs[0]), max(other.index, theirs[1]))
    message = f"“{statement.raw(*own)}” stands where the quote says “{quote.raw(*theirs)}” (“{whole}”)"
    place = statement.starts[own[0]], statement.ends[own[1]]
    return told("warning", place, message, (number, quote, *theirs))


@lru_cache(maxsize=256)
def groups(text: Wording, names: NameWords) -> tuple[Group, ...]:
    """The groups that a text speaks of, and the bodies that it calls after a place, each with its owner."""
    mentioned = [name.parts for name in find_names(text, names)]
    people = (
        Group(index, names.groups[word], _owner(text, index, mentioned))
        for index, word in enumerate(text.words)
        if word in names.groups
    )
    return (*people, *_bodies(text, mentioned, names))


def _bodies(text: Wording, mentioned: list[tuple[int, ...]], names: NameWords) -> Iterator[Group]:
    """Bodies that are called after a place: the Bank of Karst."""
    for parts in mentioned:
        for at, (head, place) in enumerate(pairwise(parts)):
            body, between = text.words[head], text.words[head + 1 : place]
            if between in (("of",), ("of", "the")) and body in names.generic and body not in names.titles:
                yield Group(head, text.stems[head], parts[at + 1 :])


def _owner(text: Wording, index: int, mentioned: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The name before a group (Karst's security forces), or behind it (employees of the Karst mission)."""
    for parts in mentioned:
        if _precedes(text, parts[-1] + 1, index) or _follows(text, index + 1, parts[0]):
            return parts
    return ()


def _precedes(text: Wording, after: int, index: int) -> bool:
    """Whether a group comes right after its owner, or after one more word that says of what sort it is."""
    if not after <= index <= after + 1 or not _runs_on(text, after, index):
        return False
    return after == index or not (capital(text, after) or text.words[after] in FUNCTION)


def _follows(text: Wording, joint: int, first: int) -> bool:
    """Whether the owner comes after a joint, with an article or none."""
    return joint < first <= joint + 2 and text.words[joint] in _JOINTS and _runs_on(text, joint, first)


def _runs_on(text: Wording, first: int, last: int) -> bool:
    return all(text.breaks[i] is Break.NONE for i in range(first, last + 1))


def _may_be_owned(statement: Wording, group: Group, quote: Wording, other: Group, names: NameWords) -> bool:
    """Whether a quote's group may be that of the statement's owner: it is, or stands near it, or is nobody's."""
    if not other.owner:
        return True
    reach = _REACH if quote.words[other.index] in names.groups else 0
    near = Lexicon((_around(quote, other, reach),), names)
    return near.has(fold(statement.words[group.owner[-1]])) or near.spells(_words(statement, group.owner))


def _is_named(statement: Wording, group: Group, quote: Wording, names: NameWords) -> bool:
    """Whether a quote has the group and its owner in one name (Mosul University)."""
    owner = fold(statement.words[group.owner[-1]])
    return any(
        group.kind in (quote.stems[i] for i in found.parts)
        and owner in (fold(quote.words[i]) for i in found.parts)
        for found in find_names(quote, names)
    )


def _around(quote: Wording, group: Group, reach: int) -> str:
    """The words around a group and its owner, within the clause."""
    first, last = min(group.index, group.owner[0]), max(group.index, group.owner[-1])
    low, high = first, last
    while low > max(0, first - reach) and quote.breaks[low] < Break.CLAUSE:
        low -= 1
    while high < min(len(quote) - 1, last + reach) and quote.breaks[high + 1] < Break.CLAUSE:
        high += 1
    return quote.raw(low, high)


def _is_rival(statement: Wording, group: Group, quote: Wording, other: Group, names: NameWords) -> bool:
    """Whether a quote's group is another party's, one that has none of the kind in the statement."""
    own, theirs = fold(statement.words[group.owner[-1]]), fold(quote.words[other.owner[-1]])
    if is_territory(own, names) != is_territory(theirs, names):
        return False
    of_kind = (each.owner for each in groups(statement, names) if each.kind == group.kind and each.owner)
    said = Lexicon(tuple(statement.raw(owner[0], owner[-1]) for owner in of_kind), names)
    return not (said.has(theirs) or said.has_seat(theirs) or said.spells(_words(quote, other.owner)))


def _words(text: Wording, parts: tuple[int, ...]) -> list[str]:
    return [fold(text.words[i]) for i in parts]
