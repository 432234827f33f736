"""Which words of a quote a statement's words come from.

Owns the best-matching quote of a sentence and the alignment of the two, word by word in order. "Near the wording"
means that at least three quarters of the sentence's words stand in order in one quote.
"""

from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.text.wording import Wording

NEAR = 0.75
_MOST_WORDS = 4000  # of a quote that is compared word by word; a longer one is no quotation


_MOST_SENTENCES = 60  # of a quote that are looked at one by one
_LONGEST = 600  # words of a statement
_MOST_QUOTED = 6000  # words of its quotes together


def comparable(statement: Wording, quotes: tuple[Wording, ...]) -> bool:
    """Whether a statement and its quotes are of a length that people write; longer ones are not compared by cues."""
    return len(statement) <= _LONGEST and sum(map(len, quotes)) <= _MOST_QUOTED


class Aligned(Struct, frozen=True, eq=False):
    """A sentence of a statement (words `first` to `stop`) beside the quote that holds most of it.

    `to_quote[i - first]` is the quote's word that stands for the statement's word `i`, -1 where none does.
    `to_statement[j]` is the reverse.
    """

    statement: Wording
    first: int
    stop: int
    quote: Wording
    number: int
    to_quote: tuple[int, ...]
    to_statement: tuple[int, ...]
    share: float

    @property
    def near(self) -> bool:
        """Whether the sentence keeps to the quote's wording."""
        return self.share >= NEAR

    def partner(self, index: int) -> int:
        """The quote's word for a word of the statement, -1 where it has none."""
        return self.to_quote[index - self.first] if self.first <= index < self.stop else -1

    def gaps(self) -> list[tuple[range, range]]:
        """The unmatched words between matched ones: ranges in the statement and in the quote, one of them not empty.

        What the quote holds before the first and after the last matched word is no gap: it was not taken.
        """
        found: list[tuple[range, range]] = []
        last_own, last_quote = self.first - 1, -1
        for own, partner in enumerate(self.to_quote, self.first):
            if partner < 0:
                continue
            left = range(last_own + 1, own)
            right = range(last_quote + 1 if last_quote >= 0 else max(0, partner - len(left) - 2), partner)
            if left or right:
                found.append((left, right))
            last_own, last_quote = own, partner
        tail = range(last_own + 1, self.stop)
        if tail and last_quote >= 0:
            found.append((tail, range(last_quote + 1, min(len(self.quote), last_quote + len(tail) + 3))))
        return found


@lru_cache(maxsize=128)
def align(statement: Wording, sentence: tuple[int, int], quotes: tuple[Wording, ...]) -> Aligned | None:
    """Aligns a sentence with the quote that holds most of its words in order; None where there is no quote."""
    from rapidfuzz.distance import LCSseq  # costly to load: only once something is compared

    first, stop = sentence
    own = statement.stems[first:stop]
    best = max(
        range(len(quotes)),
        key=lambda n: LCSseq.similarity(own, quotes[n].stems[:_MOST_WORDS]),
        default=None,
    )
    if best is None:
        return None
    quote = quotes[best]
    begin, end = _within(own, quote)
    to_quote = [-1] * len(own)
    to_statement = [-1] * len(quote)
    matched = 0
    for op in LCSseq.opcodes(own, quote.stems[begin:end]):
        if op.tag == "equal":
            for step in range(op.src_end - op.src_start):
                to_quote[op.src_start + step] = begin + op.dest_start + step
                to_statement[begin + op.dest_start + step] = first + op.src_start + step
            matched += op.src_end - op.src_start
    share = matched / len(own) if own else 0.0
    return Aligned(statement, first, stop, quote, best, tuple(to_quote), tuple(to_statement), share)


def _within(own: tuple[str, ...], quote: Wording) -> tuple[int, int]:
    """The one sentence of a quote that holds as many of the words as all of it; else all of it.

    Of several such sentences the shortest, so that a sentence is laid beside itself.
    """
    whole = (0, min(len(quote), _MOST_WORDS))
    if not 1 < len(quote.sentences) <= _MOST_SENTENCES:
        return whole
    from rapidfuzz.distance import LCSseq

    reached = LCSseq.similarity(own, quote.stems[: whole[1]])
    alone = [s for s in quote.sentences if LCSseq.similarity(own, quote.stems[slice(*s)]) == reached]
    return min(alone, key=lambda s: s[1] - s[0], default=whole)
