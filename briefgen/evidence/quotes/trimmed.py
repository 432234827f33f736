"""What a quote's own sentence says around it that a statement passes over.

Owns the look at the words outside the quote: a negation or hedge whose reach runs into it, or that follows right
behind it, and an attribution of what it says. English is read by its cue tables; other languages by the tables for
elisions, within the quote's own clause, and so is a statement in another language than its source. So is a bound right before the figure that the quote begins with.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.evidence.languages import pack_for
from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.attributing import attributes
from briefgen.evidence.modality.cues import Cue, CueKind, find_cues
from briefgen.evidence.modality.sayings import sayings
from briefgen.evidence.quotes.omission_shape import OmissionWords
from briefgen.evidence.quotes.omission_words import (
    ATTRIBUTION,
    BOUND,
    CONDITION,
    HEDGE,
    NEGATION,
    cues,
    guessed,
    primary,
    words_for,
)
from briefgen.evidence.quotes.taken_back import taken_back
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText
from briefgen.evidence.text.wording import Break, Wording, read

AFTERWARDS = 4
"""So many words behind a quote a cue still speaks of it (`… is unlikely`)."""
CLAUSE_END = re.compile(r"[,;:()—–،；，]")
SUBORDINATE = re.compile(
    r"\s*(?:що|нібито|что|якобы|будто|dass|daß|ob|que|qu['’]|si|che|dat|att|at|że|iż|ότι|πως|أن|ان|إن|بأن)?\s*\Z",
    re.IGNORECASE,
)
"""What may stand between a comma and the quote where the clause before the comma speaks of the quote's."""
DENIALS = frozenset(
    "false untrue wrong incorrect impossible inconceivable unfounded myth lie hoax fiction".split()
)
DOUBTS = frozenset(
    "unlikely improbable doubtful dubious unclear uncertain unproven unconfirmed questionable".split()
)
LINKS = frozenset("that whether if for".split())
COPULAS = frozenset(
    "is are was were be been remains remain remained seems seem seemed looks appears proved".split()
)
SUBJECTS = frozenset("the a an this that these those he she it they we its their his her".split())
FINITE = frozenset("is are was were has have had will would can could may might must does did".split())
BEGINNING = 8
"""So many words of a clause have its subject and its verb."""
FIGURE_FIRST = re.compile(r"[^\w\s]*(?:[A-Z]{1,3})?[^\w\s]?\s?(\d+(?:[.,]\d+)*)")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
EDGES = "over|under|below|above|beyond|nearly|almost"
"""What bounds a figure beside the bounds of elisions, whose table leaves it to the words that go on: "over [80 members]"."""
PART = re.compile(
    r"\b((?:only )?(?:some|most|many|several|(?:a )?few|half|parts?|(?:a|the) (?:majority|minority|number|third|quarter|fraction)) of)"
    r"\W*\Z",
    re.IGNORECASE,
)
"""What makes of a whole that a quote begins with a part of it."""
AS_PART = re.compile(
    r"\b(?:as|is|are|was|were|be|been|becomes?|became|forms?|formed|played) (?:a |an? \w+ )?part of\W*\Z",
    re.IGNORECASE,
)
"""What only says that something belongs to a whole."""
CONDITIONS = r"(?:only )?if|unless|provided that|(?:as|so) long as|on (?:the )?condition that|in the event"
CONDITION_BEFORE = re.compile(rf"\W*({CONDITIONS})\b[^,;:()—–]*,\s*\Z", re.IGNORECASE)
CONDITION_AFTER = re.compile(
    rf",?\s*\b({CONDITIONS})\b(?! (?:not|any|anything|ever|necessary)\b)", re.IGNORECASE
)


TIMED = frozenset(("until", "once", "should", "pending", "otherwise"))
"""What conditions an elided quote, and is no sign that a statement gives a condition."""


class Passed(Struct, frozen=True):
    """A cue that the statement passes over: a negation, hedge, attribution or bound, its words and its place in the source."""

    kind: str
    words: str
    start: int
    end: int


