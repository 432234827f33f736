"""Names that take the place of others: another name, office or title at the same place of the quote.

Owns what "the same place" is: between the same neighbours where statement and quote are laid side by side, or before
the same word.
"""

from collections.abc import Iterator

from briefgen.evidence.alignment import Aligned, align
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.mismatch import Mismatch
from briefgen.evidence.name_lexicon import Lexicon, fold
from briefgen.evidence.name_mentions import FUNCTION, Name, capital, find_names
from briefgen.evidence.wording import Break, Wording

RULE = "name-unsupported"
LOOSE = 0.4


def swapped_names(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, quoted: Lexicon
) -> Iterator[Mismatch]:
    """Near the wording: a title or office that stands where the quote has a name, or another office."""
    for sentence in statement.sentences:
        aligned = align(statement, sentence, quotes)
        if aligned is None or aligned.share < LOOSE:
            continue
        for left, right in aligned.gaps():
            pair = next(_swapped(aligned, left, right, names, quoted), None)
            if pair is not None:
                i, j = pair
                other = aligned.number, aligned.quote, j, j
                place = statement.starts[i], statement.ends[i]
                message = f"“{statement.raw(i, i)}” stands where the quote says “{aligned.quote.raw(j, j)}”"
                yield told("warning", place, message, other)


def _swapped(
    aligned: Aligned, left: range, right: range, names: NameWords, quoted: Lexicon
) -> Iterator[tuple[int, int]]:
    own, theirs = aligned.statement, aligned.quote
    if not left or not right:
        return
    named = frozenset(part for name in find_names(theirs, names) for part in name.parts)
    capitals = [fold(own.words[i]) for i in left if capital(own, i)]
    if quoted.has_territory_named(capitals) or quoted.spells(capitals):
        return
    for i in left:
        word = own.words[i]
        for j in right:
            if aligned.near and _other_office(word, theirs.words[j], names) and not quoted.has(word):
                yield i, j
            if j not in named or not capital(own, i) or word in FUNCTION or word in names.dates:
                continue
            if word in names.titles or word in names.generic:
                if aligned.near and word not in names.civil and not quoted.has(word):
                    yield i, j
            elif (
                quoted.has(word)
                and not _opens(own, i, names)
                and _exchanged(aligned, i, j, left, right, names)
            ):
                yield i, j


def _other_office(word: str, other: str, names: NameWords) -> bool:
    roles = names.roles.get(word), names.roles.get(other)
    return None not in roles and roles[0] != roles[1] and (word in names.civil) == (other in names.civil)


def _opens(text: Wording, index: int, names: NameWords) -> bool:
    return (index == 0 or text.breaks[index] >= Break.CLAUSE) and names.is_common(text.words[index])


def _exchanged(aligned: Aligned, i: int, j: int, left: range, right: range, names: NameWords) -> bool:
    """Whether a name of the quote stands where the quote has another name, which the statement lacks."""
    own, theirs = aligned.statement, aligned.quote
    if i not in left or own.words[i] in names.demonyms or theirs.words[j] in names.demonyms:
        return False
    if _akin(own, [i], theirs, [j]):
        return False
    alike = Lexicon((theirs.raw(right[0], right[-1]),), names)
    if (
        alike.has(fold(own.words[i]))
        or own.words[i] in alike.acronyms
        or Lexicon((own.text,), names).has(fold(theirs.words[j]))
    ):
        return False
    return _others(own, left) == 0 and _others(theirs, right) == 0


def changed_titles(
    statement: Wording, mentioned: tuple[Name, ...], quotes: tuple[Wording, ...], names: NameWords
) -> Iterator[Mismatch]:
    """A title before a name that has another title in the quotes, and this one nowhere (Mrs for Mr, King for Prince)."""
    for name in mentioned:
        first, last = name.parts[0], name.parts[-1]
        if first == 0 or last - first + 1 != len(name.parts) or statement.breaks[first] is not Break.NONE:
            continue
        office = names.roles.get(statement.words[first - 1])
        if office is None or office in names.portfolios:
            continue
        others = [
            place
            for quote in enumerate(quotes)
            for place in _titles(quote, fold(statement.words[last]), names)
        ]
        if others and all(
            _other_office(statement.words[first - 1], quote.words[i], names) for _, quote, i, _ in others
        ):
            _, quote, i, stop = others[0]
            where = statement.starts[first - 1], statement.ends[last]
            message = f"“{statement.raw(first - 1, last)}” is “{quote.raw(i, stop)}” in the quote"
            yield told("warning", where, message, others[0])


def _titles(
    numbered: tuple[int, Wording], person: str, names: NameWords
) -> Iterator[tuple[int, Wording, int, int]]:
    number, quote = numbered
    for i in range(len(quote) - 1):
        if quote.words[i] in names.roles and names.roles[quote.words[i]] not in names.portfolios:
            for last in range(i + 1, min(len(quote), i + 4)):
                if not capital(quote, last):
                    break
                if fold(quote.words[last]) == person:
                    yield number, quote, i, last


