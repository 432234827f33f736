"""The names that a text can back: its words, its spellings, its territories and its acronyms.

Owns what counts as the same name: accents, case, possessives and hyphens aside; a demonym for its country; an acronym
for what its letters spell in the text; two transliterations of one name.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from operator import add

from msgspec import Struct

from briefgen.evidence.languages.name_words import NameWords

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")
_UNITED_STATES = re.compile(r"\bU\.?S\.?(?![^\W_])")
_SPELLINGS = (
    ("isation", "ization"), ("theatre", "theater"), ("harbour", "harbor"), ("programme", "program"),
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("tch", "ch"), ("dzh", "j"),
    ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("o", "u"), ("w", "u"), ("'", ""),
)  # fmt: skip
_PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_DOUBLE = re.compile(r"(.)\1+", re.DOTALL)
_LEAST_KEY = 5
_LONGEST_ACRONYM = 8


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word in lower case without accents, dots and the possessive: the form in which names are compared."""
    word = word.casefold()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        word = word.translate(_PLAIN).casefold()
    word = word.replace(".", "")
    if word.endswith("'s"):
        word = word[:-2]
    return word.rstrip("'")


@lru_cache(maxsize=8192)
def spellings(word: str) -> frozenset[str]:
    """Keys that transliterations of one name share (Mohammed, Muhammad); none for words too short to tell.

    An e may be heard as an a (Hussein, Husayn) or as an i (Kobane, Kobani), and an ai as an i (Zaidan, Zidan): a word
    has a key for each.
    """
    if len(word) < _LEAST_KEY:
        return frozenset()
    for written, heard in _SPELLINGS:
        word = word.replace(written, heard)
    vowels = "ai" if "e" in word else "a"
    keys = {_heard(word, vowel) for vowel in vowels}
    keys |= {key.replace("ai", "i") for key in keys}
    return frozenset(key for key in keys if len(key) >= _LEAST_KEY)


def _heard(word: str, vowel: str) -> str:
    word = _DOUBLE.sub(r"\1", word.replace("e", vowel))
    return word[:-1] if word.endswith("h") else word


@lru_cache(maxsize=1)
def _territories() -> dict[str, frozenset[str]]:
    """The folded words of each territory's English name, by ISO code; Babel's data are read on first use."""
    from babel import Locale

    names = Locale("en").territories
    found: dict[str, frozenset[str]] = {}
    for code, name in names.items():
        if len(code) == 2:
            words = [fold(word) for word in _WORD.findall(str(name))]
            found[code.lower()] = frozenset(word for word in words if len(word) > 3)
    return found


@lru_cache(maxsize=1)
def _by_words() -> dict[frozenset[str], str]:
    return {words: code for code, words in _territories().items()}


def is_demonym(word: str, names: NameWords) -> bool:
    """Whether a folded word stands in the tables of peoples and lands."""
    return word in names.demonyms or word.removesuffix("s") in names.demonyms


def is_territory(word: str, names: NameWords) -> bool:
    """Whether a folded word names a people, or a territory by itself."""
    return is_demonym(word, names) or frozenset({word}) in _by_words()


@lru_cache(maxsize=1)
def _by_first() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The territories by one word of their names, so that a text's own words lead to those it may name."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for code, words in _territories().items():
        if words:
            found.setdefault(max(words, key=lambda word: (len(word), word)), []).append((code, words))
    return found


def _all(found: Iterable[frozenset[str]]) -> frozenset[str]:
    """Everything that is in some of several sets; one alone is not copied."""
    first, *others = [*found] or [frozenset()]
    return first.union(*others) if others else first


@lru_cache(maxsize=64)
def _words_of(text: str) -> frozenset[str]:
    """Every word of a text, folded; those that hold figures or dots also by their letters."""
    written = set(_WORD.findall(text))
    parts = {part for word in written if not word.isalpha() for part in _LETTERS.findall(word)}
    return frozenset(map(fold, written | parts))


@lru_cache(maxsize=64)
def _joined_in(text: str) -> frozenset[str]:
    words = list(map(fold, _WORD.findall(text)))
    return frozenset(map(add, words, words[1:]))


@lru_cache(maxsize=64)
def _acronyms_in(text: str, names: NameWords) -> frozenset[str]:
    """The initials of the runs of capitalised words, from two words to seven, links left out or in."""
    found: set[str] = set()
    for run in _runs(text, names):
        initials = [word[0] for word in run]
        strong = ["" if word in names.links else word[0] for word in run]
        for start in range(len(run) - 1):
            for stop in range(start + 2, min(len(run), start + 7) + 1):
                found.add("".join(initials[start:stop]))
                found.add("".join(strong[start:stop]))
    return frozenset(found)


