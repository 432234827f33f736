"""Items that a brief takes by `use` although the brief that they stand in has replaced them since."""

from collections.abc import Callable, Iterator, Mapping

from briefgen.diagnostics import Finding, Fix, Route, ValueEdit
from briefgen.models.brief import Brief, Item, SharedFacts
from briefgen.models.vocabulary import SECTIONS

Facts = Brief | SharedFacts


def replaced_items(
    taken: Mapping[Route, Item], brief: Brief, model: Callable[[str], Facts | None]
) -> Iterator[Finding]:
    """Yield `superseded` for each item of `taken` that its own brief has replaced, unless `brief` says so itself.

    `model` gives the briefs that items are taken from, by id.
    """
    marked = {old for item in _items(brief) for old in getattr(item, "supersedes", ())}
    for route, item in taken.items():
        lender, _, name = (item.use or "").partition("#")
        facts = model(lender)
        new = [each for each in _items(facts) if name in getattr(each, "supersedes", ())] if facts else []
        if new and item.id not in marked:
            yield _replaced(f"{lender}#{name}", lender, new, (*route, "use"))


def _items(facts: Facts) -> Iterator[Item]:
    for section in SECTIONS:
        yield from getattr(facts, section, ())


def _replaced(use: str, lender: str, new: list[Item], route: Route) -> Finding:
    ids = [item.id for item in new if item.id]
    by = f" by {' and '.join(ids)}" if ids else ""
    instead = f"take `{lender}#{ids[0]}` instead" if ids else "leave it out"
    return Finding(
        "superseded",
        f"{use} is replaced{by} in its own brief",
        route,
        help=f"{instead}, and see whether what rests on it still holds; or take both, and say that one supersedes the other",
        fixes=tuple(Fix(f"take {lender}#{name}", (ValueEdit(route, f"{lender}#{name}"),)) for name in ids),
    )
