"""Shared facts: items that a brief takes from another by `use`, so that one correction reaches every brief.

Owns the look-up of `other-brief#item-id`, circles and dead ends, and the way back: a fault in a borrowed item is told
where the item stands.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefgen.diagnostics import Edit, Finding, Fix, Route, ValueEdit
from briefgen.documents.reading import Document
from briefgen.documents.replaced import replaced_items
from briefgen.documents.validation import Validated, nearest, validate
from briefgen.models.brief import Brief, Item, SharedFacts
from briefgen.models.vocabulary import SECTIONS, TLP, strictest

SHARED = "shared/"
"""Briefs whose ids start so hold facts that are no brief of their own."""
KEPT = ("priority", "marking", "audiences", "tags", "allow", "supersedes", "basis")
"""What the borrowing item may say for itself; all else is the borrowed item's."""
LONGEST = 100
"""How many items `use` may lead through to one that says something itself."""

Reader = Callable[[str], Document | None]
"""Gives the document of the brief with an id; None where there is no such brief."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What items are taken from: documents by brief id, the fields that these inherit, the markings of sources by id.

    `marking_of` is None for a source that no register has.
    """

    read: Reader
    defaults: Mapping[str, Any]
    marking_of: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Home:
    """Where a borrowed item stands."""

    document: Document
    route: Route


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A brief with its borrowed items filled in, the homes of these by their routes here, and what went wrong.

    `indices` tells which entries of the document's lists were kept, where one leads nowhere and was dropped; `grounds`
    are the sources whose markings decided who may read what was taken.
    """

    brief: Brief
    homes: Mapping[Route, Home]
    findings: tuple[Finding, ...]
    indices: Mapping[Route, tuple[int, ...]]
    grounds: frozenset[str]

    def validated(self, original: Validated[Brief]) -> Validated[Brief]:
        """The brief as a validated one, in place of `original`."""
        return replace(original, model=self.brief, indices={**original.indices, **self.indices})


Known = Mapping[str, tuple[Item, Route]]
"""The items of a brief that have an id, each with its place."""


@dataclass(frozen=True, slots=True)
class Lent:
    """An item, where it stands, and who may read it there: its effective marking, and its audiences (None: all)."""

    item: Item
    home: Home
    marking: str
    audiences: tuple[str, ...] | None


def inherit(data: Any, defaults: Mapping[str, Any]) -> Any:
    """The data of a document with what it does not say for itself."""
    return {**defaults, **data} if isinstance(data, dict) else data


def borrow(brief_id: str, validated: Validated[Brief], shelf: Shelf) -> Borrowed | None:
    """Fill in every item of the brief that has `use`; None where there is no brief."""
    if validated.model is None:
        return None
    lender = _Lender(brief_id, validated.model.marking, shelf)
    changed: dict[str, tuple[Item, ...]] = {}
    indices: dict[Route, tuple[int, ...]] = {}
    for section in SECTIONS:
        items = getattr(validated.model, section)
        if any(item.use for item in items):
            places = [validated.place((section,), index) for index in range(len(items))]
            filled = [
                (lender.fill(item, (section, place)), place)
                for item, place in zip(items, places, strict=True)
            ]
            changed[section] = tuple(item for item, _ in filled if item is not None)
            indices[section,] = tuple(place for item, place in filled if item is not None)
    aliases = dict(lender.aliases)
    aliases.update(validated.model.aliases)
    brief = validated.model.model_copy(update={**changed, "aliases": aliases}) if changed else validated.model
    outdated = replaced_items(lender.taken, brief, lender.model)
    return Borrowed(brief, lender.homes, (*lender.findings, *outdated), indices, frozenset(lender.grounds))


class _Lender:
    """Looks items up in other briefs, each read once; `default` is the marking that the borrower's items have by default."""

    def __init__(self, borrower: str, default: str, shelf: Shelf) -> None:
        self.borrower = borrower
        self.default = default
        self.shelf = shelf
        self.models: dict[str, tuple[Document, Validated[Any]] | None] = {}
        self.found: dict[str, Lent | Finding] = {}
        self.homes: dict[Route, Home] = {}
        self.taken: dict[Route, Item] = {}
        self.aliases: dict[str, tuple[str, ...]] = {}
        self.findings: list[Finding] = []
        self.grounds: set[str] = set()

    def fill(self, item: Item, route: Route) -> Item | None:
        """The item with what it borrows; itself where it borrows nothing; None where that leads nowhere."""
        if item.use is None:
            return item
        if item.use.startswith(f"{self.borrower}#"):
            message = f"`{item.use}` is an item of this brief itself, which it would have twice"
            remedy = "take it from another brief, or leave it out"
            self.findings.append(Finding("invalid-value", message, (*route, "use"), help=remedy))
            return None
        lent = self._follow(item.use, (*route, "use"), (f"{self.borrower}#{item.id}",))
        if isinstance(lent, Finding):
            self.findings.append(lent)
            return None
        self.homes[route] = lent.home
        self.findings += _conflicts(item, lent, route)
        own = {name: getattr(item, name) for name in KEPT if name in item.model_fields_set}
        given = {
            "id": item.id or item.use.partition("#")[2],
            "use": item.use,
            "supersedes": (),
            "basis": (),
        }
        # Whatever the borrower says, nobody reads here what they may not read where it stands.
        guarded = {
            "marking": strictest((item.marking or self.default, lent.marking)),
            "audiences": _both(item.audiences, lent.audiences),
        }
        self.taken[route] = filled = lent.item.model_copy(update={**given, **own, **guarded})
        return filled

    def model(self, brief_id: str) -> Brief | SharedFacts | None:
        """The brief that items were taken from; None where it cannot be read."""
        loaded = self._load(brief_id)
        return loaded[1].model if loaded else None

    def _follow(self, use: str, at: Route, way: tuple[str, ...]) -> Lent | Finding:
        if use in way:
            message = f"`use` goes in a circle: {' → '.join([*way, use])}"
            return Finding("invalid-value", message, at, help="remove one of them")
        if len(way) > LONGEST:
            message = f"`use` leads on through more than {LONGEST} items"
            return Finding("invalid-value", message, at, help="take the item from where it stands")
        if use not in self.found:
            self.found[use] = self._find(use, at, (*way, use))
        found = self.found[use]
        return replace(found, route=at) if isinstance(found, Finding) else found

    def _find(self, use: str, at: Route, way: tuple[str, ...]) -> Lent | Finding:
        brief_id, _, item_id = use.partition("#")
        loaded = self._load(brief_id)
        if loaded is None:
            message, remedy = f"there is no brief `{brief_id}`", "name it by its path below briefs/"
            return Finding("unknown-reference", message, at, help=remedy)
        document, validated = loaded
        if validated.model is None:
            message, remedy = f"the brief `{brief_id}` cannot be read", "mend it first: briefgen check"
            return Finding("unknown-reference", message, at, help=remedy)
        known = _items_of(validated)
        if item_id not in known:
            return _unknown(use, nearest(item_id, known), at)
        item, route = known[item_id]
        found = (
            Lent(item, Home(document, route), TLP[0], None)
            if item.use is None
            else self._follow(item.use, at, way)
        )
        if isinstance(found, Finding):
            return found
        marking = self._marking_of(item_id, known, validated.model.marking, at, way)
        return replace(found, marking=marking, audiences=_both(item.audiences, found.audiences))

    def _marking_of(self, item_id: str, known: Known, default: str, at: Route, way: tuple[str, ...]) -> str:
        """The effective marking of an item in its own brief: with its sources, its basis, and what it takes from others."""
        found: list[str] = []
        waiting, seen = [item_id], {item_id}
        while waiting:
            item, _ = known[waiting.pop()]
            lent = self._follow(item.use, at, way) if item.use else None
            found += [item.marking or default, *([lent.marking] if isinstance(lent, Lent) else [])]
            found += [self._marking_of_source(source) for source in _cited(item)]
            resting = [name for name in getattr(item, "basis", ()) if name in known and name not in seen]
            seen.update(resting)
            waiting += resting
        return strictest(tuple(found))

    def _marking_of_source(self, source: str) -> str:
        """The marking of a source; the strictest where nobody can tell it."""
        self.grounds.add(source)
        return self.shelf.marking_of(source) or TLP[-1]

    def _load(self, brief_id: str) -> tuple[Document, Validated[Any]] | None:
        if brief_id not in self.models:
            document = self.shelf.read(brief_id)
            validated = self._validate(brief_id, document) if document is not None else None
            loaded = (validated.document(document), validated) if document and validated else None
            self.models[brief_id] = loaded
            if loaded is not None and loaded[1].model is not None:
                self.aliases.update(loaded[1].model.aliases)
        return self.models[brief_id]

    def _validate(self, brief_id: str, document: Document) -> Validated[Any]:
        model: type[Any] = SharedFacts if brief_id.startswith(SHARED) else Brief
        known = {name: value for name, value in self.shelf.defaults.items() if name in model.model_fields}
        data = {} if document.data is None else document.data
        return validate(model, inherit(data, known), document.path)


