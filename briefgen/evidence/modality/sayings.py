"""Who says what in a text: the words that attribute, and the words that are attributed.

Claims, opinions, forecasts and reports by a party are sayings; speaker labels and nouns (a report, the state) are not.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.text.auxiliaries import BE
from briefgen.evidence.text.wording import Break, Wording

REACH = 80  # words on either side of a saying; no sentence that is read aloud is longer
_PARTY = 5
"""So many words name a party that is set off behind what it found."""
_SAID_BY, _WHEN = 9, 4
"""So many words may name who speaks behind the verb (said Mr X, the head of …), and when (he said on Monday)."""


class Saying(Struct, frozen=True):
    """An attribution in a quote: the words `first` to `last` that make it, and the words it is about."""

    first: int
    last: int
    verb: int
    content: tuple[int, ...]


@lru_cache(maxsize=256)
def sayings(text: Wording, words: ModalityWords) -> tuple[Saying, ...]:
    """The attributions of a text whose loss would matter."""
    found = []
    openers = {phrase[0] for phrase in words.report_phrases}
    for index, (word, root) in enumerate(zip(text.words, text.stems, strict=True)):
        if word not in openers and root not in words.reports:
            continue
        saying = _saying(text, index, words)
        if saying is not None and saying.content:
            found.append(saying)
    return tuple(found)


def _saying(text: Wording, index: int, words: ModalityWords) -> Saying | None:
    first, stop = text.sentence_of(index)
    first, stop = max(first, index - REACH), min(stop, index + REACH)
    phrase = next(
        (p for p, missed in words.report_phrases.items() if missed and _stands(text, index, p)), None
    )
    if phrase is not None:
        last = _party_end(text, index + len(phrase), stop) - 1
        ahead = index == first or text.breaks[index] is Break.CLAUSE
        return Saying(index, last, index, tuple(range(last + 1, stop) if ahead else range(first, index)))
    if _is_apposed(text, index, first):
        end = _party_end(text, index + 1, stop) - 1
        return Saying(index, end, index, tuple(range(first, index)))
    if is_coined(text, index, words):
        return None
    if not _is_missed(text, index, words) or not _is_verb(text, index, first):
        return None
    party, last = _party_start(text, index, first), _party_end(text, index + 1, stop) - 1
    if not _set_off(text, index, party, last, first, stop):
        if text.words[party] in _RELATIVE and party > first:
            stop = last + 1  # the firm, which said that it was pleased, …
        return Saying(party, index, index, tuple(range(index + 1, stop)))
    around = range(first, party) if last + 1 >= stop else range(first, stop)
    return Saying(party, last, index, tuple(i for i in around if not party <= i <= last))


@lru_cache(maxsize=256)
def denials(text: Wording, words: ModalityWords) -> tuple[Saying, ...]:
    """The denials of a text: a party says that something is not so, and withholds nothing (denied them access)."""
    return tuple(
        saying
        for i, root in enumerate(text.stems)
        if root in words.denials
        for saying in _denial(text, i, words)
    )


def _denial(text: Wording, index: int, words: ModalityWords) -> Iterator[Saying]:
    first, stop = text.sentence_of(index)
    first, stop = max(first, index - REACH), min(stop, index + REACH)
    party = _party_start(text, index, first)
    doubled = text.words[index - 1 : index] in (("not",), ("never",))
    if party == index or doubled or not _is_verb(text, index, first):
        return
    content = range(index + 1, _party_end(text, index + 1, stop))
    if _is_claim(text, index + 1) and words.withheld.isdisjoint(text.stems[content.start : content.stop]):
        yield Saying(party, index, index, tuple(content))


def _is_claim(text: Wording, index: int) -> bool:
    """Whether what is denied begins as a claim: that he met them, meeting them, any part in it, links to them."""
    word = text.words[index] if index < len(text) else ""
    return word in _DENIED or word.endswith(("ing", "ment", "tion", "sion"))


def is_coined(text: Wording, verb: int, words: ModalityWords) -> bool:
    """Whether a verb gives a party's own word for a thing: in what the army called a "surgical strike"."""
    before = text.words[max(text.sentence_of(verb)[0], verb - _PARTY) : verb]
    return text.stems[verb] in words.judgements and "what" in before


