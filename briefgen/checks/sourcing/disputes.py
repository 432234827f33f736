"""Statements that a source disputes: readers must see the other side."""

import re
from collections.abc import Iterator

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Finding

_SHOWN = ("positions", "open_questions")
_NEAR = 300  # code points between two passages of one source that speak of the same matter
_WORD = re.compile(r"[^\W\d_]{5,}")
_SHARED_WORDS = 2


def disputed(case: Case) -> Iterator[Finding]:
    """Yield `disputed` for each citation that disputes its statement, unless the brief shows the dispute.

    It is shown by an item under positions or open questions that names the disputed item in its basis, or that
    cites the disputing source for the same passage or matter.
    """
    shown = [item for item in case.items if item.section in _SHOWN]
    for item in case.items:
        if item.section in _SHOWN:
            continue
        for cited in item.citations:
            if cited.citation.relation == "disputes" and not any(_shows(each, item, cited) for each in shown):
                yield Finding(
                    "disputed",
                    f"{cited.citation.source} disputes {item.name}, and the brief does not show it",
                    (*cited.route, "relation"),
                    help=f"add the other side under positions or open_questions, citing {cited.citation.source}",
                )


def _shows(shown: Item, item: Item, disputing: Cited) -> bool:
    if getattr(item.model, "id", None) in getattr(shown.model, "basis", ()):
        return True
    return any(
        cited.citation.source == disputing.citation.source
        and (_same_passage(cited, disputing) or _same_matter(shown, disputing))
        for cited in shown.citations
    )


def _same_passage(one: Cited, other: Cited) -> bool:
    """Whether two quotes of one source are the same, overlap or stand near each other."""
    if one.citation.quote == other.citation.quote:
        return True
    return _distance(one, other) <= _NEAR


def _distance(one: Cited, other: Cited) -> float:
    first, second = _places(one), _places(other)
    gaps = [max(a[0], b[0]) - min(a[1], b[1]) for a in first for b in second]
    return min(gaps, default=float("inf"))


def _places(cited: Cited) -> list[tuple[int, int]]:
    anchored = cited.found.anchor if cited.found else None
    return [(anchored.start, anchored.end)] if anchored else []


def _same_matter(shown: Item, disputing: Cited) -> bool:
    words = _words(disputing.citation.quote)
    said = " ".join(text for _, _, text in shown.statements())
    return len(words & _words(f"{said} {getattr(shown.model, 'question', None) or ''}")) >= _SHARED_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
