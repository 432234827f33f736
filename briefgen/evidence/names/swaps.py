"""Names that take the place of others: another name, office or title at the same place of the quote.

Owns what "the same place" is: between the same neighbours where statement and quote are laid side by side, or before
the same word.
"""

from collections.abc import Iterator
from itertools import combinations

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.lexicon import Lexicon, fold, is_demonym
from briefgen.evidence.names.mentions import FUNCTION, Name, capital, find_names, numeral
from briefgen.evidence.names.rivals import Rival, akin, others
from briefgen.evidence.text.alignment import NEAR, Aligned, align
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import Break, Wording

RULE = "name-unsupported"
LOOSE = 0.4
# Verbs whose two parties may be named in either order.
_SYMMETRICAL = frozenset(map(stem, "meet join talk discuss agree marry resemble".split()))


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


def exchanged_names(statement: Wording, quotes: tuple[Wording, ...], names: NameWords) -> Iterator[Mismatch]:
    """Near the wording: two names of a sentence, each in the place of the other (A warned B, B warned A)."""
    for sentence in statement.sentences:
        aligned = align(statement, sentence, quotes)
        if aligned is None or aligned.share < LOOSE:
            continue
        lone = list(_lone_names(aligned, names))
        for first, second in combinations(lone, 2):
            if _exchange(aligned, first, second):
                own, theirs = first
                words, said = statement.raw(own[0], own[-1]), aligned.quote.raw(theirs[0], theirs[-1])
                message = f"“{words}” stands where the quote says “{said}”, and the other way round"
                yield told("warning", (statement.starts[own[0]], statement.ends[own[-1]]), message, None)


_Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""The parts of a name of the statement, and those of the quote's name at its place."""


def _exchange(aligned: Aligned, first: _Pair, second: _Pair) -> bool:
    """Whether two names have changed places around the same words, in a sentence that keeps to the quote otherwise."""
    own, quote = aligned.statement, aligned.quote
    between = own.stems[first[0][-1] + 1 : second[0][0]]
    if between != quote.stems[first[1][-1] + 1 : second[1][0]] or not _SYMMETRICAL.isdisjoint(between):
        return False
    if not others(own, range(first[0][-1] + 1, second[0][0])):
        return False
    crossed = _folded(own, first[0]) == _folded(quote, second[1])
    crossed = crossed and _folded(own, second[0]) == _folded(quote, first[1])
    kept = sum(partner >= 0 for partner in aligned.to_quote)
    return crossed and kept >= NEAR * (len(aligned.to_quote) - len(first[0]) - len(second[0]))


def _lone_names(aligned: Aligned, names: NameWords) -> Iterator[_Pair]:
    """The names that stand by themselves between matched words, with the quote's at that place."""
    text = aligned.statement
    gaps = [gap for gap in aligned.gaps() if all(gap) and any(capital(text, i) for i in gap[0])]
    for left, right in gaps if len(gaps) > 1 else ():
        own = [name.parts for name in find_names(text, names) if name.parts[0] in left]
        theirs = [name.parts for name in find_names(aligned.quote, names) if name.parts[0] in right]
        if len(own) == len(theirs) == 1 and not others(text, left):
            yield own[0], theirs[0]


def _folded(text: Wording, parts: tuple[int, ...]) -> list[str]:
    return [fold(text.words[i]) for i in parts]


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
                if aligned.near and word not in names.civil and not _has_title(quoted, word, names):
                    yield i, j
            elif (
                quoted.has(word)
                and not _opens(own, i, names)
                and _exchanged(aligned, i, j, left, right, names)
            ):
                yield i, j


def _has_title(quoted: Lexicon, word: str, names: NameWords) -> bool:
    """Whether the quotes have a title, or the same written otherwise (Sgt, Sergeant; Mt, Mount)."""
    office = names.roles.get(word)
    alike = (other for other, same in names.roles.items() if office is not None and same == office)
    abridged = (other for group in names.same if word in group for other in group)
    return quoted.has(word) or any(other in quoted.words for other in (*alike, *abridged))


def _other_office(word: str, other: str, names: NameWords) -> bool:
    roles = names.roles.get(word), names.roles.get(other)
    return None not in roles and roles[0] != roles[1] and (word in names.civil) == (other in names.civil)


def _opens(text: Wording, index: int, names: NameWords) -> bool:
    return (index == 0 or text.breaks[index] >= Break.CLAUSE) and names.is_common(text.words[index])


