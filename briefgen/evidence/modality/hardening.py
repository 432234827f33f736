"""How a statement near its quote's wording makes it firmer, or may be excused for dropping a hedge.

Owns the look at the word right before the one that a hedge governed, and the pairs of words of which one is firmer at
the same place: would and will, most and all; and a question that is told as an answer.
"""

from collections.abc import Iterable, Iterator

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.modality.cues import Cue, CueKind, cued, is_content
from briefgen.evidence.text.alignment import Aligned
from briefgen.evidence.text.wording import Break, Wording

_WILL = frozenset("will shall must".split())
_HAPPENS = frozenset("is are was were has have had did".split())
_TO_COME = frozenset("is are going about".split())
_DONE = frozenset("was were has have had been".split())
_NOT_PAST = frozenset("be being to will would shall may might can could".split()) | _TO_COME
_THINGS = ("ing", "s", "ure", "ion", "al", "ment", "ance", "ence")
"""Endings of words that are of a verb's stem and no past form of it."""

_ARTICLES = frozenset("a an the its their his her of any".split())
_ASKING = frozenset("did does do is are was were has have had will can could should would".split())
_COMPARING = frozenset("as than".split())
_ABLE = frozenset("can could would".split())
_LEGAL = frozenset(
    "law laws act rule rules treaty article articles section agreement contract bill regulation regulations constitution statute "
    "charter directive licence permit members member citizens court courts decree code order scheme policy terms under".split()
)
"""Words in whose company "may" allows."""

_SAID = frozenset(
    "said says told tells thought thinks knew wrote found felt heard understood saw hopes".split()
)


def excused(aligned: Aligned, cue: Cue, place: int, words: ModalityWords) -> bool:
    """Whether the statement may do without a hedge: it names the thing only, says what it is for, or that it is allowed."""
    before = _before(aligned.statement, place, aligned.first, words)
    if is_compared(aligned.quote, cue) or denies_plan(aligned.statement, place, words):
        return True
    if cue.phrase == ("whether",) and _loses_question(aligned, cue, words):
        return True
    if cue.head == cue.last + 1 and before in _ARTICLES and cue.phrase[-1] in {"to", "whether"}:
        return True
    if cue.phrase in words.purposes and (before == "to" or before in _ABLE):
        return True
    return cue.phrase == ("may",) and (
        _is_own_denial(aligned, place, words) or _allows(aligned, before, words)
    )


def denies_plan(text: Wording, place: int, words: ModalityWords) -> bool:
    """Whether a word is denied by what hedges as well: "there is no plan to move" for "we do not plan to move"."""
    return any(
        cue.last > cue.first + 1 and cue.first < place < cue.stop
        for cue in cued(text, words, CueKind.NEGATION).cues
        if cue.phrase[0] == "no"
    )


def _is_own_denial(aligned: Aligned, place: int, words: ModalityWords) -> bool:
    """Whether a "not" that the quote lacks stands before a word: may leave only after, cannot leave until."""
    at = _leading(aligned.statement, place, aligned.first, words)
    return at >= aligned.first and aligned.statement.words[at] == "not" and aligned.partner(at) < 0


def _loses_question(aligned: Aligned, cue: Cue, words: ModalityWords) -> bool:
    """Whether the statement keeps what a question is about, and not what is asked of it: "whether the outcome changes"."""
    after = range((cue.head or cue.last) + 1, cue.stop)
    asked = next((j for j in after if is_content(aligned.quote, words, j)), None)
    return asked is not None and aligned.to_statement[asked] < 0


def is_compared(quote: Wording, cue: Cue) -> bool:
    """Whether what came about is only compared with what was hoped or feared: as planned, than had been expected."""
    closes = cue.last + 1 >= len(quote) or quote.breaks[cue.last + 1] is not Break.NONE
    return closes and not _COMPARING.isdisjoint(quote.words[max(0, cue.first - 3) : cue.first])


def _allows(aligned: Aligned, before: str, words: ModalityWords) -> bool:
    """Whether the statement says in other words that something is allowed (the law lets, may be read as can)."""
    text = aligned.statement
    if before in {"can", "not"}:
        first, stop = aligned.quote.sentence_of(next(j for j in aligned.to_quote if j >= 0))
        return not _LEGAL.isdisjoint(aligned.quote.words[first:stop])
    return is_allowed(text, (i for left, _ in aligned.gaps() for i in left), words)


def is_allowed(text: Wording, places: Iterable[int], words: ModalityWords) -> bool:
    """Whether some words say that something is allowed."""
    return any(
        text.words[i] == phrase[0] or (phrase[0][-1] == "*" and text.stems[i] == phrase[0][:-1])
        for i in places
        for phrase in words.permissions
    )