class Lexicon(Struct, frozen=True, eq=False, dict=True):
    """The words of one or more texts, as names are looked up in them."""

    texts: tuple[str, ...]
    names: NameWords

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, folded; those that hold figures or dots (K287BY, Billboard.com) also by their letters."""
        return _all(map(_words_of, self.texts))

    @cached_property
    def joined(self) -> frozenset[str]:
        """Neighbouring words as one (`e mail`, `Al Sudani`), to find words that are written apart or together."""
        return _all(map(_joined_in, self.texts))

    @cached_property
    def _spellings(self) -> frozenset[str]:
        return _all(spellings(word) for word in self.words if len(word) >= _LEAST_KEY)

    @cached_property
    def territories(self) -> frozenset[str]:
        """The codes of the territories and peoples that are spoken of, by name or by demonym."""
        found: set[str] = set()
        for word in self.words:
            codes = self.names.demonyms.get(word) or self.names.demonyms.get(word.removesuffix("s"))
            if codes:
                found |= self._told_apart(codes, word) if len(codes) > 1 else codes
        if any(_UNITED_STATES.search(text) for text in self.texts):
            found.add("us")
        named = (_by_first().get(word, ()) for word in _by_first().keys() & self.words)
        found.update(code for entries in named for code, words in entries if words <= self.words)
        return frozenset(found)

    def _told_apart(self, codes: frozenset[str], word: str) -> frozenset[str]:
        """The territories of one demonym without those that another's name rules out (South Korean: not the North)."""
        telling = {code: _territories().get(code, frozenset()) - {word} for code in codes}
        shared = frozenset.intersection(*telling.values())
        said = {code for code, words in telling.items() if not self.words.isdisjoint(words - shared)}
        return frozenset(code for code in codes if not said or code in said or not telling[code] - shared)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The initials of every run of capitalised words (Popular Mobilization Forces: pmf), links left out or in."""
        return _all(_acronyms_in(text, self.names) for text in self.texts)

    def has(self, word: str) -> bool:
        """Whether a folded word of a name stands in the texts, in this or an equivalent form."""
        words = self.words
        if word == "us":  # not the pronoun
            return "us" in self.territories
        if word in words or word + "s" in words or (word.endswith("s") and word[:-1] in words):
            return True
        if (word.endswith("es") and word[:-2] in words) or ("'" in word and word.replace("'", "") in words):
            return True
        return self._has_variant(word)

    def _has_root(self, word: str) -> bool:
        """Whether the word is made from a name in the texts, or a name from which one is made (Nazism, Nazi)."""
        if word in self.names.demonyms or len(word) < 5:
            return False
        for ending in self.names.name_endings:
            root = word[: -len(ending)] if word.endswith(ending) else ""
            if len(root) > 2 and any(root + tail in self.words for tail in ("", "i", "a", "y", "e", "o")):
                return True
            if word + ending in self.words and word + ending not in self.names.demonyms:
                return True
        return False

    def _has_variant(self, word: str) -> bool:
        words = self.words
        if any(other in words for other in self.names.short_names.get(word, ())) or self._has_root(word):
            return True
        if self._has_kin(word):
            return True
        if self._stands_apart(word) or not self._spellings.isdisjoint(spellings(word)):
            return True
        return self.has_territory(word) or self.has_acronym(word)

    def _has_kin(self, word: str) -> bool:
        """Whether another word for the same place stands in the texts: Flanders for Flemish."""
        kin = self.names.kin.get(word) or self.names.kin.get(word.removesuffix("s"), frozenset())
        return any(other in self.words or other + "s" in self.words for other in kin)

    def _stands_apart(self, word: str) -> bool:
        """Whether the word stands in the texts in two; they are only looked through where both halves stand there."""
        words = self.words
        halves = any(word[:at] in words and word[at:] in words for at in range(len(word) + 1))
        return halves and word in self.joined

    def has_territory(self, word: str) -> bool:
        """Whether the word is a demonym or name of a territory that the texts speak of in another form."""
        codes = self.names.demonyms.get(word) or self.names.demonyms.get(word.removesuffix("s"))
        if codes is None:
            code = _by_words().get(frozenset({word}))
            codes = frozenset({code}) if code else frozenset()
        return not codes.isdisjoint(self.territories) if codes else False

    def has_seat(self, word: str) -> bool:
        """Whether the word is the seat of government of a territory that the texts speak of."""
        return self.names.capitals.get(word) in self.territories

    def has_territory_named(self, words: Iterable[str]) -> bool:
        """Whether the words are the name of a territory (United Kingdom) that the texts speak of in another form."""
        named = {word for word in words if len(word) > 3}
        if not named:
            return False
        code = _by_words().get(frozenset(named))
        return code is not None and code in self.territories

    def has_acronym(self, word: str) -> bool:
        """Whether the word is an acronym of a name in the texts (or of the words that it is known to stand for)."""
        if 2 < len(word) <= _LONGEST_ACRONYM and word in self.acronyms:
            return True
        known = self.names.spelled.get(word) or self.names.spelled.get(word.removesuffix("s"))
        return known is not None and all(part in self.words or part + "s" in self.words for part in known)

    def spells(self, parts: Iterable[str]) -> bool:
        """Whether the words of a name are spelled out of an acronym that stands in the texts."""
        written = [part for part in parts if part]
        initials = "".join(part[0] for part in written)
        short = "".join(part[0] for part in written if part not in self.names.links)
        if any(len(letters) > 2 and letters in self.words for letters in (initials, short)):
            return True
        wanted = {part for part in written if part not in self.names.links}
        spelled = self.names.spelled
        return bool(wanted) and any(wanted <= set(spelled[key]) for key in spelled.keys() & self.words)


def _runs(text: str, names: NameWords) -> list[list[str]]:
    """Runs of capitalised words, with the links between them."""
    runs: list[list[str]] = []
    current: list[str] = []
    last = 0
    for match in _CAPITALS.finditer(text):
        word = fold(match.group())
        apart = text[last : match.start()].strip(" \u00a0-&'’") != ""
        if apart and current:
            runs.append(current)
            current = []
        last = match.end()
        if match.group()[0].isupper() or (word in names.links and current):
            current.extend(part for part in word.split("-") if part)
        elif current:
            runs.append(current)
            current = []
    return [*runs, current] if current else runs