def _exchanged(aligned: Aligned, i: int, j: int, left: range, right: range, names: NameWords) -> bool:
    """Whether a name of the quote stands where the quote has another name, which the statement lacks."""
    own, theirs = aligned.statement, aligned.quote
    if i not in left or is_demonym(own.words[i], names) or is_demonym(theirs.words[j], names):
        return False
    if akin(own, [i], theirs, [j]) or _stands_whole(own, i, theirs, names):
        return False
    alike = Lexicon((theirs.raw(right[0], right[-1]),), names)
    if (
        alike.has(fold(own.words[i]))
        or own.words[i] in alike.acronyms
        or Lexicon((own.text,), names).has(fold(theirs.words[j]))
    ):
        return False
    return others(own, left) == 0 and others(theirs, right) == 0


def _stands_whole(own: Wording, index: int, quote: Wording, names: NameWords) -> bool:
    """Whether the longer name that a word is of stands in the quote as a whole (Mosul University)."""
    name = next((each for each in find_names(own, names) if index in each.parts), None)
    if name is None or len(name.parts) == 1:
        return False
    mine = set(_folded(own, name.parts))
    return any(mine <= set(_folded(quote, found.parts)) for found in find_names(quote, names))


def changed_numerals(statement: Wording, quotes: tuple[Wording, ...], names: NameWords) -> Iterator[Mismatch]:
    """A name with another number than in the quotes: World War II for World War I, Annex IV for Annex III."""
    for i in (i for i in range(1, len(statement)) if numeral(statement, i) and capital(statement, i - 1)):
        theirs = [
            (number, quote, j, j)
            for number, quote in enumerate(quotes)
            for j in range(1, len(quote))
            if numeral(quote, j) and quote.words[j - 1] == statement.words[i - 1]
        ]
        if theirs and all(quote.words[j] != statement.words[i] for _, quote, j, _ in theirs):
            if _same_thing(statement, i, quotes, names):
                continue
            _, quote, j, _ = theirs[0]
            message = f"“{statement.raw(i - 1, i)}” stands where the quote says “{quote.raw(j - 1, j)}”"
            yield told("warning", (statement.starts[i], statement.ends[i]), message, theirs[0])


def _same_thing(statement: Wording, last: int, quotes: tuple[Wording, ...], names: NameWords) -> bool:
    """Whether the quotes have another name of what is numbered (Second World War)."""
    said = [" ".join(text.words) for text in quotes]
    own = " ".join(statement.words[: last + 1])
    groups = (group for group in names.same if any(own.endswith(name) for name in group))
    return any(name in text for group in groups for name in group for text in said)


def changed_titles(
    statement: Wording, mentioned: tuple[Name, ...], quotes: tuple[Wording, ...], names: NameWords
) -> Iterator[Mismatch]:
    """A title before a name that has another title in the quotes, and this one nowhere (Mrs for Mr, King for Prince)."""
    for name in mentioned:
        first, last = name.parts[0], name.parts[-1]
        if first == 0 or last - first + 1 != len(name.parts) or statement.breaks[first] is not Break.NONE:
            continue
        lead = first - 1 - (statement.words[first - 2 : first] == ("prime", "minister"))
        office = names.roles.get(statement.words[lead])
        if office is None or office in names.portfolios:
            continue
        others = [
            place
            for quote in enumerate(quotes)
            for place in _titles(quote, fold(statement.words[last]), names)
        ]
        if others and all(
            _other_office(statement.words[lead], quote.words[i], names) for _, quote, i, _ in others
        ):
            _, quote, i, stop = others[0]
            where = statement.starts[lead], statement.ends[last]
            message = f"“{statement.raw(lead, last)}” is “{quote.raw(i, stop)}” in the quote"
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
                    if i > 1 and quote.words[i - 1] == "and" and quote.words[i - 2] in names.roles:
                        yield number, quote, i - 2, last  # Mr and Mrs Hart


def told(level: str, place: tuple[int, int], message: str, other: Rival | None) -> Mismatch:
    """The finding of the rule at a place of the statement; `other` is what the quote names instead."""
    if other is None:
        return Mismatch(RULE, level, *place, message)
    number, quote, start, stop = other
    return Mismatch(
        RULE, level, *place, message, number, quote.starts[start], quote.ends[stop], quote.raw(start, stop)
    )