def displaced(
    statement: Wording, name: Name, missing: list[int], quotes: tuple[Wording, ...], names: NameWords
) -> tuple[int, Wording, int, int] | None:
    """The name of a quote in whose place the statement has another."""
    aligned = align(statement, statement.sentence_of(name.first), quotes)
    if aligned is None:
        return None
    own = frozenset(fold(word) for word in statement.words)
    for found in find_names(aligned.quote, names):
        theirs = _strange(aligned.quote, found, own, names)
        if (
            theirs
            and not _akin(statement, missing, aligned.quote, theirs)
            and _same_place(aligned, missing, theirs)
        ):
            return aligned.number, aligned.quote, theirs[0], theirs[-1]
    owner = next(_owners(aligned, missing, own, names), None)
    if owner is not None:
        return owner
    return next(_neighbours(statement, missing, quotes, own, names), None)


def _owners(
    aligned: Aligned, missing: list[int], own: frozenset[str], names: NameWords
) -> Iterator[tuple[int, Wording, int, int]]:
    """Near the wording: whose the thing is in the quote that is another's in the statement.

    "The ministry of Valmora" and "the Karst ministry", "Valmora's ministry" and "the ministry of Karst".
    """
    if not aligned.near:
        return
    places = {aligned.partner(head) for head in _owned(aligned.statement, missing)} - {-1}
    quote = aligned.quote
    for found in find_names(quote, names):
        theirs = _strange(quote, found, own, names)
        if (
            theirs
            and not places.isdisjoint(_owned(quote, theirs))
            and not _akin(aligned.statement, missing, quote, theirs)
        ):
            yield aligned.number, quote, theirs[0], theirs[-1]


def _owned(text: Wording, name: list[int]) -> list[int]:
    """The words that a name may be joined to as their owner: before each "of", or right after the name."""
    heads, at = [], name[0]
    while at > 1 and text.words[at - 1] == "of" and text.breaks[at] is text.breaks[at - 1] is Break.NONE:
        at -= 2
        heads.append(at)
    after = name[-1] + 1
    if not heads and after < len(text) and text.breaks[after] is Break.NONE and not capital(text, after):
        return [] if text.words[after] in FUNCTION else [after]
    return heads


def _strange(quote: Wording, found: Name, own: frozenset[str], names: NameWords) -> list[int]:
    """The parts of a quote's name that the statement does not have; a people stands for its country, not for it."""
    strange = (i for i in found.parts if fold(quote.words[i]) not in own)
    return [i for i in strange if quote.words[i].removesuffix("s") not in names.demonyms]


def _akin(statement: Wording, missing: list[int], quote: Wording, theirs: list[int]) -> bool:
    """Whether one name is a short form of the other (Hibs, Hibernian)."""
    pairs = ((fold(statement.words[i]), fold(quote.words[j])) for i in missing for j in theirs)
    return any(own[:3] == other[:3] and min(len(own), len(other)) <= 5 for own, other in pairs)


def _neighbours(
    statement: Wording, missing: list[int], quotes: tuple[Wording, ...], own: frozenset[str], names: NameWords
) -> Iterator[tuple[int, Wording, int, int]]:
    """Names of the quotes, strange to the statement, that qualify the very word that the name qualifies."""
    after = missing[-1] + 1
    if after >= len(statement) or statement.breaks[after] is not Break.NONE or capital(statement, after):
        return
    word = statement.stems[after]
    if statement.words[after] in FUNCTION:
        return
    for number, quote in enumerate(quotes):
        for found in find_names(quote, names):
            theirs = _strange(quote, found, own, names)
            follows = found.last + 1
            if (
                theirs
                and follows < len(quote)
                and quote.stems[follows] == word
                and quote.breaks[follows] is Break.NONE
            ):
                yield number, quote, theirs[0], theirs[-1]


def _same_place(aligned: Aligned, missing: list[int], theirs: list[int]) -> bool:
    """Whether the words between the same matched neighbours are these in the one and those in the other."""
    for left, right in aligned.gaps():
        if missing[0] in left and theirs[0] in right:
            return _others(aligned.statement, left) <= 1 and _others(aligned.quote, right) <= 1
    return False


def _others(text: Wording, places: range) -> int:
    """How many words beside names and function words there are."""
    return sum(not capital(text, i) and text.words[i] not in FUNCTION for i in places)


def told(
    level: str, place: tuple[int, int], message: str, other: tuple[int, Wording, int, int] | None
) -> Mismatch:
    """The finding of the rule at a place of the statement; `other` is what the quote names instead."""
    if other is None:
        return Mismatch(RULE, level, *place, message)
    number, quote, start, stop = other
    return Mismatch(
        RULE, level, *place, message, number, quote.starts[start], quote.ends[stop], quote.raw(start, stop)
    )
