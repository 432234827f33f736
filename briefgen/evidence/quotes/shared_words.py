"""The passage that shares most of its words with words that somebody remembers, in whatever order.

Owns the search for half-remembered words: misspelt ones count, long words count for more than short ones, and a
passage keeps within one sentence. What it returns is a proposal; no score ever makes it a quote.
"""

from collections.abc import Mapping

from msgspec import Struct
from rapidfuzz import fuzz, process

from briefgen.evidence.quotes.difference import words_in
from briefgen.evidence.text.blankless import without_blanks
from briefgen.evidence.text.homoglyphs import levelled
from briefgen.evidence.text.sentences import sentences
from briefgen.evidence.text.source_text import SourceText

ENOUGH = 0.6
"""A passage that shares less of the words, by their weight, is another one."""
NEAR = 75
"""Words so much alike (of 100) may be the same one, misspelt or inflected; shorter than `SPELT` only if equal."""
SPELT = 4
LITTLE = 0.3
"""The weight of a word of fewer than `SPELT` characters for each of its characters."""
EXTRA = 0.5
"""What each word that nobody asked for takes from a passage."""
MOST_HITS = 80
"""So many places of a sentence are tried as ends of a passage."""

Meaning = tuple[str, float]
"""The word asked for that a word of the text stands for, and what it is worth as such."""


class Shared(Struct, frozen=True):
    """A passage, as offsets in the raw text, and the share (0 to 1) of the words asked for that stand in it."""

    start: int
    end: int
    share: float


class _Hit(Struct, frozen=True):
    """A word of the text: its place among the words, its offsets, and what it means."""

    index: int
    start: int
    end: int
    meaning: Meaning


def passage_sharing(words: str, source: SourceText) -> Shared | None:
    """Return the passage of `source` that has most of `words`, or None where none has enough of them.

    It lies in one sentence, or in as many in a row as `words` has. Of equals the shortest counts, then the first.
    """
    asked = {_key(match[0]) for match in words_in(levelled(words)) if match[0][0].isalnum()}
    weights = {word: _weight(word) for word in asked}
    whole = sum(weights.values())
    text = levelled(source.raw)
    if not whole or len(text) != len(source.raw):
        return None
    meant = _meanings(weights, text)
    best: tuple[float, int, int] | None = None
    for low, high in _stretches(source, len(sentences(words.strip()))):
        hits = _hits(text, low, high, meant)
        if _worth(hits) < ENOUGH * whole:
            continue
        found = _passage(hits)
        if found[0] >= ENOUGH * whole and (best is None or _order(found) > _order(best)):
            best = found
    return Shared(best[1], best[2], min(1.0, best[0] / whole)) if best else None


def _weight(word: str) -> float:
    whole = len(word) >= SPELT or word.isdecimal() or without_blanks(word[0])
    return len(word) * (1.0 if whole else LITTLE)


def _key(word: str) -> str:
    """A word as it is compared: figures without the marks that group their digits."""
    return word.replace(",", "") if word[0].isdecimal() else word


def _meanings(weights: Mapping[str, float], text: str) -> dict[str, Meaning]:
    """The words of the text that may be some of those asked for; each means the one that it is most like."""
    vocabulary = {_key(match[0]) for match in words_in(text)}
    long = [word for word in vocabulary if _may_be_misspelt(word)]
    meant = {word: (word, weight) for word, weight in weights.items() if word in vocabulary}
    for word in sorted(filter(_may_be_misspelt, weights)):
        for found, score, _ in process.extract(word, long, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None):
            worth = weights[word] * score / 100
            if found not in weights and (found not in meant or worth > meant[found][1]):
                meant[found] = (word, worth)
    return meant


def _may_be_misspelt(word: str) -> bool:
    """Whether another spelling may be the same word: never of figures."""
    return len(word) >= SPELT and word.isalpha()


def _stretches(source: SourceText, count: int) -> list[tuple[int, int]]:
    """The sentences, or each run of `count` of them."""
    spans = source.sentences
    if count < 2 or len(spans) <= count:
        return spans if count < 2 else [(spans[0][0], spans[-1][1])] if spans else []
    return [(first[0], last[1]) for first, last in zip(spans, spans[count - 1 :], strict=False)]


def _hits(text: str, low: int, high: int, meant: Mapping[str, Meaning]) -> list[_Hit]:
    words = ((at, word, meant.get(_key(word[0]))) for at, word in enumerate(words_in(text, low, high)))
    hits = [_Hit(at, word.start(), word.end(), meaning) for at, word, meaning in words if meaning]
    return hits[:MOST_HITS]


def _worth(hits: list[_Hit]) -> float:
    """What words are worth together, each of those asked for once."""
    best: dict[str, float] = {}
    for word, worth in (hit.meaning for hit in hits):
        best[word] = max(worth, best.get(word, 0.0))
    return sum(best.values())


def _passage(hits: list[_Hit]) -> tuple[float, int, int]:
    """What the best stretch from one of `hits` to another is worth, and where it stands."""
    found = (0.0, 0.0, 0, 0)
    for first, begin in enumerate(hits):
        best: dict[str, float] = {}
        for taken, end in enumerate(hits[first:], 1):
            word, worth = end.meaning
            best[word] = max(worth, best.get(word, 0.0))
            whole = sum(best.values())
            value = whole - EXTRA * (end.index - begin.index + 1 - taken)
            if value > found[0]:
                found = (value, whole, begin.start, end.end)
    return found[1:]


def _order(found: tuple[float, int, int]) -> tuple[float, int, int]:
    return found[0], found[1] - found[2], -found[1]
