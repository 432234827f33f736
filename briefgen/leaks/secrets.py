"""What an edition must not tell: words of withheld items, and of sources that only they use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefgen.checks.case import Case, Item
from briefgen.evidence.languages import pack_for
from briefgen.leaks.terms import uses
from briefgen.leaks.words import RUN, in_a_row, runs, telling, words
from briefgen.models.scalars import texts
from briefgen.sources.extracted import Extracted
from briefgen.sources.library import Source

TEXTS = ("statement", "question", "actor", "title", "label", "unit", "name")
QUOTED = 8
"""So many words in a row of a source's own text are taken for a quotation of it."""
Told = tuple[str, str]
"""A text and its language."""


@dataclass(frozen=True)
class Secrets:
    """Words that an output must not hold. Each is given with the name of the withheld item that it comes from.

    `single` are names and figures; `phrases` are several words in a row: of statements and quotes, ids and whole short
    texts, longer stretches of sources. None stands in what the audience is shown.
    """

    single: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.single or self.phrases)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The lengths of the phrases."""
        return tuple(sorted({*map(len, self.phrases)}))


def gather_secrets(case: Case, withheld: Iterable[Item], shown: str) -> Secrets:
    """Gather the secrets of `withheld`, less what the audience may know: what stands in `shown`, or in other items."""
    hidden = list(withheld)
    readable = [item for item in case.items if item not in hidden]
    used = {cited.citation.source for item in readable for cited in item.citations}
    open_texts = [text for item in readable for text, _ in _item_texts(item, set())]
    told = "\n".join((shown, *open_texts))
    terms = [term for term in case.brief.glossary if uses(told, term)]
    gathering = _Gathering("\n".join((told, *terms)))
    for item in hidden:
        for text, language in (*_item_texts(item, used), *_silent_texts(item)):
            gathering.add(item.name, text, language)
        gathering.add_id(item)
        for text in _archived(item, used):
            gathering.add_phrases(item.name, words(text), QUOTED)
    for name, text, language in _terms(case, hidden, terms):
        gathering.add(name, text, language)
    return gathering.found


class _Gathering:
    """Secrets as they are gathered, and all that the audience may know anyway."""

    def __init__(self, told: str) -> None:
        self.found = Secrets()
        self.told = words(told)
        self.told_words = frozenset(self.told)
        self.told_runs: dict[int, frozenset[tuple[str, ...]]] = {}

    def add(self, name: str, text: str, language: str) -> None:
        sequence = words(text)
        self.add_phrases(name, sequence, RUN)
        for word in telling(text, pack_for(language).names):
            if word not in self.told_words:
                self.found.single.setdefault(word, name)
        if len(sequence) == 1 and len(sequence[0]) > 3 and sequence[0] not in self.told_words:
            self.found.single.setdefault(sequence[0], name)
        if 2 <= len(sequence) < RUN:
            self._add_whole(name, sequence)

    def add_phrases(self, name: str, sequence: list[str], length: int) -> None:
        if length not in self.told_runs:
            self.told_runs[length] = frozenset(in_a_row(self.told, length))
        for run in runs(sequence, length):
            if run not in self.told_runs[length]:
                self.found.phrases.setdefault(run, name)

    def add_id(self, item: Item) -> None:
        """Ids of several words tell what an item is about."""
        sequence = words((getattr(item.model, "id", None) or "").replace("-", " "))
        if len(sequence) > 1:
            self._add_whole(item.name, sequence)

    def _add_whole(self, name: str, sequence: list[str]) -> None:
        if not self.told_words.issuperset(sequence):
            self.found.phrases.setdefault(tuple(sequence), name)


def _item_texts(item: Item, used: set[str]) -> Iterator[Told]:
    """Every text of an item that may be printed: its own, its quotes, its sources that are not `used` by others."""
    yield from _texts_of(item.model, item.language)
    for cited in item.citations:
        record = cited.source.record if cited.source else None
        own = (record.language if record else None) or item.language
        yield cited.citation.quote, own
        if record is not None and record.id not in used:
            yield from ((text, own) for text in _source_texts(record))


def _silent_texts(item: Item) -> Iterator[Told]:
    """The texts of an item that are never printed, which its desk may have written elsewhere all the same."""
    for cited in item.citations:
        yield from ((text, item.language) for text in (cited.citation.prefix, cited.citation.suffix) if text)
    yield from ((waiver.reason, item.language) for waiver in getattr(item.model, "allow", ()))


def _texts_of(model: Any, language: str) -> Iterator[Told]:
    for name in TEXTS:
        for tag, _, text in texts(getattr(model, name, None), language):
            yield text, tag
    for part in (*(getattr(model, "values", None) or ()), *(getattr(model, "places", None) or ())):
        yield from _texts_of(part, language)
    for name in ("value", "low", "high", "date"):
        value = getattr(model, name, None)
        if value is not None:
            yield str(value), language
    yield from ((text, language) for text in (*getattr(model, "tags", ()), *getattr(model, "derived", ())))


def _source_texts(record: Any) -> Iterator[str]:
    found = (record.title, record.descriptor, record.publisher, record.container_title, record.URL)
    yield from filter(None, found)
    yield from (name.display for name in record.author or ())
    yield from (record.file, record.id.replace("-", " "))


def _archived(item: Item, used: set[str]) -> Iterator[str]:
    """The texts of the sources that only withheld items use."""
    sources: dict[str, Source] = {
        cited.source.record.id: cited.source
        for cited in item.citations
        if cited.source is not None and cited.citation.source not in used
    }
    for source in sources.values():
        if isinstance(source.content, Extracted):
            yield source.content.text


def _terms(case: Case, hidden: list[Item], told: list[str]) -> Iterator[tuple[str, str, str]]:
    """The meanings of terms that only withheld items use."""
    for term, meaning in case.brief.glossary.items():
        if term in told:
            continue
        user = next((item.name for item in hidden if mentions(item, term)), "")
        for language, _, text in texts(meaning, case.brief.language) if user else ():
            yield user, text, language


def mentions(item: Item, term: str) -> bool:
    """Whether a term of the glossary stands in a text of an item."""
    return any(term in text for text, _ in _texts_of(item.model, item.language))
