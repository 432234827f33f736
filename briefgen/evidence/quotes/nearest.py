"""The passage that is most like a quote which does not stand in a text.

Owns locating and trimming that passage. What it returns is help for a reader: no score ever makes it the quote.
"""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import Match, SequenceMatcher

from rapidfuzz import fuzz

from briefgen.evidence.quotes.boundaries import on_boundaries
from briefgen.evidence.quotes.difference import changes, words_in
from briefgen.evidence.quotes.elision import chains
from briefgen.evidence.quotes.faults import Nearest
from briefgen.evidence.quotes.occurrences import find_all
from briefgen.evidence.quotes.quoted import DOTS
from briefgen.evidence.text.homoglyphs import levelled
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.sentences import Span, sentences
from briefgen.evidence.text.source_text import SourceText

LONGEST = 200
"""The library's alignment is quick for needles of up to so many characters."""
FEWEST = 0.45
"""A passage less like the quote than this is of no help."""
SHINGLE = 3
MOST_ENDS = 12
"""So many runs of common words are tried as the beginning of a passage, and as its end."""
NEED = 0.95
"""A passage within one sentence, if it is so much as like the quote as one that runs over several."""


def nearest(quote: str, source: SourceText, within: Span | None = None) -> Nearest | None:
    """Return the passage of `source` (of its raw stretch `within`) that is most like `quote`, or None.

    It has the extent of the quote, and keeps within one sentence unless the quote runs over several as well.
    """
    needle = normalise(quote.strip())
    low, high = source.to_normal(*within) if within else (0, len(source.normal))
    spanned = _over_dots(quote, source, (low, high))
    if spanned is not None:
        return _described(quote, needle, source, *spanned, fewest=0)
    level, plain = levelled(normalise(DOTS.sub(" ", quote).strip())), source.levelled[low:high]
    guess = _by_shingles(level, plain)
    if guess is None:
        guess = _by_alignment(level, plain)
    if guess is None:
        return None
    start, end = _refined(level, plain, guess)
    start, end = _in_its_sentence(quote, level, source, (low + start, low + end))
    return _described(quote, needle, source, start, end)


def _over_dots(quote: str, source: SourceText, within: Span) -> Span | None:
    """From the first to the last word of a quote whose bare dots stand for words that were left out."""
    pieces = [normalise(piece) for piece in DOTS.split(quote.strip()) if piece]
    if len(pieces) < 2:
        return None
    low, high = within
    found = [
        [span for span in find_all(piece, source) if low <= span[0] and span[1] <= high] for piece in pieces
    ]
    ways = chains(found)
    return (ways[0][0][0], ways[0][-1][1]) if ways else None


def _by_shingles(needle: str, text: str) -> int | None:
    """Let runs of three words vote for where the passage would begin."""
    words = list(words_in(needle))
    votes: Counter[int] = Counter()
    step = max(1, (len(words) - SHINGLE) // 12)
    for index in range(0, len(words) - SHINGLE + 1, step):
        begin, end = words[index].start(), words[index + SHINGLE - 1].end()
        at = text.find(needle[begin:end])
        while at >= 0 and len(votes) < 64:
            votes[(at - begin) // 64] += 1
            at = text.find(needle[begin:end], at + 1)
    if not votes:
        return None
    best = max(votes, key=lambda cell: (votes[cell] + votes.get(cell + 1, 0), -cell))
    return max(0, best * 64)


def _by_alignment(needle: str, text: str) -> int | None:
    piece = needle[:LONGEST]
    if not piece or not text:
        return None
    found = fuzz.partial_ratio_alignment(piece, text, score_cutoff=100 * FEWEST)
    return None if found is None else found.dest_start if len(piece) <= len(text) else 0


def _refined(needle: str, text: str, guess: int) -> Span:
    """Trim the neighbourhood of `guess` to the words that answer to those of the quote."""
    slack = len(needle) // 2 + 64
    low = max(0, guess - slack)
    window = text[low : guess + len(needle) + slack]
    ours = [match[0] for match in words_in(needle)]
    matches = list(words_in(window))
    blocks = _blocks(ours, [match[0] for match in matches])
    if not blocks:
        return guess, min(len(text), guess + len(needle))
    firsts = {_clamped(block.b - block.a, matches) for block in blocks} | {block.b for block in blocks}
    lasts = {_clamped(block.b + len(ours) - block.a - 1, matches) for block in blocks}
    lasts |= {block.b + block.size - 1 for block in blocks}
    spans = [
        (matches[first].start(), matches[last].end()) for first in firsts for last in lasts if first <= last
    ]
    start, end = _most_like(needle, window, spans)
    return low + start, low + end


def _blocks(ours: list[str], theirs: list[str]) -> list[Match]:
    """The longest runs of words that both have, in order in both; no more than tell where the ends are."""
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    blocks = [block for block in found if block.size]
    return blocks if len(blocks) <= 2 * MOST_ENDS else blocks[:MOST_ENDS] + blocks[-MOST_ENDS:]


def _clamped(index: int, matches: list[re.Match[str]]) -> int:
    return min(max(index, 0), len(matches) - 1)


def _most_like(needle: str, text: str, spans: Iterable[Span]) -> Span:
    """The stretch of `text` that is most like `needle`; of equals the shortest, then the first."""
    return max(
        spans,
        key=lambda span: (fuzz.ratio(needle, text[span[0] : span[1]]), span[0] - span[1], -span[0]),
    )


def _in_its_sentence(quote: str, level: str, source: SourceText, span: Span) -> Span:
    """The part of a passage (normal form) in one sentence, where the quote is of one and the rest adds little to it."""
    stands = source.to_raw(*span)
    around = source.sentences_of(*stands)
    if len(around) < 2 or len(sentences(quote.strip())) > 1:
        return span
    parts = [source.to_normal(max(stands[0], low), min(stands[1], high)) for low, high in around]
    plain = levelled(source.normal[min(each[0] for each in parts) : max(each[1] for each in parts)])
    base = min(each[0] for each in parts)
    shifted = [(start - base, end - base) for start, end in parts]
    start, end = _most_like(level, plain, shifted)
    whole = fuzz.ratio(level, levelled(source.normal[span[0] : span[1]]))
    enough = fuzz.ratio(level, plain[start:end]) >= NEED * whole
    return (base + start, base + end) if enough else span


def _described(
    quote: str, needle: str, source: SourceText, start: int, end: int, fewest: float = FEWEST
) -> Nearest | None:
    start, end = on_boundaries(source.normal, start, end)
    passage = source.normal[start:end]
    # Half of it is as written and half without case, so that a text in capitals is still recognised.
    likeness = (fuzz.ratio(needle, passage) + fuzz.ratio(levelled(needle), levelled(passage))) / 200
    if likeness < fewest:
        return None
    raw_start, raw_end = source.to_raw(start, end)
    text = source.readable(raw_start, raw_end)
    return Nearest(raw_start, raw_end, text, likeness, changes(quote, text))
