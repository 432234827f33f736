"""Attribution: a statement that gives as fact what its quote gives as somebody's words.

Owns the rule `attribution-dropped`. Claims, opinions, forecasts and reports by a party count; speaker labels do not,
nor acts that are done by announcing them (a pledge, an order).
"""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.modality.cues import CueKind, find_cues, is_content
from briefgen.evidence.modality.judgements import asserts, judgements
from briefgen.evidence.text.alignment import Aligned, align, comparable
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import Break, Wording, clauses

RULE = "attribution-dropped"
_REACH = 80  # words on either side of a saying; no sentence that is read aloud is longer
_PARTY = 5
"""So many words name a party that is set off behind what it found."""

_BE = frozenset("is are was were be been being".split())


class Saying(Struct, frozen=True):
    """An attribution in a quote: the words `first` to `last` that make it, and the words it is about."""

    first: int
    last: int
    verb: int
    content: tuple[int, ...]


def attribution_changes(
    statement: Wording, quotes: tuple[Wording, ...], words: ModalityWords
) -> Iterator[Mismatch]:
    """Compares each sentence of a statement with the quotes; at most one finding a sentence."""
    if not comparable(statement, quotes):
        return
    theirs = [sayings(quote, words) for quote in quotes]
    if not any(theirs) and not any(words.judgements.intersection(quote.stems) for quote in quotes):
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
        if found is not None:
            yield found


def _judged(
    statement: Wording, sentence: range, quotes: tuple[Wording, ...], words: ModalityWords
) -> Mismatch | None:
    """A judgement that the statement makes its own, and that no quote passes without a party."""
    for number, quote in enumerate(quotes):
        for judged in judgements(quote, words):
            if asserts(statement, sentence, judged.said, words) and not any(
                asserts(other, range(*part), judged.said, words)
                for other in quotes
                for part in other.sentences
            ):
                saying = Saying(judged.first, judged.verb, judged.verb, ())
                return _mismatch(statement, (sentence.start, sentence.stop - 1), quote, number, saying)
    return None


def _goes_on(text: Wording, first: int, words: ModalityWords) -> bool:
    """Whether a clause goes on with what its sentence began to report: "Officials said that …; …"."""
    if text.sentence_of(first)[0] == first:
        return False
    return any(each.verb < min(each.content) and first in each.content for each in sayings(text, words))


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
    first, stop = max(first, index - _REACH), min(stop, index + _REACH)
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
    if not _is_missed(text, index, words) or not _is_verb(text, index, first):
        return None
    party, last = _party_start(text, index, first), _party_end(text, index + 1, stop) - 1
    if not _set_off(text, index, party, last, first, stop):
        if text.words[party] in _RELATIVE and party > first:
            stop = last + 1  # the firm, which said that it was pleased, …
        return Saying(party, index, index, tuple(range(index + 1, stop)))
    around = range(first, party) if last + 1 >= stop else range(first, stop)
    return Saying(party, last, index, tuple(i for i in around if not party <= i <= last))


def _is_missed(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether the loss of a verb of saying is a fault; of "suspects" only where it says what."""
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
        return index + 1 < stop and text.words[index + 1] not in _SUBJECTS and last - index <= 9
    trailing = index + 1 < stop and text.words[index + 1] in _TRAILING
    return last == index or (last - index <= 4 and (trailing or text.stems[index] == "tell"))


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
        or (before in _BE and word not in {"told", "saying"})
        or index == first
    ):
        return False
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


def attributes(text: Wording, places: Container[int], words: ModalityWords) -> bool:
    """Whether the words attribute what they say, in any way."""
    for i in range(len(text)):
        if i in places and (text.stems[i] in words.reports or text.stems[i] in words.report_nouns):
            return True
    cues = find_cues(text, words)
    return _for_party(text, places) or any(
        cue.first in places
        and (
            cue.kind is CueKind.ATTRIBUTION
            or (cue.kind is CueKind.HEDGE and cue.firmness is Firmness.BELIEVED)
        )
        for cue in cues
    )


def _for_party(text: Wording, places: Container[int]) -> bool:
    """Whether a sentence opens with whose view it is: "For critics, …", "To the coach, …"."""
    return any(
        first in places
        and text.words[first] in {"for", "to"}
        and any(text.breaks[i] is Break.COMMA for i in range(first + 1, min(stop, first + _PARTY + 1)))
        for first, stop in text.sentences
    )


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
    before = range(max(aligned.quote.sentence_of(saying.verb)[0], saying.verb - _REACH), saying.verb)
    verbs = {other.verb for other in theirs}
    return any(j in verbs and aligned.to_statement[j] >= 0 for j in before)


def _free(
    statement: Wording,
    sentence: range,
    quotes: tuple[Wording, ...],
    theirs: Sequence[Sequence[Saying]],
    words: ModalityWords,
) -> Iterator[Mismatch]:
    own = {statement.stems[i] for i in sentence if is_content(statement, words, i)}
    if len(own) < 4:
        return
    for number, found in enumerate(theirs):
        for saying in found:
            quote = quotes[number]
            content = {quote.stems[j] for j in saying.content if is_content(quote, words, j)}
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
