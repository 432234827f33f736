"""Who may read what, as far as the brief itself tells: stated markings against those of what is used."""

from collections.abc import Iterator, Mapping

from briefgen.checks.case import Case, Item, effective_markings
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.documents.validation import nearest
from briefgen.models.vocabulary import TLP, strictest


def check_readers(case: Case) -> Iterator[Finding]:
    """Yield `marking-too-low` for markings below those of sources or basis, `unknown-reference` for unknown audiences."""
    markings = effective_markings(case)
    for item in case.items:
        yield from _unknown_audiences(item, case)
        stated = getattr(item.model, "marking", None)
        if stated is None or not item.is_local:
            continue
        needed = markings[item.name]
        if TLP.index(stated) < TLP.index(needed):
            yield _too_low(item, markings, stated, needed)


def _unknown_audiences(item: Item, case: Case) -> Iterator[Finding]:
    """An item that is meant for nobody there is would be in no edition at all."""
    for index, name in enumerate(getattr(item.model, "audiences", None) or ()):
        if case.audiences and name not in case.audiences:
            near = nearest(name, case.audiences)
            remedy = f"did you mean `{near}`?" if near else f"there are: {', '.join(case.audiences)}"
            yield Finding(
                "unknown-reference",
                f"there is no audience `{name}`",
                (*item.route, "audiences", index),
                help=remedy,
            )


def _too_low(item: Item, markings: Mapping[str, str], stated: str, needed: str) -> Finding:
    route = (*item.route, "marking")
    fix = Fix(f"write {needed}", (ValueEdit(route, needed),))
    reason = ", ".join(_stricter(item, markings, stated)) or "what it rests on"
    message = f"{item.name} is marked {stated}, but {reason} is {needed}"
    return Finding(
        "marking-too-low",
        message,
        route,
        help=f"write {needed}, or leave `marking` out: it is raised by itself",
        fixes=(fix,),
    )


def _stricter(item: Item, markings: Mapping[str, str], stated: str) -> Iterator[str]:
    """The sources and items of the basis whose marking is above `stated`."""
    sources = {
        cited.source.record.id: cited.source.record.effective_marking
        for cited in item.citations
        if cited.source
    }
    yield from (
        f"the source {name}" for name, marking in sources.items() if strictest((marking, stated)) != stated
    )
    for reference in getattr(item.model, "basis", ()):
        if reference in markings and strictest((markings[reference], stated)) != stated:
            yield f"its basis {reference}"
