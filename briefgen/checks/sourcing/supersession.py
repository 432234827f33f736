"""Statements that a later one replaces."""

from collections.abc import Iterator, Mapping

from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Fix, Severity, ValueEdit
from briefgen.models.scalars import SIMPLE_DATE

Successors = Mapping[str, list[Item]]
"""What replaces an item, by its id, in the order of the brief."""


def superseded(case: Case) -> Iterator[Finding]:
    """Yield `superseded`: a basis that has been replaced, a replacement that is older, and (info) what is replaced."""
    named = case.by_id()
    successors: dict[str, list[Item]] = {}
    for item in case.items:
        for old in getattr(item.model, "supersedes", ()):
            if old in named and named[old] is not item and item not in successors.get(old, ()):
                successors.setdefault(old, []).append(item)
    yield from _relied_on(case, successors)
    yield from _older(case, named)
    for old, items in successors.items():
        message = f"{_replaced_by(items)} this; the page marks it as superseded"
        remedy = "remove it once readers no longer need what was said before"
        yield Finding("superseded", message, (*named[old].route, "id"), help=remedy, severity=Severity.INFO)


def _relied_on(case: Case, successors: Successors) -> Iterator[Finding]:
    """A judgement stands on what holds, not on what was replaced; the replacement itself may name what it replaces."""
    for item in case.items:
        for index, reference in enumerate(getattr(item.model, "basis", ())):
            new = successors.get(reference, [])
            if new and all(each.route != item.route for each in new):
                yield _rests_on_old(item, index, new, _last(new, successors))


def _rests_on_old(item: Item, index: int, new: list[Item], last: list[Item]) -> Finding:
    """`new` replace what the item rests on, `last` are what holds today."""
    reference, route = item.model.basis[index], (*item.route, "basis", index)
    message = f"{item.name} rests on {reference}, which {_replaced_by(new)}"
    if last != new:
        message += f", and {_names(last)} after {'it' if len(new) == 1 else 'them'}"
    there = [each for each in last if each.name in item.model.basis]
    fixes = tuple(
        Fix(f"rest on {each.name}", (ValueEdit(route, each.name),))
        for each in last
        if getattr(each.model, "id", None) and not there
    )
    remedy = (
        f"take {reference} out of the basis, which has {_names(there)} already"
        if there
        else f"rest on {_names(last)}"
    )
    remedy += ", and see whether the judgement still holds"
    return Finding("superseded", message, route, help=remedy, fixes=fixes)


def _last(new: list[Item], successors: Successors) -> list[Item]:
    """What stands at the end of the chains of replacements; where these go in a circle, their first links."""
    ends: list[Item] = []
    seen: list[Item] = []
    waiting = list(new)
    while waiting:
        item = waiting.pop(0)
        if item not in seen:
            seen.append(item)
            further = successors.get(item.name, [])
            waiting += further
            ends += [] if further else [item]
    return ends or new


def _replaced_by(items: list[Item]) -> str:
    return f"{_names(items)} {'replaces' if len(items) == 1 else 'replace'}"


def _names(items: list[Item]) -> str:
    *others, last = [item.name for item in items]
    return f"{', '.join(others)} and {last}" if others else last


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
