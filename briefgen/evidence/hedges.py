"""Hedges: a statement that is firmer than its quote.

Owns the rule `hedge-dropped` and the order of firmness at work (might < may < is believed to < is expected to < is set
to < will, or plain fact). Softer than the quote is never a fault.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefgen.evidence.alignment import Aligned, align
from briefgen.evidence.cues import Cue, CueKind, find_cues, is_content
from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.mismatch import Mismatch
from briefgen.evidence.wording import Wording

RULE = "hedge-dropped"
HALF = 0.5

# Words that soften a statement without being a hedge of any one firmness.
_SOFT = frozenset(
    "would can if should plan plans planned planning hope hopes aim aims proposal bid likely whether".split()
)

# Steps so small that writers take one for the other: told, not faulted.
_SLIGHT = frozenset(
    {
        (Firmness.MIGHT, Firmness.MAY),
        (Firmness.MAY, Firmness.BELIEVED),
        (Firmness.BELIEVED, Firmness.EXPECTED),
    }
)


@dataclass(frozen=True, slots=True)
class Hedged:
    """A text with its hedges."""

    text: Wording
    cues: tuple[Cue, ...]

    @classmethod
    def read(cls, text: Wording, words: ModalityWords) -> "Hedged":
        """Finds the hedges of a text."""
        return cls(text, tuple(cue for cue in find_cues(text, words) if cue.kind is CueKind.HEDGE))


def hedge_changes(
    statement: Wording, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    theirs = [Hedged.read(quote, words) for quote in quotes]
    if not any(hedged.cues or not words.claims.isdisjoint(hedged.text.stems) for hedged in theirs):
        return
    own = Hedged.read(statement, words)
    for sentence in statement.sentences:
        aligned = align(statement, sentence, quotes)
        if aligned is None:
            continue
        if aligned.near:
            found = next(
                chain(_near(aligned, own, theirs[aligned.number], words), _proven(aligned, words)), None
            )
        else:
            found = next(_free(aligned, own, theirs, words), None)
        if found is not None:
            yield found


def _near(aligned: Aligned, own: Hedged, quoted: Hedged, words: ModalityWords) -> Iterator[Mismatch]:
    fresh = [
        cue
        for cue in own.cues
        if aligned.first <= cue.first < aligned.stop and aligned.partner(cue.first) < 0
    ]
    for cue in quoted.cues:
        if aligned.to_statement[cue.first] >= 0 or not cue.missed:
            continue
        place = _governed(aligned, cue)
        if place is None or _told_otherwise(aligned, cue, words):
            continue
        firmness = min((c.firmness for c in fresh), default=Firmness.CERTAIN)
        if firmness > cue.firmness:
            yield _mismatch(
                aligned.statement, place, quoted.text, aligned.number, cue, _level(cue.firmness, firmness)
            )


def _governed(aligned: Aligned, cue: Cue) -> int | None:
    """The statement's word that the dropped hedge governed, if it was kept."""
    if cue.head is not None and aligned.to_statement[cue.head] >= 0:
        return aligned.to_statement[cue.head]
    after = aligned.to_statement[cue.last + 1] if cue.last + 1 < len(aligned.quote) else -1
    before = aligned.to_statement[cue.first - 1] if cue.first else -1
    if cue.head is None or (after >= 0 and before >= 0):
        return after if after >= 0 else None
    return None


def _told_otherwise(aligned: Aligned, cue: Cue, words: ModalityWords) -> bool:
    """Whether the statement's own words attribute what the quote calls alleged or reported."""
    if cue.firmness is not Firmness.BELIEVED:
        return False
    stems = aligned.statement.stems
    return any(
        stems[i] in words.reports or stems[i] in words.report_nouns
        for left, _ in aligned.gaps()
        for i in left
    )


def _proven(aligned: Aligned, words: ModalityWords) -> Iterator[Mismatch]:
    """A claim of the quote that the statement calls proof."""
    for left, right in aligned.gaps():
        proof = next((i for i in left if aligned.statement.stems[i] in words.proofs), None)
        claim = next((j for j in right if aligned.quote.stems[j] in words.claims), None)
        if proof is not None and claim is not None:
            cue = Cue(CueKind.HEDGE, claim, claim, None, claim)
            yield _mismatch(aligned.statement, proof, aligned.quote, aligned.number, cue, "warning")


def _free(
    aligned: Aligned, own: Hedged, theirs: Sequence[Hedged], words: ModalityWords
) -> Iterator[Mismatch]:
    """A hedged word that the statement asserts in like company, without any hedge in its sentence."""
    text, sentence = aligned.statement, range(aligned.first, aligned.stop)
    firmness = min((cue.firmness for cue in own.cues if cue.first in sentence), default=Firmness.CERTAIN)
    soft = _SOFT.intersection(text.words[sentence.start : sentence.stop])
    if soft and not any(soft.intersection(hedged.text.words) for hedged in theirs):
        return
    company = _company(text, sentence, words)
    for number, hedged in enumerate(theirs):
        for cue in hedged.cues:
            if firmness <= cue.firmness or (cue.firmness, firmness) in _SLIGHT:
                continue
            if not cue.missed or cue.head is None or hedged.text.stems[cue.head] not in company:
                continue
            head = hedged.text.stems[cue.head]
            place = next(i for i in sentence if text.stems[i] == head)
            clause = _company(hedged.text, range(max(0, cue.first - 5), min(cue.stop, cue.head + 6)), words)
            near = _company(text, range(max(sentence.start, place - 6), min(sentence.stop, place + 7)), words)
            shared = len(clause & near) - 1
            if (
                shared < (1 if aligned.share >= HALF else 2)
                or shared * 2 < len(clause)
                or _asserted(theirs, head)
            ):
                continue
            if cue.firmness is not Firmness.BELIEVED or not _attributed(text, sentence, words):
                yield _mismatch(text, place, hedged.text, number, cue, "warning")


def _asserted(theirs: Sequence[Hedged], stem: str) -> bool:
    """Whether some quote says the same without a hedge."""
    for hedged in theirs:
        for place, other in enumerate(hedged.text.stems):
            if other == stem and not any(cue.covers(place) for cue in hedged.cues):
                return True
    return False


def _attributed(text: Wording, sentence: range, words: ModalityWords) -> bool:
    return any(text.stems[i] in words.reports or text.stems[i] in words.report_nouns for i in sentence)


def _company(text: Wording, places: range, words: ModalityWords) -> frozenset[str]:
    return frozenset(text.stems[i] for i in places if is_content(text, words, i))


def _level(quoted: Firmness, own: Firmness) -> str:
    return "info" if (quoted, own) in _SLIGHT else "warning"


def _mismatch(text: Wording, place: int, quote: Wording, number: int, cue: Cue, level: str) -> Mismatch:
    said = quote.raw(cue.first, cue.last)
    message = f"“{text.raw(place, place)}” is said more firmly than in the quote (“{said}”)"
    return Mismatch(
        RULE, level, text.starts[place], text.ends[place], message, number,
        quote.starts[cue.first], quote.ends[cue.last], said,
    )  # fmt: skip
