"""Negation: a statement that affirms what its quote denies, or denies what it affirms.

Owns the rule `negation-changed`. Near the quote's wording each negator is followed to the very word that it governs;
in free wording only a word that both sides share, in like company, is compared.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import Cue, Cued, CueKind, cued, is_content
from briefgen.evidence.modality.negation_free import AWAITING, RULE, free_changes, places_of, with_head
from briefgen.evidence.modality.polarity import opposites_of, refusals, shades
from briefgen.evidence.text.alignment import Aligned, align, comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, clauses

<<<<<<< HEAD
_AFTER = frozenset("only after once until when from".split())
_SHORT = 2
"""Words that may stand around two little words (all, none; for, against) that take each other's place."""
=======
Words = tuple[int, int]
RULE = "negation-changed"
_SHARED = 4  # words that tie two sentences together, where the opposites have no neighbour in common
_MANY, _FEW, _MOST = 5, 2, 0.6  # words of a sentence; shared with one that denies; share of one that does not
_DARK = ("un", "non", "dis", "mis")
_CONDITIONS = frozenset("if whether unless lest".split())
>>>>>>> messages


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
    yield from _inserted(aligned, own, quoted, words)
    yield from _dropped(aligned, own, quoted, words)
    for left, right in aligned.gaps():
        short = len(left) <= _SHORT and len(right) <= _SHORT
        for i in left if right else ():
            contrary = opposites_of(words, own.text.words[i])
            for j in right:
                if not short and not is_content(quoted.text, words, j):
                    continue
                if quoted.text.stems[j] in contrary and (i in own.governed) == (j in quoted.governed):
                    yield _mismatch(aligned, (i, i), (j, j))


