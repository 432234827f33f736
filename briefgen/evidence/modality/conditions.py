"""Conditions: what a quote says will be if something else is, and a statement says will be.

Owns where a condition stands in a sentence, what depends on it, and whether a statement tells of that without it.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.languages.modality_words import ModalityWords, Phrase
from briefgen.evidence.modality.cues import company_of, is_content
from briefgen.evidence.text.wording import Break, Wording

_MODALS = frozenset("will would shall must".split())
_REACH = 80  # words on either side of a condition; no sentence that is read aloud is longer
_LEAST, _MOST = 2, 0.6
"""Words that what depends must share with the statement, and the share of the statement's that they must be."""

_JOINS = frozenset("and but or while".split())
_NOT_BEFORE = frozenset("as even not what or only and".split())
_NOT_AFTER = frozenset("any not necessary possible needed so anything".split())
_GIVEN = frozenset("provided providing".split())
_GIVEN_BY = frozenset("by with for to in at from".split())
_FINITE = frozenset("is are has have can does do will".split())
_CLAUSE = 12
"""So many words on either side of "provided" may be the clauses that it joins."""

_ASKING = frozenset(
    "ask asked asking know see wonder wondered question unclear clear decide determine check doubt sure tell".split()
)
_TOLD = frozenset(
    "if unless provided providing when whenever once after until before condition conditions conditional depends depend depending "
    "should assuming without subject only long otherwise case contingent pending hinges".split()
)
"""Words by which a statement tells that something depends."""


class Condition(Struct, frozen=True):
    """A condition, words `first` to `last`, and the words of its sentence that depend on it."""

    first: int
    last: int
    depends: tuple[int, ...]


def dropped_conditions(
    text: Wording, sentence: range, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the quote, the first and last word of the condition there, and the word of the statement that depended on it."""
    found = [conditions(quote, words) for quote in quotes]
    if not any(found) or not _TOLD.isdisjoint(text.words[sentence.start : sentence.stop]):
        return
    own = company_of(text, sentence, words)
    for number, those in enumerate(found):
        for condition in those:
            quote = quotes[number]
            depends = company_of(quote, condition.depends, words)
            enough = max(_LEAST, _MOST * len(own))
            if len(depends & own) < enough or not _is_dropped(quote, condition, own - depends, words):
                continue
            verb = _verb(quote, condition.depends, words)
            if verb not in text.stems[sentence.start : sentence.stop] or _said_elsewhere(
                own, enough, quotes, found, words
            ):
                continue
            place = next(i for i in sentence if text.stems[i] == verb)
            yield number, condition.first, condition.last, place


def _is_dropped(quote: Wording, condition: Condition, rest: frozenset[str], words: ModalityWords) -> bool:
    """Whether hardly anything of the condition stands among the other words of the statement."""
    content = company_of(quote, range(condition.first + 1, condition.last + 1), words)
    return len(content & rest) * 2 < max(1, len(content))


def _said_elsewhere(
    own: frozenset[str],
    enough: float,
    quotes: tuple[Wording, ...],
    found: list[tuple[Condition, ...]],
    words: ModalityWords,
) -> bool:
    """Whether a sentence without a condition says as much."""
    for quote, those in zip(quotes, found, strict=True):
        for first, stop in quote.sentences:
            free = not any(first <= each.first < stop for each in those)
            if free and len(own & company_of(quote, range(first, stop), words)) >= enough:
                return True
    return False


def _verb(quote: Wording, places: tuple[int, ...], words: ModalityWords) -> str:
    """The stem of what will be: the first word of meaning after the modal verb."""
    modal = next(i for i in places if quote.words[i] in _MODALS)
    after = (
        i for i in places if i > modal and is_content(quote, words, i) and quote.words[i] not in words.adverbs
    )
    return next((quote.stems[i] for i in after), "")


@lru_cache(maxsize=256)
def conditions(text: Wording, words: ModalityWords) -> tuple[Condition, ...]:
    """The conditions of a text on which something depends that will or would be."""
    return tuple(_conditions(text, words))


def _conditions(text: Wording, words: ModalityWords) -> Iterator[Condition]:
    firsts = {phrase[0] for phrase in words.conditions} | {"should"}
    for index, word in enumerate(text.words):
        if word not in firsts:
            continue
        phrase = _phrase(text, index, words)
        if phrase is None or not _is_condition(text, index, index + len(phrase)):
            continue
        condition = _around(text, index)
        if any(text.words[i] in _MODALS for i in condition.depends):
            yield condition


def _phrase(text: Wording, index: int, words: ModalityWords) -> Phrase | None:
    if text.words[index] == "should":  # should it go through, …
        opens = text.breaks[index] is not Break.NONE or index == text.sentence_of(index)[0]
        return ("should",) if opens else None
    matching = [p for p in words.conditions if text.words[index : index + len(p)] == p]
    return max(matching, key=len, default=None)


def _is_condition(text: Wording, index: int, after: int) -> bool:
    """Rules out "as if", "even if", "if any", questions that are asked (asked if), and what somebody provided."""
    before = text.words[index - 1] if index > text.sentence_of(index)[0] else ""
    following = text.words[after] if after < len(text) else ""
    if after == index + 1 and text.words[index] in _GIVEN:
        joins = not before or text.breaks[index] is Break.COMMA or _joins_clauses(text, index)
        return joins and following not in _GIVEN_BY
    return before not in _NOT_BEFORE | _ASKING and following not in _NOT_AFTER


def _joins_clauses(text: Wording, index: int) -> bool:
    """Whether what will be stands before a word, and a clause of its own behind: "will resume provided the road is safe"."""
    first, stop = text.sentence_of(index)
    before = range(index - 1, max(first, index - _CLAUSE) - 1, -1)
    after = range(index + 1, min(stop, index + _CLAUSE))
    end = next((i for i in after if text.breaks[i] is not Break.NONE), after.stop)
    told = not _FINITE.isdisjoint(text.words[index + 1 : end])
    return told and any(text.words[i] in _MODALS for i in before)


def _parts(text: Wording, index: int) -> bool:
    """Whether another clause begins at a word: after a semicolon or dash, or with ", and" and its like."""
    joined = text.breaks[index] is Break.COMMA and text.words[index] in _JOINS
    return joined or text.breaks[index] is Break.CLAUSE


def _around(text: Wording, index: int) -> Condition:
    """A condition runs to the next comma; what depends on it stands before it, and after it where commas set it apart."""
    first, stop = text.sentence_of(index)
    first, stop = max(first, index - _REACH), min(stop, index + _REACH)
    end = next((i for i in range(index + 1, stop) if text.breaks[i] is not Break.NONE), stop)
    begin = max((i for i in range(first, index + 1) if _parts(text, i)), default=first)
    after = next((i for i in range(end, stop) if text.breaks[i] is Break.CLAUSE), stop)
    enclosed = end < after and (index == begin or text.breaks[index] is Break.COMMA)
    return Condition(index, end - 1, (*range(begin, index), *(range(end, after) if enclosed else ())))
