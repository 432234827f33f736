"""Cues of negation, hedging and attribution in a text, each tied to the word that it governs.

Owns the recognition of cue phrases (longest first) and the reach of a cue: its head is the next content word, its
scope runs to the end of the clause. No parser: the reach is what a careful reader takes in at a glance.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain

from msgspec import Struct

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords, Phrase
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


_DOUBTFUL = frozenset({("no",), ("minus",), ("ruled", "out"), ("few",), ("stop*",), ("declin*", "to")})


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
_BE = frozenset("is are was were be been being am".split())
_RAISING = frozenset(
    "expected likely believed thought set due scheduled said reported planned projected understood".split()
)
_NEGATING = frozenset("not no never".split())
_COURTESIES = frozenset(
    "introduce thank welcome ask invite offer say express apologise apologize congratulate mention add begin remind".split()
)
"""What one "would like to" do is done by saying so."""

_NOT_RULED_OUT = frozenset("with by of for through until after".split())
_COUNTED = frozenset(
    "a the these those past last next first every quite only as our their its his her of in".split()
)
_SPANS = frozenset("days weeks months years hours minutes moments or".split())
_CHECKED = frozenset({("close", "to"), ("whether",), ("would", "have")})
_PARTICIPLES = ("ed", "en", "wn", "ld", "nt", "lt", "pt", "st", "ght", "ut", "et", "ood", "ne", "de")
_CAUSES = frozenset(
    "better worse more less poor bad high low strong weak human lack heavy climate weather drought".split()
)
_NOMINAL = ("ing", "ed", "tion", "sion", "ness", "ity", "ence", "ic", "al", "ous", "ary", "s")
"""Endings of words that are no verbs in their plain form."""

_DETERMINERS = frozenset("the a an his her its their our my this that these those".split())
_LEVELS = frozenset(
    "about above almost around below just less nearly only over roughly some under zero".split()
)
"""Words that open what a figure declined to."""


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
        if entry is None or not _fits(text, at, entry):
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
        head = next(_content(text, words, range(first - 1, max(begin - 1, first - 6), -1)), None)
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


def _fits(text: Wording, at: int, entry: Entry) -> bool:
    """Rules out look-alikes: May the month, `due to the rain`, `set to music`, a noun `will`."""
    phrase, kind = entry[0], entry[1]
    if kind is not CueKind.HEDGE:
        return phrase not in _DOUBTFUL or _denies(text, at, phrase)
    if phrase == ("may",):
        return not _is_month(text, at)
    if phrase == ("would", "be"):
        return text.text[text.ends[at]] == "-"
    if phrase in {("could",), ("may",)} and at + 2 < len(text):  # inability, prohibition: the negation rule's
        return not _NEGATING & {text.words[at + 1], text.words[at + 2]}
    if phrase[-1] == "to" and phrase[0] in {"due", "set"}:
        after = text.words[at + 2] if at + 2 < len(text) else ""
        before = text.words[max(0, at - 3) : at]
        if after in _DETERMINERS or (phrase[0] == "due" and _is_cause(after)):
            return False
        return bool(_BE & set(before)) or at == 0 or phrase[0] == "set"
    if phrase in _CHECKED:
        return _softens(text, at, phrase)
    if phrase[-1] == "to" and at + len(phrase) < len(text):
        return _leads(text, at, phrase)
    if phrase in {("expected",), ("believed",), ("feared",), ("proposed",), ("planned",)}:
        return at == 0 or text.stems[at - 1] not in {"have", "he", "she", "they", "who", "we", "i"}
    return True


def _denies(text: Wording, at: int, phrase: Phrase) -> bool:
    """Rules out No. 8, minus 8, a few, ruled out by the court, declined to 4.8 per cent."""
    after = text.words[at + len(phrase)] if at + len(phrase) < len(text) else ""
    if phrase == ("few",):
        return _is_scant(text, at)
    if phrase == ("stop*",):
        return after.endswith("ing") and _NEGATING.isdisjoint(text.words[max(0, at - 3) : at])
    if phrase == ("ruled", "out"):
        return bool(after) and after not in _NOT_RULED_OUT
    if phrase == ("declin*", "to"):
        return not (after[:1].isdigit() or after in _DETERMINERS or after in _LEVELS)
    dotted = bool(after) and text.text[text.ends[at]] == "." and text.breaks[at + 1] is not Break.SENTENCE
    return not dotted and not after[:1].isdigit()


def _is_scant(text: Wording, at: int) -> bool:
    """Whether `few` says that hardly any did: not "a few", "the past few days"."""
    before = text.words[at - 1] if at and text.breaks[at] is Break.NONE else ""
    after = text.words[at + 1] if at + 1 < len(text) else ""
    return before not in _COUNTED and after not in _SPANS


def _is_cause(word: str) -> bool:
    """Whether what something is due to is a cause (rising costs, better testing) and no verb."""
    return word in _CAUSES or (word.endswith(_NOMINAL) and not word.endswith("ss"))


def _softens(text: Wording, at: int, phrase: Phrase) -> bool:
    """Rules out "would have to", "close to the border", "whether or not"."""
    after = text.words[at + len(phrase)] if at + len(phrase) < len(text) else ""
    before = text.words[max(0, at - 2) : at]
    if phrase == ("close", "to"):
        return after.endswith("ing")
    if phrase == ("whether",):
        return after != "or" and "of" not in before[-1:]
    return after.endswith(_PARTICIPLES) or after in {
        "won",
        "come",
        "become",
        "run",
        "gone",
        "had",
    }  # would have


def _leads(text: Wording, at: int, phrase: Phrase) -> bool:
    """Whether a phrase that ends in "to" leads to a verb that it hedges: no courtesy, and no thing that is called a plan."""
    if phrase == ("would", "like", "to"):
        return text.words[at + 3] not in _COURTESIES
    if text.words[at] == "plans" and at > 1 and text.words[at - 2] == "of":
        return text.capital(at - 1)  # a range of savings plans to suit all: not the Bank of England plans to
    return text.words[at + len(phrase)] not in _DETERMINERS


def _is_month(text: Wording, at: int) -> bool:
    if not text.capital(at):
        return False
    near = text.words[max(0, at - 1) : at] + text.words[at + 1 : at + 2]
    return any(word[0].isdigit() for word in near) or (at > 0 and text.breaks[at] is not Break.SENTENCE)


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
