"""Words looked for in all sources: exactly, then approximately, each as a citation that is ready to be pasted.

Owns `briefgen quote`'s answer. What it proposes has been anchored: it would pass the rules for quotes as it is. Where
no passage around the words would, it says why.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.evidence.languages import pack_for
from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.quotes.boundaries import on_boundaries
from briefgen.evidence.quotes.context import Context, telling_apart
from briefgen.evidence.quotes.difference import Change, changes
from briefgen.evidence.quotes.nearest import nearest
from briefgen.evidence.quotes.occurrences import find_all
from briefgen.evidence.quotes.shared_words import passage_sharing
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText
from briefgen.sources.extracted import SourceFault, Table
from briefgen.sources.headings import counting_rows, row_around
from briefgen.sources.library import Source

MOST_PLACES = 20
MOST_GUESSES = 3
MOST_SENTENCES = 4
"""So many neighbours a passage takes in, at the most, to become one that can be cited."""
ALIKE = 0.75
"""A passage that shares few whole words is shown only if it is so much like those asked for, letter by letter."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that has the words, or words like them.

    `quote` is what to cite, with the context that makes it unique; `start` and `end` count in the source's text, as
    `line` does (from 1); `around` is the text before and after within its sentences; `changes` leads from the words
    that were asked for to those in their place, where they differ; `likeness` is the share of those words that stand in it.
    `parts` are the words asked for, or those in their place, between the rest of the quote before and after them.
    `problem` says why the passage cannot be cited ("": it can). `headings` are rows of the passage's table to cite with
    it: they say what its figures are counted in.
    """

    source: str
    quote: str
    context: Context
    page: int | None
    start: int
    end: int
    line: int
    around: tuple[str, str]
    parts: tuple[str, str, str]
    likeness: float = 1.0
    changes: tuple[Change, ...] = ()
    problem: str = ""
    headings: tuple["Match", ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: `more` counts the places that are left out, by source, `unread` has the rules that the files of
    sources break which have no text."""

    matches: tuple[Match, ...]
    more: Mapping[str, int]
    unread: Mapping[str, str]


def search(words: str, sources: Iterable[Source]) -> Answer:
    """Find `words` in `sources`: every exact place, or else the few passages that share most of them.

    Places in one passage that is cited the same way are one match.
    """
    every = tuple(sources)
    more: dict[str, int] = {}
    unread: dict[str, str] = {}
    exact: list[Match] = []
    for source in every:
        if isinstance(source.content, SourceFault):
            unread[source.record.id] = source.content.rule
        found, left = _found_in(source, words, _exact)
        exact += found
        more |= {source.record.id: left} if left else {}
    if exact:
        return Answer(_each_once(exact), more, unread)
    guesses = [match for source in every for match in _found_in(source, words, _alike)[0]]
    best = sorted(guesses, key=lambda match: -match.likeness)[:MOST_GUESSES]
    return Answer(tuple(best), {}, unread)


