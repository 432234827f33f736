"""Which words say the opposite of a word.

Owns the pairs of opposites at work, those of the tables and those that a prefix or suffix makes.
"""

from functools import lru_cache

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.text.stems import stem


@lru_cache(maxsize=4096)
def opposites_of(words: ModalityWords, word: str) -> frozenset[str]:
    """The stems of the words that are the opposite of a word: listed ones, and those made by un-, in-, -less."""
    return (_listed(words, stem(word)) | _unprefixed(words, word) | _prefixed(words, word)) - {stem(word)}


def _listed(words: ModalityWords, root: str) -> frozenset[str]:
    """Stems that deny a notion which this one affirms, or the reverse, and share no side with it."""
    mine = words.opposites.get(root, ())
    if not mine:
        return frozenset()
    on = _on_sides(words)
    against = (on.get((notion, -sign), frozenset()) for notion, sign in mine)
    return frozenset().union(*against).difference(*(on[side] for side in mine))


@lru_cache(maxsize=8)
def _on_sides(words: ModalityWords) -> dict[tuple[str, int], frozenset[str]]:
    """The listed stems by the side of a notion that they stand on."""
    on: dict[tuple[str, int], set[str]] = {}
    for root, sides in words.opposites.items():
        for side in sides:
            on.setdefault(side, set()).add(root)
    return {side: frozenset(roots) for side, roots in on.items()}


def _unprefixed(words: ModalityWords, word: str) -> frozenset[str]:
    """What is left of a word without its negative prefix or -less: unable, able; hopeless, hopeful."""
    found: set[str] = set()
    if stem(word) not in words.not_prefixed:
        rests = (word[len(prefix) :] for prefix in words.negative_prefixes if word.startswith(prefix))
        found.update(stem(rest) for rest in rests if len(rest) >= _LEAST)
    if word.endswith("less") and len(word) - 4 >= _LEAST - 1:
        found |= {stem(word[:-4]), stem(word[:-4] + "ful")}
    return frozenset(found)


def _prefixed(words: ModalityWords, word: str) -> frozenset[str]:
    """A word with a negative prefix or -less put to it."""
    if len(word) < _LEAST:
        return frozenset()
    made = {stem(prefix + word) for prefix in words.negative_prefixes} - words.not_prefixed
    base = word.removesuffix("ful")
    return frozenset(made | {stem(base + "less")})


_LEAST = 4  # letters of a word that a prefix is put to
