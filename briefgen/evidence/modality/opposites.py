"""Opposites in free wording: a word that stands beside the same neighbours as its opposite in a quote.

Owns which neighbours tie two words that may stand anywhere in their sentences.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import Cued, company_of, is_content
from briefgen.evidence.modality.polarity import contraries, meanings, refusals
from briefgen.evidence.text.wording import Break, Wording

_REACH = 8  # words around another among which its neighbours are looked for
_LEAD = 3  # words before another among which stands what undoes it
_ENDED = frozenset("ended ends lifted".split())
_CLOSE = 2  # words on either side of one of two opposites: one in common ties them
_BESIDE = (
    3  # words of meaning on either side: so many in common tie them, too; two only where there are no more
)
_SHARED = 4  # words that tie two sentences together, where the opposites have no neighbour in common


def opposed(
    own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[tuple[int, int, int]]:
    """Yield a word of a sentence, the number of a quote and the word there that is its opposite, beside the same neighbours."""
    text = own.text
    known = {stem for denied in theirs for stem in meanings(denied.text, words)}
    meant = meanings(text, words)
    sides = {entry for stem in known for entry in words.opposites.get(stem, ())}
    for i in sentence:
        if meant[i] in known or not is_content(text, words, i):
            continue
        mine_sides = words.opposites.get(meant[i], ())
        if any(entry in sides or entry[0] in words.converse for entry in mine_sides):
            continue
        contrary = (contraries(text, i, words) & known) - words.function_words
        if contrary:
            yield from _contrary(own, i, sentence, contrary, theirs, words)


def _contrary(
    own: Cued, i: int, sentence: range, contrary: frozenset[str], theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[tuple[int, int, int]]:
    text = own.text
    company = company_of(text, sentence, words)
    for number, denied in enumerate(theirs):
        for j, stem in enumerate(meanings(denied.text, words)):
            if stem not in contrary or _hyphened(denied.text, j, words):
                continue
            if _has_ended(text, i, sentence) or _is_undone(text, i, words) != _is_undone(
                denied.text, j, words
            ):
                continue
            tied = _tied(text, i, sentence, denied.text, j, words)
            if not tied and _one_root(text.words[i], denied.text.words[j]):
                shared = company & company_of(denied.text, range(*denied.text.sentence_of(j)), words)
                tied = len(shared) >= _SHARED and len(shared) * 2 >= len(company)
            if tied and _is_denied(own, i) == _is_denied(denied, j):
                yield i, number, j


def _is_denied(said: Cued, index: int) -> bool:
    """Whether a negator reaches a word, be it one that is part of a hedge (not clear whether)."""
    return index in said.governed or said.text.words[max(0, index - 1)] == "not"


def _tied(text: Wording, i: int, sentence: range, quote: Wording, j: int, words: ModalityWords) -> bool:
    """Whether two words have a close neighbour in common, or most of those on both sides (raised by the bank, the bank cut)."""
    theirs = range(*quote.sentence_of(j))
    close = company_of(text, _around(i, _CLOSE, sentence), words)
    if not close.isdisjoint(company_of(quote, _around(j, _CLOSE, theirs), words)):
        return True
    if _is_over(quote, j, theirs, words):
        return False
    mine, others = _beside(text, i, sentence, words), _beside(quote, j, theirs, words)
    return len(mine & others) >= min(_BESIDE, max(_CLOSE, min(len(mine), len(others))))


def _is_over(quote: Wording, index: int, sentence: range, words: ModalityWords) -> bool:
    """Whether what a word tells is itself told to have ended: the halt is over, the ban was lifted."""
    ends = any(i != index for i in refusals(quote, words) if i in sentence)
    return ends or _closes_with_over(quote, sentence.stop - 1, sentence)


def _closes_with_over(text: Wording, index: int, sentence: range) -> bool:
    return index == sentence.stop - 1 and text.words[index] == "over"


def _has_ended(text: Wording, index: int, sentence: range) -> bool:
    """Whether a statement tells that what a word stands for is over: the shortage has ended."""
    near = range(index + 1, min(sentence.stop, index + 1 + _REACH))
    at = next((i for i in near if text.words[i] in _ENDED or _closes_with_over(text, i, sentence)), None)
    return at is not None and all(text.breaks[i] is Break.NONE for i in range(index + 1, at + 1))


def _is_undone(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether words before a word turn it into its opposite: lifted the ban, dropped its support."""
    first = max(text.sentence_of(index)[0], index - _LEAD)
    return any(text.stems[i] in words.undoing for i in range(first, index))


def _around(index: int, reach: int, within: range) -> range:
    return range(max(within.start, index - reach), min(within.stop, index + reach + 1))


def _beside(text: Wording, index: int, sentence: range, words: ModalityWords) -> frozenset[str]:
    """The stems of the words of meaning that stand nearest to a word of a sentence, so many on either side."""
    near = _around(index, _REACH, sentence)
    sides = (range(index - 1, near.start - 1, -1), range(index + 1, near.stop))
    return frozenset(
        text.stems[i]
        for side in sides
        for i in islice((i for i in side if is_content(text, words, i)), _BESIDE)
    )


def _one_root(one: str, other: str) -> bool:
    """Whether one of two opposites is the other with a prefix (unsafe, safe): a surer sign than two words."""
    return one.endswith(other) or other.endswith(one)


def _hyphened(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether the word has its negative prefix before a hyphen (anti-Semitism, non-compliant)."""
    return index > 0 and text.words[index - 1] in words.negative_prefixes
