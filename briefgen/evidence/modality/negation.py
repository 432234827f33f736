"""Negation: a statement that affirms what its quote denies, or denies what it affirms.

Owns the rule `negation-changed`. Near the quote's wording each negator is followed to the very word that it governs;
in free wording only a word that both sides share, in like company, is compared.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import Cue, Cued, CueKind, cued, is_content
from briefgen.evidence.modality.in_place import exchanges, prefixed
from briefgen.evidence.modality.negation_free import (
    AWAITING,
    CLOSE,
    Words,
    free_changes,
    is_doubled,
    places_of,
    told,
    waits_for,
    with_head,
)
from briefgen.evidence.modality.polarity import opposites_of, refusals, shades
from briefgen.evidence.text.alignment import Aligned, align, comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, clauses

_PLAIN = frozenset("not never".split())
_PARTICLES = frozenset("against out".split())
_LEAD = 6  # words before another by which it may be forbidden or refused
_AFTER = frozenset("only after once until when from".split())


def negation_changes(
    statement: Wording, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    if not comparable(statement, quotes):
        return
    own = cued(statement, words, CueKind.NEGATION)
    theirs = [cued(quote, words, CueKind.NEGATION) for quote in quotes]
    for sentence in clauses(statement):
        aligned = align(statement, sentence, quotes)
        if aligned is None:
            continue
        found = next(_near(aligned, own, theirs[aligned.number], words), None) if aligned.near else None
        found = found or next(free_changes(aligned, own, theirs, words), None)
        if found is not None:
            yield found


def _near(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    rest = _counts_the_rest(aligned, words)
    if not rest:
        yield from _inserted(aligned, own, quoted, words)
        yield from _dropped(aligned, own, quoted, words)
    for mine, theirs in prefixed(aligned):
        yield _mismatch(aligned, mine, theirs)
    for each in exchanges(aligned, own, quoted, words, rest):
        yield _mismatch(aligned, (each.own, each.own), (each.quoted, each.quoted))


def _counts_the_rest(aligned: Aligned, words: ModalityWords) -> bool:
    """Whether "not" came or went together with a change of count: most did not, for only a few did."""
    text, quote = aligned.statement, aligned.quote
    counted = any(
        text.words[i] in words.some_words
        and not opposites_of(words, text.words[i]).isdisjoint(quote.stems[right.start : right.stop])
        for left, right in aligned.gaps()
        for i in left
    )
    gained = sum(text.words[i] in _PLAIN for left, _ in aligned.gaps() for i in left)
    lost = sum(quote.words[j] in _PLAIN for _, right in aligned.gaps() for j in right)
    return counted and gained + lost == 1


def _inserted(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    fresh = [
        cue
        for cue in own.cues
        if aligned.first <= cue.first < aligned.stop and aligned.partner(_telling(aligned.statement, cue)) < 0
    ]
    if not fresh or _moved(aligned, quoted):
        return
    if len(fresh) > 1:
        return  # two make an "only": none without papers, only those with papers
    quoted_no = refusals(aligned.quote, words)
    for cue in fresh:
        if (
            cue.head is None
            or _denies_opposite(aligned, cue, words)
            or _said_no(aligned, cue, quoted_no, words)
        ):
            continue
        partner = aligned.partner(cue.head)
        if partner < 0:
            partner = next(places_of(quoted.text, aligned.statement.stems[cue.head]), -1)
        if partner >= 0 and partner not in quoted.governed:
            yield _mismatch(aligned, (cue.first, cue.last), (partner, partner), with_head(cue))


def _telling(text: Wording, cue: Cue) -> int:
    """The word of a negator by which it denies: the particle of a verb that may have another (voted for, voted against)."""
    return cue.last if text.words[cue.last] in _PARTICLES else cue.first


def _denies_opposite(aligned: Aligned, cue: Cue, words: ModalityWords) -> bool:
    """Whether a negator stands before the opposite of a word that the quote has in its place: not likely, unlikely."""
    if cue.last + 1 >= aligned.stop:
        return False
    contrary = opposites_of(words, aligned.statement.words[cue.last + 1], in_place=True)
    return any(
        cue.first in left and contrary.intersection(aligned.quote.stems[right.start : right.stop])
        for left, right in aligned.gaps()
    )


def _said_no(aligned: Aligned, cue: Cue, quoted_no: frozenset[int], words: ModalityWords) -> bool:
    """Whether the quote says as much in words of its own: only a handful, only after; some for not all."""
    text, quote = aligned.statement, aligned.quote
    awaits = not AWAITING.isdisjoint(text.words[cue.last + 1 : cue.stop])
    if awaits and not _AFTER.isdisjoint(quote.words):
        return True
    if cue.last + 1 < len(text) and text.words[cue.last + 1] in words.all_words:
        return not words.some_words.isdisjoint(quote.words)
    if any(cue.first in left and not quoted_no.isdisjoint(right) for left, right in aligned.gaps()):
        return True
    place = aligned.partner(cue.head) if cue.head is not None else -1
    lead = range(max(quote.sentence_of(place)[0], place - _LEAD), place) if place >= 0 else ()
    return any(j in quoted_no and aligned.to_statement[j] < 0 for j in lead)


def _moved(aligned: Aligned, quoted: Cued) -> bool:
    """Whether the quote has a negator of its own, within what was taken, that the statement has in another place."""
    taken = [j for j in aligned.to_quote if j >= 0]
    return any(
        taken[0] <= cue.first <= taken[-1] and aligned.to_statement[cue.first] < 0
        for cue in quoted.cues
        if taken
    )


def _dropped(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    sentence = range(aligned.first, aligned.stop)
    if any(cue.first in sentence and aligned.partner(cue.last) < 0 for cue in own.cues) or _says_no(
        aligned, words
    ):
        return
    for cue in quoted.cues:
        if cue.head is None or _kept(aligned, cue) or is_doubled(quoted, cue):
            continue
        if waits_for(quoted.text, cue, aligned.statement, sentence, words):
            continue
        place = aligned.to_statement[cue.head]
        if place < 0 and _is_light(quoted.text, cue.head, words):
            after = range(cue.head + 1, min(cue.stop, cue.head + CLOSE))
            place = next((aligned.to_statement[j] for j in after if is_content(aligned.quote, words, j)), -1)
        if place >= 0 and place not in own.governed:
            yield _mismatch(aligned, (place, place), with_head(cue))


def _is_light(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether a verb means little without what follows it (find a candidate), and does not say no itself (give up)."""
    return text.stems[index] in words.light_verbs and index not in refusals(text, words)


def _kept(aligned: Aligned, cue: Cue) -> bool:
    """Whether the statement keeps the word that denies, or does not tell of the act by which it is denied (voted against)."""
    if aligned.quote.words[cue.last] == "against":
        return aligned.to_statement[cue.last] >= 0 or aligned.to_statement[cue.first] < 0
    return aligned.to_statement[cue.first] >= 0


def _says_no(aligned: Aligned, words: ModalityWords) -> bool:
    """Whether the statement's own words say no in another way."""
    own = shades(aligned.statement, words)
    return any(i in own for left, _ in aligned.gaps() for i in left)


def _mismatch(aligned: Aligned, own: Words, quoted: Words, whole: Words | None = None) -> Mismatch:
    return replace(told(aligned.statement, own, aligned.quote, aligned.number, quoted, whole), level="error")
