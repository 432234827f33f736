"""Hedges: a statement that is firmer than its quote.

Owns the rule `hedge-dropped` and the order of firmness at work (might < may < is believed to < is expected to < is set
to < will, or plain fact). Softer than the quote is never a fault.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.modality.attributing import attributes
from briefgen.evidence.modality.conditions import dropped_conditions
from briefgen.evidence.modality.cues import Cue, Cued, CueKind, company_of, cued
from briefgen.evidence.modality.hardening import (
    denies_plan,
    excused,
    firmer_words,
    hardened,
    is_allowed,
    is_compared,
)
from briefgen.evidence.text.alignment import Aligned, align, comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, clauses

RULE = "hedge-dropped"
_BE = frozenset("is are was were".split())
_HALF = 0.5
"""The share of a sentence's words from which on one word in common with a hedged one's company is enough."""

_FEW = 3
"""So many words may stand in the place of a hedge."""

_NEAR = 6
"""Words on either side that are the company of another; a wider window reports more faithful statements and no more faults."""

# Words that soften a statement without being a hedge of any one firmness.
_SOFT = frozenset(
    "would can if should plan plans planned planning hope hopes aim aims proposal bid likely whether forecast forecasts "
    "projection projections prediction predictions expectation expectations outlook".split()
)

# Steps so small that writers take one for the other: told, not faulted.
_SLIGHT = frozenset(
    {
        (Firmness.MIGHT, Firmness.MAY),
        (Firmness.MAY, Firmness.BELIEVED),
        (Firmness.BELIEVED, Firmness.EXPECTED),
    }
)


def hedge_changes(
    statement: Wording, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    if not comparable(statement, quotes):
        return
    theirs = [cued(quote, words, CueKind.HEDGE) for quote in quotes]
    own = cued(statement, words, CueKind.HEDGE)
    for sentence in clauses(statement):
        aligned = align(statement, sentence, quotes)
        if aligned is None or _asks(statement, sentence):
            continue
        if aligned.near:
            found = next(_kept_close(aligned, own, theirs[aligned.number], words), None)
        else:
            found = next(_free(aligned, own, theirs, words), None)
        found = found or next(_unconditional(statement, range(*sentence), own, quotes, words), None)
        if found is not None:
            yield found


def _asks(text: Wording, sentence: tuple[int, int]) -> bool:
    """Whether a sentence is a question, which says nothing firmly."""
    return text.text[text.ends[sentence[1] - 1] :].lstrip("”\"'’ ").startswith("?")


def _kept_close(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    """What a sentence near the wording says more firmly: a hedge that is gone, or firmer words in the place of others."""
    swapped = (
        _mismatch(aligned.statement, place, aligned.quote, aligned.number, _as_cue(first, last), "warning")
        for place, first, last in firmer_words(aligned, words)
    )
    return chain(_near(aligned, own, quoted, words), _proven(aligned, words), swapped)


def _as_cue(first: int, last: int) -> Cue:
    return Cue(CueKind.HEDGE, first, last, None, last)


def _unconditional(
    text: Wording, sentence: range, own: Cued, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """What a quote says on a condition, and the statement without any."""
    soft = any(cue.first in sentence and cue.firmness < Firmness.SCHEDULED for cue in own.cues)
    if soft or not _SOFT.isdisjoint(text.words[sentence.start : sentence.stop]):
        return
    for number, first, last, place in dropped_conditions(text, sentence, quotes, words):
        yield _mismatch(text, place, quotes[number], number, _as_cue(first, last), "warning")


def _near(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    sentence = range(aligned.first, aligned.stop)
    fresh = [
        cue
        for cue in own.cues
        if cue.first in sentence
        and aligned.partner(cue.first) not in quoted.starts
        and (cue.phrase not in words.promises or aligned.partner(cue.first) < 0)
    ]
    firmness = min((cue.firmness for cue in fresh), default=Firmness.CERTAIN)
    attributed = _told_otherwise(aligned, words)
    for cue in quoted.cues:
        if _is_kept(aligned, cue) or firmness <= cue.firmness:
            continue
        place = _governed(aligned, cue)
        if place is None or (attributed and cue.firmness is Firmness.BELIEVED):
            continue
        if (
            hardened(aligned, cue, place, words)
            if not cue.missed
            else not excused(aligned, cue, place, words)
        ):
            level = _level(cue.firmness, firmness)
            first = _instead_of(aligned, cue, place)
            yield _mismatch(aligned.statement, place, quoted.text, aligned.number, cue, level, first)


def _is_kept(aligned: Aligned, cue: Cue) -> bool:
    """Whether the statement keeps a hedge; of "are to", whose verb stands in any sentence, both words."""
    last = cue.last if aligned.quote.words[cue.first] in _BE else cue.first
    return aligned.to_statement[last] >= 0


def _instead_of(aligned: Aligned, cue: Cue, place: int) -> int:
    """The first of the few words that stand where the hedge stood, right before the word at `place`: of "will leave", will."""
    for left, right in aligned.gaps():
        if cue.first in right and left and left.stop == place and len(left) <= _FEW:
            return left.start
    return place


def _governed(aligned: Aligned, cue: Cue) -> int | None:
    """The statement's word that the dropped hedge governed, if it was kept."""
    if cue.head is not None and aligned.to_statement[cue.head] >= 0:
        return aligned.to_statement[cue.head]
    first, stop = aligned.quote.sentence_of(cue.first)
    after = aligned.to_statement[cue.last + 1] if cue.last + 1 < stop else -1
    before = aligned.to_statement[cue.first - 1] if cue.first > first else -1
    return after if after >= 0 and (cue.head is None or before >= 0) else None