def _found_in(
    source: Source, words: str, look: Callable[[str, Source, SourceText], tuple[list[Match], int]]
) -> tuple[list[Match], int]:
    """What a look at one source finds, and how much it leaves out; where there are many, few sources are held at a time."""
    text = source.prepared
    found = look(words, source, text) if text else ([], 0)
    if source.held is not None:
        source.held.release(())
    return found


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The first match of each citation; of what cannot be cited, the first in each line."""
    found: dict[tuple[object, ...], Match] = {}
    for match in matches:
        told_by = match.line if match.problem else match.context
        found.setdefault((match.source, match.quote, told_by), match)
    return tuple(found.values())


def _exact(words: str, source: Source, text: SourceText) -> tuple[list[Match], int]:
    found = anchor(words, text)
    if found.anchor and len(found.anchor.parts) > 1:
        start, end = found.anchor.start, found.anchor.end
        if not found.faults:
            return [_match(source, text, start, end, words.strip(), Context())], 0
        whole = _citable(source, text, *text.to_normal(start, end))
        return [replace(whole, changes=changes(words.strip(), whole.parts[1]))], 0
    places = find_all(normalise(words.strip()), text)
    shown = [_with_headings(_citable(source, text, *place), source, text) for place in places[:MOST_PLACES]]
    return shown, len(places) - len(shown)


def _with_headings(match: Match, source: Source, text: SourceText) -> Match:
    """A match with the rows of its table that it needs beside it, as far as they can be cited."""
    pack = pack_for(source.record.language or "en")
    table = () if match.problem else _table_around(source, (match.start, match.end))
    rows = counting_rows(table, (match.start, match.end), text.raw, pack)
    found = (_citable(source, text, *text.to_normal(*row)) for row in rows)
    return replace(match, headings=tuple(each for each in found if not each.problem))


def _table_around(source: Source, span: Span) -> Table:
    """The table that a passage (raw) stands in; an empty one where it stands in none."""
    tables = () if isinstance(source.content, SourceFault) else source.content.tables
    return next((each for each in tables if each[0].start <= span[0] and span[1] <= each[-1].end), ())


def _citable(source: Source, text: SourceText, start: int, end: int) -> Match:
    """Widen a passage (normal form) to whole tokens, and as far as it takes to be accepted as a quote."""
    tokens = text.to_raw(*on_boundaries(text.normal, start, end))
    first = _cited(source, text, *tokens)
    row = row_around(_table_around(source, tokens), tokens)
    wider = (_cited(source, text, *stretch) for stretch in _wider(text, tokens, row)) if first.problem else ()
    found = next((match for match in wider if not match.problem), first)
    return replace(found, parts=_parted(text, found, tokens))


def _parted(text: SourceText, match: Match, words: Span) -> tuple[str, str, str]:
    """A match's quote in three: before the `words` (raw) that were asked for, these, after them."""
    edges = (match.start, max(match.start, words[0]), min(match.end, words[1]), match.end)
    first, middle, last = (text.readable(low, high) for low, high in pairwise(edges))
    return first, middle, last


def _wider(text: SourceText, span: Span, row: Span | None) -> Iterator[Span]:
    """Yield the row of a passage (raw) or its sentences, then these with the next ones, then with the ones before."""
    if row is not None:
        yield row
    low, high = text.enclosing(*span)
    yield low, high
    at = bisect_left(text.sentences, (low, low))
    for _, end in text.sentences[at + 1 : at + 1 + MOST_SENTENCES]:
        high = max(high, end)
        yield low, high
    for start, _ in reversed(text.sentences[max(0, at - MOST_SENTENCES) : at]):
        yield start, high


def _cited(source: Source, text: SourceText, first: int, last: int) -> Match:
    """The citation of `raw[first:last]`, told apart from other places, and what the rules for quotes have against it."""
    quote = text.readable(first, last)
    span = text.to_normal(first, last)
    others = [each for each in find_all(normalise(quote), text) if each != span]
    context = (telling_apart(text, span, others) if others else None) or Context()
    faults = anchor(quote, text, prefix=context.prefix, suffix=context.suffix).faults
    problem = next((fault.message for fault in faults if fault.rule != "quote-respaced"), "")
    return replace(_match(source, text, first, last, quote, context), problem=problem)


def _match(source: Source, text: SourceText, start: int, end: int, quote: str, context: Context) -> Match:
    content = source.content
    page = None if isinstance(content, SourceFault) else content.page_of(start)
    low, high = text.enclosing(start, end)
    around = (text.readable(low, start), text.readable(end, high))
    line, parts = text.line_of(start), ("", quote, "")
    return Match(source.record.id, quote, context, page, start, end, line, around, parts)


def _alike(words: str, source: Source, text: SourceText) -> tuple[list[Match], int]:
    found = _near(words, text)
    if found is None:
        return [], 0
    start, end, likeness = found
    match = _with_headings(_citable(source, text, *text.to_normal(start, end)), source, text)
    return [replace(match, likeness=likeness, changes=changes(words.strip(), match.parts[1]))], 0


def _near(words: str, text: SourceText) -> tuple[int, int, float] | None:
    """Where the passage that shares most words stands, and how much it shares.

    Without one, that which has most of the letters: for words joined or split, and scripts without blanks.
    """
    shared = passage_sharing(words, text)
    if shared is not None:
        return shared.start, shared.end, shared.share
    alike = nearest(words, text)
    return (alike.start, alike.end, alike.likeness) if alike and alike.likeness >= ALIKE else None
