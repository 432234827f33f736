"""Cues of negation, hedging and attribution in a text, each tied to the word that it governs.

Owns the recognition of cue phrases (longest first) and the reach of a cue: its head is the next content word, its
scope runs to the end of the clause. No parser: the reach is what a careful reader takes in at a glance.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain

from msgspec import Struct

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords, Phrase
from briefgen.evidence.modality.lookalikes import denies, hedges
from briefgen.evidence.text.wording import Break, Wording


class CueKind(StrEnum):
    """What a cue does to the words it governs."""

    NEGATION = "negation"
    IDLE = "idle"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"


class Cue(Struct, frozen=True):
    """A cue phrase, words `first` to `last`, that governs the word `head` and what follows up to `stop`.

    `firmness` is a hedge's; `missed` tells whether dropping the cue is a fault by itself; `phrase` is its entry in the
    tables.
    """

    kind: CueKind
    first: int
    last: int
    head: int | None
    stop: int
    firmness: Firmness = Firmness.CERTAIN
    missed: bool = True
    phrase: Phrase = ()


class Cued(Struct, frozen=True, eq=False, dict=True):
    """A text with its cues of one kind."""

    text: Wording
    cues: tuple[Cue, ...]

    @cached_property
    def governed(self) -> frozenset[int]:
        """The words that some cue reaches."""
        reach = (range(cue.first + 1, cue.stop) for cue in self.cues)
        heads = (cue.head for cue in self.cues if cue.head is not None)
        return frozenset(chain(chain.from_iterable(reach), heads))

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where the cues begin."""
        return frozenset(cue.first for cue in self.cues)

    @cached_property
    def plain_stems(self) -> frozenset[str]:
        """The stems that stand somewhere out of every cue's reach."""
        return frozenset(root for i, root in enumerate(self.text.stems) if i not in self.governed)


Entry = tuple[Phrase, CueKind, Firmness, bool]
_REACH = 14  # words; a clause longer than this is no longer under its cue
_BACK = 5  # words before a cue among which that stands which it governs at the end of its clause
_RAISING = frozenset(
    "expected likely believed thought set due scheduled said reported planned projected understood".split()
)


@lru_cache(maxsize=512)
def find_cues(text: Wording, words: ModalityWords) -> tuple[Cue, ...]:
    """Every cue of the text, in order; a longer phrase hides the shorter ones inside it."""
    by_word, by_stem = _index(words)
    cues: list[Cue] = []
    at = 0
    for index, (word, root) in enumerate(zip(text.words, text.stems, strict=True)):
        entries, others = by_word.get(word, ()), by_stem.get(root, ())
        if index < at or not (entries or others):
            continue
        if entries and others:
            entries = tuple(sorted(entries + others, key=_shortness))
        at = index
        entry = _longest(text, at, entries or others)
        if entry is None or not _is_cue(text, at, entry):
            continue
        last = at + len(entry[0]) - 1
        cues.append(_governing(text, words, entry, at, last))
        at = last + 1
    return tuple(cue for cue in cues if cue.kind is not CueKind.IDLE)


@lru_cache(maxsize=512)
def cued(text: Wording, words: ModalityWords, kind: CueKind) -> Cued:
    """A text with its cues of a kind."""
    return Cued(text, tuple(cue for cue in find_cues(text, words) if cue.kind is kind))


def _governing(
    text: Wording,
    words: ModalityWords,
    entry: Entry,
    first: int,
    last: int,
) -> Cue:
    phrase, kind, firmness, missed = entry
    stop = clause_end(text, last)
    places = _content(text, words, range(last + 1, stop))
    if kind is CueKind.NEGATION:
        places = (i for i in places if not _raises(text, i))
    head = next(places, None)
    if head is None and kind is CueKind.NEGATION and last + 1 < stop:
        head = last + 1
    if head is None:  # a cue at the end of its clause governs what stands before it
        begin = text.sentence_of(first)[0]
        head = next(_content(text, words, range(first - 1, max(begin - 1, first - _BACK - 1), -1)), None)
    return Cue(kind, first, last, head, stop, firmness, missed, phrase)


def _raises(text: Wording, index: int) -> bool:
    """Whether a word only leads to the verb that is denied (not expected to fall)."""
    return text.words[index] in _RAISING and text.words[index + 1 : index + 2] == ("to",)


def clause_end(text: Wording, last: int) -> int:
    """The number of the word after the last one of the clause of word `last`."""
    limit = min(len(text), last + 1 + _REACH)
    for index in range(last + 1, limit):
        mark = text.breaks[index]
        if mark >= Break.COMMA or text.words[index] == "but":
            return index
    return limit


def _content(text: Wording, words: ModalityWords, places: range) -> Iterator[int]:
    for index in places:
        word = text.words[index]
        if word not in words.function_words and word not in words.adverbs and not word.endswith("'"):
            yield index


def is_content(text: Wording, words: ModalityWords, index: int) -> bool:
    """Whether a word carries meaning of its own."""
    return text.words[index] not in words.function_words


def company_of(text: Wording, places: Iterable[int], words: ModalityWords) -> frozenset[str]:
    """The stems of the words of meaning at some places."""
    return frozenset(text.stems[i] for i in places if is_content(text, words, i))


def _longest(text: Wording, at: int, entries: tuple[Entry, ...]) -> Entry | None:
    matching = (entry for entry in entries if len(entry[0]) == 1 or _matches(text, at, entry[0]))
    return next(matching, None)


def _shortness(entry: Entry) -> int:
    return -len(entry[0])


def _matches(text: Wording, at: int, phrase: Phrase) -> bool:
    if at + len(phrase) > len(text):
        return False
    for offset in range(1, len(phrase)):
        word = phrase[offset]
        index = at + offset
        if text.breaks[index] is Break.SENTENCE:
            return False
        if word == text.words[index] or (word[-1] == "*" and word[:-1] == text.stems[index]):
            continue
        return False
    return True


def _is_cue(text: Wording, at: int, entry: Entry) -> bool:
    """Whether a phrase that matches is a cue where it stands, and not a look-alike of one."""
    return (hedges if entry[1] is CueKind.HEDGE else denies)(text, at, entry[0])


@lru_cache(maxsize=8)
def _index(words: ModalityWords) -> tuple[Mapping[str, tuple[Entry, ...]], Mapping[str, tuple[Entry, ...]]]:
    """The cue phrases by their first word, and by its stem; the longer ones first."""
    entries: list[Entry] = [(p, CueKind.NEGATION, Firmness.CERTAIN, True) for p in words.negators]
    entries += [(p, CueKind.IDLE, Firmness.CERTAIN, False) for p in words.idle]
    entries += [(p, CueKind.HEDGE, f, p not in words.softeners) for p, f in words.hedges.items()]
    entries += [(p, CueKind.ATTRIBUTION, Firmness.CERTAIN, m) for p, m in words.report_phrases.items()]
    by_word: dict[str, tuple[Entry, ...]] = {}
    by_stem: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=_shortness):
        first = entry[0][0]
        table = by_stem if first.endswith("*") else by_word
        table[first.rstrip("*")] = (*table.get(first.rstrip("*"), ()), entry)
    return by_word, by_stem
