"""Names: people, places, organisations and offices that a statement names and its quotes do not.

Owns the recognition of names in a statement and the rule `name-unsupported`: an error where a name is nowhere in the
source, a warning where it takes the place of another name of the quote, told (info) where it stands only elsewhere in
the source or in its register entry.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.evidence.alignment import Aligned, align
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.mismatch import Mismatch
from briefgen.evidence.name_lexicon import Lexicon, fold
from briefgen.evidence.wording import Break, Wording, read

LOOSE = 0.4
RULE = "name-unsupported"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: words `first` to `last`; `parts` are the numbers of the words that need backing."""

    first: int
    last: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Backing:
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
            tuple(" ".join(map(fold, read(name).words)) for name in (key, *others)) for key, others in self.aliases.items()
        )


def find_names(text: Wording, names: NameWords) -> tuple[Name, ...]:
    """The names of a text, in order: runs of capitalised words with the links between them."""
    found: list[Name] = []
    heading = _heading(text)
    at = 0
    while at < len(text):
        if not _capital(text, at):
            at += 1
            continue
        last = _run_end(text, at, names)
        parts = tuple(i for i in range(at, last + 1) if _needs_backing(text, i, last, names, heading))
        if any(_names_something(text, i, parts, names) for i in parts):
            found.append(Name(at, last, parts))
        at = last + 1
    return tuple(found)


def _names_something(text: Wording, index: int, parts: tuple[int, ...], names: NameWords) -> bool:
    """Whether a part is more than a generic word (Government), or tells one such name from another (Supreme Court)."""
    word = fold(text.words[index])
    return word not in names.generic or (word in names.telling and len(parts) > 1)


def _capital(text: Wording, index: int) -> bool:
    raw = text.text[text.starts[index] : text.ends[index]]
    return raw[0].isupper() or (len(raw) > 1 and raw[1:2].isupper() and not raw[0].isdigit())


def _written(text: Wording, index: int) -> str:
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


def _run_end(text: Wording, at: int, names: NameWords) -> int:
    last = at
    index = at + 1
    while index < len(text) and index - last <= 3 and text.breaks[index] is Break.NONE:
        if _capital(text, index):
            last = index
        elif text.words[index] not in names.links:
            break
        index += 1
    return last


def _needs_backing(text: Wording, index: int, last: int, names: NameWords, heading: bool) -> bool:
    word = fold(text.words[index])
    if not _capital(text, index) or not word or word[0].isdigit() or word in names.dates:
        return False
    if word in _FUNCTION or len(set(word)) == 1 or (word == "us" and not _shouted(text, index)):
        return False
    if _shouted(text, index) and names.is_common(word) and _written(text, index) == word:
        return False
    if _is_unit(text, index, word):
        return False
    opens = index == 0 or text.breaks[index] >= Break.CLAUSE
    tells = word in names.telling and index < last
    if opens and not tells and not _shouted(text, index) and names.is_common(word):
        return False
    if heading and names.is_common(word):
        return False
    return word not in names.links and word not in names.titles


def _is_unit(text: Wording, index: int, word: str) -> bool:
    """Whether a word is written onto a sum or behind a figure: US$3 billion, 50 GW."""
    after = text.text[text.ends[index] : text.ends[index] + 1]
    if after in {"$", "€", "£"} and after:
        return True
    return index > 0 and text.words[index - 1][0].isdigit() and word in _UNITS


def _shouted(text: Wording, index: int) -> bool:
    """Whether a word is written in capitals throughout."""
    raw = text.raw(index, index)
    return len(raw) > 1 and raw.isupper()


_UNITS = frozenset("w kw mw gw tw kwh mwh gwh twh hz khz mhz ghz gb mb tb kb j kj mj gj bn mn tn k m c f km kg kt mt ha".split())
_FUNCTION = frozenset(
    """the a an this that these those there here it he she we you they i his her its our my your their who what when where
    why how which whose in on at by for from with without within of to into onto over under above below after before since
    until till during despite although though while whereas because if unless as and or but nor so yet not no all any
    some both each every either neither many much most more several few other another such same only even also just then
    thus however moreover meanwhile among amid between beyond against across along around about behind beside near off out
    up down through throughout toward towards upon via per is are was were be been has have had do does did will would can
    could may might must shall should let's don't didn't doesn't isn't can't it's he's she's that's there's what's i'm we're
    besides almost nearly quite rather indeed perhaps maybe apparently nevertheless nonetheless plus versus whilst once again else ever never always often sometimes already still""".split()
)


