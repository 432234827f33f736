"""What a check sees: one brief with its items, their citations resolved and anchored, and the sources they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from briefgen.diagnostics import Finding, Route
from briefgen.documents.validation import Validated
from briefgen.evidence.quotes.anchoring import Anchoring, anchor
from briefgen.models.brief import Brief, Citation
from briefgen.models.lock import Lock
from briefgen.models.scalars import texts
from briefgen.models.settings import Settings
from briefgen.models.vocabulary import TLP, strictest
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Source


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the brief: where it stands, its source (None: unknown) and what anchoring its quote gave.

    `found` is None where the source is unknown or has no text.
    """

    route: Route
    citation: Citation
    source: Source | None
    found: Anchoring | None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the brief: its section, its route, its name (id, or place such as `positions[2]`) and its model.

    `citations` are all of the item's, those of a figure's values included.
    """

    section: str
    route: Route
    name: str
    model: Any
    citations: tuple[Cited, ...]
    language: str

    def statements(self) -> Iterator[tuple[Route, str, str]]:
        """Yield (route, language, text) of what the item claims, once for each language it is given in."""
        for language, below, text in texts(getattr(self.model, "statement", None), self.language):
            yield (*self.route, "statement", *below), language, text

    @property
    def is_local(self) -> bool:
        """Whether the item stands in this brief, not in another that it is taken from by `use`."""
        return getattr(self.model, "use", None) is None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a brief is held against (`changes_since`): itself at a git revision, or editions that were published of it.

    `date` is that of the revision (EDTF); `case` is None where it had no such brief. `editions` holds the data of the
    editions (JSON) by audience.
    """

    date: str = ""
    case: "Case | None" = None
    editions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One brief under check. `settings` and `sources` are the workspace's.

    `lock` is what was last reviewed (None: nothing); `must_be_locked` makes what is not in it an error. `earlier` is
    what its changes are told against; `audiences` are all that an item may be meant for (empty: not known).
    `faulty_sources` are ids whose register entries could not be used; `grounds` those of sources whose markings decided
    who may read the items that are taken from other briefs; `dropped` are ids of items too faulty to be looked at.
    """

    id: str
    brief: Brief
    items: tuple[Item, ...]
    sources: Mapping[str, Source]
    settings: Settings
    sources_whole: bool = True
    lock: Lock | None = None
    must_be_locked: bool = False
    earlier: Earlier | None = None
    audiences: tuple[str, ...] = ()
    faulty_sources: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    def by_id(self) -> dict[str, Item]:
        """The items that have an id, the first of each."""
        named: dict[str, Item] = {}
        for item in self.items:
            if getattr(item.model, "id", None):
                named.setdefault(item.model.id, item)
        return named

    def resting_on(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items that are drawn from some of `items` by their basis, directly or through others; none of these."""
        reached = {item.model.id for item in items if getattr(item.model, "id", None)}
        start, found = set(reached), dict[str, Item]()
        waiting = [
            each for each in self.items if getattr(each.model, "basis", ()) and each.model.id not in start
        ]
        more = True
        while more:
            more = False
            for each in waiting:
                if each.name not in found and reached.intersection(each.model.basis):
                    found[each.name] = each
                    reached.add(each.name)
                    more = True
        return tuple(found.values())

    def cited(self) -> Iterator[tuple[Item, Cited]]:
        """Yield every citation of the brief with its item."""
        for item in self.items:
            for cited in item.citations:
                yield item, cited


class Check(Protocol):
    """A check: a pure function from a case to its findings."""

    def __call__(self, case: Case) -> Iterable[Finding]:
        """Yield what is wrong with `case`."""
        ...


def build_case(
    brief_id: str,
    validated: Validated[Brief],
    sources: Mapping[str, Source],
    settings: Settings,
    sources_whole: bool = True,
    lock: Lock | None = None,
    must_be_locked: bool = False,
) -> Case | None:
    """Build the case of a validated brief; None where nothing of it could be salvaged."""
    brief = validated.model
    if brief is None:
        return None
    items = []
    for section, index, model in brief.items():
        place = validated.place((section,), index)
        route: Route = (section, place)
        citations = tuple(_citations(model, route, sources))
        name = model.id or f"{section}[{place}]"
        items.append(Item(section, route, name, model, citations, brief.language))
    if brief.map is not None:
        citations = tuple(_cite(("map",), brief.map.citations, sources))
        items.append(Item("map", ("map",), "map", brief.map, citations, brief.language))
    dropped = validated.dropped
    return Case(
        brief_id, brief, tuple(items), sources, settings, sources_whole, lock, must_be_locked, dropped=dropped
    )


def _citations(model: Any, route: Route, sources: Mapping[str, Source]) -> Iterator[Cited]:
    yield from _cite(route, model.citations, sources)
    for index, value in enumerate(getattr(model, "values", None) or ()):
        yield from _cite((*route, "values", index), value.citations, sources)


def _cite(route: Route, citations: Iterable[Citation], sources: Mapping[str, Source]) -> Iterator[Cited]:
    for index, citation in enumerate(citations):
        source = sources.get(citation.source)
        yield Cited((*route, "citations", index), citation, source, _anchored(citation, source))


def _anchored(citation: Citation, source: Source | None) -> Anchoring | None:
    prepared = source.prepared if source else None
    if source is None or prepared is None:
        return None
    return anchor(
        citation.quote,
        prepared,
        prefix=citation.prefix or "",
        suffix=citation.suffix or "",
        within=page_bounds(source, citation.page),
    )


def page_bounds(source: Source, page: int | None) -> tuple[int, int] | None:
    """The stretch of the source's text that `page` (from 1) holds; None for no page, or where there is no such page."""
    content = source.content
    if page is None or isinstance(content, SourceFault) or not 1 <= page <= len(content.page_starts):
        return None
    ends = (*content.page_starts[1:], len(content.text))
    return content.page_starts[page - 1], ends[page - 1]


def effective_markings(case: Case) -> dict[str, str]:
    """The strictest marking of each item, its sources and its basis, by the item's name (contract, section 3).

    What rests on an item takes its marking, however far: the strictest go first, so that each item is decided once.
    """
    own = {item.name: _own_marking(item, case) for item in case.items}
    resting: dict[str, list[str]] = {}
    for item in case.items:
        for reference in getattr(item.model, "basis", ()):
            resting.setdefault(reference, []).append(item.name)
    decided: dict[str, str] = {}
    for marking in reversed(TLP):
        waiting = [name for name, stated in own.items() if stated == marking]
        while waiting:
            name = waiting.pop()
            if name not in decided:
                decided[name] = marking
                waiting += resting.get(name, ())
    return {item.name: decided[item.name] for item in case.items}


def _own_marking(item: Item, case: Case) -> str:
    stated = getattr(item.model, "marking", None) or case.brief.marking
    return strictest(
        (stated, *(cited.source.record.effective_marking for cited in item.citations if cited.source))
    )