def _is_missed(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether the loss of a verb of saying is a fault; of "suspects" only where it says what, never of what is kept up."""
    if text.stems[index] == "maintain" and text.words[index + 1 : index + 2] in _ITS:
        return False
    suspects = text.stems[index] in words.claims and text.words[index + 1 : index + 2] == ("that",)
    return words.reports.get(text.stems[index], False) or suspects


def _is_apposed(text: Wording, index: int, first: int) -> bool:
    """Whether a noun calls what stands before it a claim: ", a claim that the ministry rejects"."""
    if text.words[index] not in _CLAIMS or text.words[index + 1 : index + 2] not in _CLAUSES:
        return False
    start = index - 1 if index > first and text.words[index - 1] in {"a", "an"} else index
    return start > first and text.breaks[start] in (Break.COMMA, Break.CLAUSE)


def _stands(text: Wording, index: int, phrase: tuple[str, ...]) -> bool:
    return text.words[index] == phrase[0] and text.words[index : index + len(phrase)] == phrase


def _set_off(text: Wording, index: int, party: int, last: int, first: int, stop: int) -> bool:
    """Whether the saying stands apart from what is said: …, police said; …, said Mr X on Monday; …, he said, …."""
    if text.breaks[party] not in (Break.COMMA, Break.CLAUSE) or party == first:
        return False
    if party == index:
        if text.words[index].endswith("ing"):
            return False  # …, saying that …
        return index + 1 < stop and text.words[index + 1] not in _SUBJECTS and last - index <= _SAID_BY
    trailing = index + 1 < stop and text.words[index + 1] in _TRAILING
    return last == index or (last - index <= _WHEN and (trailing or text.stems[index] == "tell"))


def _is_verb(text: Wording, index: int, first: int) -> bool:
    """Rules out nouns (a report, the state) and things found, passives (is said to) and infinitives after to."""
    word = text.words[index]
    back = index - 1
    while back > first and text.words[back] in _BETWEEN:
        back -= 1
    before = text.words[back] if index > first else ""
    after = text.words[index + 1] if index + 1 < len(text) else ""
    if (
        word.endswith("ly")
        or before in _NOUN_MARKS
        or (before in BE and word not in {"told", "saying"})
        or index == first
    ):
        return False
    if word == "claim" and after == "to":  # rebels claim to hold, not the rebels' claim to
        return before.endswith("s") and text.text[text.ends[index - 1]] == " "
    if word in _NOUNS:
        return after == "that" or _closes(text, index, first)
    return not (word == "tells" and after == "you")


def _closes(text: Wording, index: int, first: int) -> bool:
    """Whether a word that may be a noun ends what a party is set off by: ", the survey found"."""
    ends = index + 1 >= len(text) or text.breaks[index + 1] is not Break.NONE
    party = _party_start(text, index, first)
    return ends and first < party < index and text.breaks[party] is Break.COMMA and index - party <= _PARTY


_BETWEEN = frozenset("not also widely generally now still often long already never".split())
_NOUNS = frozenset(
    "state states report reports claim estimate estimates forecast forecasts feel fear fears comment comments remark remarks "
    "find finds found blame".split()
)
_SUBJECTS = frozenset("it he she they we i you there that this these those".split())
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations charge charges assertion assertions".split()
)
_CLAUSES = frozenset(
    {("that",), ("which",), ("the",), ("he",), ("she",), ("it",), ("they",), ("denied",), ("rejected",)}
)
_DENIED = frozenset(
    "that any all a an having talks links ties contacts contact meetings plans knowledge responsibility reports claims".split()
)
_ITS = frozenset({("its",), ("their",), ("his",), ("her",), ("our",)})
_RELATIVE = frozenset("which who whom".split())
_TRAILING = frozenset("on in at late early yesterday today earlier last this after during".split())
_NOUN_MARKS = frozenset(
    "the a an his her its their our my this that these those to of for in on no any some every without despite amid".split()
)


def _party_start(text: Wording, index: int, first: int) -> int:
    """The first word of the party that speaks: back to the last break."""
    at = index
    while at > first and text.breaks[at] is Break.NONE:
        at -= 1
    return at


def _party_end(text: Wording, index: int, stop: int) -> int:
    while index < stop and text.breaks[index] is Break.NONE:
        index += 1
    return index
