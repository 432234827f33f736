"""Whether a word is affirmed or denied where it stands, and whether two places say the opposite.

Owns the pairs of opposites at work: `did not accept` and `rejected` deny the same thing.
"""

from functools import lru_cache

from briefgen.evidence.cues import Cue
from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.stems import stem


def denials(cues: tuple[Cue, ...], index: int) -> int:
    """How many cues deny the word itself (it is their head)."""
    return sum(cue.head == index for cue in cues)


def under(cues: tuple[Cue, ...], index: int) -> bool:
    """Whether any cue reaches the word."""
    return any(cue.covers(index) for cue in cues)


def opposed(words: ModalityWords, one: str, other: str) -> bool:
    """Whether two words (not stems) are opposites: listed, or made by a negative prefix or by -less."""
    first, second = stem(one), stem(other)
    if first == second:
        return False
    mine = words.opposites.get(first, ())
    if mine:
        theirs = words.opposites.get(second, ())
        if any((notion, -sign) in theirs for notion, sign in mine):
            return not any(entry in theirs for entry in mine)
    return _prefixed(words, one, other) or _prefixed(words, other, one)


@lru_cache(maxsize=4096)
def _prefixed(words: ModalityWords, long: str, short: str) -> bool:
    """Whether `long` is `short` with a negative prefix (unable, able) or `-less` in place of `-ful`."""
    if (
        long.endswith("less")
        and len(long) > 6
        and short in {long[:-4], long[:-4] + "ful", long[:-4] + "fully"}
    ):
        return True
    if len(long) - len(short) > 5 or len(short) < 4 or stem(long) in words.not_prefixed:
        return False
    for prefix in words.negative_prefixes:
        if long.startswith(prefix) and stem(long[len(prefix) :]) == stem(short):
            return True
    return False
