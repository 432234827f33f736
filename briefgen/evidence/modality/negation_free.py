"""Negation in free wording, where a statement and its quotes share no more than some words.

Owns what is compared there: a word that both sides have, in like company, denied on one side only; a denial of what most
words of a quote tell; and a word beside the same neighbour as its opposite.
"""

from collections.abc import Iterator, Sequence

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import Cue, Cued, company_of, is_content
from briefgen.evidence.modality.opposites import opposed
from briefgen.evidence.modality.polarity import is_dark, opposites_of, refusals, shades
from briefgen.evidence.text.alignment import Aligned
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording

Words = tuple[int, int]
"""The first and the last of some words that stand together."""

RULE = "negation-changed"
_REACH = 8  # words around another that may say no of it
CLOSE = 4  # words behind a negator that are shown with it, or looked at for what it denies
_MANY, _FEW, _MOST = 5, 2, 0.6  # words of a sentence; shared with one that denies; share of one that does not
_CONDITIONS = frozenset("if whether unless lest".split())
_LAST = frozenset("last latest".split())
AWAITING = frozenset("before until pending".split())


def free_changes(
    aligned: Aligned, own: Cued, theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[Mismatch]:
    """Yield where a sentence denies what the quotes only affirm, or affirms what they only deny."""
    sentence = range(aligned.first, aligned.stop)
    for cue in own.cues:
        if cue.first in sentence and not is_doubled(own, cue):
            yield from _unbacked(own.text, cue, sentence, theirs, words)
    yield from _lost(own, sentence, theirs, words)
    yield from _alone(own, sentence, theirs, words)
    for place, number, other in () if aligned.near else opposed(own, sentence, theirs, words):
        yield told(own.text, (place, place), theirs[number].text, number, (other, other))


def _unbacked(
    text: Wording, cue: Cue, sentence: range, theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[Mismatch]:
    """A negator of the statement whose word the quotes only affirm."""
    if cue.head is None or _conditional(text, cue, sentence):
        return
    near = company_of(text, range(max(sentence.start, cue.first - _REACH), cue.stop), words) - {
        text.stems[cue.head]
    }
    since = "since" in text.words[cue.last + 1 : cue.stop]
    best: tuple[int, int, int] | None = None
    for number, denied in enumerate(theirs):
        for place in places_of(denied.text, text.stems[cue.head]):
            first, stop = denied.text.sentence_of(place)
            reach = (
                stop - first if text.stems[cue.first] in words.reports else _REACH
            )  # a claim that he denies
            around = range(max(first, place - reach), min(stop, place + reach + 1))
            if place in denied.governed or any(i in denied.starts for i in around if i != place):
                return
            if denied.text.words[place - 1 : place] == ("no",):
                return  # no surprise
            if since and not _LAST.isdisjoint(denied.text.words[first:stop]):
                return  # not since May: for the last time in May
            stems = denied.text.stems[around.start : around.stop]
            if text.stems[cue.first] in stems or any(
                _says_no_of(denied.text, i, place, words) for i in around
            ):
                return
            shared = len(near.intersection(stems))
            if best is None or shared > best[0]:
                best = shared, number, place
    if best is not None and best[0] >= 1:
        own, there = (cue.first, cue.last), (best[2], best[2])
        yield told(text, own, theirs[best[1]].text, best[1], there, with_head(cue))


def _alone(own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    """A negator in a sentence most of whose words stand in one of a quote that denies nothing.

    Nor does any other that speaks of the same: what a quote denies in words of its own is not looked through.
    """
    text = own.text
    cue = next((c for c in own.cues if c.first in sentence and c.head is not None), None)
    company = company_of(text, sentence, words)
    if cue is None or cue.head is None or len(company) < _MANY or _conditional(text, cue, sentence):
        return
    if cue.head in refusals(text, words):
        return  # cannot be excluded
    alike = opposites_of(words, text.words[cue.head]) | {text.stems[cue.first]}
    best: tuple[int, int, tuple[int, int]] = 0, 0, (0, 0)
    for number, denied in enumerate(theirs):
        for first, stop in denied.text.sentences:
            shared = len(company.intersection(denied.text.stems[first:stop]))
            says_no = _denies(denied, range(first, stop), words)
            if shared >= _FEW and (says_no or not alike.isdisjoint(denied.text.stems[first:stop])):
                return
            best = max(best, (shared, -number, (first, stop)))
    if best[0] >= _MOST * len(company):
        number, (first, stop) = -best[1], best[2]
        yield told(text, with_head(cue), theirs[number].text, number, (first, stop - 1))


def _denies(denied: Cued, places: range, words: ModalityWords) -> bool:
    """Whether words of a quote say no: by a negator, a word for a lack, or the darker of two opposites (closed, unsafe)."""
    text, no = denied.text, refusals(denied.text, words)
    return any(i in denied.starts or i in no or _is_darker(text, i, words) for i in places)


def _is_darker(text: Wording, index: int, words: ModalityWords) -> bool:
    sides = words.opposites.get(text.stems[index], ()) if is_content(text, words, index) else ()
    return is_dark(text, index, words) or any(sign < 0 for _, sign in sides)


def _says_no_of(text: Wording, index: int, place: int, words: ModalityWords) -> bool:
    """Whether a word near another may say no of it: not the end of a season, nor a purpose (killed to prevent …)."""
    if index == place or index not in refusals(text, words):
        return False
    before = text.words[index - 1] if index else ""
    return not ((text.words[index] == "end" and before == "the") or (index > place + 1 and before == "to"))


def _conditional(text: Wording, cue: Cue, sentence: range) -> bool:
    """Whether the negator stands in a condition, which denies nothing: if it does not, without it there would be, not before May."""
    if text.words[cue.first] == "without" and "would" in text.words[sentence.start : sentence.stop]:
        return True
    if not AWAITING.isdisjoint(text.words[cue.last + 1 : cue.stop]):
        return True
    return not _CONDITIONS.isdisjoint(text.words[sentence.start : cue.first])


def _lost(own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    """A negator of a quote whose word the statement affirms, in like company."""
    text = own.text
    company = company_of(text, sentence, words)
    if any(cue.first in sentence for cue in own.cues):
        return
    no = {text.stems[i] for i in shades(text, words) if i in sentence}
    for number, denied in enumerate(theirs):
        for cue in denied.cues:
            if cue.head is None or is_doubled(denied, cue):
                continue
            head = denied.text.stems[cue.head]
            if no - {head} or head not in company or any(head in other.plain_stems for other in theirs):
                continue
            if waits_for(denied.text, cue, text, sentence, words):
                continue
            clause = company_of(denied.text, range(max(0, cue.first - _REACH), cue.stop), words) - {head}
            shared = len(clause & company)
            if (shared >= 2 and shared * 2 >= len(clause)) or (shared and company <= clause | {head}):
                place = next(i for i in sentence if text.stems[i] == head)
                if not _awaited(text, place, sentence):
                    yield told(text, (place, place), denied.text, number, with_head(cue))


def is_doubled(denied: Cued, cue: Cue) -> bool:
    """Whether a negator stands right after another: not free of, did not deny."""
    return any(other.last + 1 == cue.first for other in denied.cues)


def waits_for(quote: Wording, cue: Cue, text: Wording, sentence: range, words: ModalityWords) -> bool:
    """Whether a denial only waits for something with which the statement says that it will be: not until June, in June."""
    waiting = next((j for j in range(cue.last + 1, cue.stop) if quote.words[j] in AWAITING), None)
    if waiting is None or quote.words[waiting] in text.words[sentence.start : sentence.stop]:
        return False
    after = range(waiting + 1, quote.sentence_of(waiting)[1])
    awaited = {quote.stems[j] for j in after if is_content(quote, words, j) or quote.capital(j)}  # May, too
    return bool(awaited) and awaited.issubset(text.stems[sentence.start : sentence.stop])


def _awaited(text: Wording, place: int, sentence: range) -> bool:
    """Whether something else came about before the thing: a vote before the report was published."""
    return not AWAITING.isdisjoint(text.words[max(sentence.start, place - _REACH) : place])


def places_of(text: Wording, stem: str) -> Iterator[int]:
    """Where the forms of a word stand."""
    return (place for place, other in enumerate(text.stems) if other == stem)


def with_head(cue: Cue) -> Words:
    """A negator and the word that it denies, where that follows closely."""
    close = cue.head is not None and cue.last < cue.head <= cue.last + CLOSE
    return cue.first, cue.head if close and cue.head is not None else cue.last


def told(
    text: Wording, own: Words, quote: Wording, number: int, quoted: Words, whole: Words | None = None
) -> Mismatch:
    """The mismatch that points at the words `own` and names them, or the `whole` that they are a part of."""
    said = quote.raw(*quoted)
    message = f"“{text.raw(*(whole or own))}”, where the quote says “{said}”"
    return Mismatch(
        RULE, "warning", text.starts[own[0]], text.ends[own[1]], message, number,
        quote.starts[quoted[0]], quote.ends[quoted[1]], said,
    )  # fmt: skip
