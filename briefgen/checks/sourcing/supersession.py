"""Statements that a later one replaces."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Fix, Severity, ValueEdit
from briefgen.models.scalars import SIMPLE_DATE


def superseded(case: Case) -> Iterator[Finding]:
    """Yield `superseded`: a basis that has been replaced, a replacement that is older, and (info) what is replaced."""
    named = case.by_id()
    successors = {
        old: item for item in case.items for old in getattr(item.model, "supersedes", ()) if old in named
    }
    yield from _relied_on(case, successors)
    yield from _older(case, named)
    for old, item in successors.items():
        message = f"{item.name} replaces this; the page marks it as superseded"
        remedy = "remove it once readers no longer need what was said before"
        yield Finding("superseded", message, (*named[old].route, "id"), help=remedy, severity=Severity.INFO)


def _relied_on(case: Case, successors: dict[str, Item]) -> Iterator[Finding]:
    """A judgement stands on what holds, not on what was replaced; the replacement itself may name what it replaces."""
    for item in case.items:
        for index, reference in enumerate(getattr(item.model, "basis", ())):
            new = successors.get(reference)
            if new is None or new.route == item.route:
                continue
            route = (*item.route, "basis", index)
            fixes = (
                (Fix(f"rest on {new.name}", (ValueEdit(route, new.name),)),)
                if getattr(new.model, "id", None)
                else ()
            )
            message = f"{item.name} rests on {reference}, which {new.name} replaces"
            remedy = f"rest on {new.name}, and see whether the judgement still holds"
            yield Finding("superseded", message, route, help=remedy, fixes=fixes)


def _older(case: Case, named: dict[str, Item]) -> Iterator[Finding]:
    for item in case.items:
        for index, reference in enumerate(getattr(item.model, "supersedes", ())):
            old = named.get(reference)
            if old is not None and _day(item) and _day(old) and _before(_day(item), _day(old)):
                message = f"{item.name} (as of {item.model.as_of}) replaces {reference} (as of {old.model.as_of}), which is later"
                remedy = "turn `supersedes` round, or correct `as_of`"
                yield Finding("superseded", message, (*item.route, "supersedes", index), help=remedy)


def _day(item: Item) -> str:
    """The `as_of` of an item where it is a plain calendar date, else nothing: other forms are not compared."""
    as_of = getattr(item.model, "as_of", None) or ""
    return as_of.rstrip("?~%") if SIMPLE_DATE.match(as_of) else ""


def _before(one: str, other: str) -> bool:
    """Whether `one` is earlier at the precision that both have."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
