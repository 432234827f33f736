"""Names: people, places, organisations and offices that a statement names and its quotes do not.

Owns the recognition of names in a statement and the rule `name-unsupported`: an error where a name is nowhere in the
source, a warning where it takes the place of another name of the quote, told (info) where it stands only elsewhere in
the source or in its register entry.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.groups import misowned_groups
from briefgen.evidence.names.lexicon import Lexicon, fold
from briefgen.evidence.names.mentions import Name, find_names, possessive, written
from briefgen.evidence.names.offices import strange_offices
from briefgen.evidence.names.rivals import Rival, rival_of
from briefgen.evidence.names.sides import changed_lands, changed_sides
from briefgen.evidence.names.swaps import (
    RULE,
    changed_numerals,
    changed_titles,
    exchanged_names,
    swapped_names,
    told,
)
from briefgen.evidence.text.alignment import comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, read

__all__ = ["RULE", "Backing", "Name", "find_names", "unsupported_names"]


class Backing(Struct, frozen=True):
    """What may back a name beside the quotes.

    `source` is the whole text of the cited sources, `register` what their entries say (title, author, publisher);
    `aliases` maps a name to the other names of the same thing.
    """

    source: Lexicon | None = None
    register: Lexicon | None = None
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The aliases as groups of names of one thing, folded."""
        return tuple(
            tuple(" ".join(map(fold, read(name).words)) for name in (key, *others))
            for key, others in self.aliases.items()
        )


def unsupported_names(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, backing: Backing | None = None
) -> Iterator[Mismatch]:
    """Yields the names of a statement that its quotes do not hold, one finding a place."""
    backing = backing or Backing()
    faults: list[Mismatch] = []
    for found in _all_faults(statement, quotes, names, backing):
        if all(found.end <= other.start or other.end <= found.start for other in faults):
            faults.append(found)
            yield found


def _all_faults(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, backing: Backing
) -> Iterator[Mismatch]:
    """The faults, the surest of those at one place first."""
    mentioned = find_names(statement, names)
    quoted = Lexicon(tuple(quote.text for quote in quotes), names)
    if comparable(statement, quotes):
        yield from swapped_names(statement, quotes, names, quoted)
        yield from exchanged_names(statement, quotes, names)
        yield from changed_titles(statement, mentioned, quotes, names)
        yield from changed_numerals(statement, quotes, names)
        yield from misowned_groups(statement, quotes, names, quoted)
        yield from changed_lands(statement, quotes, names)
        yield from changed_sides(statement, quotes, names)
    yield from strange_offices(statement, quotes, names, quoted, backing.source)
    for name in mentioned:
        missing = [i for i in name.parts if not _held(quoted, written(statement, i), names)]
        missing = [i for i in missing if not _governs(statement, i, quotes, quoted, names)]
        if missing and not _backed_whole(statement, name, missing, quoted, backing):
            parts = _together(statement, missing, names)
            for part in (part for part in parts if not _backed_whole(statement, name, part, quoted, backing)):
                yield _finding(statement, name, part, quotes, names, backing)


def _together(statement: Wording, missing: list[int], names: NameWords) -> Iterator[list[int]]:
    """The missing words of a name by what they name: the country, then its minister (Kenya's Minister Lena Weber)."""
    part = missing[:1]
    for before, i in pairwise(missing):
        if names.titles.isdisjoint(statement.words[before + 1 : i]) and not possessive(statement, before):
            part.append(i)
            continue
        yield part
        part = [i]
    yield part


def _governs(
    statement: Wording, index: int, quotes: tuple[Wording, ...], quoted: Lexicon, names: NameWords
) -> bool:
    """Whether a capital stands for a government that the quotes speak of, or a country for one named by its capital."""
    index += _leads_seat(statement, index, names)
    word = fold(statement.words[index])
    if _acts(statement, index, names.places, names) and names.capitals.get(word) in quoted.territories:
        return True
    seats = [
        quote.words[i]
        for quote in quotes
        for i in range(len(quote))
        if _acts(quote, i, names.places - {"from"}, names)
    ]
    if not seats:
        return False
    own = Lexicon((statement.words[index],), names).territories
    return any(names.capitals[seat] in own for seat in seats)


