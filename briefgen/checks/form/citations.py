"""What is cited: every statement something, known sources, pages that exist."""

from collections.abc import Iterator, Sequence

from briefgen.checks.case import Case, Cited, Item, page_bounds
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.documents.validation import nearest
from briefgen.sources.extracted import SourceFault

MOST_NAMED = 8
"""So many sources are named where none is like the one that is not there."""


def unknown_sources(case: Case) -> Iterator[Finding]:
    """Yield `unknown-source` for each citation of a source that no register has."""
    if not case.sources_whole:
        return
    for _, cited in case.cited():
        if cited.source is None and cited.citation.source not in case.faulty_sources:
            yield _unknown(case, cited)


def _unknown(case: Case, cited: Cited) -> Finding:
    wanted, route = cited.citation.source, (*cited.route, "source")
    longer = [name for name in case.sources if name.startswith(f"{wanted}-")]
    near = longer[0] if len(longer) == 1 else nearest(wanted, case.sources)
    fixes = (Fix(f"write {near}", (ValueEdit(route, near),)),) if near else ()
    remedy = f"did you mean `{near}`?" if near else f"registered: {_named(sorted(case.sources))}"
    return Finding("unknown-source", f"no register has a source `{wanted}`", route, help=remedy, fixes=fixes)


def _named(sources: list[str]) -> str:
    if not sources:
        return "none; `briefgen source add` archives one"
    more = len(sources) - MOST_NAMED
    return ", ".join(sources[:MOST_NAMED]) + (
        f" and {more:,} more (`briefgen source list`)" if more > 0 else ""
    )


def unknown_pages(case: Case) -> Iterator[Finding]:
    """Yield `invalid-value` for each `page` that the source does not have."""
    for _, cited in case.cited():
        page, source = cited.citation.page, cited.source
        if page is None or source is None or isinstance(source.content, SourceFault):
            continue
        if page_bounds(source, page) is None:
            count = len(source.content.page_starts)
            has = ("has no pages", "has 1 page")[count] if count < 2 else f"has {count} pages"
            remedy = ("remove `page`", "write 1")[count] if count < 2 else f"write a page from 1 to {count}"
            yield Finding(
                "invalid-value",
                f"`page` is {page}, but {source.record.id} {has}",
                (*cited.route, "page"),
                help=remedy,
            )


def unciteds(case: Case) -> Iterator[Finding]:
    """Yield `uncited` for each statement, and each value of a figure, that nothing backs."""
    for item in case.items:
        if item.section == "figures":
            yield from _uncited_values(item)
        elif getattr(item.model, "statement", None) is not None and not _judged(item) and not _backed(item):
            yield Finding(
                "uncited", _said(item.name, item.citations), (*item.route, "statement"), help=_remedy(item)
            )


def _said(name: str, cited: Sequence[object]) -> str:
    return f"{name} cites nothing" + (" that supports it: what it cites disputes it" if cited else "")


def _backed(item: Item) -> bool:
    """Whether something cited speaks for the statement; a position may be cited by what it is disputed with."""
    if item.section in ("positions", "open_questions"):
        return bool(item.citations)
    return any(cited.citation.relation != "disputes" for cited in item.citations)


def _judged(item: Item) -> bool:
    """Whether the item is a judgement that rests on other items of the brief; those are cited themselves."""
    return item.section == "bottom_line" and bool(item.model.basis)


def _remedy(item: Item) -> str:
    if item.section == "bottom_line":
        return "name in `basis` the facts that this judgement is drawn from, or give it citations of its own"
    return "add `citations` with a source and a verbatim quote that says this"


def _uncited_values(item: Item) -> Iterator[Finding]:
    for index, value in enumerate(item.model.values or ()):
        cited = (*value.citations, *item.model.citations)
        if all(citation.relation == "disputes" for citation in cited):
            yield Finding(
                "uncited",
                _said(f"value {index + 1} of {item.name}", cited),
                (*item.route, "values", index),
                help="every value of a figure needs `citations` with a source and a verbatim quote",
            )