def unsupported_names(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, backing: Backing | None = None
) -> Iterator[Mismatch]:
    """Yields the names of a statement that its quotes do not hold, one finding a name."""
    backing = backing or Backing()
    mentioned = find_names(statement, names)
    quoted = Lexicon(tuple(quote.text for quote in quotes), names)
    yield from _offices(statement, quotes, names, quoted, backing)
    yield from _titled(statement, mentioned, quotes, names)
    for name in mentioned:
        missing = [i for i in name.parts if not _held(quoted, _written(statement, i), names)]
        if missing and not _backed_whole(statement, name, missing, quoted, backing):
            yield _finding(statement, name, missing, quotes, names, backing)


def _titled(
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
        others = [place for quote in enumerate(quotes) for place in _titles(quote, fold(statement.words[last]), names)]
        if others and all(_other_office(statement.words[first - 1], quote.words[i], names) for _, quote, i, _ in others):
            _, quote, i, stop = others[0]
            where = statement.starts[first - 1], statement.ends[last]
            message = f"“{statement.raw(first - 1, last)}” is “{quote.raw(i, stop)}” in the quote"
            yield _told("warning", where, message, others[0])


def _titles(
    numbered: tuple[int, Wording], person: str, names: NameWords
) -> Iterator[tuple[int, Wording, int, int]]:
    number, quote = numbered
    for i in range(len(quote) - 1):
        if quote.words[i] in names.roles and names.roles[quote.words[i]] not in names.portfolios:
            for last in range(i + 1, min(len(quote), i + 4)):
                if not _capital(quote, last):
                    break
                if fold(quote.words[last]) == person:
                    yield number, quote, i, last


def _held(lexicon: Lexicon, word: str, names: NameWords) -> bool:
    """Whether the texts hold the word, or each half of one that an apostrophe joins by mistake (Kunis'stole)."""
    if lexicon.has(word):
        return True
    halves = word.split("'")
    return len(halves) > 1 and all(len(half) > 2 and (lexicon.has(half) or names.is_common(half)) for half in halves)


def _backed_whole(statement: Wording, name: Name, missing: list[int], quoted: Lexicon, backing: Backing) -> bool:
    """Whether the name as a whole stands for something the quotes name: an acronym spelled out, or an alias."""
    parts = [fold(statement.words[i]) for i in range(name.first, name.last + 1)]
    gone = [fold(statement.words[i]) for i in range(missing[0], missing[-1] + 1)]
    if quoted.spells(parts) or quoted.spells(gone) or quoted.has_territory_named(gone):
        return True
    for group in (*quoted.names.same, *backing.groups):
        named = any(set(gone) <= set(alias.split()) for alias in group)
        if named and any(alias and quoted.words.issuperset(alias.split()) for alias in group):
            return True
    return False


def _finding(
    statement: Wording, name: Name, missing: list[int], quotes: tuple[Wording, ...], names: NameWords, backing: Backing
) -> Mismatch:
    first, last = missing[0], missing[-1]
    written = statement.raw(first, last)
    nowhere = [i for i in missing if backing.source is None or not _held(backing.source, _written(statement, i), names)]
    if nowhere and backing.source is not None and backing.source.has_territory_named([fold(statement.words[i]) for i in missing]):
        nowhere = []
    if nowhere and backing.register is not None:
        nowhere = [i for i in nowhere if not backing.register.has(_written(statement, i))]
    other = _displaced(statement, name, missing, quotes, names)
    place = statement.starts[first], statement.ends[last]
    if len(missing) < len(name.parts) and all(fold(statement.words[i]) in names.generic - names.telling for i in missing):
        nowhere, other = [], None  # Augusta National for Augusta: the name itself is there
    if nowhere:
        message = f"“{written}” is nowhere in the source" if backing.source else f"“{written}” is in no quote"
        return _told("error", place, message, other)
    if other is not None:
        _, quote, start, stop = other
        return _told("warning", place, f"“{written}” stands where the quote says “{quote.raw(start, stop)}”", other)
    return _told("info", place, f"“{written}” is in the source, but in no quote of this statement", None)


def _offices(
    statement: Wording, quotes: tuple[Wording, ...], names: NameWords, quoted: Lexicon, backing: Backing
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
                yield _told("warning", place, message, other)


def _swapped(
    aligned: Aligned, left: range, right: range, names: NameWords, quoted: Lexicon
) -> Iterator[tuple[int, int]]:
    own, theirs = aligned.statement, aligned.quote
    if not left or not right:
        return
    named = frozenset(part for name in find_names(theirs, names) for part in name.parts)
    capitals = [fold(own.words[i]) for i in left if _capital(own, i)]
    if quoted.has_territory_named(capitals) or quoted.spells(capitals):
        return
    for i in left:
        word = own.words[i]
        for j in right:
            if aligned.near and _other_office(word, theirs.words[j], names) and not quoted.has(word):
                yield i, j
            if j not in named or not _capital(own, i) or word in _FUNCTION or word in names.dates:
                continue
            if word in names.titles or word in names.generic:
                if aligned.near and word not in names.civil and not quoted.has(word):
                    yield i, j
            elif quoted.has(word) and not _opens(own, i, names) and _exchanged(aligned, i, j, left, right, names):
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
    alike = Lexicon((theirs.raw(right[0], right[-1]),), names)
    if alike.has(fold(own.words[i])) or own.words[i] in alike.acronyms or Lexicon((own.text,), names).has(fold(theirs.words[j])):
        return False
    return _others(own, left) == 0 and _others(theirs, right) == 0


def _displaced(
    statement: Wording, name: Name, missing: list[int], quotes: tuple[Wording, ...], names: NameWords
) -> tuple[int, Wording, int, int] | None:
    """The name of a quote in whose place the statement has another."""
    aligned = align(statement, statement.sentence_of(name.first), quotes)
    if aligned is None:
        return None
    own = frozenset(fold(word) for word in statement.words)
    for found in find_names(aligned.quote, names):
        theirs = _strange(aligned.quote, found, own, names)
        if theirs and not _akin(statement, missing, aligned.quote, theirs) and _same_place(aligned, missing, theirs):
            return aligned.number, aligned.quote, theirs[0], theirs[-1]
    return next(_neighbours(statement, missing, quotes, own, names), None)


def _strange(quote: Wording, found: Name, own: frozenset[str], names: NameWords) -> list[int]:
    """The parts of a quote's name that the statement does not have; a people stands for its country, not for it."""
    return [i for i in found.parts if fold(quote.words[i]) not in own and quote.words[i] not in names.demonyms]


def _akin(statement: Wording, missing: list[int], quote: Wording, theirs: list[int]) -> bool:
    """Whether one name is a short form of the other (Hibs, Hibernian)."""
    pairs = ((fold(statement.words[i]), fold(quote.words[j])) for i in missing for j in theirs)
    return any(own[:3] == other[:3] and min(len(own), len(other)) <= 5 for own, other in pairs)


def _neighbours(
    statement: Wording, missing: list[int], quotes: tuple[Wording, ...], own: frozenset[str], names: NameWords
) -> Iterator[tuple[int, Wording, int, int]]:
    """Names of the quotes, strange to the statement, that qualify the very word that the name qualifies."""
    after = missing[-1] + 1
    if after >= len(statement) or statement.breaks[after] is not Break.NONE or _capital(statement, after):
        return
    word = statement.stems[after]
    if statement.words[after] in _FUNCTION:
        return
    for number, quote in enumerate(quotes):
        for found in find_names(quote, names):
            theirs = _strange(quote, found, own, names)
            follows = found.last + 1
            if theirs and follows < len(quote) and quote.stems[follows] == word and quote.breaks[follows] is Break.NONE:
                yield number, quote, theirs[0], theirs[-1]


def _same_place(aligned: Aligned, missing: list[int], theirs: list[int]) -> bool:
    """Whether the words between the same matched neighbours are these in the one and those in the other."""
    for left, right in aligned.gaps():
        if missing[0] in left and theirs[0] in right:
            return _others(aligned.statement, left) <= 1 and _others(aligned.quote, right) <= 1
    return False


def _others(text: Wording, places: range) -> int:
    """How many words beside names and function words there are."""
    return sum(not _capital(text, i) and text.words[i] not in _FUNCTION for i in places)


def _told(level: str, place: tuple[int, int], message: str, other: tuple[int, Wording, int, int] | None) -> Mismatch:
    if other is None:
        return Mismatch(RULE, level, *place, message)
    number, quote, start, stop = other
    return Mismatch(
        RULE, level, *place, message, number, quote.starts[start], quote.ends[stop], quote.raw(start, stop)
    )