def _acts(text: Wording, index: int, places: frozenset[str], names: NameWords) -> bool:
    """Whether a capital is named as one that acts, not as a place (in Ankara)."""
    first = index - (index > 0 and _leads_seat(text, index - 1, names))
    return text.words[index] in names.capitals and (first == 0 or text.words[first - 1] not in places)


def _leads_seat(text: Wording, index: int, names: NameWords) -> bool:
    """Whether a word is the first of a seat of government in two words: New Delhi."""
    return index + 1 < len(text) and names.seat_leads.get(text.words[index + 1]) == text.words[index]


def _held(lexicon: Lexicon, word: str, names: NameWords) -> bool:
    """Whether the texts hold the word, or each half of one that an apostrophe joins by mistake (Kunis'stole)."""
    if lexicon.has(word):
        return True
    halves = word.split("'")
    return len(halves) > 1 and all(
        len(half) > 2 and (lexicon.has(half) or names.is_common(half)) for half in halves
    )


def _backed_whole(
    statement: Wording, name: Name, missing: list[int], quoted: Lexicon, backing: Backing
) -> bool:
    """Whether the name as a whole stands for something the quotes name: an acronym spelled out, or an alias."""
    parts = [fold(statement.words[i]) for i in range(name.first, name.last + 1)]
    gone = [fold(statement.words[i]) for i in range(missing[0], missing[-1] + 1)]
    if len(gone) > 1 and "".join(gone) in quoted.words:  # Abdul Amir, Abdulamir
        return True
    if quoted.spells(parts) or quoted.spells(gone) or quoted.has_territory_named(gone):
        return True
    for group in (*quoted.names.same, *backing.groups):
        named = any(set(gone) <= set(alias.split()) for alias in group)
        if named and any(alias and quoted.words.issuperset(alias.split()) for alias in group):
            return True
    return False


def _adds_little(statement: Wording, name: Name, missing: list[int], names: NameWords) -> bool:
    """Whether generic words alone are missing of a name whose own word is there."""
    kept = [fold(statement.words[i]) for i in name.parts if i not in missing]
    gone = [fold(statement.words[i]) for i in missing]
    little = names.generic - names.telling
    return all(word in little for word in gone) and any(word not in names.generic for word in kept)


def _one_name(statement: Wording, missing: list[int], other: Rival, source: Lexicon) -> bool:
    """Whether the source has the two side by side, as the parts of one name (Marion Smith)."""
    _, quote, first, last = other
    own, theirs = statement.raw(missing[0], missing[-1]), quote.raw(first, last)
    return any(f"{own} {theirs}" in text or f"{theirs} {own}" in text for text in source.texts)


def _finding(
    statement: Wording,
    name: Name,
    missing: list[int],
    quotes: tuple[Wording, ...],
    names: NameWords,
    backing: Backing,
) -> Mismatch:
    nowhere = _nowhere(statement, missing, names, backing)
    other = rival_of(statement, name, missing, quotes, names) if comparable(statement, quotes) else None
    if _adds_little(statement, name, missing, names):
        nowhere = []  # Augusta National for Augusta: the name itself is there
        other = other if missing[-1] < name.parts[-1] else None
    if other is not None and backing.source and _one_name(statement, missing, other, backing.source):
        other = None
    shown = nowhere or missing
    words, place = statement.raw(shown[0], shown[-1]), (statement.starts[shown[0]], statement.ends[shown[-1]])
    if nowhere:
        message = f"“{words}” is nowhere in the source" if backing.source else f"“{words}” is in no quote"
        return told("error", place, message, other if shown == missing else None)
    if other is not None:
        said = other[1].raw(*other[2:])
        return told("warning", place, f"“{words}” stands where the quote says “{said}”", other)
    return told("info", place, f"“{words}” is in the source, but in no quote of this statement", None)


def _nowhere(statement: Wording, missing: list[int], names: NameWords, backing: Backing) -> list[int]:
    """The missing words that stand neither in the source nor in its register entry."""
    source, register = backing.source, backing.register
    if source is not None and source.has_territory_named([fold(statement.words[i]) for i in missing]):
        return []
    parts = ((i, written(statement, i)) for i in missing)
    return [
        i
        for i, word in parts
        if not (source and _held(source, word, names)) and not (register and register.has(word))
    ]