def passed_over(
    statement: str, source: SourceText, start: int, end: int, spoken: Iterable[str] = ()
) -> tuple[Passed, ...]:
    """Return what stands around `raw[start:end)` in its sentence and is lacking in `statement`, one of a kind.

    `spoken` are the languages of the statement, as far as they are known.
    """
    low, high = source.enclosing(start, end)
    if (low, high) == (start, end):
        return ()
    language = source.language or guessed(source.raw[low:high] + source.raw[:2000])
    modality = pack_for(language).modality
    found = _by_cues(statement, source, (start, end), (low, high), modality) if modality else None
    if found is None:
        found = _by_tables(statement, source, (start, end), (low, high))
    others = _other_tables(statement, spoken, language)
    first: dict[str, Passed] = {}
    for each in (
        *found,
        *_bounding(statement, source, (start, end), low),
        *_parted(statement, source.raw, low, start),
        *_conditional(statement, source, (start, end), (low, high)),
        *_taken_back(statement, source.raw, (start, end), (low, high)),
    ):
        if not any(any(cues(_phrases(words, each.kind), statement, words.spaced)) for words in others):
            first.setdefault(each.kind, each)
    return tuple(first.values())


def _other_tables(statement: str, spoken: Iterable[str], language: str) -> list[OmissionWords]:
    """The tables of the statement's languages, but for that of the source."""
    known = {primary(tag) for tag in (*spoken, guessed(statement))} - {primary(language)}
    return [words_for(tag, statement) for tag in sorted(known)]


def _phrases(words: OmissionWords, kind: str) -> str:
    by_kind = {
        NEGATION: words.negations,
        HEDGE: words.hedges,
        ATTRIBUTION: words.attributions,
        CONDITION: words.conditions,
        BOUND: words.bounds,
    }
    return by_kind[kind]


def _by_cues(
    statement: str, source: SourceText, quote: Span, around: Span, words: ModalityWords
) -> Iterator[Passed]:
    text, claimed = read(source.raw[slice(*around)]), read(statement)
    inside = _words_within(text, quote[0] - around[0], quote[1] - around[0])
    if not inside:
        return
    has = {cue.kind for cue in find_cues(claimed, words)}
    denies = CueKind.NEGATION in has or not words.negative_stems.isdisjoint(claimed.stems)
    for cue in find_cues(text, words):
        if cue.missed and cue.kind is not CueKind.ATTRIBUTION and _governs(text, cue, inside):
            if cue.kind is CueKind.NEGATION and not denies:
                yield _passed(NEGATION, text, cue.first, cue.last, around[0])
            elif cue.kind is CueKind.HEDGE and CueKind.HEDGE not in has:
                yield _passed(HEDGE, text, cue.first, cue.last, around[0])
    if not denies and CueKind.HEDGE not in has:
        yield from _predicated(text, claimed, inside, around[0])
    if attributes(claimed, range(len(claimed)), words):
        return
    for saying in sayings(text, words):
        outside = saying.last < inside.start or saying.first >= inside.stop
        if outside and any(index in inside for index in saying.content):
            yield _passed(ATTRIBUTION, text, saying.first, saying.last, around[0])


def _passed(kind: str, text: Wording, first: int, last: int, offset: int) -> Passed:
    return Passed(kind, text.raw(first, last), offset + text.starts[first], offset + text.ends[last])


def _predicated(text: Wording, claimed: Wording, inside: range, offset: int) -> Iterator[Passed]:
    """`It is unlikely that [quote]`, `That [quote] is false`: a word that says of the whole quote what it is worth."""
    if not (DENIALS | DOUBTS).isdisjoint(claimed.words):
        return
    before = range(max(0, inside.start - AFTERWARDS), inside.start)
    after = range(inside.stop, min(len(text), inside.stop + AFTERWARDS))
    for index in (*before, *after):
        word = text.words[index]
        if word in DENIALS | DOUBTS and _links(text, index, inside):
            yield _passed(NEGATION if word in DENIALS else HEDGE, text, index, index, offset)


def _links(text: Wording, index: int, inside: range) -> bool:
    """Whether the word at `index` leads the quote in by a conjunction, or follows it with a verb of being."""
    if index < inside.start:
        between = range(index + 1, inside.start + 1)
        claimed = text.words[index + 1] == "to" and text.words[inside.start - 1] == "that"
        return (claimed or text.words[index + 1] in LINKS) and all(
            text.breaks[at] is Break.NONE for at in between
        )
    between = range(inside.stop, index + 1)
    joined = all(text.breaks[at] is Break.NONE for at in between)
    return joined and any(text.words[at] in COPULAS for at in range(inside.stop, index))


