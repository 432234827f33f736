"""Attribution: a statement that gives as fact what its quote gives as somebody's words.

Owns the rule `attribution-dropped`. Claims, opinions, forecasts and reports by a party count; speaker labels do not,
nor acts that are done by announcing them (a pledge, an order).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.evidence.alignment import Aligned, align
from briefgen.evidence.cues import CueKind, find_cues, is_content
from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.mismatch import Mismatch
from briefgen.evidence.wording import Break, Wording

RULE = "attribution-dropped"
_BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution in a quote: the words `first` to `last` that make it, and the words it is about."""

    first: int
    last: int
    content: range


def attribution_changes(statement: Wording, quotes: Sequence[Wording], words: ModalityWords) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    theirs = [sayings(quote, words) for quote in quotes]
    if not any(theirs):
        return
    for sentence in statement.sentences:
        if attributes(statement, range(*sentence), words):
            continue
        aligned = align(statement, sentence, quotes)
        if aligned is None:
            continue
        if aligned.near:
            found = next(_near(aligned, theirs[aligned.number], words), None)
        else:
            found = None
        if found is not None:
            yield found


def sayings(text: Wording, words: ModalityWords) -> tuple[Saying, ...]:
    """The attributions of a text whose loss would matter."""
    found = []
    for index in range(len(text)):
        saying = _saying(text, index, words)
        if saying is not None and saying.content:
            found.append(saying)
    return tuple(found)


def _saying(text: Wording, index: int, words: ModalityWords) -> Saying | None:
    first, stop = text.sentence_of(index)
    if text.words[index : index + 2] == ("according", "to"):
        last = _party_end(text, index + 2, stop)
        ahead = range(last, stop) if index == first or text.breaks[index] is Break.CLAUSE else range(first, index)
        return Saying(index, last - 1, ahead)
    if not words.reports.get(text.stems[index], False) or not _is_verb(text, index, first):
        return None
    if _closes(text, index, stop):
        return Saying(_party_start(text, index, first), _party_end(text, index + 1, stop) - 1, range(first, _party_start(text, index, first)))
    return Saying(_party_start(text, index, first), index, range(index + 1, stop))


def _is_verb(text: Wording, index: int, first: int) -> bool:
    """Rules out nouns (a report, the state), passives (is said to) and infinitives after to."""
    word = text.words[index]
    before = text.words[index - 1] if index > first else ""
    after = text.words[index + 1] if index + 1 < len(text) else ""
    if before in _NOUN_MARKS or (before in _BE and word not in {"told", "saying"}) or index == first:
        return False
    return word not in {"state", "report", "claim", "estimate", "forecast", "feel", "fear", "argument", "report's"} or after == "that"


_NOUN_MARKS = frozenset("the a an his her its their our my this that these those to of for in on no any some every".split())


def _closes(text: Wording, index: int, stop: int) -> bool:
    """Whether the verb stands at the end of its sentence (…, police said.), or before its party (…, said Mr X)."""
    return stop - index <= 2


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


def attributes(text: Wording, places: range, words: ModalityWords) -> bool:
    """Whether the words attribute what they say, in any way."""
    if any(text.stems[i] in words.reports or text.stems[i] in words.report_nouns for i in places):
        return True
    cues = find_cues(text, words)
    return any(
        cue.first in places
        and (cue.kind is CueKind.ATTRIBUTION or (cue.kind is CueKind.HEDGE and cue.firmness is Firmness.BELIEVED))
        for cue in cues
    )


def _near(aligned: Aligned, theirs: Sequence[Saying], words: ModalityWords) -> Iterator[Mismatch]:
    for saying in theirs:
        content = [j for j in saying.content if is_content(aligned.quote, words, j)]
        kept = sum(aligned.to_statement[j] >= 0 for j in content)
        if content and kept * 2 >= len(content):
            yield _mismatch(aligned, saying)


def _mismatch(aligned: Aligned, saying: Saying) -> Mismatch:
    text, quote = aligned.statement, aligned.quote
    said = quote.raw(saying.first, saying.last)
    message = f"the quote attributes this (“{said}”), the statement does not"
    return Mismatch(
        RULE, "warning", text.starts[aligned.first], text.ends[aligned.stop - 1], message, aligned.number,
        quote.starts[saying.first], quote.ends[saying.last], said,
    )  # fmt: skip
