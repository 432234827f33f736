"""Figures, dates and times of a statement against its quotes.

Owns what becomes of a mention that the quotes do not back: its severity (the source may say it elsewhere), what the
quote says instead, and the edits that would put it right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from briefgen.checks.case import Case
from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.derived import derivations
from briefgen.checks.words.headed import heading_hint
from briefgen.checks.words.reading import evidence_of
from briefgen.checks.words.rewording import edited, is_operand, reworded
from briefgen.checks.words.wider import Wider, stands_elsewhere, wider_fix
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.evidence.figures.backing import (
    DATE,
    Evidence,
    Figures,
    Match,
    Mention,
    background,
    compare_figures,
    read_figures,
)
from briefgen.evidence.figures.kindred import held_otherwise, is_exchangeable, is_kindred
from briefgen.evidence.quantities.matching import BOUND, HARDENED, ROUNDED, UNIT, UNSUPPORTED
from briefgen.evidence.quantities.quantity import Quantity, words_apart
from briefgen.evidence.text.said import said


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the comparison of a statement gave: what was read in it, its matches, and the evidence."""

    stated: Figures
    matches: tuple[Match, ...]
    evidence: tuple[Evidence, ...]
    derived: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mention that is not backed, and what the quote says `instead` of it ("": nothing that is about the same).

    `held`: a quote has the very mention, with a difference or in another place (`moved`).
    """

    match: Match
    instead: str
    held: bool
    moved: bool = False


def figure_faults(comparison: Comparison, case: Case) -> Iterator[Finding]:
    """Yield a finding for each figure, date or time that the quotes do not back as it is stated.

    Only for a mention that no quote holds the whole source is asked.
    """
    outcome = compare_statement(comparison, case)
    faults = [_fault(comparison, outcome, match, case) for match in outcome.matches if match.rule]
    elsewhere = {} if all(fault.held for fault in faults) else stands_elsewhere(comparison, outcome.stated)
    for fault in faults:
        yield _finding(comparison, outcome, fault, None if fault.held else elsewhere.get(fault.match.mention))


def _fault(comparison: Comparison, outcome: Outcome, match: Match, case: Case) -> Fault:
    held = held_otherwise(comparison.text, match, outcome.evidence, background(outcome.evidence))
    if held is not None:
        return Fault(held, _instead(comparison, held), True)
    if match.rule == UNIT:  # the same digits of something else
        match = replace(match, rule=UNSUPPORTED, partner=None)
    if match.rule in (UNSUPPORTED, DATE):
        anywhere = compare_figures(outcome.stated, outcome.evidence, outcome.derived, in_place=False)
        if any(other.mention == match.mention and not other.rule for other in anywhere):
            return Fault(match, _instead(comparison, match), True, True)
        paired = is_kindred(comparison.text, match, outcome.evidence) and not is_operand(
            comparison, match, case
        )
        return Fault(match, _instead(comparison, match) if paired else "", False)
    return Fault(match, _instead(comparison, match), False)


def compare_statement(comparison: Comparison, case: Case) -> Outcome:
    """Match every figure of a statement with its quotes and derivations."""
    stated = read_figures(comparison.text, comparison.pack)
    evidence = evidence_of(comparison.quotes)
    derived = tuple(d.result for d in derivations(comparison, evidence, case) if d.result is not None)
    return Outcome(stated, compare_figures(stated, evidence, derived), evidence, derived)


def _finding(comparison: Comparison, outcome: Outcome, fault: Fault, wider: Wider | None) -> Finding:
    match = fault.match
    start, end = _marked(match)
    derived = match.quote is not None and match.quote >= len(comparison.quotes)
    derived = derived and match.rule not in (UNSUPPORTED, DATE)
    wider = None if derived else wider
    heading = heading_hint(match.mention, comparison.quotes)
    bare = bool(heading) and match.rule == UNSUPPORTED and not fault.instead and wider is None
    message = _message(comparison, fault, wider) + (" with its unit" if bare else "")
    return Finding(
        match.rule,
        message,
        comparison.route,
        start,
        end,
        help=heading if bare else "; ".join(filter(None, (_help(match, fault.instead, wider), heading))),
        fixes=tuple(_fixes(comparison, outcome, fault, wider)),
        severity=Severity.WARNING if wider or derived else None,
    )


def _marked(match: Match) -> tuple[int, int]:
    """The words that are at fault: the figure, with its unit where that is the fault."""
    mention = match.mention
    if match.rule == UNIT and isinstance(mention, Quantity):
        return words_apart(mention, _as_quantity(match.partner))
    return mention.start, mention.end


def _as_quantity(mention: Mention | None) -> Quantity | None:
    return mention if isinstance(mention, Quantity) else None


def _instead(comparison: Comparison, match: Match) -> str:
    """What the quote says in place of a mention, with its edge and unit."""
    partner = match.partner
    if partner is None or match.quote is None:
        return ""
    if match.quote >= len(comparison.quotes):
        return "about " + comparison.text[match.mention.start : match.mention.end]
    text = comparison.quotes[match.quote].text
    if isinstance(partner, Quantity):
        unlike = match.mention if match.rule == UNIT else None
        return text[slice(*words_apart(partner, _as_quantity(unlike)))].strip()
    return text[getattr(partner, "lead", partner.start) : partner.end].strip()


def _message(comparison: Comparison, fault: Fault, wider: Wider | None) -> str:
    match, instead = fault.match, fault.instead
    words = comparison.text[slice(*_marked(match))]
    shaped = {
        UNIT: f"“{words}” is not counted in what the quote counts it in",
        BOUND: f"“{_with_basis(comparison, match)}” is bounded otherwise than in the quote",
        ROUNDED: f"“{words}” is rounded without saying so",
        HARDENED: f"“{words}” is firmer than the quote",
    }
    if match.rule in shaped and not (match.rule == UNIT and wider is not None):
        return f"{shaped[match.rule]}: " + (f"the quote says “{instead}”" if instead else "")
    if fault.moved:
        return f"“{words}” stands where the quote says “{instead}”"
    if fault.held:
        return f"“{_bounded(comparison, match)}” is another time than in the quote, which says “{instead}”"
    if wider is not None:
        there = wider.source.record.id
        if wider.instead:
            return f"{_bounded(comparison, match)} is in no quote of this statement; {there} says “{wider.instead}”"
        if wider.follows:
            issued = wider.source.record.issued
            return (
                f"{words} is in no quote of this statement; {there}, issued {issued}, says “{wider.follows}”"
            )
        return f"{words} is in no quote of this statement; it stands elsewhere in {there}"
    return f"{words} is in no quote of this statement"


def _with_basis(comparison: Comparison, match: Match) -> str:
    """A figure with the words that bound it and what it is counted per, which are what is wrong with it."""
    figure = _as_quantity(match.mention)
    if figure is None:
        return _bounded(comparison, match)
    return comparison.text[slice(*words_apart(figure, _as_quantity(match.partner)))].strip()


def _bounded(comparison: Comparison, match: Match) -> str:
    """A mention as it is stated, with the words that bound it."""
    return comparison.text[getattr(match.mention, "lead", match.mention.start) : match.mention.end]


def _help(match: Match, instead: str, wider: Wider | None) -> str:
    if wider is not None:
        return (
            f"quote the sentence that gives it: {said(wider.sentence)}"
            if wider.sentence
            else "quote the words that give it"
        )
    if match.rule in (UNSUPPORTED, DATE):
        remedy = "quote the words that give it" + (
            ", or put the arithmetic into `derived`" if match.rule == UNSUPPORTED else ""
        )
        return f"the quote says {instead}" if instead else remedy
    if match.rule == ROUNDED:
        return f"write “{instead}”, or say that it is rounded (about, nearly, more than)"
    return f"write “{instead}”, or waive the rule with a reason"


def _fixes(comparison: Comparison, outcome: Outcome, fault: Fault, wider: Wider | None) -> Iterator[Fix]:
    widened = wider_fix(comparison, wider) if wider is not None else None
    if widened is not None:
        yield widened
    match = fault.match
    fix = reworded(comparison, match, fault.instead)
    exchanged = fault.moved and fault.instead in comparison.text
    unlike = match.rule == UNIT and not (fault.held and is_exchangeable(match))
    if fix is not None and not exchanged and not unlike and _mends(comparison, outcome, fix):
        yield fix


def _mends(comparison: Comparison, outcome: Outcome, fix: Fix) -> bool:
    """Whether a statement has fewer faults with an edit made."""
    mended = compare_figures(edited(comparison, fix), outcome.evidence, outcome.derived)
    return sum(bool(match.rule) for match in mended) < sum(bool(match.rule) for match in outcome.matches)