def hardened(aligned: Aligned, cue: Cue, place: int, words: ModalityWords) -> bool:
    """Whether the statement says that a thing is done, or will be, where the quote has a weak hedge (should, agreed to)."""
    if cue.head is None:
        return False
    text, quote = aligned.statement, aligned.quote
    if cue.firmness is Firmness.SCHEDULED:
        return _is_done(aligned, cue, place, words)
    at = _leading(text, place, aligned.first, words)
    before = text.words[at] if at >= aligned.first else ""
    if before in _ARTICLES or before == "to":
        return False
    fresh = at >= aligned.first and aligned.partner(at) < 0
    if before in _WILL:
        return fresh and cue.phrase not in words.promises
    if before in _HAPPENS:
        kept = text.words[place] == quote.words[cue.head] and not text.words[place].endswith("ing")
        return fresh or _was_plain(aligned, at) or not kept
    return text.words[place] != quote.words[cue.head] and _is_told(text.words[place])


def _is_done(aligned: Aligned, cue: Cue, place: int, words: ModalityWords) -> bool:
    """Whether a thing that is to be done is told as done: is to open, has opened; are to leave, left."""
    text, quote = aligned.statement, aligned.quote
    if quote.words[cue.first] not in _TO_COME:
        return False
    at = _leading(text, place, aligned.first, words)
    before = text.words[at] if at >= aligned.first else ""
    return before in _DONE or (
        before not in _NOT_PAST | _ARTICLES and _is_past(text.words[place], quote, cue)
    )


def _is_past(word: str, quote: Wording, cue: Cue) -> bool:
    """Whether a word is a past form of the verb that a cue with "to" leads to."""
    if cue.head is None or quote.words[cue.head - 1] != "to":
        return False
    plain = quote.words[cue.head]
    return (
        word != plain and not word.endswith(_THINGS) and (word.endswith("ed") or not word.startswith(plain))
    )


def _was_plain(aligned: Aligned, at: int) -> bool:
    """Whether a form of "be" or "have" stands for the plain verb of the quote: should be closed, is closed."""
    return aligned.quote.words[aligned.partner(at)] in {"be", "have"}


def _is_told(word: str) -> bool:
    """Whether a verb's form tells that something is or was done."""
    return not word.endswith("ing")


def _leading(text: Wording, place: int, first: int, words: ModalityWords) -> int:
    """The word before another, adverbs left out."""
    at = place - 1
    while at > first and text.words[at] in words.adverbs:
        at -= 1
    return at


def _before(text: Wording, place: int, first: int, words: ModalityWords) -> str:
    at = _leading(text, place, first, words)
    return text.words[at] if at >= first else ""


def firmer_words(aligned: Aligned, words: ModalityWords) -> Iterator[tuple[int, int, int]]:
    """Yield where the statement is firmer at the same place, and the quote's words there (first and last)."""
    text, quote = aligned.statement, aligned.quote
    for left, right in aligned.gaps():
        for j in right:
            if quote.words[j] == "should" or (quote.words[j] == "would" and not _reported(quote, j, words)):
                yield from ((i, j, j) for i in left if text.words[i] in _WILL)
            if quote.stems[j] in words.some_words or quote.words[j] in words.some_words:
                limited = any(text.words[i] in words.some_words or text.words[i] == "not" for i in left)
                yield from ((i, j, j) for i in left if text.words[i] in words.all_words and not limited)
            if quote.words[j] in words.nearly and j + 1 == right.stop and right.stop < len(quote):
                if any(text.words[i] in words.nearly for i in left):
                    continue
                kept = aligned.to_statement[right.stop]
                if kept >= 0 and quote.words[right.stop] in words.all_words:
                    yield kept, j, right.stop
    yield from _answered(aligned, words)


def _reported(quote: Wording, index: int, words: ModalityWords) -> bool:
    """Whether "would" is the "will" of somebody's words: he said he would."""
    first, stop = quote.sentence_of(index)
    said = (quote.words[j] for j in range(first, stop) if quote.stems[j] in words.reports)
    return any(word.endswith("ed") or word in _SAID for word in said)


def _answered(aligned: Aligned, words: ModalityWords) -> Iterator[tuple[int, int, int]]:
    """A question of the quote that the statement tells as a fact."""
    text, quote = aligned.statement, aligned.quote
    places = [j for j in aligned.to_quote if j >= 0]
    if not places or "?" in text.text:
        return
    first, stop = quote.sentence_of(places[0])
    opens = next((j for j in range(places[0], first - 1, -1) if quote.words[j] in _ASKING), None)
    if opens is None or places[-1] >= stop or "?" not in quote.text[quote.ends[stop - 1] :][:3]:
        return
    inverted = aligned.to_statement[opens] == aligned.first
    fresh = [i for left, _ in aligned.gaps() for i in left]
    if inverted or any(text.stems[i] in words.reports or text.words[i] == "whether" for i in fresh):
        return
    verb = next((i for i in range(aligned.first, aligned.stop) if is_content(text, words, i)), None)
    if verb is not None:
        yield verb, first, stop - 1
