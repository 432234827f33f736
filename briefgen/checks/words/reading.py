"""The figures of quotes and of whole sources, as the rules on figures read them."""

import datetime
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefgen.checks.words.compare import Quoted
from briefgen.checks.words.dated import day_of, year_of
from briefgen.checks.words.headed import figures_of
from briefgen.evidence.figures.background import headed_days
from briefgen.evidence.figures.backing import Evidence, Figures, compare_figures, read_figures
from briefgen.evidence.languages import pack_for
from briefgen.sources.library import Source


def evidence_of(
    quotes: Sequence[Quoted], whole: bool = False, beside: Sequence[Quoted] = ()
) -> tuple[Evidence, ...]:
    """The figures of some quotes, each with the day on which its source was published; `whole`: of the sources.

    `beside` are quotes that give no figures, but may quote the headings of the table that some stand in.
    """
    if whole:
        cited = [(q.source, q.language) for q in quotes if q.source is not None and q.source.text is not None]
        return tuple(whole_evidence(source, language) for source, language in cited)
    headings = (*quotes, *beside)
    evidence = [Evidence(figures_of(q, headings), *_issued(q.source)) for q in quotes]
    return tuple(_as_headed(each, q, quotes, evidence) for each, q in zip(evidence, quotes, strict=True))


def _as_headed(
    each: Evidence, quoted: Quoted, quotes: Sequence[Quoted], evidence: Sequence[Evidence]
) -> Evidence:
    """The evidence of a quote with the day that a quote of its source is headed with, where the register has none."""
    if each.issued is not None or quoted.source is None:
        return each
    alike = (other for other, q in zip(evidence, quotes, strict=True) if q.source is quoted.source)
    days = {day for other in alike for day in headed_days(other.figures)}
    return replace(each, issued=days.pop()) if len(days) == 1 else each


def whole_evidence(source: Source, language: str) -> Evidence:
    """All the figures of a source."""
    return Evidence(_whole(source.text or "", language), *_issued(source))


def evidence_in(text: str, source: Source, language: str) -> Evidence:
    """The figures of some words of a source."""
    return Evidence(read_figures(text, pack_for(language)), *_issued(source))


def says_date(stated: Figures, evidence: Sequence[Evidence]) -> bool:
    """Whether some quotes give the dates of a text, their edges aside."""
    return all(not match.rule for match in compare_figures(stated, [each.unbounded() for each in evidence]))


def _issued(source: Source | None) -> tuple[datetime.date | None, int | None]:
    """The day and the year in which a source was published, as far as its register says."""
    issued = source.record.issued if source else None
    return (day_of(issued), year_of(issued)) if issued else (None, None)


@lru_cache(maxsize=64)
def _whole(text: str, language: str) -> Figures:
    """The figures of a whole source, read once for all statements that ask."""
    return read_figures(text, pack_for(language))