def _told_otherwise(aligned: Aligned, words: ModalityWords) -> bool:
    """Whether the statement's own words attribute what the quote calls alleged or reported."""
    return attributes(aligned.statement, frozenset(i for left, _ in aligned.gaps() for i in left), words)


def _proven(aligned: Aligned, words: ModalityWords) -> Iterator[Mismatch]:
    """A claim of the quote that the statement calls proof."""
    for left, right in aligned.gaps():
        proof = next((i for i in left if aligned.statement.stems[i] in words.proofs), None)
        claim = next((j for j in right if aligned.quote.stems[j] in words.claims), None)
        if proof is not None and claim is not None:
            yield _mismatch(
                aligned.statement, proof, aligned.quote, aligned.number, _as_cue(claim, claim), "warning"
            )


def _free(aligned: Aligned, own: Cued, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    """A hedged word that the statement asserts in like company, without any hedge in its sentence."""
    text, sentence = aligned.statement, range(aligned.first, aligned.stop)
    firmness = min((cue.firmness for cue in own.cues if cue.first in sentence), default=Firmness.CERTAIN)
    soft = _SOFT.intersection(text.words[sentence.start : sentence.stop])
    if soft and not any(soft.intersection(hedged.text.words) for hedged in theirs):
        return
    company = company_of(text, sentence, words)
    attributed = attributes(text, sentence, words)
    for number, hedged in enumerate(theirs):
        for cue in hedged.cues:
            if firmness <= cue.firmness or (cue.firmness, firmness) in _SLIGHT:
                continue
            if not cue.missed or cue.head is None or hedged.text.stems[cue.head] not in company:
                continue
            if _means_otherwise(hedged.text, cue, text, sentence, words):
                continue
            place = text.stems.index(hedged.text.stems[cue.head], sentence.start)
            if denies_plan(text, place, words):
                continue
            shared, of = _shared(text, place, sentence, hedged.text, cue, words)
            if (
                shared < (1 if aligned.share >= _HALF else 2)
                or shared * 2 < of
                or _asserted(theirs, text.stems[place])
            ):
                continue
            if cue.firmness is not Firmness.BELIEVED or not attributed:
                yield _mismatch(text, place, hedged.text, number, cue, "warning")


def _means_otherwise(quote: Wording, cue: Cue, text: Wording, sentence: range, words: ModalityWords) -> bool:
    """Whether a hedge is none that a free wording must keep: what a thing is for, "not possible", a "may" that allows.

    Nor a "whether": in free wording a question becomes a topic (its lawfulness was left open).
    """
    if cue.phrase == ("whether",):
        return True
    if cue.phrase == ("may",):
        return is_allowed(text, sentence, words)
    denied = cue.phrase == ("possible",) and "not" in quote.words[max(0, cue.first - 2) : cue.first]
    return denied or cue.phrase in words.purposes or is_compared(quote, cue)


def _shared(
    text: Wording, place: int, sentence: range, quote: Wording, cue: Cue, words: ModalityWords
) -> tuple[int, int]:
    """How many of the words around the hedged one stand around it in the statement too, and of how many."""
    before = company_of(quote, range(max(0, cue.first - _NEAR), cue.first), words)
    clause = before | company_of(quote, range(cue.last + 1, min(cue.stop, cue.last + _NEAR + 1)), words)
    near = company_of(
        text, range(max(sentence.start, place - _NEAR), min(sentence.stop, place + _NEAR + 1)), words
    )
    return len(clause & near) - 1, len(clause)


def _asserted(theirs: Sequence[Cued], root: str) -> bool:
    """Whether some quote says the word without a hedge."""
    return any(root in hedged.plain_stems for hedged in theirs)


def _level(quoted: Firmness, own: Firmness) -> str:
    return "info" if (quoted, own) in _SLIGHT else "warning"


def _mismatch(
    text: Wording, place: int, quote: Wording, number: int, cue: Cue, level: str, first: int | None = None
) -> Mismatch:
    said = quote.raw(cue.first, cue.last)
    first = place if first is None else first
    question = cue.phrase == ("whether",)
    shown = quote.raw(cue.first, cue.stop - 1) if question else said
    message = f"“{text.raw(first, place)}” is said more firmly than in the quote (“{shown}”)"
    return Mismatch(
        RULE, level, text.starts[first], text.ends[place], message, number,
        quote.starts[cue.first], quote.ends[cue.last], said,
    )  # fmt: skip
