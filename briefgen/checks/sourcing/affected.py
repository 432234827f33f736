"""What newly fetched sources mean for briefs: which quotes do not stand in them, and what rests on these."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Route
from briefgen.evidence.quotes.anchoring import Anchoring, anchor
from briefgen.evidence.text.source_text import SourceText, prepare

LOST = ("quote-ambiguous", "quote-not-found", "elision-out-of-order")
"""The faults of a quote that does not stand in one place of its source."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A quote that does not stand in the present version of its source, or stands there more than once (`fault`).

    `is_news`: it did in the version before. `route` leads to it in the brief; `rests` names the items whose basis leads
    to its item.
    """

    brief: str
    item: str
    source: str
    quote: str
    route: Route
    rests: tuple[str, ...]
    fault: str
    is_news: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What fetching sources comes to: the quotes that are lost, and how many stand in the sources that changed or lost some."""

    lost: tuple[Affected, ...]
    standing: int


def effect(cases: Sequence[Case], texts: Mapping[str, str], same: Set[str] = frozenset()) -> Effect:
    """Look for the quotes of `cases` in the new `texts` of sources, by id, and in the sources that stayed the `same`.

    Of a source that changed, quotes that did not stand before are no news and left out. A quote whose page has moved still
    stands: only its words and context are looked for.
    """
    prepared = {source: prepare(text) for source, text in texts.items()}
    cited = list(_cited(cases, prepared, same))
    lost = tuple(_affected(case, item, each, fault, texts) for case, item, each, fault in cited if fault)
    touched = {each.source for each in lost} | {*texts}
    standing = sum(not fault and each.citation.source in touched for _, _, each, fault in cited)
    return Effect(lost, standing)


def _cited(
    cases: Sequence[Case], texts: Mapping[str, SourceText], same: Set[str]
) -> Iterator[tuple[Case, Item, Cited, str]]:
    """The citations of the sources, each with the fault by which its quote is lost ("": it stands)."""
    for case in cases:
        for item, cited in case.cited():
            name = cited.citation.source
            if cited.found is None:
                continue
            if name in same:
                yield case, item, cited, _fault(cited.found)
            elif name in texts and cited.found.anchor is not None:
                yield case, item, cited, _fault(_looked_for(cited, texts[name]))


def _looked_for(cited: Cited, text: SourceText) -> Anchoring:
    quote, prefix, suffix = cited.citation.quote, cited.citation.prefix or "", cited.citation.suffix or ""
    return anchor(quote, text, prefix=prefix, suffix=suffix)


def _fault(found: Anchoring) -> str:
    rules = {fault.rule for fault in found.faults}
    return "" if found.anchor is not None else next((rule for rule in LOST if rule in rules), "")


def _affected(case: Case, item: Item, cited: Cited, fault: str, changed: Mapping[str, str]) -> Affected:
    source, route = cited.citation.source, (*cited.route, "quote")
    rests = tuple(each.name for each in case.resting_on([item]))
    return Affected(case.id, item.name, source, cited.citation.quote, route, rests, fault, source in changed)
