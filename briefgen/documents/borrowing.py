"""Shared facts: items that a brief takes from another by `use`, so that one correction reaches every brief.

Owns the look-up of `other-brief#item-id`, circles and dead ends, and the way back: a fault in a borrowed item is told
where the item stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefgen.diagnostics import Finding, Fix, NewField, Route, ValueEdit
from briefgen.documents.reading import Document
from briefgen.documents.validation import Validated, nearest, validate
from briefgen.models.brief import SECTIONS, Brief, Item, SharedFacts
from briefgen.models.vocabulary import TLP, strictest

SHARED = "shared/"
"""Briefs whose ids start so hold facts that are no brief of their own."""
KEPT = ("priority", "marking", "audiences", "tags", "allow", "supersedes", "basis")
"""What the borrowing item may say for itself; all else is the borrowed item's."""

Reader = Callable[[str], Document | None]
"""Gives the document of the brief with an id; None where there is no such brief."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a borrowed item stands."""

    document: Document
    route: Route


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A brief with its borrowed items filled in, the homes of these by their routes here, and what went wrong.

    `indices` tells which entries of the document's lists were kept, where one leads nowhere and was dropped.
    """

    brief: Brief
    homes: Mapping[Route, Home]
    findings: tuple[Finding, ...]
    indices: Mapping[Route, tuple[int, ...]]

    def validated(self, original: Validated[Brief]) -> Validated[Brief]:
        """The brief as a validated one, in place of `original`."""
        return replace(original, model=self.brief, indices={**original.indices, **self.indices})


Lent = tuple[Item, Home, str]
"""An item, where it stands, and its marking."""


def borrow(brief_id: str, validated: Validated[Brief], read: Reader) -> Borrowed | None:
    """Fill in every item of the brief that has `use`; None where there is no brief."""
    if validated.model is None:
        return None
    lender = _Lender(brief_id, read)
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
    return Borrowed(brief, lender.homes, tuple(lender.findings), indices)


class _Lender:
    """Looks items up in other briefs, each read once."""

    def __init__(self, borrower: str, read: Reader) -> None:
        self.borrower = borrower
        self.read = read
        self.models: dict[str, tuple[Document, Validated[Any]] | None] = {}
        self.homes: dict[Route, Home] = {}
        self.aliases: dict[str, tuple[str, ...]] = {}
        self.findings: list[Finding] = []

    def fill(self, item: Item, route: Route) -> Item | None:
        """The item with what it borrows; itself where it borrows nothing; None where that leads nowhere."""
        if item.use is None:
            return item
        if item.use.startswith(f"{self.borrower}#"):
            message = f"`{item.use}` is an item of this brief itself, which it would have twice"
            remedy = "take it from another brief, or leave it out"
            self._refuse("invalid-value", message, (*route, "use"), remedy)
            return None
        found = self._follow(item.use, (*route, "use"), (f"{self.borrower}#{item.id}",))
        if found is None:
            return None
        lent, home, marking = found
        self.homes[route] = home
        self._watch_marking(item, marking, route)
        own = {name: getattr(item, name) for name in KEPT if name in item.model_fields_set}
        given = {
            "id": item.id or item.use.partition("#")[2],
            "use": item.use,
            "marking": marking,
            "supersedes": (),
            "basis": (),
            "audiences": None,
        }
        return lent.model_copy(update={**given, **own})

    def _follow(self, use: str, at: Route, way: tuple[str, ...]) -> Lent | None:
        if use in way:
            return self._refuse(
                "invalid-value",
                f"`use` goes in a circle: {' → '.join([*way, use])}",
                at,
                "remove one of them",
            )
        brief_id, _, item_id = use.partition("#")
        loaded = self._load(brief_id)
        if loaded is None:
            return self._refuse(
                "unknown-reference",
                f"there is no brief `{brief_id}`",
                at,
                "name it by its path below briefs/",
            )
        document, validated = loaded
        if validated.model is None:
            return self._refuse(
                "unknown-reference",
                f"the brief `{brief_id}` cannot be read",
                at,
                "mend it first: briefgen check",
            )
        return self._find(document, validated, item_id, use, at, way)

    def _find(
        self,
        document: Document,
        validated: Validated[Any],
        item_id: str,
        use: str,
        at: Route,
        way: tuple[str, ...],
    ) -> Lent | None:
        known: dict[str, tuple[Item, Route]] = {}
        for section in SECTIONS:
            for index, item in enumerate(getattr(validated.model, section, ())):
                if item.id:
                    known.setdefault(item.id, (item, (section, validated.place((section,), index))))
        if item_id not in known:
            near = nearest(item_id, known)
            return self._unknown(use, item_id, near, at)
        item, route = known[item_id]
        if item.use is not None:
            return self._follow(item.use, at, (*way, use))
        return item, Home(document, route), item.marking or str(getattr(validated.model, "marking", TLP[0]))

    def _unknown(self, use: str, item_id: str, near: str | None, at: Route) -> Lent | None:
        brief_id = use.partition("#")[0]
        fixes = (Fix(f"write {brief_id}#{near}", (ValueEdit(at, f"{brief_id}#{near}"),)),) if near else ()
        remedy = f"did you mean `{brief_id}#{near}`?" if near else "give the item an id in its own brief"
        message = f"`{brief_id}` has no item `{item_id}`"
        self.findings.append(Finding("unknown-reference", message, at, help=remedy, fixes=fixes))
        return None

    def _refuse(self, rule: str, message: str, at: Route, remedy: str) -> Lent | None:
        self.findings.append(Finding(rule, message, at, help=remedy))
        return None

    def _watch_marking(self, item: Item, lent: str, route: Route) -> None:
        if item.marking is not None and TLP.index(item.marking) < TLP.index(lent):
            message = f"{item.marking} is below {lent}, the marking of the item that is taken"
            remedy = f"write {strictest((item.marking, lent))}, or leave `marking` out"
            self.findings.append(Finding("marking-too-low", message, (*route, "marking"), help=remedy))

    def _load(self, brief_id: str) -> tuple[Document, Validated[Any]] | None:
        if brief_id not in self.models:
            document = self.read(brief_id)
            self.models[brief_id] = (
                None if document is None else (document, self._validate(brief_id, document))
            )
            loaded = self.models[brief_id]
            if loaded is not None and loaded[1].model is not None:
                self.aliases.update(loaded[1].model.aliases)
        return self.models[brief_id]

    def _validate(self, brief_id: str, document: Document) -> Validated[Any]:
        model: type[Any] = SharedFacts if brief_id.startswith(SHARED) else Brief
        return validate(model, {} if document.data is None else document.data, document.path)


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


def _moved(edit: ValueEdit | NewField, home: Home) -> ValueEdit | NewField:
    """The same edit where the borrowed item stands."""
    return replace(edit, route=(*home.route, *edit.route[2:]))