def _inserted(aligned: Aligned, own: Cued, quoted: Cued, words: ModalityWords) -> Iterator[Mismatch]:
    fresh = [
        cue
        for cue in own.cues
        if aligned.first <= cue.first < aligned.stop and aligned.partner(cue.first) < 0
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
            yield _mismatch(aligned, (cue.first, cue.last), (partner, partner), _with_head(cue))


def _denies_opposite(aligned: Aligned, cue: Cue, words: ModalityWords) -> bool:
    """Whether a negator stands before the opposite of a word that the quote has in its place: not likely, unlikely."""
    if cue.last + 1 >= aligned.stop:
        return False
    contrary = opposites_of(words, aligned.statement.words[cue.last + 1])
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
    return any(cue.first in left and not quoted_no.isdisjoint(right) for left, right in aligned.gaps())


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
    if any(cue.first in sentence and aligned.partner(cue.first) < 0 for cue in own.cues) or _says_no(
        aligned, words
    ):
        return
    for cue in quoted.cues:
        if cue.head is None or _kept(aligned, cue):
            continue
        place = aligned.to_statement[cue.head]
        if place < 0 and _is_light(quoted.text, cue.head, words):
            after = range(cue.head + 1, min(cue.stop, cue.head + 4))
            place = next((aligned.to_statement[j] for j in after if is_content(aligned.quote, words, j)), -1)
        if place >= 0 and place not in own.governed:
<<<<<<< HEAD
            yield _mismatch(aligned, (place, place), with_head(cue), "error")
=======
            yield _mismatch(aligned, (place, place), _with_head(cue))
>>>>>>> messages


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
<<<<<<< HEAD
    own = shades(aligned.statement, words)
    return any(i in own for left, _ in aligned.gaps() for i in left)
=======
    return any(aligned.statement.stems[i] in words.negative_stems for left, _ in aligned.gaps() for i in left)


def _free(aligned: Aligned, own: Cued, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    sentence = range(aligned.first, aligned.stop)
    for cue in own.cues:
        if cue.first in sentence:
            yield from _unbacked(own.text, cue, sentence, theirs, words)
    yield from _lost(own, sentence, theirs, words)
    yield from _alone(own, sentence, theirs, words)
    yield from _opposites(own, sentence, theirs, words)


def _unbacked(
    text: Wording, cue: Cue, sentence: range, theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[Mismatch]:
    """A negator of the statement whose word the quotes only affirm."""
    if cue.head is None or _conditional(text, cue, sentence):
        return
    near = _company(text, range(max(sentence.start, cue.first - 8), cue.stop), words) - {text.stems[cue.head]}
    best: tuple[int, int, int] | None = None
    for number, denied in enumerate(theirs):
        for place in _places(denied.text, text.stems[cue.head]):
            first, stop = denied.text.sentence_of(place)
            around = range(max(first, place - 8), min(stop, place + 9))
            if any(near_by in denied.starts for near_by in around):
                return
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
        yield _told(text, own, theirs[best[1]].text, best[1], there, _with_head(cue))


def _alone(own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    """A negator in a sentence most of whose words stand in one of a quote that denies nothing.

    Nor does any other that speaks of the same: what a quote denies in words of its own is not looked through.
    """
    text = own.text
    cue = next((c for c in own.cues if c.first in sentence and c.head is not None), None)
    company = _company(text, sentence, words)
    if cue is None or cue.head is None or len(company) < _MANY or _conditional(text, cue, sentence):
        return
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
        yield _told(text, _with_head(cue), theirs[number].text, number, (first, stop - 1))


def _denies(denied: Cued, places: range, words: ModalityWords) -> bool:
    """Whether words of a quote say no: by a negator, a word for a lack, or the darker of two opposites (closed, unsafe)."""
    text = denied.text
    return any(
        i in denied.starts or text.stems[i] in words.negative_stems or _is_dark(text, i, words)
        for i in places
    )


def _is_dark(text: Wording, index: int, words: ModalityWords) -> bool:
    sides = words.opposites.get(text.stems[index], ())
    made = text.words[index].startswith(_DARK) and text.stems[index] not in words.not_prefixed
    return made or text.words[index].endswith("less") or any(sign < 0 for _, sign in sides)


def _says_no_of(text: Wording, index: int, place: int, words: ModalityWords) -> bool:
    """Whether a word near another may say no of it: not the end of a season, nor a purpose (killed to prevent …)."""
    if text.stems[index] not in words.negative_stems:
        return False
    before = text.words[index - 1] if index else ""
    return not ((text.words[index] == "end" and before == "the") or (index > place + 1 and before == "to"))


def _conditional(text: Wording, cue: Cue, sentence: range) -> bool:
    """Whether the negator stands in a condition, which denies nothing."""
    return not _CONDITIONS.isdisjoint(text.words[max(sentence.start, cue.first - 6) : cue.first])


def _lost(own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords) -> Iterator[Mismatch]:
    """A negator of a quote whose word the statement affirms, in like company."""
    text = own.text
    company = _company(text, sentence, words)
    if not words.negative_stems.isdisjoint(text.stems[sentence.start : sentence.stop]):
        return
    for number, denied in enumerate(theirs):
        for cue in denied.cues:
            if cue.head is None:
                continue
            head = denied.text.stems[cue.head]
            if head not in company or any(head in other.plain_stems for other in theirs):
                continue
            clause = _company(denied.text, range(max(0, cue.first - 8), cue.stop), words) - {head}
            shared = len(clause & company)
            if (shared >= 2 and shared * 2 >= len(clause)) or (shared and company <= clause | {head}):
                place = next(i for i in sentence if text.stems[i] == head)
                if place not in own.governed:
                    yield _told(text, (place, place), denied.text, number, _with_head(cue))


def _opposites(
    own: Cued, sentence: range, theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[Mismatch]:
    """A word of the statement beside the same neighbour as its opposite in a quote."""
    text = own.text
    known = {stem for denied in theirs for stem in denied.text.stems}
    sides = {entry for stem in known for entry in words.opposites.get(stem, ())}
    for i in sentence:
        if text.stems[i] in known or not is_content(text, words, i):
            continue
        mine_sides = words.opposites.get(text.stems[i], ())
        if any(entry in sides or entry[0] in words.converse for entry in mine_sides):
            continue
        contrary = opposites_of(words, text.words[i]) & known
        if contrary:
            yield from _contrary(own, i, sentence, contrary, theirs, words)


def _contrary(
    own: Cued, i: int, sentence: range, contrary: frozenset[str], theirs: Sequence[Cued], words: ModalityWords
) -> Iterator[Mismatch]:
    text = own.text
    neighbours = _company(text, range(max(sentence.start, i - 2), min(sentence.stop, i + 3)), words)
    company = _company(text, sentence, words)
    for number, denied in enumerate(theirs):
        for j, stem in enumerate(denied.text.stems):
            if stem not in contrary or _hyphened(denied.text, j, words):
                continue
            around = range(max(0, j - 2), min(len(denied.text), j + 3))
            tied = not neighbours.isdisjoint(_company(denied.text, around, words))
            if not tied and _one_root(text.words[i], denied.text.words[j]):
                shared = company & _company(denied.text, range(*denied.text.sentence_of(j)), words)
                tied = len(shared) >= _SHARED and len(shared) * 2 >= len(company)
            if tied and (i in own.governed) == (j in denied.governed):
                yield _told(text, (i, i), denied.text, number, (j, j))


def _one_root(one: str, other: str) -> bool:
    """Whether one of two opposites is the other with a prefix (unsafe, safe): a surer sign than two words."""
    return one.endswith(other) or other.endswith(one)


def _hyphened(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether the word has its negative prefix before a hyphen (anti-Semitism, non-compliant)."""
    return index > 0 and text.words[index - 1] in words.negative_prefixes


def _places(text: Wording, stem: str) -> Iterator[int]:
    return (place for place, other in enumerate(text.stems) if other == stem)


def _company(text: Wording, places: range, words: ModalityWords) -> frozenset[str]:
    return frozenset(text.stems[i] for i in places if is_content(text, words, i))


def _told(
    text: Wording, own: Words, quote: Wording, number: int, quoted: Words, whole: Words | None = None
) -> Mismatch:
    """The mismatch that points at the words `own` and names them, or the `whole` that they are a part of."""
    said = quote.raw(*quoted)
    message = f"“{text.raw(*(whole or own))}”, where the quote says “{said}”"
    return Mismatch(
        RULE, "warning", text.starts[own[0]], text.ends[own[1]], message, number,
        quote.starts[quoted[0]], quote.ends[quoted[1]], said,
    )  # fmt: skip
>>>>>>> messages


def _mismatch(aligned: Aligned, own: Words, quoted: Words, whole: Words | None = None) -> Mismatch:
    told = _told(aligned.statement, own, aligned.quote, aligned.number, quoted, whole)
    return replace(told, level="error")
