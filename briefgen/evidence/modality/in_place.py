"""Opposites near a quote's wording: a word that stands in the place of its opposite.

Owns what excuses such a word: the opposite is undone (an end to the war, peace), only changed places together with its
company (the rich and the poor), or tells the same from the other side (A has more than B, B has less than A).
"""

from collections.abc import Callable, Iterator, Sequence, Set

from msgspec import Struct

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import Cued, is_content
from briefgen.evidence.modality.polarity import agree, contraries, meanings
from briefgen.evidence.text.alignment import Aligned
from briefgen.evidence.text.wording import Break, Wording

Words = tuple[int, int]
"""The first and the last of some words that stand together."""

_PREFIXES = frozenset("non de un dis".split())
_HYPHENS = frozenset("-\u2010\u2011")
_MOST = 2000
"""So many pairs of unmatched words are compared: in more, nothing stands in the place of anything."""
_SHORT = 3
"""Words that may stand around two little words (all, none; for, against) that take each other's place."""


class Exchange(Struct, frozen=True, eq=False):
    """A word of a statement, its opposite in the quote, and the unmatched words among which each stands."""

    own: int
    quoted: int
    left: range
    right: range


def exchanges(
    aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords, rest: bool
) -> Iterator[Exchange]:
    """Yield the opposites in each other's place; where the `rest` is counted (most did not, for a few did), no counts."""
    counts = words.some_words if rest else frozenset[str]()
    found = [e for e in _candidates(aligned, own, quoted, words) if own.text.words[e.own] not in counts]
    if not found:
        return
    turned = {_place(each) for each in found if _compares(own.text, each, quoted.text, words)}
    places = {_place(each) for each in found}
    moved = _Moved.among(aligned, words)
    for each in found:
        paired = _cancels(each, places, turned)
        if _undone(aligned, each, words) or paired or _echoed(own.text, each, quoted.text, words):
            continue
        if not moved.excuse(each, turned, words):
            yield each


def _place(each: Exchange) -> Words:
    return each.own, each.quoted


def _echoed(text: Wording, each: Exchange, quote: Wording, words: ModalityWords) -> bool:
    """Whether another word in the place of one of two opposites says the same as the other: called a halt to, suspended."""
    mine, theirs = meanings(text, words), meanings(quote, words)
    return any(agree(words, mine[each.own], theirs[j]) for j in each.right if j != each.quoted) or any(
        agree(words, theirs[each.quoted], mine[i]) for i in each.left if i != each.own
    )


def _cancels(each: Exchange, places: Set[Words], turned: Set[Words]) -> bool:
    """Whether an opposite stands right before another one, so that the two make one meaning: less affordable, more expensive."""
    following = each.own + 1, each.quoted + 1
    return following in places and following[0] in each.left and bool({_place(each), following} & turned)


def _candidates(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Exchange]:
    meant = meanings(quoted.text, words)
    for left, right in aligned.gaps():
        short = len(left) <= _SHORT and len(right) <= _SHORT
        for i in left if len(left) * len(right) <= _MOST else ():
            contrary = contraries(own.text, i, words, in_place=True)
            for j in right if contrary else ():
                if not short and not is_content(quoted.text, words, j):
                    continue
                if meant[j] in contrary and (i in own.governed) == (j in quoted.governed):
                    yield Exchange(i, j, left, right)


def prefixed(aligned: Aligned) -> Iterator[tuple[Words, Words]]:
    """Yield a word of a statement and the same of the quote, of which one alone has a negative prefix: non-binding."""
    for left, right in aligned.gaps():
        if len(left) == 1 and not right and _is_prefix(aligned.statement, left.start):
            partner = aligned.partner(left.stop)
            yield (left.start, left.stop), (partner, partner)
        elif len(right) == 1 and not left and _is_prefix(aligned.quote, right.start):
            own = aligned.to_statement[right.stop]
            yield (own, own), (right.start, right.stop)


def _is_prefix(text: Wording, index: int) -> bool:
    """Whether a word is a negative prefix and joined to the next one by a hyphen."""
    joined = index + 1 < len(text) and text.text[text.ends[index] : text.starts[index + 1]] in _HYPHENS
    return joined and text.words[index] in _PREFIXES


