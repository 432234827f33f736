"""Which words say the opposite of a word.

Owns the pairs of opposites at work, those of the tables and those that a prefix or suffix makes, and the words by which
a text says no without a negator.
"""

from collections.abc import Mapping
from functools import lru_cache

from briefgen.evidence.languages.modality_words import ModalityWords, Phrase
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import Break, Wording

_APART = 3  # words between a verb and its particle: turned the latest offer down
_AGES = frozenset("year years month months week weeks day days".split())


@lru_cache(maxsize=512)
def meanings(text: Wording, words: ModalityWords) -> tuple[str, ...]:
    """The stems of a text, where a verb with a particle has that of the one verb that says the same.

    The "old" of an age stands for nothing that has an opposite.
    """
    found = list(text.stems)
    verbs = _verbs(words)
    for index, root in enumerate(text.stems):
        if root in verbs:
            found[index] = _with_particle(text, index, words)
        elif text.words[index] == "old" and index and text.words[index - 1] in _AGES:
            found[index] = ""
    return tuple(found)


@lru_cache(maxsize=8)
def _verbs(words: ModalityWords) -> frozenset[str]:
    """The stems of the verbs that may have a particle."""
    return frozenset(verb for verb, _ in words.particle_verbs)


def _with_particle(text: Wording, index: int, words: ModalityWords) -> str:
    """The stem that a verb and the next particle of its clause stand for; its own where they make no known pair."""
    root = text.stems[index]
    for at in range(index + 1, min(len(text), index + _APART + 2)):
        if text.breaks[at] is not Break.NONE:
            break
        if (root, text.words[at]) in words.particle_verbs:
            return words.particle_verbs[root, text.words[at]]
    return root


def contraries(text: Wording, index: int, words: ModalityWords, *, in_place: bool = False) -> frozenset[str]:
    """The stems that are the opposite of what a word of a text means there; more of them for one that stands in its place."""
    meaning = meanings(text, words)[index]
    if meaning == text.stems[index]:
        return opposites_of(words, text.words[index], in_place)
    return _listed(words, meaning, in_place)


@lru_cache(maxsize=4096)
def opposites_of(words: ModalityWords, word: str, in_place: bool = False) -> frozenset[str]:
    """The stems of the words that are the opposite of a word: listed ones, and those made by un-, in-, -less."""
    made = _unprefixed(words, word) | _prefixed(words, word) | _exchanged(words, word)
    return (_listed(words, stem(word), in_place) | made) - {stem(word)}


def _listed(words: ModalityWords, root: str, in_place: bool) -> frozenset[str]:
    """Stems that deny a notion which this one affirms, or the reverse, and share no side with it."""
    table = words.opposites_in_place() if in_place else words.opposites
    mine = table.get(root, ())
    if not mine:
        return frozenset()
    on = _on_sides(words, in_place)
    against = (on.get((notion, -sign), frozenset()) for notion, sign in mine)
    return frozenset().union(*against).difference(*(on[side] for side in mine))


def agree(words: ModalityWords, one: str, other: str) -> bool:
    """Whether two stems stand on the same side of some notion."""
    table = words.opposites_in_place()
    return not set(table.get(one, ())).isdisjoint(table.get(other, ()))


@lru_cache(maxsize=8)
def _on_sides(words: ModalityWords, in_place: bool) -> dict[tuple[str, int], frozenset[str]]:
    """The listed stems by the side of a notion that they stand on."""
    on: dict[tuple[str, int], set[str]] = {}
    for root, sides in (words.opposites_in_place() if in_place else words.opposites).items():
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


def _exchanged(words: ModalityWords, word: str) -> frozenset[str]:
    """A word with the other prefix of a pair: undervalued for overvalued."""
    pairs = [pair for both in words.exchanged_prefixes for pair in (both, both[::-1])]
    rests = ((word.removeprefix(mine), other) for mine, other in pairs if word.startswith(mine))
    return frozenset(stem(other + rest) for rest, other in rests if len(rest) >= _LEAST)


_LEAST = 4  # letters of a word that a prefix is put to


_DARK = ("un", "non", "dis", "mis")


@lru_cache(maxsize=512)
def refusals(text: Wording, words: ModalityWords) -> frozenset[int]:
    """The words that say no of something without being its negator: refuse, turn down."""
    stems = (index for index, root in enumerate(text.stems) if root in words.negative_stems)
    return frozenset(stems) | _phrased(text, words.negative_phrases)


@lru_cache(maxsize=128)
def shades(text: Wording, words: ModalityWords) -> frozenset[int]:
    """The words of a statement that say no in any way: refusals, denials by form (unhurt), what is still to come about."""
    dark = (index for index in range(len(text)) if is_dark(text, index, words))
    return refusals(text, words) | frozenset(dark) | _phrased(text, words.waiting_phrases)


def is_dark(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether a word denies by its form: unhurt, jobless."""
    word = text.words[index]
    made = word.startswith(_DARK) and not word.startswith("under")
    return (made and text.stems[index] not in words.not_prefixed) or (
        word.endswith("less") and len(word) > len("unless")
    )


def _phrased(text: Wording, phrases: frozenset[Phrase]) -> frozenset[int]:
    """Where phrases of verbs and particles begin in a text."""
    firsts = _by_first(phrases)
    found: set[int] = set()
    for index, root in enumerate(text.stems):
        for phrase in firsts.get(root, ()):
            if _stands(text, index, phrase):
                found.add(index)
    return frozenset(found)


def _stands(text: Wording, index: int, phrase: Phrase) -> bool:
    if index + len(phrase) > len(text):
        return False
    return all(
        word == text.words[at] or (word.endswith("*") and word[:-1] == text.stems[at])
        for at, word in enumerate(phrase, index)
    )


@lru_cache(maxsize=16)
def _by_first(phrases: frozenset[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases by the stem of their first word."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases):
        first = phrase[0].removesuffix("*") if phrase[0].endswith("*") else stem(phrase[0])
        found[first] = (*found.get(first, ()), phrase)
    return found
