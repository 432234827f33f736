"""Attribution: a statement that gives as fact what its quote gives as somebody's words.

Owns the rule `attribution-dropped`. Claims, opinions, forecasts and reports by a party count; speaker labels do not,
nor acts that are done by announcing them (a pledge, an order).
"""

from collections.abc import Iterator, Sequence

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.attributing import attributes
from briefgen.evidence.modality.cues import CueKind, company_of, cued, is_content
from briefgen.evidence.modality.judgements import asserts, judgements
from briefgen.evidence.modality.sayings import REACH, Saying, denials, sayings
from briefgen.evidence.text.alignment import Aligned, align, comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Wording, clauses

RULE = "attribution-dropped"
_ALIKE = 2  # words that a denial must have in common with what a party denies


def attribution_changes(
    statement: Wording, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    if not comparable(statement, quotes):
        return
    theirs = [sayings(quote, words) for quote in quotes]
    telling = words.judgements | words.denials
    if not any(theirs) and all(telling.isdisjoint(quote.stems) for quote in quotes):
        return
    silent = not attributes(statement, range(len(statement)), words)
    for sentence in clauses(statement):
        aligned = align(statement, sentence, quotes)
        if aligned is None or _goes_on(statement, sentence[0], words):
            continue
        if aligned.near:
            found = next(_near(aligned, theirs[aligned.number], words), None)
        else:
            found = next(_free(statement, range(*sentence), quotes, theirs, words), None) if silent else None
        if found is None and silent:
            found = _judged(statement, range(*sentence), quotes, words)
            found = found or _denied(statement, range(*sentence), quotes, words)
        if found is not None:
            yield found


def _judged(
    statement: Wording, sentence: range, quotes: tuple[Wording, ...], words: ModalityWords
) -> Mismatch | None:
    """A judgement that the statement makes its own, and that no quote passes without a party."""
    for number, quote in enumerate(quotes):
        for judged in judgements(quote, words):
            if asserts(statement, sentence, judged, words) and not any(
                asserts(other, range(*part), judged, words)
                for other in quotes
                for part in other.sentences
                if not (judged.coined and other is quote and judged.verb in range(*part))
            ):
                saying = Saying(judged.first, judged.verb, judged.verb, ())
                return _mismatch(statement, (sentence.start, sentence.stop - 1), quote, number, saying)
    return None


def _denied(
    statement: Wording, sentence: range, quotes: tuple[Wording, ...], words: ModalityWords
) -> Mismatch | None:
    """What a party denies and the statement denies as its own; what the quotes deny in other words is no party's."""
    own = company_of(statement, sentence, words)
    heads = {
        statement.stems[cue.head]
        for cue in cued(statement, words, CueKind.NEGATION).cues
        if cue.first in sentence and cue.head is not None
    }
    for number, quote in enumerate(quotes):
        for denial in denials(quote, words) if heads else ():
            said = company_of(quote, denial.content, words)
            party = {quote.stems[i] for i in range(denial.first, denial.verb)}
            alike = len(own & said) >= _ALIKE and len(own & (said | party)) * 3 >= len(own) * 2
            if alike and heads & said and not _denied_by_quote(quotes, heads, words):
                return _mismatch(statement, (sentence.start, sentence.stop - 1), quote, number, denial)
    return None


def _denied_by_quote(quotes: tuple[Wording, ...], heads: set[str], words: ModalityWords) -> bool:
    """Whether a quote denies one of some words by a negator, and not by a party's denial."""
    return any(
        cue.head is not None
        and quote.stems[cue.head] in heads
        and quote.stems[cue.first] not in words.denials
        for quote in quotes
        for cue in cued(quote, words, CueKind.NEGATION).cues
    )


def _goes_on(text: Wording, first: int, words: ModalityWords) -> bool:
    """Whether a clause goes on with what its sentence began to report: "Officials said that …; …"."""
    if text.sentence_of(first)[0] == first:
        return False
    return any(each.verb < min(each.content) and first in each.content for each in sayings(text, words))


def _near(aligned: Aligned, theirs: Sequence[Saying], words: ModalityWords) -> Iterator[Mismatch]:
    fresh = frozenset(i for left, _ in aligned.gaps() for i in left)
    if fresh and attributes(aligned.statement, fresh, words):
        return
    for saying in theirs:
        if aligned.to_statement[saying.verb] >= 0 or _continues(aligned, saying, theirs, words):
            continue
        if any(aligned.quote.stems[j] in words.performatives for j in saying.content[:4]):
            continue  # an act that is done by announcing it
        content = [j for j in saying.content if is_content(aligned.quote, words, j)]
        kept = sum(aligned.to_statement[j] >= 0 for j in content)
        if kept * 3 >= max(1, len(content)) * 2:
            yield _mismatch(
                aligned.statement, (aligned.first, aligned.stop - 1), aligned.quote, aligned.number, saying
            )


def _continues(aligned: Aligned, saying: Saying, theirs: Sequence[Saying], words: ModalityWords) -> bool:
    """Whether the verb goes on from one that was kept (he said … and added …)."""
    if saying.verb > saying.first or aligned.quote.stems[saying.verb] not in words.reports:
        return False
    before = range(max(aligned.quote.sentence_of(saying.verb)[0], saying.verb - REACH), saying.verb)
    verbs = {other.verb for other in theirs}
    return any(j in verbs and aligned.to_statement[j] >= 0 for j in before)


def _free(
    statement: Wording,
    sentence: range,
    quotes: tuple[Wording, ...],
    theirs: Sequence[Sequence[Saying]],
    words: ModalityWords,
) -> Iterator[Mismatch]:
    own = company_of(statement, sentence, words)
    if len(own) < 4:
        return
    for number, found in enumerate(theirs):
        for saying in found:
            quote = quotes[number]
            content = company_of(quote, saying.content, words)
            party = {
                quote.stems[j]
                for j in range(saying.first, saying.last + 1)
                if j != saying.verb and is_content(quote, words, j)
            }
            if party and party <= own:
                continue  # the statement is about the party that speaks
            if len(own & content) * 3 >= len(own) * 2:
                yield _mismatch(statement, (sentence.start, sentence.stop - 1), quote, number, saying)


def _mismatch(text: Wording, own: tuple[int, int], quote: Wording, number: int, saying: Saying) -> Mismatch:
    said = quote.raw(saying.first, saying.last)
    message = f"the quote attributes this (“{said}”), the statement does not"
    return Mismatch(
        RULE, "warning", text.starts[own[0]], text.ends[own[1]], message, number,
        quote.starts[saying.first], quote.ends[saying.last], said,
    )  # fmt: skip