def _items_of(validated: Validated[Any]) -> Known:
    known: dict[str, tuple[Item, Route]] = {}
    for section in SECTIONS:
        for index, item in enumerate(getattr(validated.model, section, ())):
            if item.id:
                known.setdefault(item.id, (item, (section, validated.place((section,), index))))
    return known


def _cited(item: Item) -> Iterator[str]:
    for part in (item, *(getattr(item, "values", None) or ())):
        yield from (citation.source for citation in part.citations)


def _both(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The audiences that both allow; None stands for all."""
    if one is None or other is None:
        return other if one is None else one
    return tuple(name for name in one if name in other)


def _conflicts(item: Item, lent: Lent, route: Route) -> Iterator[Finding]:
    """Where an item opens to readers what they may not read where it stands."""
    if item.marking is not None and TLP.index(item.marking) < TLP.index(lent.marking):
        message = f"{item.marking} is below {lent.marking}, the marking of the item that is taken"
        remedy = f"write {lent.marking}, or leave `marking` out"
        yield Finding("marking-too-low", message, (*route, "marking"), help=remedy)
    for index, name in enumerate(item.audiences or ()):
        if lent.audiences is not None and name not in lent.audiences:
            message = (
                f"the item that is taken is not for `{name}`, but for {', '.join(lent.audiences) or 'nobody'}"
            )
            remedy = "leave `audiences` out, or change it where the item stands"
            yield Finding("invalid-value", message, (*route, "audiences", index), help=remedy)


def _unknown(use: str, near: str | None, at: Route) -> Finding:
    brief_id, _, item_id = use.partition("#")
    fixes = (Fix(f"write {brief_id}#{near}", (ValueEdit(at, f"{brief_id}#{near}"),)),) if near else ()
    remedy = f"did you mean `{brief_id}#{near}`?" if near else "give the item an id in its own brief"
    return Finding("unknown-reference", f"`{brief_id}` has no item `{item_id}`", at, help=remedy, fixes=fixes)


def rehome(finding: Finding, homes: Mapping[Route, Home]) -> Finding:
    """A finding on a borrowed item, told where the item stands; what concerns the borrowing itself stays here."""
    home = homes.get(finding.route[:2])
    below = finding.route[2:]
    if home is None or finding.path is not None or (below and below[0] in ("use", "id", *KEPT)):
        return finding
    fixes = tuple(
        replace(fix, edits=tuple(_moved(edit, home) for edit in fix.edits)) for fix in finding.fixes
    )
    return replace(finding, route=(*home.route, *below), path=home.document.path, fixes=fixes)


def _moved(edit: Edit, home: Home) -> Edit:
    """The same edit where the borrowed item stands."""
    return replace(edit, route=(*home.route, *edit.route[2:]))