def _undone(aligned: Aligned, each: Exchange, words: ModalityWords) -> bool:
    """Whether one of two opposites is undone, by words before it or right behind it, and the other is not."""
    text, quote = aligned.statement, aligned.quote
    before = _undoes(text, each.left, each.own, words) != _undoes(quote, each.right, each.quoted, words)
    own = _is_turned(text, each.own, lambda i: aligned.partner(i) >= 0, words)
    quoted = _is_turned(quote, each.quoted, lambda j: aligned.to_statement[j] >= 0, words)
    return before != (own != quoted)


def _undoes(text: Wording, gap: range, index: int, words: ModalityWords) -> bool:
    """Whether the unmatched words before a word undo it: lift the ban, an end to the war, non-violent."""
    before = range(gap.start, index)
    return (
        sum(text.stems[i] in words.undoing or text.stems[i] in words.negative_stems for i in before) % 2 > 0
    )


def _is_turned(text: Wording, index: int, is_matched: Callable[[int], bool], words: ModalityWords) -> bool:
    """Whether it is done to what undoes the thing: rejected the appeal against the ban, opposed an end to the strike."""
    for at in range(index + 1, text.sentence_of(index)[1]):
        if text.breaks[at] is not Break.NONE:
            break
        if not is_matched(at) and text.stems[at] in words.undoing:
            return True
        if is_matched(at) and is_content(text, words, at):
            break
    return False


def _compares(text: Wording, each: Exchange, quote: Wording, words: ModalityWords) -> bool:
    """Whether two opposites tell of two things, so that they say the same where those have changed places."""
    little = {text.words[each.own], quote.words[each.quoted]}
    if not little.isdisjoint(words.function_words):
        return True
    mine = words.opposites.get(text.stems[each.own], ())
    theirs = words.opposites.get(quote.stems[each.quoted], ())
    return any((notion, -sign) in theirs and notion in words.converse for notion, sign in mine)


class _Moved(Struct, frozen=True, eq=False):
    """The words that a statement has in another place than its quote."""

    text: Wording
    quote: Wording
    own: Sequence[int]
    quoted: Sequence[int]
    meant: Set[str]
    """The stems of the quote's words of meaning among them."""

    @classmethod
    def among(cls, aligned: Aligned, words: ModalityWords) -> "_Moved":
        """Those of an alignment: unmatched on both sides."""
        own = [i for i in range(aligned.first, aligned.stop) if aligned.partner(i) < 0]
        quoted = [j for j, partner in enumerate(aligned.to_statement) if partner < 0]
        meant = {aligned.quote.stems[j] for j in quoted if is_content(aligned.quote, words, j)}
        return cls(aligned.statement, aligned.quote, own, quoted, meant)

    def excuse(self, each: Exchange, turned: Set[Words], words: ModalityWords) -> bool:
        """Whether two opposites are none, since words have changed places; `turned` are those that compare two things."""
        if _place(each) in turned:
            return self.others(each)
        return self.both(each) and (bool(turned) or self.with_company(each, words))

    def both(self, each: Exchange) -> bool:
        """Whether the two opposites stand on both sides."""
        mine, theirs = self.text.stems[each.own], self.quote.stems[each.quoted]
        return self._places(mine) != [] and any(self.text.stems[i] == theirs for i in self.own)

    def others(self, each: Exchange) -> bool:
        """Whether another word of meaning has changed its place."""
        return any(self.text.stems[i] in self.meant for i in self.own if i != each.own)

    def with_company(self, each: Exchange, words: ModalityWords) -> bool:
        """Whether the statement's word has in the quote, too, the word of meaning before it, or the one after."""
        mine = _neighbours(self.text, each.own, words)
        others = (_neighbours(self.quote, j, words) for j in self._places(self.text.stems[each.own]))
        return any(a == b != "" for other in others for a, b in zip(mine, other, strict=True))

    def _places(self, stem: str) -> list[int]:
        return [j for j in self.quoted if self.quote.stems[j] == stem]


def _neighbours(text: Wording, index: int, words: ModalityWords) -> tuple[str, str]:
    first, stop = text.sentence_of(index)
    before = (text.stems[i] for i in range(index - 1, first - 1, -1) if is_content(text, words, i))
    after = (text.stems[i] for i in range(index + 1, stop) if is_content(text, words, i))
    return next(before, ""), next(after, "")