def _words_within(text: Wording, start: int, end: int) -> range:
    inside = [index for index in range(len(text)) if text.starts[index] < end and text.ends[index] > start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _governs(text: Wording, cue: Cue, inside: range) -> bool:
    """Whether a cue outside the quote reaches into it, or follows right behind it in the same clause."""
    if cue.last < inside.start:
        same = all(
            text.breaks[index] is not Break.SENTENCE for index in range(cue.first + 1, inside.start + 1)
        )
        return same and (cue.stop > inside.start or cue.head in inside) and not _anew(text, cue, inside)
    if cue.first < inside.stop or cue.first - inside.stop >= AFTERWARDS:
        return False
    return all(text.breaks[index] is Break.NONE for index in range(inside.stop, cue.first + 1))


def _anew(text: Wording, cue: Cue, inside: range) -> bool:
    """Whether the quote is a clause of its own that `and` or `but` adds: `did not sign, and [the talks were broken off]`.

    What speaks of a clause (`it is not true that the war is over and …`) may speak of two.
    """
    if not inside.start or text.words[inside.start - 1] not in ("and", "but"):
        return False
    begins = text.words[inside.start : inside.start + BEGINNING]
    if begins[0] not in SUBJECTS or FINITE.isdisjoint(begins[1:]):
        return False
    said = text.words[cue.first : inside.start]
    return LINKS.isdisjoint(said) and FINITE.isdisjoint(text.words[cue.last + 1 : inside.start])


def _by_tables(statement: str, source: SourceText, quote: Span, around: Span) -> Iterator[Passed]:
    words = words_for(source.language, source.raw[slice(*around)])
    before, after = source.raw[around[0] : quote[0]], source.raw[quote[1] : around[1]]
    cut = [match.end() for match in CLAUSE_END.finditer(before)]
    near = cut[-1] if cut else 0
    if cut and SUBORDINATE.match(before, near):
        near = cut[-2] if len(cut) > 1 else 0
    first = CLAUSE_END.search(after)
    stop = first.start() if first else len(after)
    for kind, phrases, whole in (
        (NEGATION, words.negations, False),
        (HEDGE, words.hedges, False),
        (ATTRIBUTION, words.attributions, True),
    ):
        if any(cues(phrases, statement, words.spaced)):
            continue
        left = next(
            (cue for cue in cues(phrases, before, words.spaced) if whole or cue.start() >= near), None
        )
        right = next((cue for cue in cues(phrases, after, words.spaced) if whole or cue.end() <= stop), None)
        if left:
            yield Passed(kind, left[0], around[0] + left.start(), around[0] + left.end())
        elif right:
            yield Passed(kind, right[0], quote[1] + right.start(), quote[1] + right.end())


def _bounding(statement: str, source: SourceText, quote: Span, low: int) -> Iterator[Passed]:
    """`Fewer than [300 workers …]`: a bound that the quote's first figure has lost, where the statement gives that figure."""
    figure = FIGURE_FIRST.match(source.raw[slice(*quote)])
    if not figure or _digits(figure[1]) not in map(_digits, FIGURE.findall(statement)):
        return
    before = source.raw[low : quote[0]]
    words = words_for(source.language, source.raw[low : quote[1]])
    bounds = f"{words.bounds}|{EDGES}"
    if any(cues(bounds, statement, words.spaced)):
        return
    for cue in cues(bounds, before, words.spaced):
        if not any(map(str.isalnum, before[cue.end() :])):
            yield Passed(BOUND, cue[0], low + cue.start(), low + cue.end())


def _parted(statement: str, raw: str, low: int, quote: int) -> Iterator[Passed]:
    """`Some of [the ministers agreed]`: a part of them, of which the statement says nothing; in English."""
    found = PART.search(raw[low:quote])
    if not found or AS_PART.search(raw, low, quote):
        return
    first = found[1].split()[-2].removesuffix("s").casefold()
    if first not in statement.casefold():
        yield Passed(BOUND, found[1], low + found.start(1), low + found.end(1))


def _conditional(statement: str, source: SourceText, quote: Span, around: Span) -> Iterator[Passed]:
    """`If the dam breaks, [the town is lost]`, `[The port closes] unless …`: a condition next to the quote, in English."""
    if any(cue[0].lower() not in TIMED for cue in cues(words_for("en", "").conditions, statement)):
        return
    before = CONDITION_BEFORE.match(source.raw, around[0], quote[0])
    for found in (before, CONDITION_AFTER.match(source.raw, quote[1], around[1])):
        if found:
            yield Passed(CONDITION, found[1], *found.span(1))


def _taken_back(statement: str, raw: str, quote: Span, around: Span) -> Iterator[Passed]:
    for start, end in taken_back(statement, raw, quote, around):
        yield Passed(NEGATION, raw[start:end], start, end)


def _digits(figure: str) -> str:
    return figure.replace(",", "").replace(".", "")
