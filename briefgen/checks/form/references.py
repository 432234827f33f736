"""Ids of items and what refers to them: unique, known, without cycles."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.documents.validation import nearest

FIELDS = ("basis", "supersedes")


def duplicate_ids(case: Case) -> Iterator[Finding]:
    """Yield `duplicate-id` for each item whose id an earlier one has."""
    first: dict[str, Item] = {}
    for item in case.items:
        name = getattr(item.model, "id", None)
        if name is None:
            continue
        if name in first:
            message = f"the id `{name}` is taken already, by {_place(first[name])}"
            remedy = "give one of the two another id"
            borrowed = getattr(item.model, "use", None) or ""
            field = "use" if borrowed.endswith(f"#{name}") else "id"  # an `id` of its own may be the remedy
            yield Finding("duplicate-id", message, (*item.route, field), help=remedy)
        first.setdefault(name, item)


def _place(item: Item) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else part for part in item.route)


def unknown_references(case: Case) -> Iterator[Finding]:
    """Yield `unknown-reference` for each id in `basis` or `supersedes` that no item has, not even a faulty one."""
    known = case.by_id()
    for item in case.items:
        for field in FIELDS:
            for index, wanted in enumerate(getattr(item.model, field, ())):
                if wanted not in known and wanted not in case.dropped:
                    yield _unknown(item, field, index, wanted, known)


def _unknown(item: Item, field: str, index: int, wanted: str, known: dict[str, Item]) -> Finding:
    route = (*item.route, field, index)
    near = nearest(wanted, known)
    fixes = (Fix(f"write {near}", (ValueEdit(route, near),)),) if near else ()
    remedy = f"did you mean `{near}`?" if near else f"items with an id: {', '.join(sorted(known)) or 'none'}"
    return Finding(
        "unknown-reference", f"no item of this brief has the id `{wanted}`", route, help=remedy, fixes=fixes
    )


def reference_cycles(case: Case) -> Iterator[Finding]:
    """Yield `invalid-value` for each item from which `basis` or `supersedes` leads back to itself."""
    known = case.by_id()
    for field in FIELDS:
        edges = {
            name: [ref for ref in getattr(item.model, field, ()) if ref in known]
            for name, item in known.items()
        }
        reported: set[str] = set()
        for name in edges:
            cycle = _cycle(name, edges)
            if cycle and not reported.intersection(cycle):
                reported.update(cycle)
                index = getattr(known[name].model, field).index(cycle[1])
                message = f"`{field}` goes in a circle: {' → '.join(cycle)}"
                yield Finding(
                    "invalid-value",
                    message,
                    (*known[name].route, field, index),
                    help="remove one of these references",
                )


def _cycle(start: str, edges: dict[str, list[str]]) -> list[str]:
    """Return a shortest way from `start` back to itself, both ends named; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for here in waiting:
        for target in edges[here]:
            if target == start:
                return [start, *_way(came_from, here), start] if here != start else [start, start]
            if target not in came_from:
                came_from[target] = here
                waiting.append(target)
    return []


def _way(came_from: dict[str, str], end: str) -> list[str]:
    """The way to `end`, without where it started."""
    way = [end]
    while way[-1] in came_from and came_from[way[-1]] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]
