"""Figures, dates and times of a statement against its quotes.

Owns what becomes of a mention that the quotes do not back: its severity (the source may say it elsewhere), what the
quote says instead, and the edits that would put it right.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.checks.case import Case
from briefgen.checks.words.compare import Comparison, Quoted
from briefgen.checks.words.dated import day_of, year_of
from briefgen.checks.words.derived import derivations
from briefgen.checks.words.wider import Wider, wider_fix
from briefgen.diagnostics import Finding, Fix, Severity, ValueEdit
from briefgen.evidence.figures import DATE, Evidence, Figures, Match, Mention, compare_figures, read_figures
from briefgen.evidence.languages import pack_for
from briefgen.evidence.quantities import Quantity
from briefgen.evidence.quantity_matching import BOUND, HARDENED, ROUNDED, UNIT, UNSUPPORTED
from briefgen.sources.library import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the comparison of a statement gave: what was read in it, its matches, and the evidence."""

    stated: Figures
    matches: tuple[Match, ...]
    evidence: tuple[Evidence, ...]
    derived: tuple[Quantity, ...]


def figure_faults(comparison: Comparison, case: Case) -> Iterator[Finding]:
    """Yield a finding for each figure, date or time that the quotes do not back as it is stated."""
    outcome = compare_statement(comparison, case)
    faults = [match for match in outcome.matches if match.rule]
    elsewhere = _elsewhere(comparison, outcome.stated) if faults else {}
    for match in faults:
        yield _finding(comparison, match, elsewhere.get(match.mention))


def compare_statement(comparison: Comparison, case: Case) -> Outcome:
    """Match every figure of a statement with its quotes and derivations."""
    stated = read_figures(comparison.text, comparison.pack)
    evidence = evidence_of(comparison.quotes)
    derived = tuple(d.result for d in derivations(comparison, evidence, case) if d.result is not None)
    return Outcome(stated, compare_figures(stated, evidence, derived), evidence, derived)


def evidence_of(quotes: Sequence[Quoted], whole: bool = False) -> tuple[Evidence, ...]:
    """The figures of some quotes, each with the day on which its source was published; `whole`: of the sources."""
    if whole:
        cited = [(q, q.source.text) for q in quotes if q.source is not None and q.source.text is not None]
        return tuple(Evidence(_whole(text, q.language), *_issued(q.source)) for q, text in cited)
    return tuple(Evidence(read_figures(q.text, pack_for(q.language)), *_issued(q.source)) for q in quotes)


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


def _finding(comparison: Comparison, match: Match, elsewhere: Wider | None) -> Finding:
    start, end = match.mention.start, match.mention.end
    words = comparison.text[start:end]
    derived = match.quote is not None and match.quote >= len(comparison.quotes)
    wider = None if derived else elsewhere
    instead = _instead(comparison, match)
    return Finding(
        match.rule,
        _message(match, words, instead, wider),
        comparison.route,
        start,
        end,
        help=_help(match, instead, wider),
        fixes=tuple(_fixes(comparison, match, instead, wider)),
        severity=Severity.WARNING if wider or derived else None,
    )


def _elsewhere(comparison: Comparison, stated: Figures) -> dict[Mention, Wider]:
    """Where the cited sources say the mentions of a statement as they are stated, outside the quotes too."""
    found: dict[Mention, Wider] = {}
    languages = {id(q.source): q.language for q in comparison.quotes}
    for source in comparison.sources:
        whole = Evidence(_whole(source.text or "", languages[id(source)]), *_issued(source))
        for match in compare_figures(stated, (whole,), in_place=False):
            if not match.rule and match.partner is not None:
                found.setdefault(match.mention, Wider(source, match.partner.start, match.partner.end))
    return found


def _instead(comparison: Comparison, match: Match) -> str:
    """What the quote says in place of a mention, with its edge and unit."""
    partner = match.partner
    if partner is None or match.quote is None:
        return ""
    if match.quote >= len(comparison.quotes):
        return "about " + comparison.text[match.mention.start : match.mention.end]
    text = comparison.quotes[match.quote].text
    if isinstance(partner, Quantity):
        return text[partner.lead : partner.tail].strip()
    return text[getattr(partner, "lead", partner.start) : partner.end].strip()


def _message(match: Match, words: str, instead: str, wider: Wider | None) -> str:
    said = f"the quote says “{instead}”" if instead else ""
    shaped = {
        UNIT: f"“{words}” is not counted in what the quote counts it in",
        BOUND: f"“{words}” is bounded otherwise than in the quote",
        ROUNDED: f"“{words}” is rounded without saying so",
        HARDENED: f"“{words}” is firmer than the quote",
    }
    if match.rule in shaped:
        return f"{shaped[match.rule]}: {said}"
    if wider is not None:
        return f"{words} is in no quote of this statement; it stands elsewhere in {wider.source.record.id}"
    if match.rule == DATE and instead and words in instead:
        return f"{words} is another time than in the quote, which says “{instead}”"
    return f"{words} is in no quote of this statement"


def _help(match: Match, instead: str, wider: Wider | None) -> str:
    if wider is not None:
        return f"quote the sentence that gives it: “{wider.sentence}”"
    if match.rule in (UNSUPPORTED, DATE):
        remedy = "quote the words that give it" + (", or put the arithmetic into `derived`" if match.rule == UNSUPPORTED else "")
        return f"the quote says {instead}" if instead else remedy
    if match.rule == ROUNDED:
        return f"write “{instead}”, or say that it is rounded (about, nearly, more than)"
    return f"write “{instead}”, or waive the rule with a reason"


def _fixes(comparison: Comparison, match: Match, instead: str, wider: Wider | None) -> Iterator[Fix]:
    if wider is not None:
        fix = wider_fix(comparison, wider)
        if fix is not None:
            yield fix
    if not instead:
        return
    mention = match.mention
    start, end = mention.start, mention.end
    if isinstance(mention, Quantity) and match.rule != UNSUPPORTED:
        start, end = mention.lead, mention.tail
        instead = _inside(instead) if start > 0 else instead
    elif match.rule == DATE:
        start = getattr(mention, "lead", start)
    text = _bare(comparison, match) if match.rule == UNSUPPORTED else instead
    yield Fix(f"write “{text}”, as the quote does", (ValueEdit(comparison.route, text, start, end),))


def _inside(words: str) -> str:
    """Quoted words that began a sentence, as they stand within one."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _bare(comparison: Comparison, match: Match) -> str:
    """The quoted figure alone, to stand where the stated one stands."""
    if match.partner is None or match.quote is None:
        return ""
    return comparison.quotes[match.quote].text[match.partner.start : match.partner.end]

