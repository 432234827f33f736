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

RULE = "name-unsupported"
_SLACK = 2  # words beside the two names in the same place (a title, an article)


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
        parts = tuple(i for i in range(at, last + 1) if _needs_backing(text, i, at, last, names, heading))
        if parts:
            found.append(Name(at, last, parts))
        at = last + 1
    return tuple(found)


def _capital(text: Wording, index: int) -> bool:
    raw = text.text[text.starts[index] : text.ends[index]]
    return raw[0].isupper() or (len(raw) > 1 and raw[1:2].isupper() and not raw[0].isdigit())


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


def _needs_backing(text: Wording, index: int, first: int, last: int, names: NameWords, heading: bool) -> bool:
    word = fold(text.words[index])
    if not _capital(text, index) or not word or word[0].isdigit() or word in names.dates:
        return False
    if word in _FUNCTION or (_shouted(text, index) and names.is_common(word)):
        return False
    opens = index == 0 or text.breaks[index] >= Break.CLAUSE
    if opens and _opener(text, index, last, word, names):
        return False
    if heading and names.is_common(word):
        return False
    if len(word) == 1:
        return False
    return word not in names.links and word not in names.titles and not (word in names.generic and first == last)


def _opener(text: Wording, index: int, last: int, word: str, names: NameWords) -> bool:
    """Whether a word has its capital from the beginning of a sentence only."""
    return not _shouted(text, index) and names.is_common(word)


def _shouted(text: Wording, index: int) -> bool:
    """Whether a word is written in capitals throughout."""
    raw = text.raw(index, index)
    return len(raw) > 1 and raw.isupper()


_FUNCTION = frozenset(
    """the a an this that these those there here it he she we you they i his her its our my your their who what when where
    why how which whose in on at by for from with without within of to into onto over under above below after before since
    until till during despite although though while whereas because if unless as and or but nor so yet not no all any
    some both each every either neither many much most more several few other another such same only even also just then
    thus however moreover meanwhile among amid between beyond against across along around about behind beside near off out
    up down through throughout toward towards upon via per is are was were be been has have had do does did will would can
    could may might must shall should let's don't didn't doesn't isn't can't it's he's she's that's there's what's i'm we're
    plus versus whilst once again else ever never always often sometimes already still""".split()
)


def unsupported_names(
    statement: Wording, quotes: Sequence[Wording], names: NameWords, backing: Backing | None = None
) -> Iterator[Mismatch]:
    """Yields the names of a statement that its quotes do not hold, one finding a name."""
    backing = backing or Backing()
    mentioned = find_names(statement, names)
    if not mentioned:
        return
    quoted = Lexicon(tuple(quote.text for quote in quotes), names)
    for name in mentioned:
        missing = [i for i in name.parts if not quoted.has(fold(statement.words[i]))]
        if missing and not _backed_whole(statement, name, quoted, backing):
            yield _finding(statement, name, missing, quotes, names, backing)


def _backed_whole(statement: Wording, name: Name, quoted: Lexicon, backing: Backing) -> bool:
    """Whether the name as a whole stands for something the quotes name: an acronym spelled out, or an alias."""
    parts = [fold(statement.words[i]) for i in range(name.first, name.last + 1)]
    core = [fold(statement.words[i]) for i in name.parts]
    if quoted.spells(parts) or quoted.spells(core):
        return True
    own = " ".join(parts)
    for key, others in backing.aliases.items():
        group = [" ".join(fold(word) for word in read(alias).words) for alias in (key, *others)]
        if any(alias and (alias in own or own in alias) for alias in group):
            if any(alias and all(word in quoted.words for word in alias.split()) for alias in group):
                return True
    return False


def _finding(
    statement: Wording, name: Name, missing: list[int], quotes: Sequence[Wording], names: NameWords, backing: Backing
) -> Mismatch:
    first, last = missing[0], missing[-1]
    written = statement.raw(first, last)
    nowhere = [i for i in missing if backing.source is None or not backing.source.has(fold(statement.words[i]))]
    if nowhere and backing.register is not None:
        nowhere = [i for i in nowhere if not backing.register.has(fold(statement.words[i]))]
    other = _displaced(statement, name, missing, quotes, names)
    place = statement.starts[first], statement.ends[last]
    if nowhere:
        message = f"“{written}” is nowhere in the source" if backing.source else f"“{written}” is in no quote"
        return _told("error", place, message, other)
    if other is not None:
        number, quote, start, stop = other
        instead = quote.raw(start, stop)
        return _told("warning", place, f"“{written}” stands where the quote says “{instead}”", other)
    return _told("info", place, f"“{written}” is in the source, but in no quote of this statement", None)


def _displaced(
    statement: Wording, name: Name, missing: list[int], quotes: Sequence[Wording], names: NameWords
) -> tuple[int, Wording, int, int] | None:
    """The name of a quote in whose place the statement has another."""
    aligned = align(statement, statement.sentence_of(name.first), quotes)
    if aligned is None:
        return None
    own = frozenset(fold(word) for word in statement.words)
    for found in find_names(aligned.quote, names):
        theirs = [i for i in found.parts if fold(aligned.quote.words[i]) not in own]
        if theirs and _same_place(aligned, missing, theirs):
            return aligned.number, aligned.quote, theirs[0], theirs[-1]
    return None


def _same_place(aligned: Aligned, missing: list[int], theirs: list[int]) -> bool:
    """Whether the words between the same matched neighbours are these in the one and those in the other."""
    for left, right in aligned.gaps():
        if missing[0] in left and theirs[0] in right:
            return len(left) <= len(missing) + _SLACK and len(right) <= len(theirs) + _SLACK
    return False


def _told(level: str, place: tuple[int, int], message: str, other: tuple[int, Wording, int, int] | None) -> Mismatch:
    if other is None:
        return Mismatch(RULE, level, *place, message)
    number, quote, start, stop = other
    return Mismatch(
        RULE, level, *place, message, number, quote.starts[start], quote.ends[stop], quote.raw(start, stop)
    )
