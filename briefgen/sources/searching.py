"""Words looked for in all sources: exactly, then approximately, each as a citation that is ready to be pasted.

Owns `briefgen quote`'s answer. What it proposes has been anchored: it would pass the rules for quotes as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.quotes.boundaries import on_boundaries
from briefgen.evidence.quotes.context import Context, telling_apart
from briefgen.evidence.quotes.difference import Change, changes
from briefgen.evidence.quotes.nearest import nearest
from briefgen.evidence.quotes.occurrences import find_all
from briefgen.evidence.quotes.quoted import is_too_short, parts_of
from briefgen.evidence.quotes.shared_words import passage_sharing
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.source_text import SourceText
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Source

MOST_PLACES = 20
MOST_GUESSES = 3
ALIKE = 0.75
"""A passage that shares few whole words is shown only if it is so much like those asked for, letter by letter."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that has the words, or words like them.

    `quote` is what to cite, with the context that makes it unique; `start` and `end` count in the source's text, as
    `line` does (from 1); `around` is the text before and after within its sentences; `changes` leads from the words
    that were asked for to the passage, where they differ; `likeness` is the share of those words that stand in it.
    """

    source: str
    quote: str
    context: Context
    page: int | None
    start: int
    end: int
    line: int
    around: tuple[str, str]
    likeness: float = 1.0
    changes: tuple[Change, ...] = ()


def search(words: str, sources: Iterable[Source]) -> tuple[Match, ...]:
    """Find `words` in `sources`: every exact place, or else the few passages that share most of them."""
    known = [(source, source.prepared) for source in sources]
    exact = [match for source, text in known if text for match in _exact(words, source, text)]
    if exact:
        return tuple(exact)
    guesses = [match for source, text in known if text for match in _alike(words, source, text)]
    return tuple(sorted(guesses, key=lambda match: -match.likeness)[:MOST_GUESSES])


def _exact(words: str, source: Source, text: SourceText) -> Iterator[Match]:
    found = anchor(words, text)
    if found.anchor and len(found.anchor.parts) > 1:
        start, end = found.anchor.start, found.anchor.end
        if not found.faults:
            yield _match(source, text, start, end, words.strip(), Context())
        return
    for start, end in find_all(normalise(words.strip()), text)[:MOST_PLACES]:
        yield _citable(source, text, start, end)


def _citable(source: Source, text: SourceText, start: int, end: int) -> Match:
    """Widen a passage (normal form) to whole tokens, and to its sentence where it is too short; make it unique."""
    first, last = text.to_raw(*on_boundaries(text.normal, start, end))
    quote = text.readable(first, last)
    if is_too_short(parts_of(quote)):
        first, last = text.enclosing(first, last)
        quote = text.readable(first, last)
    span = text.to_normal(first, last)
    others = [each for each in find_all(normalise(quote), text) if each != span]
    context = (telling_apart(text, span, others) if others else None) or Context()
    return _match(source, text, first, last, quote, context)


def _match(source: Source, text: SourceText, start: int, end: int, quote: str, context: Context) -> Match:
    content = source.content
    page = None if isinstance(content, SourceFault) else content.page_of(start)
    low, high = text.enclosing(start, end)
    around = (text.readable(low, start), text.readable(end, high))
    return Match(source.record.id, quote, context, page, start, end, text.line_of(start), around)


def _alike(words: str, source: Source, text: SourceText) -> Iterator[Match]:
    found = _near(words, text)
    if found is None:
        return
    start, end, likeness = found
    match = _citable(source, text, *text.to_normal(start, end))
    yield replace(match, likeness=likeness, changes=changes(words.strip(), match.quote))


def _near(words: str, text: SourceText) -> tuple[int, int, float] | None:
    """Where the passage that shares most words stands, and how much it shares.

    Without one, that which has most of the letters: for words joined or split, and scripts without blanks.
    """
    shared = passage_sharing(words, text)
    if shared is not None:
        return shared.start, shared.end, shared.share
    alike = nearest(words, text)
    return (alike.start, alike.end, alike.likeness) if alike and alike.likeness >= ALIKE else None
