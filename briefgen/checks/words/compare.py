"""What a word rule compares: one statement, its quotes as they are written, and the sources around them.

Owns the reading of an item's evidence: its own citations, or for a judgement without any those of the facts that it
is drawn from.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Route
from briefgen.evidence.languages import LanguagePack, pack_for
from briefgen.evidence.text.sentences import Span
from briefgen.models.scalars import texts
from briefgen.sources.library import Source


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that may back a statement, as they are written.

    `cited` is None for the statement of a fact in the item's basis. `language` is that of the words.
    """

    text: str
    language: str
    cited: Cited | None = None

    @property
    def source(self) -> Source | None:
        """The source that is quoted."""
        return self.cited.source if self.cited else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A statement of an item in one language, at `route`, and what it rests on.

    `own` tells the item's own quotes from those of the facts in its basis.
    """

    item: Item
    route: Route
    language: str
    text: str
    quotes: tuple[Quoted, ...]
    own: bool

    @property
    def pack(self) -> LanguagePack:
        """The tables of the statement's language."""
        return pack_for(self.language)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cited sources that have a text, each once."""
        cited = (quoted.source for quoted in self.quotes)
        return tuple(
            {
                id(source): source for source in cited if source is not None and source.text is not None
            }.values()
        )


def comparisons(case: Case) -> Iterator[Comparison]:
    """Yield every statement that has something to be compared with."""
    named = case.by_id()
    for item in case.items:
        quotes, own = quotes_of(item, named, case)
        if not quotes:
            continue
        for route, language, text in item.statements():
            yield Comparison(item, route, language, text, quotes, own)


def quotes_of(item: Item, named: dict[str, Item], case: Case) -> tuple[tuple[Quoted, ...], bool]:
    """The words that an item rests on, and whether they are its own; none where it is unknown which source was meant."""
    own = tuple(_quoted(cited, case) for cited in item.citations)
    based = () if own else tuple(quote for below in basis_of(item, named) for quote in _of_fact(below, case))
    quotes = own or based
    doubled = any(each.source.is_doubled for each in quotes if each.source)
    return () if doubled else quotes, bool(own)


def basis_of(item: Item, named: dict[str, Item]) -> tuple[Item, ...]:
    """The items that an item is drawn from, down to the last, each once."""
    found: dict[Route, Item] = {}
    waiting = list(getattr(item.model, "basis", ()))
    while waiting:
        below = named.get(waiting.pop(0))
        if below is not None and below.route not in found and below.route != item.route:
            found[below.route] = below
            waiting += getattr(below.model, "basis", ())
    return tuple(found.values())


def _of_fact(item: Item, case: Case) -> Iterator[Quoted]:
    for cited in item.citations:
        yield _quoted(cited, case)
    for language, _, text in texts(getattr(item.model, "statement", None), item.language):
        yield Quoted(text, language)


def _quoted(cited: Cited, case: Case) -> Quoted:
    language = cited.source.record.language if cited.source else None
    return Quoted(cited.citation.quote, language or case.brief.language, cited)


def sentence_at(source: Source, start: int, end: int) -> Span:
    """The whole sentences of a source's text around `[start:end)`."""
    return source.prepared.enclosing(start, end) if source.prepared else (start, end)
