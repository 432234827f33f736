"""How many independent sources say so."""

from collections.abc import Iterable, Iterator

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Finding, Route


def single_sources(case: Case) -> Iterator[Finding]:
    """Yield `single-source` for each statement that one independent source alone supports.

    A judgement is counted over its own citations and those of the facts in its basis, down to the last.
    """
    for item in case.items:
        if item.section == "map" or not item.is_local:
            continue
        supporting = [cited for cited in _all_citations(item, case) if cited.citation.relation != "disputes"]
        groups = groups_of(supporting)
        if len(groups) == 1 and all(cited.source for cited in supporting):
            yield Finding(
                "single-source",
                f"{item.name} rests on {_described(supporting)}",
                _place(item),
                help="cite a second source that does not draw on the first, or leave it as it is: readers can see it",
            )


def credibility_unsupported(case: Case) -> Iterator[Finding]:
    """Yield `credibility-unsupported` for each grade 1 that fewer than two independent sources back.

    Grade 1 of the Admiralty code (NATO AJP-2.1) means: confirmed by other sources.
    """
    for item in case.items:
        supporting = [cited for cited in item.citations if cited.citation.relation == "supports"]
        if len(groups_of(supporting)) >= 2 or any(cited.source is None for cited in supporting):
            continue
        for cited in item.citations:
            if cited.citation.credibility == 1:
                yield _unsupported(item, cited, supporting)


def _unsupported(item: Item, cited: Cited, supporting: list[Cited]) -> Finding:
    rests = (
        f"{item.name} rests on {_described(supporting)}" if supporting else f"nothing supports {item.name}"
    )
    return Finding(
        "credibility-unsupported",
        f"credibility 1 means confirmed by independent sources, but {rests}",
        (*cited.route, "credibility"),
        help="cite a second, independent source for this statement, or grade it 2 (probably true)",
    )


def groups_of(citations: Iterable[Cited]) -> frozenset[str]:
    """The independent groups that the cited sources belong to."""
    return frozenset(cited.source.record.group for cited in citations if cited.source)


def _all_citations(item: Item, case: Case) -> Iterator[Cited]:
    """The citations of the item and of everything in its basis, each item once."""
    named, seen, waiting = case.by_id(), {item.route}, [item]
    while waiting:
        current = waiting.pop()
        yield from current.citations
        for reference in getattr(current.model, "basis", ()):
            below = named.get(reference)
            if below is not None and below.route not in seen:
                seen.add(below.route)
                waiting.append(below)


def _described(citations: list[Cited]) -> str:
    """`joint-statement alone`, or `2 sources of one group (wire-a): …`."""
    names = sorted({cited.citation.source for cited in citations})
    if len(names) == 1:
        return f"{names[0]} alone"
    group = next(iter(groups_of(citations)), "")
    return f"{len(names)} sources that count as one ({group}): {', '.join(names)}"


def _place(item: Item) -> Route:
    fields = ("statement", "question", "title")
    field = next((name for name in fields if getattr(item.model, name, None) is not None), None)
    return (*item.route, field) if field else item.route
