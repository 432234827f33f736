"""The passage that is most like a quote which does not stand in a text.

Owns locating and trimming that passage. What it returns is help for a reader: no score ever makes it the quote.
"""

from collections import Counter
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from briefgen.evidence.boundaries import cut_at
from briefgen.evidence.difference import WORD, changes
from briefgen.evidence.faults import Nearest
from briefgen.evidence.normal import normalise
from briefgen.evidence.sentences import Span
from briefgen.evidence.text import SourceText

LONGEST = 200
"""The library's alignment is quick for needles of up to so many characters."""
FEWEST = 0.45
"""A passage less like the quote than this is of no help."""
SHINGLE = 3


def nearest(quote: str, source: SourceText, within: Span | None = None) -> Nearest | None:
    """Return the passage of `source` (of its raw stretch `within`) that is most like `quote`, or None."""
    needle = normalise(quote.strip())
    low, high = source.to_normal(*within) if within else (0, len(source.normal))
    text = source.normal if within is None else source.normal[low:high]
    guess = _by_shingles(needle, text)
    if guess is None:
        guess = _by_alignment(needle, text)
    if guess is None:
        return None
    start, end = _refined(needle, text, guess)
    return _described(quote, needle, source, low + start, low + end)


def _by_shingles(needle: str, text: str) -> int | None:
    """Let runs of three words vote for where the passage would begin."""
    words = list(WORD.finditer(needle))
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
    ours = [match[0] for match in WORD.finditer(needle)]
    matches = list(WORD.finditer(window))
    theirs = [match[0] for match in matches]
    blocks = [
        block
        for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        if block.size
    ]
    if not blocks or not matches:
        return guess, min(len(text), guess + len(needle))
    first = max(0, blocks[0].b - blocks[0].a)
    last = blocks[-1].b + blocks[-1].size - 1 + len(ours) - blocks[-1].a - blocks[-1].size
    last = min(max(last, first), len(matches) - 1)
    return low + matches[first].start(), low + matches[last].end()


def _described(quote: str, needle: str, source: SourceText, start: int, end: int) -> Nearest | None:
    start, end = on_boundaries(source.normal, start, end)
    likeness = fuzz.ratio(needle, source.normal[start:end]) / 100
    if likeness < FEWEST:
        return None
    raw_start, raw_end = source.to_raw(start, end)
    text = source.readable(raw_start, raw_end)
    return Nearest(raw_start, raw_end, text, likeness, changes(quote, text))


def on_boundaries(normal: str, start: int, end: int) -> Span:
    """Return the stretch widened to the tokens that it cuts."""
    while (before := cut_at(normal, start)) and before.start < start:
        start = before.start
    while (after := cut_at(normal, end)) and after.end > end:
        end = after.end
    return start, end
