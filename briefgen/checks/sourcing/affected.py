"""What a new version of a source would mean: which quotes no longer stand, and what rests on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Route
from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.text.source_text import SourceText, prepare


@dataclass(frozen=True, slots=True)
class Affected:
    """A quote that stood in the old version of a source and does not in the new one.

    `route` leads to it in the brief; `rests` names the items whose basis leads to its item.
    """

    brief: str
    item: str
    source: str
    quote: str
    route: Route
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of sources comes to: the quotes that are lost, and how many still stand."""

    lost: tuple[Affected, ...]
    standing: int


def effect(cases: Sequence[Case], texts: Mapping[str, str]) -> Effect:
    """Look for the quotes of `cases` in the new `texts` of sources, by id; quotes that did not stand before are no news.

    A quote whose page has moved still stands: only its words and context are looked for.
    """
    prepared = {source: prepare(text) for source, text in texts.items()}
    cited = list(_cited(cases, texts))
    lost = tuple(
        Affected(
            case.id,
            item.name,
            each.citation.source,
            each.citation.quote,
            (*each.route, "quote"),
            _resting(item, case),
        )
        for case, item, each in cited
        if not _stands(each, prepared[each.citation.source])
    )
    return Effect(lost, len(cited) - len(lost))


def _cited(cases: Sequence[Case], texts: Mapping[str, str]) -> Iterator[tuple[Case, Item, Cited]]:
    for case in cases:
        for item, cited in case.cited():
            if cited.citation.source in texts and cited.found is not None and cited.found.anchor is not None:
                yield case, item, cited


def _stands(cited: Cited, text: SourceText) -> bool:
    quote, prefix, suffix = cited.citation.quote, cited.citation.prefix or "", cited.citation.suffix or ""
    return anchor(quote, text, prefix=prefix, suffix=suffix).anchor is not None


def _resting(item: Item, case: Case) -> tuple[str, ...]:
    """The names of the items that are drawn from `item`, directly or through others."""
    reached = {getattr(item.model, "id", None)} - {None}
    found: dict[str, None] = {}
    for _ in case.items:
        for each in case.items:
            if each.name not in found and reached.intersection(getattr(each.model, "basis", ())):
                found[each.name] = None
                reached.add(getattr(each.model, "id", None) or each.name)
    return tuple(found)
